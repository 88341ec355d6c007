module "observability" {
  source = "../modules/observability"

  name               = local.name
  region             = var.region
  alarm_emails       = var.alarm_emails
  log_retention_days = local.log_retention_days
  monthly_budget_usd = var.monthly_budget_usd
  cost_tags          = { environment = var.environment }
  managed_prometheus = var.managed_prometheus
}

module "network" {
  source = "../modules/network"

  name                     = local.name
  region                   = var.region
  vpc_cidr                 = var.vpc_cidr
  az_count                 = var.az_count
  nat_mode                 = var.nat_mode
  interface_endpoints      = var.interface_endpoints
  log_retention_days       = local.log_retention_days
  log_kms_key_arn          = module.observability.log_kms_key_arn
  permissions_boundary_arn = var.permissions_boundary_arn
}

module "dns" {
  source = "../modules/dns"
  count  = local.dns ? 1 : 0

  name        = local.name
  domain_name = var.domain_name
  create_zone = var.create_zone
}

# The way in for people: module access, without the bastion's open port, key and single machine.
module "access" {
  source = "../modules/access"

  name                              = local.name
  vpc_id                            = module.network.vpc_id
  subnet_ids                        = values(module.network.private_subnet_ids)
  cluster_security_group_id         = module.cluster.security_group_id
  database_client_security_group_id = module.database.client_security_group_id
  instances                         = var.access_instances
  log_retention_days                = local.log_retention_days
  kms_key_arn                       = module.observability.log_kms_key_arn
  tags                              = local.tags
  permissions_boundary_arn          = var.permissions_boundary_arn
}
