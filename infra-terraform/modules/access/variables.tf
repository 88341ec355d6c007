variable "name" {
  description = "Prefix of every name."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{2,28}$", var.name))
    error_message = "name must be 3 to 29 lowercase letters, digits and '-', starting with a letter."
  }
}

variable "vpc_id" {
  description = "VPC of the instance."
  type        = string

  validation {
    condition     = length(var.vpc_id) > 0
    error_message = "vpc_id must not be empty."
  }
}

variable "subnet_ids" {
  description = "Private subnets, in two zones at least: a lost zone must not close the way in."
  type        = list(string)

  validation {
    condition     = length(distinct(var.subnet_ids)) >= 2
    error_message = "subnet_ids needs two different subnets at least."
  }
}

variable "cluster_security_group_id" {
  description = "Security group of the cluster, whose API the instance reaches."
  type        = string

  validation {
    condition     = length(var.cluster_security_group_id) > 0
    error_message = "cluster_security_group_id must not be empty."
  }
}

variable "database_client_security_group_id" {
  description = "Security group that opens the database to the instance."
  type        = string

  validation {
    condition     = length(var.database_client_security_group_id) > 0
    error_message = "database_client_security_group_id must not be empty."
  }
}

variable "instances" {
  description = "Instances at the start; later they are scaled by hand."
  type        = number
  default     = 0

  validation {
    condition     = contains([0, 1, 2], var.instances)
    error_message = "instances must be 0, 1 or 2."
  }
}

variable "log_retention_days" {
  description = "Retention of the session log, a value that CloudWatch allows."
  type        = number
  default     = 30

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827], var.log_retention_days)
    error_message = "log_retention_days must be one of CloudWatch's values, such as 30, 90 or 365."
  }
}

variable "kms_key_arn" {
  description = "Key that encrypts sessions and their log."
  type        = string

  validation {
    condition     = can(regex("^arn:[a-z-]+:kms:", var.kms_key_arn))
    error_message = "kms_key_arn must be the ARN of a KMS key."
  }
}

variable "tags" {
  description = "Tags of instances, disks and interfaces: the provider's default tags do not reach what a launch template starts."
  type        = map(string)
  default     = {}

  validation {
    condition     = alltrue([for key in keys(var.tags) : !startswith(key, "aws:")])
    error_message = "tags must not use the reserved prefix aws:."
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
