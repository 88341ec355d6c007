variable "vpc_cidr" {
  description = "IPv4 range of the VPC, /16 to /20."
  type        = string
  default     = "10.0.0.0/16"

  validation {
    condition     = can(regex("^[0-9.]+/(1[6-9]|20)$", var.vpc_cidr)) && try(cidrhost(var.vpc_cidr, 0) == split("/", var.vpc_cidr)[0], false)
    error_message = "vpc_cidr must be an IPv4 network of /16 to /20 that starts at its first address, such as 10.0.0.0/16."
  }
}

variable "az_count" {
  description = "How many zones: 2 or 3."
  type        = number
  default     = 3

  validation {
    condition     = contains([2, 3], var.az_count) && (var.environment != "prod" || var.az_count == 3)
    error_message = "az_count must be 2 or 3, and 3 in prod."
  }
}

variable "nat_mode" {
  description = "Way out for nodes: `none` (private endpoints only), `single` (cheap) or `per_az` (no shared fate)."
  type        = string
  default     = "single"

  validation {
    condition     = contains(["none", "single", "per_az"], var.nat_mode)
    error_message = "nat_mode must be none, single or per_az."
  }

  validation {
    condition     = var.environment != "prod" || var.nat_mode != "single"
    error_message = "prod needs nat_mode per_az (or none): one gateway takes all zones down with its own."
  }
}

variable "interface_endpoints" {
  description = "AWS services reached over private endpoints; with `nat_mode = none` what a cluster needs is added."
  type        = set(string)
  default     = []

  validation {
    condition     = alltrue([for service in var.interface_endpoints : can(regex("^[a-z0-9.-]+$", service))])
    error_message = "interface_endpoints must be names of services such as ecr.api, without com.amazonaws and region."
  }
}

variable "domain_name" {
  description = "Domain under which boards get their names; null: no DNS and no certificate."
  type        = string
  default     = null

  validation {
    condition     = var.domain_name == null || can(regex("^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}$", var.domain_name))
    error_message = "domain_name must be a lowercase domain such as boards.example.org, without a dot at the end."
  }
}

variable "create_zone" {
  description = "Whether to make the public zone of domain_name (delegate to its name servers then) or to look it up."
  type        = bool
  default     = false

  validation {
    condition     = !var.create_zone || var.domain_name != null
    error_message = "create_zone needs a domain_name."
  }
}

variable "access_instances" {
  description = "Instances for Session Manager at the start, 0 to 2; later scaled by hand."
  type        = number
  default     = 0

  validation {
    condition     = contains([0, 1, 2], var.access_instances)
    error_message = "access_instances must be 0, 1 or 2."
  }
}
