# Style C: the real provider with keys that open nothing. It checks arguments and policy documents as it would before a real apply;
# tests/policy.py judges the plan. Run with -var-file, as ../../../verify does.
provider "aws" {
  region                      = "eu-central-1"
  access_key                  = "not-a-key"
  secret_key                  = "not-a-secret"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
  skip_requesting_account_id  = true

  # In the place of platform/providers.tf: tests/policy.py looks for these keys, and in providers.tf for default_tags.
  default_tags {
    tags = { project = "mocked", environment = "mocked", owner = "mocked", managed-by = "terraform" }
  }
}

provider "aws" {
  alias                       = "dr"
  region                      = "eu-west-1"
  access_key                  = "not-a-key"
  secret_key                  = "not-a-secret"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
  skip_requesting_account_id  = true

  default_tags {
    tags = { project = "mocked", environment = "mocked", owner = "mocked", managed-by = "terraform" }
  }
}

override_data {
  target = module.network.data.aws_availability_zones.available
  values = { names = ["eu-central-1a", "eu-central-1b", "eu-central-1c"] }
}

override_data {
  target = data.aws_caller_identity.current
  values = { account_id = "111122223333" }
}

override_data {
  target = module.observability.data.aws_caller_identity.current
  values = { account_id = "111122223333" }
}

override_data {
  target = module.observability.module.log_key.data.aws_caller_identity.current
  values = { account_id = "111122223333" }
}

override_data {
  target = module.cluster.module.secrets_key.data.aws_caller_identity.current
  values = { account_id = "111122223333" }
}

override_data {
  target = module.database.module.key.data.aws_caller_identity.current
  values = { account_id = "111122223333" }
}

override_data {
  target = module.registry.module.key.data.aws_caller_identity.current
  values = { account_id = "111122223333" }
}

override_data {
  target = module.registry.data.aws_caller_identity.current
  values = { account_id = "111122223333" }
}

override_data {
  target = module.backup.module.key.data.aws_caller_identity.current
  values = { account_id = "111122223333" }
}

override_data {
  target = module.dr_key[0].data.aws_caller_identity.current
  values = { account_id = "111122223333" }
}

override_data {
  target = module.dns[0].data.aws_route53_zone.existing[0]
  values = { zone_id = "Z0EXISTING", arn = "arn:aws:route53:::hostedzone/Z0EXISTING" }
}

run "the_environment_plans" {
  command = plan

  assert {
    condition     = output.gitops_metadata.cluster_name == "${var.name}-${var.environment}"
    error_message = "The plan must be of this environment."
  }
}
