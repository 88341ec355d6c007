variable "name" {
  description = "Identifier of the instance and prefix of what belongs to it."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{2,28}$", var.name)) && !strcontains(var.name, "--") && !endswith(var.name, "-")
    error_message = "name must be 3 to 29 lowercase letters, digits and single '-', starting with a letter and not ending in '-'."
  }
}

variable "vpc_id" {
  description = "VPC of the security groups."
  type        = string

  validation {
    condition     = length(var.vpc_id) > 0
    error_message = "vpc_id must not be empty."
  }
}

variable "subnet_ids" {
  description = "Subnets of the database, in two zones at least; they need no way out."
  type        = list(string)

  validation {
    condition     = length(distinct(var.subnet_ids)) >= 2
    error_message = "subnet_ids needs two different subnets at least."
  }
}

variable "additional_client_security_groups" {
  description = "More security groups that may reach the database, by a name that says whose they are."
  type        = map(string)
  default     = {}

  validation {
    condition     = alltrue([for name in keys(var.additional_client_security_groups) : can(regex("^[a-z0-9-]{3,40}$", name))])
    error_message = "additional_client_security_groups is keyed by who they are, in 3 to 40 lowercase letters, digits and '-'."
  }
}

variable "engine_version" {
  description = "MySQL version: `8.4` takes RDS's newest minor one."
  type        = string
  default     = "8.4"

  validation {
    condition     = can(regex("^(8\\.4|9\\.[0-9]+)(\\.[0-9]+)?$", var.engine_version))
    error_message = "engine_version must be 8.4 or newer: boards are tested from 8.4 on, and 8.0 is out of standard support."
  }
}

variable "instance_class" {
  description = "Size of the instance."
  type        = string
  default     = "db.t4g.medium"

  validation {
    condition     = can(regex("^db\\.[a-z0-9]+\\.(micro|small|medium|large|[0-9]*xlarge)$", var.instance_class))
    error_message = "instance_class must look like db.t4g.medium."
  }
}

variable "allocated_storage_gib" {
  description = "Storage at the start."
  type        = number
  default     = 20

  validation {
    condition     = var.allocated_storage_gib >= 20 && var.allocated_storage_gib <= 65536
    error_message = "allocated_storage_gib must be 20 to 65536, which gp3 allows."
  }
}

variable "max_allocated_storage_gib" {
  description = "Where storage stops growing by itself."
  type        = number
  default     = 100

  validation {
    condition     = var.max_allocated_storage_gib >= ceil(var.allocated_storage_gib * 1.1)
    error_message = "max_allocated_storage_gib must be at least 110 % of allocated_storage_gib, as RDS demands."
  }
}

variable "multi_az" {
  description = "Whether a standby in another zone takes over when the first fails."
  type        = bool
  default     = false
}

variable "backup_retention_days" {
  description = "Days of point-in-time recovery."
  type        = number
  default     = 7

  validation {
    condition     = var.backup_retention_days >= 1 && var.backup_retention_days <= 35
    error_message = "backup_retention_days must be 1 to 35; 0 would switch backups off."
  }
}

variable "deletion_protection" {
  description = "Whether RDS refuses to delete the instance."
  type        = bool
  default     = true
}

variable "secret_rotation_days" {
  description = "Days between new admin passwords."
  type        = number
  default     = 30

  validation {
    condition     = var.secret_rotation_days >= 1 && var.secret_rotation_days <= 1000
    error_message = "secret_rotation_days must be 1 to 1000."
  }
}

variable "connection_alarm_threshold" {
  description = "Connections that raise the alarm; RDS's default limit is memory / 12.5 MB (about 300 on db.t4g.medium)."
  type        = number
  default     = 250

  validation {
    condition     = var.connection_alarm_threshold >= 10
    error_message = "connection_alarm_threshold must be 10 or more."
  }
}

variable "alarm_topic_arn" {
  description = "SNS topic of the alarms."
  type        = string

  validation {
    condition     = can(regex("^arn:[a-z-]+:sns:", var.alarm_topic_arn))
    error_message = "alarm_topic_arn must be the ARN of an SNS topic."
  }
}

variable "log_retention_days" {
  description = "Retention of the error and slow-query logs, a value that CloudWatch allows."
  type        = number
  default     = 30

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827], var.log_retention_days)
    error_message = "log_retention_days must be one of CloudWatch's values, such as 30, 90 or 365."
  }
}

variable "log_kms_key_arn" {
  description = "Key that encrypts the logs."
  type        = string

  validation {
    condition     = can(regex("^arn:[a-z-]+:kms:", var.log_kms_key_arn))
    error_message = "log_kms_key_arn must be the ARN of a KMS key."
  }
}

variable "dr_replication" {
  description = "Whether backups are replicated to the region of the provider `aws.dr`."
  type        = bool
  default     = false
}

variable "dr_kms_key_arn" {
  description = "Key in the disaster-recovery region that encrypts the replicated backups."
  type        = string
  default     = null

  validation {
    condition     = !var.dr_replication || can(regex("^arn:[a-z-]+:kms:", var.dr_kms_key_arn))
    error_message = "dr_kms_key_arn must be the ARN of a KMS key of the disaster-recovery region when dr_replication is on."
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
