# Every variable once, for a platform team: endpoints beside NAT, images through the registry's cache, applied by CI below a boundary.
name        = "messageboard"
environment = "prod"
owner       = "boards-team"
region      = "eu-central-1"
dr_region   = "eu-west-1"
tags        = { cost-center = "4711" }

vpc_cidr            = "10.32.0.0/16"
az_count            = 3
nat_mode            = "per_az"
interface_endpoints = ["ecr.api", "ecr.dkr", "logs", "sts"]
domain_name         = "boards.example.org"
create_zone         = false
access_instances    = 1

kubernetes_version           = "1.35"
endpoint_public_access_cidrs = ["203.0.113.0/24"]
admin_principal_arns         = ["arn:aws:iam::444455556666:role/platform-admins", "arn:aws:iam::444455556666:role/break-glass"]
compute_mode                 = "managed"
node_groups = {
  system = {
    instance_types = ["m7g.large"]
    ami_type       = "BOTTLEROCKET_ARM_64"
    min_size       = 3
    max_size       = 6
    desired_size   = 3
    disk_size_gib  = 80
    labels         = { workload = "system" }
  }
  boards = {
    capacity_type  = "SPOT"
    instance_types = ["m7g.large", "m6g.large", "c7g.xlarge"]
    ami_type       = "BOTTLEROCKET_ARM_64"
    min_size       = 1
    max_size       = 12
    taints         = [{ key = "spot", value = "true", effect = "PREFER_NO_SCHEDULE" }]
  }
}
addon_versions     = { vpc-cni = "v1.20.1-eksbuild.3" }
optional_addons    = ["snapshot-controller", "kube-state-metrics"]
pull_through_cache = ["ecr-public", "kubernetes", "quay"]

database = {
  engine_version             = "8.4"
  instance_class             = "db.m7g.xlarge"
  allocated_storage_gib      = 200
  max_allocated_storage_gib  = 2000
  multi_az                   = true
  backup_retention_days      = 35
  deletion_protection        = true
  secret_rotation_days       = 14
  connection_alarm_threshold = 1100
}
backup_vault_retention_days = 365

log_retention_days = 731
alarm_emails       = ["platform@example.org"]
monthly_budget_usd = 2500
managed_prometheus = true

# Output of bootstrap; without it the CI role may make no role.
permissions_boundary_arn = "arn:aws:iam::444455556666:policy/messageboard-boundary"

board = {
  name      = "staff"
  namespace = "staff-boards"
  title     = "Staff board"
  version   = "0.1.0"
  scheme    = "internal"
}
