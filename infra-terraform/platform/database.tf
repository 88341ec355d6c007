module "database" {
  source = "../modules/database"
  providers = {
    aws    = aws
    aws.dr = aws.dr
  }

  name                              = local.name
  vpc_id                            = module.network.vpc_id
  subnet_ids                        = values(module.network.intra_subnet_ids)
  additional_client_security_groups = local.managed ? {} : { auto-mode-nodes = module.cluster.security_group_id }

  engine_version             = var.database.engine_version
  instance_class             = var.database.instance_class
  allocated_storage_gib      = var.database.allocated_storage_gib
  max_allocated_storage_gib  = var.database.max_allocated_storage_gib
  multi_az                   = var.database.multi_az
  backup_retention_days      = var.database.backup_retention_days
  deletion_protection        = var.database.deletion_protection
  secret_rotation_days       = var.database.secret_rotation_days
  connection_alarm_threshold = var.database.connection_alarm_threshold

  alarm_topic_arn          = module.observability.alarm_topic_arn
  log_retention_days       = local.log_retention_days
  log_kms_key_arn          = module.observability.log_kms_key_arn
  dr_replication           = local.dr
  dr_kms_key_arn           = one(module.dr_key[*].arn)
  permissions_boundary_arn = var.permissions_boundary_arn
}

# Replicated backups and copied vaults need a key of their own region.
module "dr_key" {
  source = "../modules/kms-key"
  count  = local.dr ? 1 : 0
  providers = {
    aws = aws.dr
  }

  name        = "${local.name}-dr"
  description = "Copies of the backups of ${local.name}"
}

module "backup" {
  source = "../modules/backup"
  providers = {
    aws    = aws
    aws.dr = aws.dr
  }

  name                     = local.name
  resource_arns            = [module.database.arn]
  retention_days           = var.backup_vault_retention_days
  alarm_topic_arn          = module.observability.alarm_topic_arn
  dr_copy                  = local.dr
  dr_kms_key_arn           = one(module.dr_key[*].arn)
  restore_testing_schedule = local.production ? "cron(0 8 ? * SUN *)" : null
  restore_testing_network = {
    subnet_group_name  = module.database.subnet_group_name
    security_group_ids = [module.database.security_group_id]
  }
  permissions_boundary_arn = var.permissions_boundary_arn
}
