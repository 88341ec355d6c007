locals {
  pod_identity_statement = {
    Sid       = "PodIdentity"
    Effect    = "Allow"
    Principal = { Service = "pods.eks.amazonaws.com" }
    Action    = ["sts:AssumeRole", "sts:TagSession"]
    # Session tags that EKS sets: another cluster, namespace or service account of this account gets nothing.
    Condition = { StringEquals = {
      "aws:RequestTag/eks-cluster-name"           = var.cluster_name
      "aws:RequestTag/kubernetes-namespace"       = var.namespace
      "aws:RequestTag/kubernetes-service-account" = var.service_account
    } }
  }

  irsa_statements = var.irsa == null ? [] : [{
    Sid       = "Irsa"
    Effect    = "Allow"
    Principal = { Federated = var.irsa.provider_arn }
    Action    = "sts:AssumeRoleWithWebIdentity"
    Condition = { StringEquals = {
      "${var.irsa.issuer}:aud" = "sts.amazonaws.com"
      "${var.irsa.issuer}:sub" = "system:serviceaccount:${var.namespace}:${var.service_account}"
    } }
  }]
}

resource "aws_iam_role" "this" {
  name                 = var.name
  permissions_boundary = var.permissions_boundary_arn
  description          = "Pods of ${var.namespace}/${var.service_account} in ${var.cluster_name}"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = concat([local.pod_identity_statement], local.irsa_statements)
  })
}

resource "aws_iam_role_policy" "this" {
  for_each = var.policies

  name   = each.key
  role   = aws_iam_role.this.id
  policy = each.value
}

resource "aws_iam_role_policy_attachment" "this" {
  for_each = var.managed_policy_arns

  role       = aws_iam_role.this.name
  policy_arn = each.key
}

# An EKS add-on makes its own association from the role; everything else needs this one.
resource "aws_eks_pod_identity_association" "this" {
  count = var.create_association ? 1 : 0

  cluster_name    = var.cluster_name
  namespace       = var.namespace
  service_account = var.service_account
  role_arn        = aws_iam_role.this.arn
}
