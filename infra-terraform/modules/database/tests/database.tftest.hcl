mock_provider "aws" {
  source = "../../tests/mocks"
}

mock_provider "aws" {
  alias  = "dr"
  source = "../../tests/mocks"
}

variables {
  name            = "boards-dev"
  vpc_id          = "vpc-1"
  subnet_ids      = ["subnet-a", "subnet-b", "subnet-c"]
  alarm_topic_arn = "arn:aws:sns:eu-central-1:111122223333:alarms"
  log_kms_key_arn = "arn:aws:kms:eu-central-1:111122223333:key/logs"
}

run "only_members_of_the_clients_group_reach_the_database" {
  assert {
    condition     = aws_vpc_security_group_ingress_rule.database.security_group_id == aws_security_group.database.id && aws_vpc_security_group_ingress_rule.database.referenced_security_group_id == aws_security_group.client.id
    error_message = "The way in must be from the clients' group."
  }

  assert {
    condition     = aws_vpc_security_group_ingress_rule.database.ip_protocol == "tcp" && aws_vpc_security_group_ingress_rule.database.from_port == 3306 && aws_vpc_security_group_ingress_rule.database.to_port == 3306
    error_message = "MySQL's port and no other must be open."
  }

  assert {
    condition     = aws_vpc_security_group_ingress_rule.database.cidr_ipv4 == null && aws_vpc_security_group_ingress_rule.database.cidr_ipv6 == null && length(aws_vpc_security_group_ingress_rule.additional) == 0
    error_message = "No address range may reach the database, and nobody else."
  }

  assert {
    condition     = aws_db_instance.this.vpc_security_group_ids == toset([aws_security_group.database.id]) && aws_db_instance.this.publicly_accessible == false
    error_message = "The instance must carry its own group only, and no public address."
  }

  assert {
    condition     = aws_vpc_security_group_egress_rule.client.security_group_id == aws_security_group.client.id && aws_vpc_security_group_egress_rule.client.referenced_security_group_id == aws_security_group.database.id && output.client_security_group_id == aws_security_group.client.id
    error_message = "Members of the clients' group may go to the database, and its id is handed out."
  }

  assert {
    condition     = aws_db_subnet_group.this.subnet_ids == toset(["subnet-a", "subnet-b", "subnet-c"]) && aws_db_instance.this.db_subnet_group_name == aws_db_subnet_group.this.name
    error_message = "The instance must lie in the given subnets."
  }
}

run "the_password_never_passes_through_terraform" {
  assert {
    condition     = aws_db_instance.this.manage_master_user_password == true && aws_db_instance.this.password == null
    error_message = "RDS must make and keep the password."
  }

  assert {
    condition     = aws_db_instance.this.master_user_secret_kms_key_id == module.key.arn && output.admin_secret_arn == aws_db_instance.this.master_user_secret[0].secret_arn
    error_message = "The admin secret must be encrypted with the database's key and handed out by its ARN."
  }

  assert {
    condition     = aws_secretsmanager_secret_rotation.admin.rotation_rules[0].automatically_after_days == 30 && aws_secretsmanager_secret_rotation.admin.secret_id == output.admin_secret_arn
    error_message = "Rotation must be said, or RDS takes 7 days."
  }
}

run "everything_is_encrypted_at_rest_and_on_the_wire" {
  assert {
    condition     = aws_db_instance.this.storage_encrypted && aws_db_instance.this.kms_key_id == module.key.arn && aws_db_instance.this.storage_type == "gp3"
    error_message = "Storage must be encrypted with the database's key."
  }

  assert {
    condition     = contains([for parameter in aws_db_parameter_group.this.parameter : "${parameter.name}=${parameter.value}"], "require_secure_transport=1") && aws_db_instance.this.parameter_group_name == aws_db_parameter_group.this.name
    error_message = "MySQL must refuse connections without TLS."
  }

  assert {
    condition     = aws_db_parameter_group.this.family == "mysql8.4" && aws_db_instance.this.engine == "mysql" && aws_db_instance.this.iam_database_authentication_enabled
    error_message = "The parameter group must fit the engine, and IAM login must be possible."
  }
}

run "nothing_is_lost_by_a_mistake" {
  assert {
    condition     = aws_db_instance.this.deletion_protection && aws_db_instance.this.skip_final_snapshot == false && aws_db_instance.this.final_snapshot_identifier == "boards-dev-final-11111111" && startswith(split("/", module.key.arn)[1], "11111111") && output.final_snapshot_identifier == aws_db_instance.this.final_snapshot_identifier
    error_message = "Deletion must be refused, and leave a snapshot once it is allowed, named after the key that opens it: a fixed name would stop the second destroy."
  }

  assert {
    condition     = aws_db_instance.this.backup_retention_period == 7 && aws_db_instance.this.delete_automated_backups == false && aws_db_instance.this.copy_tags_to_snapshot
    error_message = "Point-in-time recovery must be on and outlive the instance."
  }

  assert {
    condition     = aws_db_instance.this.allow_major_version_upgrade == false && aws_db_instance.this.auto_minor_version_upgrade
    error_message = "Minor versions come by themselves, major ones never."
  }

  assert {
    condition     = aws_db_instance.this.backup_window == "02:00-03:00" && aws_db_instance.this.maintenance_window == "sun:22:00-sun:23:00"
    error_message = "Maintenance must keep hours away from RDS's backup (02:00) and the vault's (05:00): one would fail the other."
  }
}

run "it_is_watched" {
  assert {
    condition     = alltrue([for group in aws_cloudwatch_log_group.exported : group.retention_in_days == 30 && group.kms_key_id == var.log_kms_key_arn]) && aws_db_instance.this.enabled_cloudwatch_logs_exports == toset(["error", "slowquery"])
    error_message = "Error and slow-query logs must be exported, kept and encrypted."
  }

  assert {
    condition     = toset(keys(aws_cloudwatch_metric_alarm.this)) == toset(["cpu", "storage", "memory", "connections"]) && alltrue([for alarm in aws_cloudwatch_metric_alarm.this : contains(alarm.alarm_actions, var.alarm_topic_arn)])
    error_message = "CPU, storage, memory and connections must raise alarms."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.this["storage"].threshold == 20 * 1024 * 1024 * 1024 / 10 || abs(aws_cloudwatch_metric_alarm.this["storage"].threshold - 2147483648) < 100
    error_message = "The storage alarm must leave a tenth of what was allocated."
  }

  assert {
    condition     = aws_db_instance.this.performance_insights_enabled && aws_db_instance.this.monitoring_interval == 60 && aws_db_instance.this.monitoring_role_arn == aws_iam_role.monitoring.arn
    error_message = "Performance Insights and enhanced monitoring must be on."
  }
}

run "small_instances_go_without_performance_insights" {
  command = plan

  variables {
    instance_class = "db.t4g.small"
  }

  assert {
    condition     = aws_db_instance.this.performance_insights_enabled == false && length(aws_db_instance_automated_backups_replication.dr) == 0
    error_message = "RDS refuses Performance Insights on micro and small instances; without a second region nothing is replicated."
  }
}

run "backups_are_replicated_to_the_other_region" {
  variables {
    multi_az                          = true
    backup_retention_days             = 14
    dr_replication                    = true
    dr_kms_key_arn                    = "arn:aws:kms:eu-west-1:111122223333:key/dr"
    additional_client_security_groups = { auto-mode-nodes = "sg-cluster" }
  }

  assert {
    condition     = aws_db_instance_automated_backups_replication.dr[0].source_db_instance_arn == aws_db_instance.this.arn && aws_db_instance_automated_backups_replication.dr[0].retention_period == 14 && aws_db_instance_automated_backups_replication.dr[0].kms_key_id == var.dr_kms_key_arn
    error_message = "The replica must be of this instance, kept as long, under the other region's key."
  }

  assert {
    condition     = aws_db_instance.this.multi_az
    error_message = "A standby must stand in another zone."
  }

  assert {
    condition     = aws_vpc_security_group_ingress_rule.additional["auto-mode-nodes"].referenced_security_group_id == "sg-cluster" && aws_vpc_security_group_ingress_rule.additional["auto-mode-nodes"].from_port == 3306 && aws_vpc_security_group_ingress_rule.additional["auto-mode-nodes"].to_port == 3306
    error_message = "Auto Mode's nodes come in by their own group, to MySQL's port only."
  }
}
