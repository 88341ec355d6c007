variable "name" {
  description = "Name of vault and plan."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{2,28}$", var.name))
    error_message = "name must be 3 to 29 lowercase letters, digits and '-', starting with a letter."
  }
}

variable "resource_arns" {
  description = "What is backed up: ARNs of RDS instances."
  type        = list(string)

  validation {
    condition     = length(var.resource_arns) > 0 && alltrue([for arn in var.resource_arns : can(regex("^arn:[a-z-]+:rds:.*:db:", arn))])
    error_message = "resource_arns must be ARNs of RDS instances, one at least."
  }
}

variable "retention_days" {
  description = "Days that a daily backup is kept."
  type        = number
  default     = 35

  validation {
    condition     = var.retention_days >= 7 && var.retention_days <= 3650
    error_message = "retention_days must be 7 to 3650."
  }
}

variable "alarm_topic_arn" {
  description = "SNS topic that hears how backups, copies and restores ended; its subscriptions drop the state COMPLETED."
  type        = string

  validation {
    condition     = can(regex("^arn:[a-z-]+:sns:", var.alarm_topic_arn))
    error_message = "alarm_topic_arn must be the ARN of an SNS topic."
  }
}

variable "dr_copy" {
  description = "Whether every backup is copied to the region of the provider `aws.dr`."
  type        = bool
  default     = false
}

variable "dr_kms_key_arn" {
  description = "Key of the vault in the disaster-recovery region."
  type        = string
  default     = null

  validation {
    condition     = !var.dr_copy || can(regex("^arn:[a-z-]+:kms:", var.dr_kms_key_arn))
    error_message = "dr_kms_key_arn must be the ARN of a KMS key of the disaster-recovery region when dr_copy is on."
  }
}

variable "restore_testing_network" {
  description = "Where a tested restore stands: subnet group and security groups, needed with restore_testing_schedule."
  type        = object({ subnet_group_name = string, security_group_ids = list(string) })
  default     = null

  validation {
    condition     = var.restore_testing_schedule == null || try(length(var.restore_testing_network.security_group_ids) > 0, false)
    error_message = "restore_testing_network must name a subnet group and a security group when restore_testing_schedule is set: the default VPC may be gone."
  }
}

variable "restore_testing_schedule" {
  description = "When the newest backup is restored as a test, such as `cron(0 6 ? * SUN *)`; null: never."
  type        = string
  default     = null

  validation {
    condition     = var.restore_testing_schedule == null || can(regex("^(cron|rate)\\(.+\\)$", var.restore_testing_schedule))
    error_message = "restore_testing_schedule must be cron(...) or rate(...), as AWS Backup writes schedules."
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
