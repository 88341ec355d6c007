variable "log_retention_days" {
  description = "Retention of all logs, a value that CloudWatch allows; null: 365 in prod, else 30."
  type        = number
  default     = null

  validation {
    condition     = var.log_retention_days == null || contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827], coalesce(var.log_retention_days, 1))
    error_message = "log_retention_days must be one of CloudWatch's values, such as 30, 90 or 365."
  }
}

variable "alarm_emails" {
  description = "Who is told of alarms; everyone has to confirm once."
  type        = set(string)
  default     = []

  validation {
    condition     = alltrue([for email in var.alarm_emails : can(regex("^[^@ ]+@[^@ ]+\\.[^@ ]+$", email))])
    error_message = "alarm_emails must be e-mail addresses."
  }
}

variable "monthly_budget_usd" {
  description = "Costs a month that raise an alarm: at 80 % spent, or 100 % forecast."
  type        = number
  default     = 400

  validation {
    condition     = var.monthly_budget_usd > 0
    error_message = "monthly_budget_usd must be more than 0."
  }
}

variable "managed_prometheus" {
  description = "Whether to make an Amazon Managed Prometheus workspace for remote write."
  type        = bool
  default     = false
}

variable "board" {
  description = "The board that the outputs `messageboard` and `messageboard_provisioned` print, and whose API gets a role."
  type = object({
    name      = optional(string, "team")
    namespace = optional(string, "boards")
    title     = optional(string, "Team board")
    version   = optional(string, "0.1.0")
    scheme    = optional(string, "internet-facing")
  })
  default = {}

  validation {
    condition     = can(regex("^[a-z]([a-z0-9-]{0,26}[a-z0-9])?$", var.board.name))
    error_message = "board.name must be a DNS label that starts with a letter, 28 at most: its IAM role and its MySQL users end in it, at 64 and 32."
  }

  validation {
    condition     = contains(["internet-facing", "internal"], var.board.scheme)
    error_message = "board.scheme must be internet-facing or internal."
  }

  validation {
    condition     = var.board.version != "latest"
    error_message = "board.version must be a version: latest has no way back."
  }
}

variable "permissions_boundary_arn" {
  description = "Permissions boundary of every role, without which the CI role of bootstrap may make none; null: none."
  type        = string
  default     = null

  validation {
    condition     = var.permissions_boundary_arn == null || can(regex("^arn:[a-z-]+:iam::[0-9]{12}:policy/", var.permissions_boundary_arn))
    error_message = "permissions_boundary_arn must be the ARN of an IAM policy of the account, such as bootstrap's output permissions_boundary_arn."
  }
}
