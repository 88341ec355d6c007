# Every rule of variables.tf, refused once.
mock_provider "aws" {
  source = "../../tests/mocks"
}

mock_provider "aws" {
  alias  = "dr"
  source = "../../tests/mocks"
}

run "bad_values_are_refused" {
  command = plan

  variables {
    name                              = "boards--dev"
    vpc_id                            = ""
    subnet_ids                        = ["subnet-a"]
    additional_client_security_groups = { "Auto Mode" = "sg-1" }
    engine_version                    = "8.0"
    instance_class                    = "t4g.medium"
    allocated_storage_gib             = 5
    backup_retention_days             = 0
    secret_rotation_days              = 0
    connection_alarm_threshold        = 1
    alarm_topic_arn                   = "alarms"
    log_retention_days                = 31
    log_kms_key_arn                   = "alias/logs"
    dr_replication                    = true
    dr_kms_key_arn                    = null
    permissions_boundary_arn          = "boundary"
  }

  expect_failures = [
    var.name, var.vpc_id, var.subnet_ids, var.additional_client_security_groups, var.engine_version, var.instance_class, var.allocated_storage_gib,
    var.backup_retention_days, var.secret_rotation_days, var.connection_alarm_threshold, var.alarm_topic_arn,
    var.log_retention_days, var.log_kms_key_arn, var.dr_kms_key_arn,
    var.permissions_boundary_arn,
  ]
}

run "storage_that_cannot_grow_by_a_tenth_is_refused" {
  command = plan

  variables {
    name                      = "boards-dev"
    vpc_id                    = "vpc-1"
    subnet_ids                = ["subnet-a", "subnet-b"]
    alarm_topic_arn           = "arn:aws:sns:eu-central-1:111122223333:alarms"
    log_kms_key_arn           = "arn:aws:kms:eu-central-1:111122223333:key/logs"
    allocated_storage_gib     = 100
    max_allocated_storage_gib = 105
  }

  expect_failures = [var.max_allocated_storage_gib]
}
