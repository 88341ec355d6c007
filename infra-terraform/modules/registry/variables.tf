variable "name" {
  description = "Prefix of the repositories: `NAME/operator`."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{2,28}$", var.name)) && !strcontains(var.name, "--") && !endswith(var.name, "-")
    error_message = "name must be 3 to 29 lowercase letters, digits and single '-', starting with a letter and not ending in '-'."
  }
}

variable "region" {
  description = "Region of the registry."
  type        = string

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.region))
    error_message = "region must look like eu-central-1."
  }
}

variable "repositories" {
  description = "Repositories, one per image."
  type        = set(string)
  default     = ["messageboard-operator", "messageboard-api", "messageboard-frontend", "messageboard-mysql"]

  validation {
    condition     = length(var.repositories) > 0 && alltrue([for name in var.repositories : can(regex("^[a-z0-9]+([._-][a-z0-9]+)*$", name))])
    error_message = "repositories must be names such as messageboard-api: lowercase letters and digits, with single '.', '_' or '-' between."
  }
}

variable "keep_images" {
  description = "How many images a repository keeps: the way back. One that is pushed for two platforms counts as several: the index and its parts."
  type        = number
  default     = 100

  validation {
    condition     = var.keep_images >= 10
    error_message = "keep_images must be 10 or more, so that a roll-back finds its image."
  }
}

variable "untagged_days" {
  description = "Days until an untagged image is removed."
  type        = number
  default     = 7

  validation {
    condition     = var.untagged_days >= 1
    error_message = "untagged_days must be 1 or more."
  }
}

variable "pull_through_cache" {
  description = "Public registries to copy from on demand: `ecr-public`, `kubernetes`, `quay`."
  type        = set(string)
  default     = []

  validation {
    condition     = length(setsubtract(var.pull_through_cache, ["ecr-public", "kubernetes", "quay"])) == 0
    error_message = "pull_through_cache may hold ecr-public, kubernetes and quay."
  }
}

variable "permissions_boundary_arn" {
  description = "Permissions boundary of the roles made here; null: none."
  type        = string
  default     = null

  validation {
    condition     = var.permissions_boundary_arn == null || can(regex("^arn:[a-z-]+:iam::[0-9]{12}:policy/", var.permissions_boundary_arn))
    error_message = "permissions_boundary_arn must be the ARN of an IAM policy of the account, such as bootstrap's output permissions_boundary_arn."
  }
}
