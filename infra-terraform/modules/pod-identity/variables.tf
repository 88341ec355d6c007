variable "name" {
  description = "Name of the role."
  type        = string

  validation {
    condition     = can(regex("^[a-zA-Z0-9+=,.@_-]{3,64}$", var.name))
    error_message = "name must be 3 to 64 characters that IAM allows."
  }
}

variable "cluster_name" {
  description = "Cluster whose pods may take the role."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{2,28}$", var.cluster_name))
    error_message = "cluster_name must be 3 to 29 lowercase letters, digits and '-', starting with a letter."
  }
}

variable "namespace" {
  description = "Namespace of the service account."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", var.namespace))
    error_message = "namespace must be a DNS label; wildcards would hand the role to strangers."
  }
}

variable "service_account" {
  description = "Service account that gets the role."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$", var.service_account))
    error_message = "service_account must be a DNS name; wildcards would hand the role to strangers."
  }
}

variable "policies" {
  description = "What the role may do: IAM policy documents in JSON, by name. Names are static, so that a document may hold values known only after apply."
  type        = map(string)
  default     = {}

  validation {
    condition     = alltrue([for policy in values(var.policies) : can(jsondecode(policy).Statement)])
    error_message = "policies must be IAM policy documents in JSON."
  }
}

variable "managed_policy_arns" {
  description = "AWS-managed policies of the role."
  type        = set(string)
  default     = []

  validation {
    condition     = alltrue([for arn in var.managed_policy_arns : can(regex("^arn:[a-z-]+:iam::(aws|[0-9]{12}):policy/", arn))])
    error_message = "managed_policy_arns must be ARNs of IAM policies."
  }
}

variable "create_association" {
  description = "Whether to bind role and service account here. False for EKS add-ons, which bind it themselves."
  type        = bool
  default     = true
}

variable "irsa" {
  description = "OIDC provider that may give the role too, for a service account annotated with the role's ARN."
  type        = object({ provider_arn = string, issuer = string })
  default     = null

  validation {
    condition     = var.irsa == null || !startswith(try(var.irsa.issuer, ""), "https://")
    error_message = "irsa.issuer must come without https://, as IAM's condition keys want it."
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
