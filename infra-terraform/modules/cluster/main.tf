locals {
  auto = var.compute_mode == "auto"
}

module "secrets_key" {
  source = "../kms-key"

  name        = "${var.name}-eks-secrets"
  description = "Kubernetes Secrets of the cluster ${var.name}"
}

# Made before the cluster: otherwise EKS makes it, without retention or key.
resource "aws_cloudwatch_log_group" "control_plane" {
  name              = "/aws/eks/${var.name}/cluster"
  retention_in_days = var.log_retention_days
  kms_key_id        = var.log_kms_key_arn
}

resource "aws_eks_cluster" "this" {
  name     = var.name
  version  = var.kubernetes_version
  role_arn = aws_iam_role.cluster.arn

  enabled_cluster_log_types = ["api", "audit", "authenticator", "controllerManager", "scheduler"]

  # The add-ons are ours (module addons), so that their versions and order are too.
  bootstrap_self_managed_addons = false

  access_config {
    authentication_mode = "API"
    # Always explicit: a later change of this value replaces the cluster.
    bootstrap_cluster_creator_admin_permissions = false
  }

  encryption_config {
    resources = ["secrets"]
    provider {
      key_arn = module.secrets_key.arn
    }
  }

  vpc_config {
    subnet_ids              = var.subnet_ids
    endpoint_private_access = true
    endpoint_public_access  = length(var.endpoint_public_access_cidrs) > 0
    public_access_cidrs     = length(var.endpoint_public_access_cidrs) > 0 ? var.endpoint_public_access_cidrs : null
  }

  # STANDARD upgrades by itself at the end of standard support instead of paying six times the price.
  upgrade_policy {
    support_type = "STANDARD"
  }

  zonal_shift_config {
    enabled = true
  }

  # Auto Mode wants the three blocks switched together, on and off.
  compute_config {
    enabled       = local.auto
    node_pools    = local.auto ? var.auto_mode_node_pools : null
    node_role_arn = local.auto && length(var.auto_mode_node_pools) > 0 ? aws_iam_role.auto_node[0].arn : null
  }

  kubernetes_network_config {
    elastic_load_balancing {
      enabled = local.auto
    }
  }

  storage_config {
    block_storage {
      enabled = local.auto
    }
  }

  depends_on = [
    aws_cloudwatch_log_group.control_plane,
    aws_iam_role_policy_attachment.cluster,
  ]
}

# For charts that still want IRSA; Pod Identity is the default. AWS knows its own issuer's certificate: no thumbprint.
resource "aws_iam_openid_connect_provider" "cluster" {
  url            = aws_eks_cluster.this.identity[0].oidc[0].issuer
  client_id_list = ["sts.amazonaws.com"]
}
