variable "name" {
  description = "Alias of the key, without `alias/`."
  type        = string

  validation {
    condition     = can(regex("^[a-zA-Z0-9/_-]{1,100}$", var.name)) && !startswith(var.name, "aws/")
    error_message = "name may hold letters, digits, '/', '_' and '-', at most 100, and must not start with 'aws/'."
  }
}

variable "description" {
  description = "What the key protects, as shown in the console."
  type        = string

  validation {
    condition     = length(var.description) >= 5
    error_message = "description must say what the key protects (5 characters or more)."
  }
}

variable "service_principals" {
  description = "AWS services that may use the key for this account, such as `sns.amazonaws.com`."
  type        = set(string)
  default     = []

  validation {
    condition     = alltrue([for service in var.service_principals : can(regex("^[a-z0-9.-]+\\.amazonaws\\.com$", service))])
    error_message = "service_principals must end in .amazonaws.com, such as logs.eu-central-1.amazonaws.com."
  }
}

variable "deletion_window_days" {
  description = "Days between asking for the key's deletion and the deletion itself."
  type        = number
  default     = 30

  validation {
    condition     = var.deletion_window_days >= 7 && var.deletion_window_days <= 30
    error_message = "deletion_window_days must be 7 to 30."
  }
}
