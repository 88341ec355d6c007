variable "name" {
  description = "Name of the project, the same as in bootstrap. With the environment it names everything."
  type        = string

  validation {
    condition     = can(regex("^[a-z]([a-z0-9]|-[a-z0-9]){2,19}$", var.name)) && length(var.name) <= 20
    error_message = "name must be 3 to 20 lowercase letters, digits and single '-', starting with a letter and not ending in '-'."
  }
}

variable "environment" {
  description = "`dev`, `staging` or `prod`. prod insists on what production needs: see the rules of nat_mode, az_count, dr_region, database."
  type        = string

  validation {
    condition     = contains(["dev", "staging", "prod"], var.environment)
    error_message = "environment must be dev, staging or prod."
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

variable "region" {
  description = "Region of everything but the copies of backups."
  type        = string

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.region))
    error_message = "region must look like eu-central-1."
  }
}

variable "dr_region" {
  description = "Region of the copies of backups; null: none."
  type        = string
  default     = null

  validation {
    condition     = var.dr_region == null || can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.dr_region))
    error_message = "dr_region must look like eu-west-1."
  }

  validation {
    condition     = var.dr_region != var.region
    error_message = "dr_region must differ from region: a copy beside the original is lost with it."
  }

  validation {
    condition     = var.environment != "prod" || var.dr_region != null
    error_message = "prod needs a dr_region for the copies of its backups."
  }
}

variable "tags" {
  description = "More tags of everything."
  type        = map(string)
  default     = {}

  validation {
    condition     = length(setintersection(keys(var.tags), ["project", "environment", "owner", "managed-by"])) == 0 && alltrue([for key in keys(var.tags) : !startswith(key, "aws:")])
    error_message = "tags must not set project, environment, owner, managed-by or aws:*: they are set already."
  }
}
