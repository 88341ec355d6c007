variable "name" {
  description = "Name of the cluster."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{2,28}$", var.name))
    error_message = "name must be 3 to 29 lowercase letters, digits and '-', starting with a letter."
  }
}

variable "kubernetes_version" {
  description = "Kubernetes minor version, such as `1.35`."
  type        = string

  validation {
    condition     = can(regex("^1\\.[0-9]{2}$", var.kubernetes_version))
    error_message = "kubernetes_version must be a minor version such as 1.35, without a patch number."
  }
}

variable "subnet_ids" {
  description = "Subnets of the control plane's interfaces, in two zones at least; in auto mode of the nodes too."
  type        = list(string)

  validation {
    condition     = length(distinct(var.subnet_ids)) >= 2
    error_message = "subnet_ids needs two different subnets at least."
  }
}

variable "endpoint_public_access_cidrs" {
  description = "Who may reach the API endpoint from the internet. Empty: nobody, the endpoint is private."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for cidr in var.endpoint_public_access_cidrs : can(cidrnetmask(cidr)) && !endswith(cidr, "/0")])
    error_message = "endpoint_public_access_cidrs must be IPv4 ranges other than 0.0.0.0/0: name your office or VPN."
  }
}

variable "admin_principal_arns" {
  description = "IAM roles or users that administer the cluster."
  type        = set(string)

  validation {
    condition     = length(var.admin_principal_arns) > 0
    error_message = "admin_principal_arns must name one role or user at least: the creator gets no rights, so nobody could enter."
  }

  validation {
    condition     = alltrue([for arn in var.admin_principal_arns : can(regex("^arn:[a-z-]+:iam::[0-9]{12}:(role|user)/.+$", arn))])
    error_message = "admin_principal_arns must be ARNs of IAM roles or users (not of STS sessions)."
  }
}

variable "compute_mode" {
  description = "`managed`: node groups (module node-groups). `auto`: EKS Auto Mode."
  type        = string
  default     = "managed"

  validation {
    condition     = contains(["managed", "auto"], var.compute_mode)
    error_message = "compute_mode must be managed or auto."
  }
}

variable "auto_mode_node_pools" {
  description = "Built-in pools of Auto Mode. Empty: only pools that you bring."
  type        = set(string)
  default     = ["general-purpose", "system"]

  validation {
    condition     = length(setsubtract(var.auto_mode_node_pools, ["general-purpose", "system"])) == 0
    error_message = "auto_mode_node_pools may hold general-purpose and system."
  }
}

variable "log_retention_days" {
  description = "Retention of the control plane's logs, a value that CloudWatch allows."
  type        = number
  default     = 30

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827], var.log_retention_days)
    error_message = "log_retention_days must be one of CloudWatch's values, such as 30, 90 or 365."
  }
}

variable "log_kms_key_arn" {
  description = "Key that encrypts the control plane's logs."
  type        = string

  validation {
    condition     = can(regex("^arn:[a-z-]+:kms:", var.log_kms_key_arn))
    error_message = "log_kms_key_arn must be the ARN of a KMS key."
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
