module "key" {
  source = "../kms-key"

  name        = "${var.name}-backup"
  description = "Backups of ${var.name}"
}

resource "aws_backup_vault" "this" {
  name        = var.name
  kms_key_arn = module.key.arn
}

# Governance mode: nobody shortens a backup's life by accident; who holds the permission can still unlock. Compliance mode cannot be undone.
resource "aws_backup_vault_lock_configuration" "this" {
  backup_vault_name  = aws_backup_vault.this.name
  min_retention_days = 1
  max_retention_days = var.retention_days + 1
}

resource "aws_backup_vault" "dr" {
  count    = var.dr_copy ? 1 : 0
  provider = aws.dr

  name        = "${var.name}-dr"
  kms_key_arn = var.dr_kms_key_arn
}

resource "aws_backup_plan" "this" {
  name = var.name

  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.this.name
    schedule          = "cron(0 5 * * ? *)" # RDS takes its own from 02:00 to 03:00, and one at a time
    start_window      = 60
    completion_window = 480

    lifecycle {
      delete_after = var.retention_days
    }

    dynamic "copy_action" {
      for_each = aws_backup_vault.dr
      content {
        destination_vault_arn = copy_action.value.arn
        lifecycle {
          delete_after = var.retention_days
        }
      }
    }
  }
}

resource "aws_backup_selection" "this" {
  name         = "database"
  plan_id      = aws_backup_plan.this.id
  iam_role_arn = aws_iam_role.this.arn
  resources    = var.resource_arns
}
