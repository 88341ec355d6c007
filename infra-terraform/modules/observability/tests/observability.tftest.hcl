mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name      = "boards-dev"
  region    = "eu-central-1"
  cost_tags = { environment = "dev" }
}

run "logs_are_kept_and_encrypted" {
  assert {
    condition     = aws_cloudwatch_log_group.application.name == "/boards-dev/applications" && aws_cloudwatch_log_group.application.retention_in_days == 30 && aws_cloudwatch_log_group.application.kms_key_id == output.log_kms_key_arn
    error_message = "The applications' log group needs retention and key."
  }
}

run "alarms_reach_people_and_only_aws_services_of_this_account_raise_them" {
  variables {
    alarm_emails = ["oncall@example.org"]
  }

  assert {
    condition     = aws_sns_topic.alarms.kms_master_key_id == output.log_kms_key_arn && aws_sns_topic_subscription.email["oncall@example.org"].topic_arn == aws_sns_topic.alarms.arn
    error_message = "The topic must be encrypted and reach the given addresses."
  }

  assert {
    condition     = jsondecode(aws_sns_topic_subscription.email["oncall@example.org"].filter_policy).State == [{ exists = false }, { anything-but = ["COMPLETED"] }]
    error_message = "People must hear of alarms, which have no State, and of jobs that ended otherwise than COMPLETED."
  }

  assert {
    condition     = jsondecode(aws_sns_topic_policy.alarms.policy).Statement[0].Condition.StringEquals["aws:SourceAccount"] == "111122223333" && !can(jsondecode(aws_sns_topic_policy.alarms.policy).Statement[0].Principal.AWS)
    error_message = "Only AWS services, for this account, may publish."
  }

  assert {
    condition     = contains(aws_cloudwatch_metric_alarm.control_plane_throttled.alarm_actions, aws_sns_topic.alarms.arn) && aws_cloudwatch_metric_alarm.control_plane_throttled.dimensions == tomap({ ClusterName = "boards-dev" })
    error_message = "A throttled control plane must raise an alarm."
  }
}

run "the_budget_warns_before_the_money_is_gone" {
  assert {
    condition     = aws_budgets_budget.monthly.limit_amount == "400" && aws_budgets_budget.monthly.time_unit == "MONTHLY" && one(aws_budgets_budget.monthly.cost_filter).values == tolist(["user:environment$dev"])
    error_message = "The budget must count this environment's costs of a month."
  }

  assert {
    condition     = toset([for notification in aws_budgets_budget.monthly.notification : "${notification.notification_type} ${notification.threshold}"]) == toset(["FORECASTED 100", "ACTUAL 80"])
    error_message = "It must warn at 80 % spent and at 100 % forecast."
  }

  assert {
    condition     = length(aws_prometheus_workspace.this) == 0 && output.prometheus_endpoint == null
    error_message = "A workspace costs money: only on request."
  }
}

run "a_workspace_is_made_on_request" {
  variables {
    managed_prometheus = true
  }

  assert {
    condition     = aws_prometheus_workspace.this[0].kms_key_arn == output.log_kms_key_arn && output.prometheus_endpoint != null
    error_message = "The workspace must be encrypted and handed out."
  }
}

run "bad_values_are_refused" {
  command = plan

  variables {
    name               = "Boards"
    region             = "frankfurt"
    alarm_emails       = ["nobody"]
    log_retention_days = 31
    monthly_budget_usd = 0
    cost_tags          = { a = "1", b = "2" }
  }

  expect_failures = [
    var.name, var.region, var.alarm_emails, var.log_retention_days, var.monthly_budget_usd, var.cost_tags,
  ]
}
