# Style C: the real provider with keys that open nothing; tests/policy.py judges the plan, and the mocked apply for what names ids.
provider "aws" {
  region                      = "eu-central-1"
  access_key                  = "not-a-key"
  secret_key                  = "not-a-secret"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
  skip_requesting_account_id  = true

  # In the place of bootstrap/providers.tf: tests/policy.py looks for these keys.
  default_tags {
    tags = { project = "mocked", environment = "mocked", owner = "mocked", managed-by = "terraform" }
  }
}

override_data {
  target = data.aws_caller_identity.current
  values = { account_id = "111122223333" }
}

override_data {
  target = module.state_key.data.aws_caller_identity.current
  values = { account_id = "111122223333" }
}

override_data {
  target = module.ci_identity[0].data.aws_caller_identity.current
  values = { account_id = "111122223333" }
}

variables {
  name               = "messageboard"
  region             = "eu-central-1"
  owner              = "boards-team"
  github_repository  = "example/messageboard"
  apply_environments = ["dev"]
}

run "bootstrap_plans" {
  command = plan

  assert {
    condition     = aws_s3_bucket.state.bucket == "messageboard-state-111122223333"
    error_message = "The plan must be of the account's own bucket."
  }
}
