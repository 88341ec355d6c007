variable "name" {
  description = "Whose domain it is, for the zone's comment."
  type        = string

  validation {
    condition     = length(var.name) >= 3
    error_message = "name must be 3 characters or more."
  }
}

variable "domain_name" {
  description = "Domain under which boards get their names, such as `boards.example.org`."
  type        = string

  validation {
    condition     = can(regex("^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}$", var.domain_name))
    error_message = "domain_name must be a lowercase domain such as boards.example.org, without a dot at the end."
  }
}

variable "create_zone" {
  description = "Whether to make the public zone (delegate to its name servers then) or to look it up."
  type        = bool
  default     = false
}
