terraform {
  required_version = ">= 1.11, < 2.0"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.100"
      # aws.dr is the disaster-recovery region. Pass the main provider again where there is none.
      configuration_aliases = [aws.dr]
    }
  }
}
