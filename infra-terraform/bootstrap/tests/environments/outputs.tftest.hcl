# Style B: with made-up ids the policies of CI are known as a whole; tests/policy.py judges them.
mock_provider "aws" {
  source = "../tests/mocks"
}

variables {
  name               = "messageboard"
  region             = "eu-central-1"
  owner              = "boards-team"
  github_repository  = "example/messageboard"
  apply_environments = ["dev"]
}

run "the_outputs_lead_to_bucket_key_and_boundary" {
  assert {
    condition     = output.state_bucket == aws_s3_bucket.state.id && output.state_kms_key_arn == module.state_key.arn && output.permissions_boundary_arn == module.ci_identity[0].permissions_boundary_arn
    error_message = "Backend and platform need bucket, key and boundary."
  }
}
