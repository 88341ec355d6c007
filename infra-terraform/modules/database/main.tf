locals {
  port          = 3306
  exported_logs = toset(["error", "slowquery"])
  # Named after the key that opens it, and different in each life of the instance: a second destroy finds its name free.
  final_snapshot = "${var.name}-final-${substr(split("/", module.key.arn)[1], 0, 8)}"
  small_instance = can(regex("\\.(micro|small)$", var.instance_class)) # too small for Performance Insights
}

module "key" {
  source = "../kms-key"

  name        = "${var.name}-database"
  description = "Storage, snapshots and admin secret of the database of ${var.name}"
}

resource "aws_db_instance" "this" {
  # checkov:skip=CKV_AWS_353: 2026-11-21, on for every class that RDS allows it on; micro and small are refused
  identifier     = var.name
  engine         = "mysql"
  engine_version = var.engine_version
  instance_class = var.instance_class
  port           = local.port

  # RDS makes, stores and rotates the password: it never passes through Terraform or its state.
  username                      = "messageboard_admin"
  manage_master_user_password   = true
  master_user_secret_kms_key_id = module.key.arn

  iam_database_authentication_enabled = true

  allocated_storage     = var.allocated_storage_gib
  max_allocated_storage = var.max_allocated_storage_gib
  storage_type          = "gp3"
  storage_encrypted     = true
  kms_key_id            = module.key.arn

  multi_az               = var.multi_az
  db_subnet_group_name   = aws_db_subnet_group.this.name
  vpc_security_group_ids = [aws_security_group.database.id]
  publicly_accessible    = false
  ca_cert_identifier     = "rds-ca-rsa2048-g1"
  parameter_group_name   = aws_db_parameter_group.this.name

  backup_retention_period   = var.backup_retention_days
  backup_window             = "02:00-03:00"
  maintenance_window        = "sun:22:00-sun:23:00" # hours away from both kinds of backup: one would fail the other
  copy_tags_to_snapshot     = true
  delete_automated_backups  = false
  deletion_protection       = var.deletion_protection
  skip_final_snapshot       = false
  final_snapshot_identifier = local.final_snapshot

  auto_minor_version_upgrade  = true
  allow_major_version_upgrade = false

  enabled_cloudwatch_logs_exports = local.exported_logs
  monitoring_interval             = 60
  monitoring_role_arn             = aws_iam_role.monitoring.arn
  performance_insights_enabled    = !local.small_instance
  performance_insights_kms_key_id = local.small_instance ? null : module.key.arn

  depends_on = [aws_cloudwatch_log_group.exported]
}
