mock_provider "aws" {
  source = "../../tests/mocks"
}

mock_provider "aws" {
  alias  = "dr"
  source = "../../tests/mocks"
}

override_resource {
  target = aws_backup_vault.dr
  values = { arn = "arn:aws:backup:eu-west-1:111122223333:backup-vault:dr" }
}

variables {
  name            = "boards-prod"
  resource_arns   = ["arn:aws:rds:eu-central-1:111122223333:db:boards-prod"]
  alarm_topic_arn = "arn:aws:sns:eu-central-1:111122223333:alarms"
}

run "backups_are_made_daily_and_locked" {
  assert {
    condition     = one(aws_backup_plan.this.rule).schedule == "cron(0 5 * * ? *)" && one(one(aws_backup_plan.this.rule).lifecycle).delete_after == 35 && one(aws_backup_plan.this.rule).target_vault_name == aws_backup_vault.this.name
    error_message = "A backup must be made every day into the vault, and kept 35 days."
  }

  assert {
    condition     = aws_backup_vault.this.kms_key_arn == module.key.arn && aws_backup_vault_lock_configuration.this.backup_vault_name == aws_backup_vault.this.name && aws_backup_vault_lock_configuration.this.min_retention_days == 1
    error_message = "The vault must be encrypted and locked."
  }

  assert {
    condition     = aws_backup_selection.this.resources == toset(var.resource_arns) && aws_backup_selection.this.plan_id == aws_backup_plan.this.id && aws_backup_selection.this.iam_role_arn == aws_iam_role.this.arn
    error_message = "The plan must select the database."
  }

  assert {
    condition     = aws_backup_vault_notifications.this.backup_vault_events == toset(["BACKUP_JOB_COMPLETED", "COPY_JOB_FAILED", "RESTORE_JOB_COMPLETED"]) && aws_backup_vault_notifications.this.sns_topic_arn == var.alarm_topic_arn
    error_message = "A failed backup must be heard of; AWS Backup tells of it as a job that completed, in the state FAILED."
  }

  assert {
    condition     = length(aws_backup_vault.dr) == 0 && length(one(aws_backup_plan.this.rule).copy_action) == 0 && length(aws_backup_restore_testing_plan.this) == 0 && output.dr_vault_arn == null
    error_message = "Without a second region nothing is copied, without a schedule nothing restored."
  }
}

run "backups_are_copied_and_restored_as_a_test" {
  variables {
    dr_copy                  = true
    dr_kms_key_arn           = "arn:aws:kms:eu-west-1:111122223333:key/dr"
    restore_testing_schedule = "cron(0 8 ? * SUN *)"
    restore_testing_network  = { subnet_group_name = "boards-prod-subnets", security_group_ids = ["sg-database"] }
  }

  assert {
    condition     = one(one(aws_backup_plan.this.rule).copy_action).destination_vault_arn == "arn:aws:backup:eu-west-1:111122223333:backup-vault:dr" && aws_backup_vault.dr[0].kms_key_arn == var.dr_kms_key_arn
    error_message = "Every backup must be copied to the other region's vault under its key."
  }

  assert {
    condition     = aws_backup_restore_testing_plan.this[0].schedule_expression == "cron(0 8 ? * SUN *)" && aws_backup_restore_testing_plan.this[0].recovery_point_selection[0].include_vaults == toset([aws_backup_vault.this.arn])
    error_message = "The newest backup of the vault must be restored on schedule."
  }

  assert {
    condition     = aws_backup_restore_testing_selection.database[0].protected_resource_type == "RDS" && aws_backup_restore_testing_selection.database[0].protected_resource_arns == toset(var.resource_arns) && aws_backup_restore_testing_selection.database[0].validation_window_hours == 4
    error_message = "The test must restore the database and leave time to check it."
  }

  assert {
    condition     = aws_backup_restore_testing_selection.database[0].restore_metadata_overrides == tomap({ dbSubnetGroupName = "boards-prod-subnets", vpcSecurityGroupIds = "[\"sg-database\"]" })
    error_message = "The restored database must stand where the database does, not in the default VPC."
  }

  assert {
    condition     = can(regex("^[a-zA-Z0-9_]+$", aws_backup_restore_testing_plan.this[0].name)) && can(regex("^[a-zA-Z0-9_]+$", aws_backup_restore_testing_selection.database[0].name))
    error_message = "AWS Backup allows letters, digits and '_' in these names."
  }
}

run "bad_values_are_refused" {
  command = plan

  variables {
    name                     = "Boards"
    resource_arns            = ["arn:aws:s3:::bucket"]
    retention_days           = 1
    alarm_topic_arn          = "alarms"
    dr_copy                  = true
    dr_kms_key_arn           = null
    restore_testing_schedule = "every sunday"
    permissions_boundary_arn = "boundary"
  }

  expect_failures = [
    var.name, var.resource_arns, var.retention_days, var.alarm_topic_arn, var.dr_kms_key_arn, var.restore_testing_schedule,
    var.permissions_boundary_arn,
  ]
}

run "a_restore_test_without_a_network_is_refused" {
  command = plan

  variables {
    restore_testing_schedule = "cron(0 8 ? * SUN *)"
  }

  expect_failures = [var.restore_testing_network]
}
