variable "name" {
  description = "Name of the project, the same as in platform."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,18}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 20 lowercase letters, digits and '-', starting with a letter and not ending in '-'."
  }
}

variable "region" {
  description = "Region of the state bucket."
  type        = string

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.region))
    error_message = "region must look like eu-central-1."
  }
}

variable "owner" {
  description = "Team that answers for it, as a tag."
  type        = string

  validation {
    condition     = length(var.owner) >= 2
    error_message = "owner must name a team."
  }
}

variable "github_repository" {
  description = "Repository whose workflows get roles, `owner/name`; null: no identities for CI."
  type        = string
  default     = null

  validation {
    condition     = var.github_repository == null || can(regex("^[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+$", var.github_repository))
    error_message = "github_repository must be owner/name, without wildcards."
  }
}

variable "apply_environments" {
  description = "GitHub environments whose jobs may apply, with `github_repository`: those of this account alone. Protect each with required reviewers, the weakest counts."
  type        = set(string)
  default     = []

  validation {
    condition     = var.github_repository == null || length(var.apply_environments) > 0
    error_message = "apply_environments must name the GitHub environment of this account, such as [\"prod\"]: whoever passes its reviewers may apply."
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

variable "state_history_days" {
  description = "Days that replaced versions of the state are kept; the newest 20 stay."
  type        = number
  default     = 365

  validation {
    condition     = var.state_history_days >= 30
    error_message = "state_history_days must be 30 or more: a broken state is often noticed late."
  }
}
