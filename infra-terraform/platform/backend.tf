# Bucket, key and region come from ../envs/ENVIRONMENT.s3.tfbackend (terraform init -backend-config=...).
terraform {
  backend "s3" {
    encrypt      = true
    use_lockfile = true
  }
}
