# A ceiling, which grants nothing: what the roles of the platform may be given at most. They work with AWS's services; they never make
# identities, take other roles, or touch the state.
resource "aws_iam_policy" "boundary" {
  # checkov:skip=CKV_AWS_286: 2026-11-21, a boundary grants nothing: what a role may do stands in its own policies
  # checkov:skip=CKV_AWS_287: 2026-11-21, as a boundary it grants nothing; secrets are read by External Secrets only
  # checkov:skip=CKV_AWS_288: 2026-11-21, as a boundary it grants nothing; reading data is limited in each role
  # checkov:skip=CKV_AWS_289: 2026-11-21, as a boundary it grants nothing, and it keeps IAM out
  # checkov:skip=CKV_AWS_290: 2026-11-21, as a boundary it grants nothing; writing is limited in each role
  # checkov:skip=CKV_AWS_355: 2026-11-21, as a boundary it has to speak of all resources
  name        = "${var.name}-boundary"
  description = "At most this may the roles do that the apply role makes"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Sid = "Services", Effect = "Allow", NotAction = ["account:*", "iam:*", "organizations:*", "sts:AssumeRole"], Resource = ["*"] },
      # EKS Auto Mode makes the profiles of its nodes; load balancers look for certificates.
      {
        Sid    = "NodesOfAutoMode"
        Effect = "Allow"
        Action = [
          "iam:AddRoleToInstanceProfile", "iam:CreateInstanceProfile", "iam:DeleteInstanceProfile", "iam:GetInstanceProfile",
          "iam:RemoveRoleFromInstanceProfile", "iam:TagInstanceProfile",
        ]
        Resource = ["${local.arn_prefix}:iam::${local.account_id}:instance-profile/eks*", "${local.arn_prefix}:iam::${local.account_id}:instance-profile/${var.name}-*"]
      },
      { Sid = "OwnRoles", Effect = "Allow", Action = ["iam:GetRole", "iam:ListAttachedRolePolicies", "iam:PassRole"], Resource = local.own_roles },
      {
        Sid      = "LookAndLink"
        Effect   = "Allow"
        Action   = ["iam:CreateServiceLinkedRole", "iam:GetServerCertificate", "iam:ListInstanceProfiles", "iam:ListServerCertificates"]
        Resource = ["*"]
      },
      { Sid = "NeverCi", Effect = "Deny", Action = ["iam:PassRole"], Resource = ["${local.arn_prefix}:iam::${local.account_id}:role/${var.name}-ci-*"] },
      { Sid = "NeverState", Effect = "Deny", Action = ["s3:*"], Resource = [var.state_bucket_arn, "${var.state_bucket_arn}/*"] },
    ]
  })
}
