variable "database" {
  description = "The RDS MySQL server; defaults are those of modules/database. Its limits are checked there."
  type = object({
    engine_version             = optional(string, "8.4")
    instance_class             = optional(string, "db.t4g.medium")
    allocated_storage_gib      = optional(number, 20)
    max_allocated_storage_gib  = optional(number, 100)
    multi_az                   = optional(bool, false)
    backup_retention_days      = optional(number, 7)
    deletion_protection        = optional(bool, true)
    secret_rotation_days       = optional(number, 30)
    connection_alarm_threshold = optional(number, 250)
  })
  default = {}

  validation {
    condition     = var.environment != "prod" || var.database.multi_az
    error_message = "prod needs database.multi_az = true: a lost zone must not take the boards with it."
  }

  validation {
    condition     = var.environment != "prod" || var.database.deletion_protection
    error_message = "prod needs database.deletion_protection = true."
  }

  validation {
    condition     = var.environment != "prod" || var.database.backup_retention_days >= 7
    error_message = "prod needs database.backup_retention_days of 7 or more."
  }
}

variable "backup_vault_retention_days" {
  description = "Days that the daily backups of the vault are kept, beyond point-in-time recovery."
  type        = number
  default     = 35

  validation {
    condition     = var.backup_vault_retention_days >= 7 && var.backup_vault_retention_days <= 3650
    error_message = "backup_vault_retention_days must be 7 to 3650."
  }
}
