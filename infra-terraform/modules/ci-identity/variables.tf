variable "name" {
  description = "Prefix of the roles, and of whatever the apply role may manage."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{2,19}$", var.name))
    error_message = "name must be 3 to 20 lowercase letters, digits and '-', starting with a letter."
  }
}

variable "github_repository" {
  description = "Repository whose workflows get the roles, `owner/name`."
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+$", var.github_repository))
    error_message = "github_repository must be owner/name, without wildcards."
  }
}

variable "default_branch" {
  description = "Branch whose workflows may plan and push images."
  type        = string
  default     = "main"

  validation {
    condition     = can(regex("^[A-Za-z0-9_./-]+$", var.default_branch))
    error_message = "default_branch must be a branch name, without wildcards."
  }
}

variable "apply_environments" {
  description = "GitHub environments whose jobs may apply: those of this account alone. Protect each with required reviewers: this is the approval, and the weakest counts."
  type        = set(string)

  validation {
    condition     = length(var.apply_environments) > 0 && alltrue([for environment in var.apply_environments : can(regex("^[A-Za-z0-9_.-]+$", environment))])
    error_message = "apply_environments must name one GitHub environment at least, without wildcards."
  }
}

variable "github_oidc_provider_arn" {
  description = "The account's provider of GitHub's tokens where it has one already, since it can have only one; null: it is made here."
  type        = string
  default     = null

  validation {
    condition     = var.github_oidc_provider_arn == null || can(regex("^arn:[a-z-]+:iam::[0-9]{12}:oidc-provider/token\\.actions\\.githubusercontent\\.com$", var.github_oidc_provider_arn))
    error_message = "github_oidc_provider_arn must be the ARN of an OIDC provider for token.actions.githubusercontent.com."
  }
}

variable "state_bucket_arn" {
  description = "Bucket of the Terraform state."
  type        = string

  validation {
    condition     = can(regex("^arn:[a-z-]+:s3:::", var.state_bucket_arn))
    error_message = "state_bucket_arn must be the ARN of an S3 bucket."
  }
}

variable "state_kms_key_arn" {
  description = "Key of the Terraform state."
  type        = string

  validation {
    condition     = can(regex("^arn:[a-z-]+:kms:", var.state_kms_key_arn))
    error_message = "state_kms_key_arn must be the ARN of a KMS key."
  }
}
