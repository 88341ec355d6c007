mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name                 = "boards-dev"
  kubernetes_version   = "1.35"
  subnet_ids           = ["subnet-a", "subnet-b", "subnet-c"]
  admin_principal_arns = ["arn:aws:iam::111122223333:role/admins", "arn:aws:iam::111122223333:role/break-glass"]
  log_kms_key_arn      = "arn:aws:kms:eu-central-1:111122223333:key/logs"
}

run "all_control_plane_logs_are_kept_and_encrypted" {
  assert {
    condition     = aws_eks_cluster.this.enabled_cluster_log_types == toset(["api", "audit", "authenticator", "controllerManager", "scheduler"])
    error_message = "All five kinds of log must be on."
  }

  assert {
    condition     = aws_cloudwatch_log_group.control_plane.name == "/aws/eks/boards-dev/cluster" && aws_cloudwatch_log_group.control_plane.retention_in_days == 30 && aws_cloudwatch_log_group.control_plane.kms_key_id == var.log_kms_key_arn
    error_message = "The log group must be the one that EKS writes to, with retention and key."
  }

  assert {
    condition     = aws_eks_cluster.this.encryption_config[0].resources == toset(["secrets"]) && aws_eks_cluster.this.encryption_config[0].provider[0].key_arn == module.secrets_key.arn
    error_message = "Kubernetes Secrets must be encrypted with the cluster's own key."
  }
}

run "the_endpoint_is_private" {
  assert {
    condition     = aws_eks_cluster.this.vpc_config[0].endpoint_private_access && !aws_eks_cluster.this.vpc_config[0].endpoint_public_access
    error_message = "Without public ranges the endpoint must be private only."
  }

  assert {
    condition     = aws_eks_cluster.this.vpc_config[0].subnet_ids == toset(["subnet-a", "subnet-b", "subnet-c"])
    error_message = "The control plane's interfaces belong into the given subnets."
  }
}

run "named_ranges_open_the_endpoint_to_themselves_only" {
  command = plan

  variables {
    endpoint_public_access_cidrs = ["203.0.113.0/24"]
  }

  assert {
    condition     = aws_eks_cluster.this.vpc_config[0].endpoint_public_access && aws_eks_cluster.this.vpc_config[0].public_access_cidrs == toset(["203.0.113.0/24"])
    error_message = "The endpoint must be open to the named range and nobody else."
  }

  assert {
    condition     = aws_eks_cluster.this.vpc_config[0].endpoint_private_access
    error_message = "Nodes keep the private way."
  }
}

run "only_the_named_admins_enter" {
  assert {
    condition     = aws_eks_cluster.this.access_config[0].authentication_mode == "API" && aws_eks_cluster.this.access_config[0].bootstrap_cluster_creator_admin_permissions == false
    error_message = "Access must come by entries, and the creator must get none by itself."
  }

  assert {
    condition     = toset([for entry in aws_eks_access_entry.admin : entry.principal_arn]) == var.admin_principal_arns && toset([for association in aws_eks_access_policy_association.admin : association.principal_arn]) == var.admin_principal_arns
    error_message = "Each admin needs an entry and its policy."
  }

  assert {
    condition     = alltrue([for association in aws_eks_access_policy_association.admin : endswith(association.policy_arn, "/AmazonEKSClusterAdminPolicy") && association.access_scope[0].type == "cluster"])
    error_message = "Admins administer the whole cluster."
  }
}

run "managed_mode_switches_auto_mode_off_as_a_whole" {
  assert {
    condition     = !aws_eks_cluster.this.compute_config[0].enabled && !aws_eks_cluster.this.kubernetes_network_config[0].elastic_load_balancing[0].enabled && !aws_eks_cluster.this.storage_config[0].block_storage[0].enabled
    error_message = "Auto Mode's three switches must be off together."
  }

  assert {
    condition     = toset([for attachment in aws_iam_role_policy_attachment.cluster : attachment.policy_arn]) == toset(["arn:aws:iam::aws:policy/AmazonEKSClusterPolicy"]) && length(aws_iam_role.auto_node) == 0 && output.auto_node_role_name == null
    error_message = "Managed mode needs the cluster policy only, and no role for Auto Mode's nodes."
  }

  assert {
    condition     = aws_eks_cluster.this.bootstrap_self_managed_addons == false && aws_eks_cluster.this.upgrade_policy[0].support_type == "STANDARD"
    error_message = "Add-ons are ours, and extended support must not start by itself."
  }

  assert {
    condition     = aws_iam_openid_connect_provider.cluster.url == "https://oidc.eks.eu-central-1.amazonaws.com/id/MOCKED" && output.oidc_issuer == "oidc.eks.eu-central-1.amazonaws.com/id/MOCKED"
    error_message = "IRSA needs the cluster's issuer as OIDC provider."
  }

  assert {
    condition     = aws_eks_cluster.this.role_arn == aws_iam_role.cluster.arn && jsondecode(aws_iam_role.cluster.assume_role_policy).Statement[0].Principal.Service == "eks.amazonaws.com"
    error_message = "The cluster's role is for EKS alone."
  }
}
