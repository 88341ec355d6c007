# Point-in-time recovery in the other region: automated backups and transaction logs, copied as they appear.
resource "aws_db_instance_automated_backups_replication" "dr" {
  count    = var.dr_replication ? 1 : 0
  provider = aws.dr

  source_db_instance_arn = aws_db_instance.this.arn
  kms_key_id             = var.dr_kms_key_arn
  retention_period       = var.backup_retention_days
}
