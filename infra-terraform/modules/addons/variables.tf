variable "cluster_name" {
  description = "Cluster that gets the add-ons."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{2,28}$", var.cluster_name))
    error_message = "cluster_name must be 3 to 29 lowercase letters, digits and '-', starting with a letter."
  }
}

variable "addons" {
  description = "Add-ons by EKS's name. `version = null` takes EKS's default for the cluster's version; `configuration` is JSON."
  type = map(object({
    version       = optional(string)
    configuration = optional(string)
    preserve      = optional(bool, false)
    pod_identity  = optional(object({ service_account = string, role_arn = string }))
  }))

  validation {
    condition = length(setsubtract(keys(var.addons), [
      "amazon-cloudwatch-observability", "aws-ebs-csi-driver", "cert-manager", "coredns", "eks-node-monitoring-agent", "eks-pod-identity-agent",
      "external-dns", "fluent-bit", "kube-proxy", "kube-state-metrics", "metrics-server", "prometheus-node-exporter", "snapshot-controller", "vpc-cni",
    ])) == 0
    error_message = "addons holds a name that is not an EKS add-on this project was planned with; see modules/addons/variables.tf."
  }

  validation {
    condition     = alltrue([for addon in var.addons : addon.version == null || can(regex("^v[0-9]+\\.[0-9]+\\.[0-9]+-eksbuild\\.[0-9]+$", addon.version))])
    error_message = "An add-on's version looks like v1.20.1-eksbuild.3 (aws eks describe-addon-versions lists them)."
  }

  validation {
    condition     = alltrue([for addon in var.addons : addon.configuration == null || can(jsondecode(addon.configuration))])
    error_message = "An add-on's configuration must be JSON."
  }
}
