# RDS rotates a managed secret every 7 days unless told otherwise: say it.
resource "aws_secretsmanager_secret_rotation" "admin" {
  # checkov:skip=CKV_AWS_304: 2026-11-21, 30 days by default; the scanner does not follow the variable through the object
  secret_id          = aws_db_instance.this.master_user_secret[0].secret_arn
  rotate_immediately = false

  rotation_rules {
    automatically_after_days = var.secret_rotation_days
  }
}
