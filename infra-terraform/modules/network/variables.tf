variable "name" {
  description = "Prefix of every name in the network."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{2,28}$", var.name))
    error_message = "name must be 3 to 29 lowercase letters, digits and '-', starting with a letter."
  }
}

variable "region" {
  description = "Region of the endpoint services, such as `eu-central-1`."
  type        = string

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.region))
    error_message = "region must look like eu-central-1."
  }
}

variable "vpc_cidr" {
  description = "IPv4 range of the VPC, /16 to /20."
  type        = string
  default     = "10.0.0.0/16"

  validation {
    condition     = can(cidrhost(var.vpc_cidr, 0)) && can(regex("^[0-9.]+/(1[6-9]|20)$", var.vpc_cidr)) && try(cidrhost(var.vpc_cidr, 0) == split("/", var.vpc_cidr)[0], false)
    error_message = "vpc_cidr must be an IPv4 network of /16 to /20 that starts at its first address, such as 10.0.0.0/16."
  }
}

variable "az_count" {
  description = "How many zones: 2 or 3."
  type        = number
  default     = 3

  validation {
    condition     = contains([2, 3], var.az_count)
    error_message = "az_count must be 2 or 3: EKS and RDS need two, a fourth adds only cost."
  }
}

variable "nat_mode" {
  description = "Way out for private subnets: `none` (interface endpoints only), `single` (one gateway, cheap) or `per_az` (no shared fate)."
  type        = string
  default     = "single"

  validation {
    condition     = contains(["none", "single", "per_az"], var.nat_mode)
    error_message = "nat_mode must be none, single or per_az."
  }
}

variable "interface_endpoints" {
  description = "AWS services reached over private endpoints (about 7 USD a month per service and zone). With `nat_mode = none` what a cluster needs is added."
  type        = set(string)
  default     = []

  validation {
    condition = length(setsubtract(var.interface_endpoints, [
      "autoscaling", "aps-workspaces", "ec2", "ec2messages", "ecr.api", "ecr.dkr", "eks", "eks-auth", "elasticloadbalancing",
      "kms", "logs", "monitoring", "rds", "secretsmanager", "sns", "ssm", "ssmmessages", "sts", "xray",
    ])) == 0
    error_message = "interface_endpoints holds a service this module does not know; see the list in modules/network/variables.tf."
  }
}

variable "log_retention_days" {
  description = "Retention of the flow log, a value that CloudWatch allows."
  type        = number
  default     = 30

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827], var.log_retention_days)
    error_message = "log_retention_days must be one of CloudWatch's values, such as 30, 90 or 365."
  }
}

variable "log_kms_key_arn" {
  description = "Key that encrypts the flow log."
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
