# A job that failed or expired has no event of its own: it "completes" in another state than COMPLETED, and the subscriptions of the
# topic let only those through (modules/observability).
resource "aws_backup_vault_notifications" "this" {
  backup_vault_name   = aws_backup_vault.this.name
  sns_topic_arn       = var.alarm_topic_arn
  backup_vault_events = ["BACKUP_JOB_COMPLETED", "COPY_JOB_FAILED", "RESTORE_JOB_COMPLETED"]
}
