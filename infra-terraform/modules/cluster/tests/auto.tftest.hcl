mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name                 = "boards-dev"
  kubernetes_version   = "1.35"
  subnet_ids           = ["subnet-a", "subnet-b"]
  admin_principal_arns = ["arn:aws:iam::111122223333:role/admins"]
  log_kms_key_arn      = "arn:aws:kms:eu-central-1:111122223333:key/logs"
  compute_mode         = "auto"
}

run "auto_mode_switches_compute_load_balancing_and_storage_together" {
  assert {
    condition     = aws_eks_cluster.this.compute_config[0].enabled && aws_eks_cluster.this.kubernetes_network_config[0].elastic_load_balancing[0].enabled && aws_eks_cluster.this.storage_config[0].block_storage[0].enabled
    error_message = "EKS refuses Auto Mode unless all three are on."
  }

  assert {
    condition     = aws_eks_cluster.this.bootstrap_self_managed_addons == false
    error_message = "EKS refuses Auto Mode with self-managed add-ons."
  }

  assert {
    condition     = aws_eks_cluster.this.compute_config[0].node_pools == toset(["general-purpose", "system"]) && aws_eks_cluster.this.compute_config[0].node_role_arn == aws_iam_role.auto_node[0].arn
    error_message = "The built-in pools need the role of their nodes."
  }

  assert {
    condition     = length(aws_iam_role_policy_attachment.cluster) == 5 && contains(jsondecode(aws_iam_role.cluster.assume_role_policy).Statement[0].Action, "sts:TagSession")
    error_message = "Auto Mode needs its four policies beside the cluster's, and TagSession."
  }

  assert {
    condition     = length(aws_eks_access_entry.auto_node) == 0
    error_message = "EKS makes the nodes' access entry itself for built-in pools; a second one fails."
  }
}

run "pools_of_your_own_get_the_access_entry_that_nobody_else_makes" {
  variables {
    auto_mode_node_pools = []
  }

  assert {
    condition     = aws_eks_access_entry.auto_node[0].type == "EC2" && endswith(aws_eks_access_policy_association.auto_node[0].policy_arn, "/AmazonEKSAutoNodePolicy")
    error_message = "Nodes of custom pools cannot join without entry and policy."
  }

  assert {
    condition     = aws_eks_cluster.this.compute_config[0].node_role_arn == null && output.auto_node_role_name == aws_iam_role.auto_node[0].name
    error_message = "Without built-in pools EKS refuses a node role; the NodeClass names it."
  }
}

run "bad_values_are_refused" {
  command = plan

  variables {
    name                         = "boards_dev"
    kubernetes_version           = "1.35.4"
    subnet_ids                   = ["subnet-a", "subnet-a"]
    endpoint_public_access_cidrs = ["0.0.0.0/0"]
    admin_principal_arns         = []
    compute_mode                 = "fargate"
    auto_mode_node_pools         = ["gpu"]
    log_retention_days           = 31
    log_kms_key_arn              = "alias/logs"
    permissions_boundary_arn     = "boundary"
  }

  expect_failures = [
    var.name, var.kubernetes_version, var.subnet_ids, var.endpoint_public_access_cidrs, var.admin_principal_arns, var.compute_mode,
    var.auto_mode_node_pools, var.log_retention_days, var.log_kms_key_arn,
    var.permissions_boundary_arn,
  ]
}

run "a_session_is_not_an_admin" {
  command = plan

  variables {
    admin_principal_arns = ["arn:aws:sts::111122223333:assumed-role/admins/alice"]
  }

  expect_failures = [var.admin_principal_arns]
}

run "ipv6_does_not_open_the_endpoint_to_all_either" {
  command = plan

  variables {
    endpoint_public_access_cidrs = ["::/0"]
  }

  expect_failures = [var.endpoint_public_access_cidrs]
}
