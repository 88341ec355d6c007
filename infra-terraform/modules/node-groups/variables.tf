variable "partition" {
  description = "AWS partition of the managed policies. Not looked up: a data source would be read anew, and the policies attached anew, whenever an add-on that the nodes wait for changes."
  type        = string
  default     = "aws"

  validation {
    condition     = can(regex("^aws(-[a-z]+)*$", var.partition))
    error_message = "partition must be aws, aws-cn or aws-us-gov."
  }
}

variable "cluster_name" {
  description = "Cluster that the nodes join."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{2,28}$", var.cluster_name))
    error_message = "cluster_name must be 3 to 29 lowercase letters, digits and '-', starting with a letter."
  }
}

variable "kubernetes_version" {
  description = "Version of the nodes; the cluster's own, or one older while it upgrades."
  type        = string

  validation {
    condition     = can(regex("^1\\.[0-9]{2}$", var.kubernetes_version))
    error_message = "kubernetes_version must be a minor version such as 1.35, without a patch number."
  }
}

variable "cluster_security_group_id" {
  description = "Security group of the cluster; nodes cannot join without it."
  type        = string

  validation {
    condition     = length(var.cluster_security_group_id) > 0
    error_message = "cluster_security_group_id must not be empty."
  }
}

variable "additional_security_group_ids" {
  description = "More groups of every node, such as the one that opens the database."
  type        = list(string)
  default     = []

  validation {
    condition     = length(var.additional_security_group_ids) <= 4
    error_message = "additional_security_group_ids may hold 4: a network interface has 5 groups and the cluster's is one."
  }
}

variable "subnet_ids" {
  description = "Subnets of the nodes."
  type        = list(string)

  validation {
    condition     = length(distinct(var.subnet_ids)) >= 2
    error_message = "subnet_ids needs two different subnets at least."
  }
}

variable "node_groups" {
  description = "Node groups by name. Several instance types make spot interruptions rarer; one of them suffices on demand."
  type = map(object({
    capacity_type  = optional(string, "ON_DEMAND")
    instance_types = list(string)
    ami_type       = optional(string, "AL2023_ARM_64_STANDARD")
    min_size       = number
    max_size       = number
    desired_size   = optional(number)
    disk_size_gib  = optional(number, 50)
    labels         = optional(map(string), {})
    taints         = optional(list(object({ key = string, value = optional(string), effect = string })), [])
  }))

  validation {
    condition     = anytrue([for group in var.node_groups : group.capacity_type == "ON_DEMAND"])
    error_message = "node_groups needs one ON_DEMAND group at least: add-ons and the operator must survive a spot shortage."
  }

  validation {
    condition     = alltrue([for group in var.node_groups : contains(["ON_DEMAND", "SPOT"], group.capacity_type)])
    error_message = "capacity_type must be ON_DEMAND or SPOT."
  }

  validation {
    condition     = alltrue([for group in var.node_groups : group.capacity_type != "SPOT" || length(distinct(group.instance_types)) >= 3])
    error_message = "A SPOT group needs three different instance types at least: one type is one pool to lose."
  }

  validation {
    # Graviton families end their generation in g: m7g.large, t4g.small, c7gn.xlarge.
    condition = alltrue([for group in var.node_groups :
      length(group.instance_types) > 0 &&
      alltrue([for type in group.instance_types : can(regex("^[a-z]+[0-9]+g", type)) == strcontains(group.ami_type, "ARM_64")])
    ])
    error_message = "Every instance type of a group must have the architecture of its ami_type (ARM_64: Graviton such as m7g.large)."
  }

  validation {
    condition = alltrue([for group in var.node_groups :
      group.min_size >= 0 && group.max_size >= 1 && group.min_size <= group.max_size &&
      coalesce(group.desired_size, group.min_size) >= group.min_size && coalesce(group.desired_size, group.min_size) <= group.max_size
    ])
    error_message = "Sizes must fit: 0 <= min_size <= desired_size <= max_size, and max_size at least 1."
  }

  validation {
    condition     = alltrue([for group in var.node_groups : contains(["AL2023_ARM_64_STANDARD", "AL2023_x86_64_STANDARD", "BOTTLEROCKET_ARM_64", "BOTTLEROCKET_x86_64"], group.ami_type)])
    error_message = "ami_type must be AL2023_ARM_64_STANDARD, AL2023_x86_64_STANDARD, BOTTLEROCKET_ARM_64 or BOTTLEROCKET_x86_64."
  }

  validation {
    condition     = alltrue([for group in var.node_groups : group.disk_size_gib >= 20])
    error_message = "disk_size_gib must be 20 at least: images of add-ons and boards have to fit."
  }
}

variable "tags" {
  description = "Tags of the instances, disks and interfaces that launch templates start: the provider's default tags do not reach them."
  type        = map(string)
  default     = {}

  validation {
    condition     = alltrue([for key in keys(var.tags) : !startswith(key, "aws:")])
    error_message = "tags must not use the reserved prefix aws:."
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
