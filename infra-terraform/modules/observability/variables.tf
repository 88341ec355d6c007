variable "name" {
  description = "Name of the cluster that is watched, and prefix of every name."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{2,28}$", var.name))
    error_message = "name must be 3 to 29 lowercase letters, digits and '-', starting with a letter."
  }
}

variable "region" {
  description = "Region whose CloudWatch Logs may use the key."
  type        = string

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.region))
    error_message = "region must look like eu-central-1."
  }
}

variable "alarm_emails" {
  description = "Who is told; everyone has to confirm once."
  type        = set(string)
  default     = []

  validation {
    condition     = alltrue([for email in var.alarm_emails : can(regex("^[^@ ]+@[^@ ]+\\.[^@ ]+$", email))])
    error_message = "alarm_emails must be e-mail addresses."
  }
}

variable "log_retention_days" {
  description = "Retention of the applications' logs, a value that CloudWatch allows."
  type        = number
  default     = 30

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827], var.log_retention_days)
    error_message = "log_retention_days must be one of CloudWatch's values, such as 30, 90 or 365."
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

variable "cost_tags" {
  description = "Tags that select this environment's costs; empty: the account's."
  type        = map(string)
  default     = {}

  validation {
    condition     = length(var.cost_tags) <= 1
    error_message = "cost_tags may hold one tag: AWS Budgets joins several with OR."
  }
}

variable "managed_prometheus" {
  description = "Whether to make an Amazon Managed Prometheus workspace for remote write."
  type        = bool
  default     = false
}
