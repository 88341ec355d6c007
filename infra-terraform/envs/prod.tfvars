# No shared fate between zones, copies of the backups in another region, restores tested every Sunday.
name        = "messageboard"
environment = "prod"
owner       = "boards-team"
region      = "eu-central-1"
dr_region   = "eu-west-1"

admin_principal_arns = ["arn:aws:iam::444455556666:role/boards-admins"]
# If CI applies it, also permissions_boundary_arn: an output of bootstrap.

az_count = 3
nat_mode = "per_az"
vpc_cidr = "10.16.0.0/16"

node_groups = {
  base = { instance_types = ["m7g.large"], min_size = 3, max_size = 6 }
  spot = { capacity_type = "SPOT", instance_types = ["m6g.large", "m7g.large", "c7g.xlarge", "r6g.large"], min_size = 0, max_size = 12 }
}

database = {
  instance_class             = "db.m7g.large"
  allocated_storage_gib      = 100
  max_allocated_storage_gib  = 1000
  multi_az                   = true
  backup_retention_days      = 14
  connection_alarm_threshold = 550
}

domain_name = "boards.example.org"
create_zone = true

optional_addons = ["snapshot-controller"]

alarm_emails       = ["boards-oncall@example.org"]
monthly_budget_usd = 1000
