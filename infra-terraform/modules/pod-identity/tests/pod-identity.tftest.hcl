mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name            = "boards-dev-external-secrets"
  cluster_name    = "boards-dev"
  namespace       = "external-secrets"
  service_account = "external-secrets"
  policies        = { read = "{\"Version\":\"2012-10-17\",\"Statement\":[]}" }
}

run "only_the_named_service_account_of_this_cluster_takes_the_role" {
  assert {
    condition     = jsondecode(aws_iam_role.this.assume_role_policy).Statement[0].Principal == { Service = "pods.eks.amazonaws.com" } && toset(jsondecode(aws_iam_role.this.assume_role_policy).Statement[0].Action) == toset(["sts:AssumeRole", "sts:TagSession"])
    error_message = "Pod Identity needs its principal and both actions."
  }

  assert {
    condition = jsondecode(aws_iam_role.this.assume_role_policy).Statement[0].Condition.StringEquals == {
      "aws:RequestTag/eks-cluster-name"           = "boards-dev"
      "aws:RequestTag/kubernetes-namespace"       = "external-secrets"
      "aws:RequestTag/kubernetes-service-account" = "external-secrets"
    }
    error_message = "Cluster, namespace and service account must all be pinned."
  }

  assert {
    condition     = length(jsondecode(aws_iam_role.this.assume_role_policy).Statement) == 1
    error_message = "Without IRSA nobody else may take the role."
  }

  assert {
    condition     = aws_eks_pod_identity_association.this[0].role_arn == aws_iam_role.this.arn && aws_eks_pod_identity_association.this[0].service_account == "external-secrets"
    error_message = "The association must bind this role to the service account."
  }

  assert {
    condition     = aws_iam_role_policy.this["read"].role == aws_iam_role.this.id && length(aws_iam_role_policy_attachment.this) == 0
    error_message = "The role gets the named policy and no other."
  }
}

run "an_add_on_binds_its_role_itself" {
  variables {
    create_association  = false
    policies            = {}
    managed_policy_arns = ["arn:aws:iam::aws:policy/AmazonEKS_CNI_Policy"]
  }

  assert {
    condition     = length(aws_eks_pod_identity_association.this) == 0 && length(aws_iam_role_policy_attachment.this) == 1 && length(aws_iam_role_policy.this) == 0
    error_message = "An add-on's role needs its managed policy and no association."
  }
}

run "irsa_is_pinned_to_the_same_service_account" {
  variables {
    irsa = { provider_arn = "arn:aws:iam::111122223333:oidc-provider/mocked", issuer = "oidc.eks.example/id/1" }
  }

  assert {
    condition = jsondecode(aws_iam_role.this.assume_role_policy).Statement[1].Condition.StringEquals == {
      "oidc.eks.example/id/1:aud" = "sts.amazonaws.com"
      "oidc.eks.example/id/1:sub" = "system:serviceaccount:external-secrets:external-secrets"
    }
    error_message = "IRSA must accept this service account's tokens only."
  }
}

run "bad_values_are_refused" {
  command = plan

  variables {
    name                     = "a b"
    cluster_name             = "Boards"
    namespace                = "*"
    service_account          = "*"
    policies                 = { read = "allow everything" }
    managed_policy_arns      = ["AdministratorAccess"]
    irsa                     = { provider_arn = "arn:aws:iam::111122223333:oidc-provider/mocked", issuer = "https://oidc.eks.example/id/1" }
    permissions_boundary_arn = "boundary"
  }

  expect_failures = [
    var.name, var.cluster_name, var.namespace, var.service_account, var.policies, var.managed_policy_arns, var.irsa,
    var.permissions_boundary_arn,
  ]
}
