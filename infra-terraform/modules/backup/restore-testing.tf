locals {
  # AWS Backup allows letters, digits and '_' here.
  restore_test_name = replace(var.name, "-", "_")
}

# A backup that was never restored is a hope. AWS restores the newest one beside the database, where the same clients reach it, keeps
# it for the validation window, in which a look with SQL is possible, and removes it.
resource "aws_backup_restore_testing_plan" "this" {
  count = var.restore_testing_schedule == null ? 0 : 1

  name                         = local.restore_test_name
  schedule_expression          = var.restore_testing_schedule
  schedule_expression_timezone = "UTC"
  start_window_hours           = 4

  recovery_point_selection {
    algorithm             = "LATEST_WITHIN_WINDOW"
    include_vaults        = [aws_backup_vault.this.arn]
    recovery_point_types  = ["SNAPSHOT"]
    selection_window_days = 7
  }
}

resource "aws_backup_restore_testing_selection" "database" {
  count = var.restore_testing_schedule == null ? 0 : 1

  name                      = "${local.restore_test_name}_database"
  restore_testing_plan_name = aws_backup_restore_testing_plan.this[0].name
  protected_resource_type   = "RDS"
  protected_resource_arns   = var.resource_arns
  iam_role_arn              = aws_iam_role.this.arn
  validation_window_hours   = 4

  # Otherwise it goes to the default VPC, which many accounts have removed.
  restore_metadata_overrides = {
    dbSubnetGroupName   = var.restore_testing_network.subnet_group_name
    vpcSecurityGroupIds = jsonencode(var.restore_testing_network.security_group_ids)
  }
}
