terraform {
  required_version = ">= 1.11, < 2.0"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.100"
    }
  }
  # Local state at first: the bucket does not exist yet. Then `terraform init -migrate-state` with the backend of README.md.
}
