module "ci_identity" {
  source = "../modules/ci-identity"
  count  = var.github_repository == null ? 0 : 1

  name                     = var.name
  github_repository        = var.github_repository
  github_oidc_provider_arn = var.github_oidc_provider_arn
  apply_environments       = var.apply_environments
  state_bucket_arn         = aws_s3_bucket.state.arn
  state_kms_key_arn        = module.state_key.arn
}
