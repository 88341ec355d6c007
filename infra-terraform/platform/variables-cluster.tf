variable "kubernetes_version" {
  description = "Kubernetes minor version. STANDARD support upgrades it by itself when it ends."
  type        = string
  default     = "1.35"

  validation {
    condition     = can(regex("^1\\.[0-9]{2}$", var.kubernetes_version))
    error_message = "kubernetes_version must be a minor version such as 1.35, without a patch number."
  }
}

variable "endpoint_public_access_cidrs" {
  description = "Who may reach the Kubernetes API from the internet. Empty: nobody; use Session Manager or a VPN."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for cidr in var.endpoint_public_access_cidrs : can(cidrnetmask(cidr)) && !endswith(cidr, "/0")])
    error_message = "endpoint_public_access_cidrs must be IPv4 ranges other than 0.0.0.0/0: name your office or VPN."
  }
}

variable "admin_principal_arns" {
  description = "IAM roles or users that administer the cluster. Whoever applies gets no rights by it."
  type        = set(string)

  validation {
    condition     = length(var.admin_principal_arns) > 0 && alltrue([for arn in var.admin_principal_arns : can(regex("^arn:[a-z-]+:iam::[0-9]{12}:(role|user)/.+$", arn))])
    error_message = "admin_principal_arns must be ARNs of IAM roles or users, one at least."
  }
}

variable "compute_mode" {
  description = "`managed`: node groups with Cluster Autoscaler. `auto`: EKS Auto Mode (about 12 % on top of EC2)."
  type        = string
  default     = "managed"

  validation {
    condition     = contains(["managed", "auto"], var.compute_mode)
    error_message = "compute_mode must be managed or auto."
  }
}

variable "node_groups" {
  description = "Node groups by name, see modules/node-groups; unused in auto mode."
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
  default = {
    base = { instance_types = ["t4g.large"], min_size = 2, max_size = 4 }
    spot = { capacity_type = "SPOT", instance_types = ["t4g.large", "m6g.large", "m7g.large"], min_size = 0, max_size = 6 }
  }

  validation {
    condition     = var.compute_mode == "auto" || length(var.node_groups) > 0
    error_message = "node_groups must not be empty in managed mode: the add-ons would have nowhere to run."
  }
}

variable "addon_versions" {
  description = "Versions of EKS add-ons by name; what is not named takes EKS's default for the cluster's version."
  type        = map(string)
  default     = {}

  validation {
    condition = length(setsubtract(keys(var.addon_versions), concat(
      ["aws-ebs-csi-driver", "coredns", "eks-node-monitoring-agent", "eks-pod-identity-agent", "external-dns", "kube-proxy", "metrics-server", "vpc-cni"],
      tolist(var.optional_addons),
    ))) == 0
    error_message = "addon_versions names an add-on that is not installed here."
  }
}

variable "optional_addons" {
  description = "More add-ons: `cert-manager`, `kube-state-metrics`, `prometheus-node-exporter`, `snapshot-controller`."
  type        = set(string)
  default     = []

  validation {
    condition     = length(setsubtract(var.optional_addons, ["cert-manager", "kube-state-metrics", "prometheus-node-exporter", "snapshot-controller"])) == 0
    error_message = "optional_addons may hold cert-manager, kube-state-metrics, prometheus-node-exporter and snapshot-controller."
  }
}

variable "pull_through_cache" {
  description = "Public registries to copy images from on demand: `ecr-public`, `kubernetes`, `quay`."
  type        = set(string)
  default     = []

  validation {
    condition     = length(setsubtract(var.pull_through_cache, ["ecr-public", "kubernetes", "quay"])) == 0
    error_message = "pull_through_cache may hold ecr-public, kubernetes and quay."
  }

  validation {
    condition     = length(var.pull_through_cache) == 0 || var.nat_mode != "none"
    error_message = "pull_through_cache needs nat_mode single or per_az: ECR fetches an image for the first time by way of a NAT gateway. Without one, push the images to this account's registry yourself."
  }
}
