mock_provider "aws" {
  source = "../tests/mocks"
}

variables {
  name               = "messageboard"
  region             = "eu-central-1"
  owner              = "boards-team"
  github_repository  = "example/messageboard"
  apply_environments = ["prod"]
}

run "the_state_is_private_encrypted_and_has_a_history" {
  assert {
    condition     = aws_s3_bucket_public_access_block.state.block_public_acls && aws_s3_bucket_public_access_block.state.block_public_policy && aws_s3_bucket_public_access_block.state.ignore_public_acls && aws_s3_bucket_public_access_block.state.restrict_public_buckets
    error_message = "All four blocks of public access must be on."
  }

  assert {
    condition     = aws_s3_bucket_versioning.state.versioning_configuration[0].status == "Enabled" && aws_s3_bucket.state.force_destroy == false
    error_message = "A broken state must have a predecessor, and a bucket with state must not go."
  }

  assert {
    condition     = one(one(aws_s3_bucket_server_side_encryption_configuration.state.rule).apply_server_side_encryption_by_default).sse_algorithm == "aws:kms" && one(one(aws_s3_bucket_server_side_encryption_configuration.state.rule).apply_server_side_encryption_by_default).kms_master_key_id == module.state_key.arn
    error_message = "State must be encrypted with its own key."
  }

  assert {
    condition     = jsondecode(aws_s3_bucket_policy.state.policy).Statement[0].Effect == "Deny" && jsondecode(aws_s3_bucket_policy.state.policy).Statement[0].Condition.Bool["aws:SecureTransport"] == "false" && length(jsondecode(aws_s3_bucket_policy.state.policy).Statement[0].Resource) == 2
    error_message = "The bucket must refuse everything without TLS."
  }

  assert {
    condition     = aws_s3_bucket_lifecycle_configuration.state.rule[0].noncurrent_version_expiration[0].noncurrent_days == 365 && aws_s3_bucket_ownership_controls.state.rule[0].object_ownership == "BucketOwnerEnforced"
    error_message = "Old versions go after a year, and ACLs are off."
  }

  assert {
    condition     = aws_s3_bucket.state.bucket == "messageboard-state-111122223333" && output.state_bucket == aws_s3_bucket.state.id
    error_message = "The bucket's name must be unique by the account's number, and handed out."
  }
}

run "ci_gets_roles_for_the_repository" {
  assert {
    condition     = toset(keys(output.ci_role_arns)) == toset(["plan", "apply", "push-image"])
    error_message = "CI needs a role for each task."
  }
}

run "without_a_repository_there_are_no_identities" {
  command = plan

  variables {
    github_repository  = null
    apply_environments = []
  }

  assert {
    condition     = length(module.ci_identity) == 0
    error_message = "Nobody asked for identities."
  }
}

run "ci_without_an_environment_is_refused" {
  command = plan

  variables {
    apply_environments = []
  }

  expect_failures = [var.apply_environments]
}

run "bad_values_are_refused" {
  command = plan

  variables {
    name                     = "Messageboard"
    region                   = "frankfurt"
    owner                    = ""
    github_repository        = "messageboard"
    github_oidc_provider_arn = "token.actions.githubusercontent.com"
    state_history_days       = 1
  }

  expect_failures = [
    var.name, var.region, var.owner, var.github_repository, var.github_oidc_provider_arn, var.state_history_days,
  ]
}
