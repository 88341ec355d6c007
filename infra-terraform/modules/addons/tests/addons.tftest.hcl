mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  cluster_name = "boards-dev"
  addons = {
    "vpc-cni" = {
      version       = "v1.20.1-eksbuild.3"
      configuration = "{\"enableNetworkPolicy\":\"true\"}"
      preserve      = true
      pod_identity  = { service_account = "aws-node", role_arn = "arn:aws:iam::111122223333:role/cni" }
    }
    "kube-proxy" = {}
  }
}

run "each_add_on_gets_its_version_configuration_and_identity" {
  assert {
    condition     = aws_eks_addon.this["vpc-cni"].addon_version == "v1.20.1-eksbuild.3" && aws_eks_addon.this["vpc-cni"].preserve
    error_message = "Version and preservation must reach the add-on."
  }

  assert {
    condition     = jsondecode(aws_eks_addon.this["vpc-cni"].configuration_values).enableNetworkPolicy == "true"
    error_message = "The configuration must reach the add-on."
  }

  assert {
    condition     = one(aws_eks_addon.this["vpc-cni"].pod_identity_association).role_arn == "arn:aws:iam::111122223333:role/cni" && length(aws_eks_addon.this["kube-proxy"].pod_identity_association) == 0
    error_message = "Only an add-on with a role gets an association."
  }

  assert {
    condition     = alltrue([for addon in aws_eks_addon.this : addon.cluster_name == "boards-dev" && addon.resolve_conflicts_on_update == "OVERWRITE"])
    error_message = "Add-ons are ours: foreign edits do not stop an update."
  }
}

run "bad_values_are_refused" {
  command = plan

  variables {
    cluster_name = "Boards"
    addons       = { "aws-load-balancer-controller" = {} }
  }

  expect_failures = [var.cluster_name, var.addons]
}

run "a_version_that_eks_cannot_know_is_refused" {
  command = plan

  variables {
    addons = { "vpc-cni" = { version = "1.20" } }
  }

  expect_failures = [var.addons]
}

run "a_configuration_that_is_not_json_is_refused" {
  command = plan

  variables {
    addons = { "vpc-cni" = { configuration = "enableNetworkPolicy: true" } }
  }

  expect_failures = [var.addons]
}
