locals {
  # Tier 0. Auto Mode brings these itself, so in auto mode the module that gets them is not there.
  addons_before_compute = {
    "vpc-cni" = {
      configuration = jsonencode({ enableNetworkPolicy = "true", env = { ENABLE_PREFIX_DELEGATION = "true" } })
      preserve      = true # a destroy that takes the network first leaves interfaces behind
      pod_identity  = { service_account = "aws-node", role_arn = try(module.pod_identity["vpc-cni"].role_arn, null) }
    }
    "kube-proxy"             = {}
    "eks-pod-identity-agent" = {}
  }

  # Tier 1, with where each is wanted.
  addons_after_compute = {
    "metrics-server"            = { when = true }
    "eks-node-monitoring-agent" = { when = local.managed }
    "coredns" = {
      when          = local.managed
      configuration = jsonencode({ autoScaling = { enabled = true, minReplicas = 2, maxReplicas = 6 } })
    }
    "aws-ebs-csi-driver" = {
      when = local.managed
      configuration = jsonencode({
        defaultStorageClass = { enabled = true }
        controller          = { extraVolumeTags = { project = var.name, environment = var.environment } } # Kubernetes makes the volumes, the budget counts by tags
      })
      pod_identity = { service_account = "ebs-csi-controller-sa", role_arn = try(module.pod_identity["ebs-csi"].role_arn, null) }
    }
    "external-dns" = {
      when = local.external_dns
      configuration = jsonencode({
        domainFilters = [var.domain_name]
        policy        = "sync" # records of deleted boards go too; the owner id keeps other clusters' records safe
        txtOwnerId    = local.name
      })
      pod_identity = { service_account = "external-dns", role_arn = try(module.pod_identity["external-dns"].role_arn, null) }
    }
  }
}
