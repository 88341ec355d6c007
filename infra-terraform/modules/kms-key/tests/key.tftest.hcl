mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name        = "boards-dev-logs"
  description = "Logs of boards-dev"
}

run "the_key_rotates_and_the_account_keeps_control" {
  assert {
    condition     = aws_kms_key.this.enable_key_rotation && aws_kms_key.this.rotation_period_in_days == 365
    error_message = "A key must rotate every year."
  }

  assert {
    condition     = aws_kms_key.this.deletion_window_in_days == 30
    error_message = "A deleted key takes its data with it: the window must be the longest."
  }

  assert {
    condition     = [for statement in jsondecode(aws_kms_key.this.policy).Statement : statement.Principal] == [{ AWS = "arn:aws:iam::111122223333:root" }]
    error_message = "Without services only the account itself may use and delegate the key."
  }

  assert {
    condition     = aws_kms_alias.this.name == "alias/boards-dev-logs" && aws_kms_alias.this.target_key_id == aws_kms_key.this.key_id && output.arn == aws_kms_key.this.arn
    error_message = "The alias must name this key."
  }
}

run "services_use_it_for_this_account_only" {
  variables {
    service_principals = ["logs.eu-central-1.amazonaws.com", "sns.amazonaws.com"]
  }

  assert {
    condition     = toset([for statement in slice(jsondecode(aws_kms_key.this.policy).Statement, 1, 3) : statement.Principal.Service]) == toset(["logs.eu-central-1.amazonaws.com", "sns.amazonaws.com"])
    error_message = "Each service needs a statement of its own."
  }

  assert {
    condition = [for statement in slice(jsondecode(aws_kms_key.this.policy).Statement, 1, 3) : statement.Condition] == [
      { ArnLike = { "kms:EncryptionContext:aws:logs:arn" = "arn:aws:logs:*:111122223333:*" } }, { StringEquals = { "aws:SourceAccount" = "111122223333" } },
    ] && alltrue([for statement in slice(jsondecode(aws_kms_key.this.policy).Statement, 1, 3) : !contains(statement.Action, "kms:*")])
    error_message = "A service may use, not manage, the key, and for this account only."
  }
}

run "bad_values_are_refused" {
  command = plan

  variables {
    name                 = "aws/logs"
    description          = "key"
    service_principals   = ["logs.example.org"]
    deletion_window_days = 1
  }

  expect_failures = [var.name, var.description, var.service_principals, var.deletion_window_days]
}
