locals {
  state_arns = ["${var.state_bucket_arn}/platform/*"]

  read_state = [
    { Effect = "Allow", Action = ["s3:ListBucket"], Resource = [var.state_bucket_arn] },
    { Effect = "Allow", Action = ["s3:GetObject"], Resource = local.state_arns },
    { Effect = "Allow", Action = ["kms:Decrypt", "kms:GenerateDataKey", "kms:Encrypt", "kms:DescribeKey"], Resource = [var.state_kms_key_arn] },
    # The lock is an object beside the state: the only thing that anybody ever deletes here.
    { Effect = "Allow", Action = ["s3:PutObject", "s3:DeleteObject"], Resource = [for arn in local.state_arns : "${arn}.tflock"] },
  ]
  write_state = [{ Effect = "Allow", Action = ["s3:PutObject"], Resource = local.state_arns }]

  # Beyond PowerUserAccess: the roles, profiles and OIDC providers of this project, by their names. Passing a role anywhere else is refused.
  own_roles = ["${local.arn_prefix}:iam::${local.account_id}:role/${var.name}-*"]
  manage_own_identities = [
    {
      Effect = "Allow"
      Action = [
        "iam:DeleteRole", "iam:GetRole", "iam:GetRolePolicy", "iam:ListAttachedRolePolicies", "iam:ListInstanceProfilesForRole", "iam:ListRolePolicies",
        "iam:PassRole", "iam:TagRole", "iam:UntagRole", "iam:UpdateAssumeRolePolicy", "iam:UpdateRole",
        "iam:AddRoleToInstanceProfile", "iam:CreateInstanceProfile", "iam:DeleteInstanceProfile", "iam:GetInstanceProfile",
        "iam:RemoveRoleFromInstanceProfile", "iam:TagInstanceProfile", "iam:UntagInstanceProfile",
        "iam:CreateOpenIDConnectProvider", "iam:DeleteOpenIDConnectProvider", "iam:GetOpenIDConnectProvider", "iam:TagOpenIDConnectProvider",
        "iam:UntagOpenIDConnectProvider", "iam:UpdateOpenIDConnectProviderThumbprint",
      ]
      Resource = concat(local.own_roles, [
        "${local.arn_prefix}:iam::${local.account_id}:instance-profile/${var.name}-*",
        "${local.arn_prefix}:iam::${local.account_id}:oidc-provider/oidc.eks.*",
      ])
    },
    # A role that it makes or gives rights to stays below the boundary, or it could make itself an administrator.
    {
      Effect    = "Allow"
      Action    = ["iam:AttachRolePolicy", "iam:CreateRole", "iam:DeleteRolePolicy", "iam:DetachRolePolicy", "iam:PutRolePermissionsBoundary", "iam:PutRolePolicy"]
      Resource  = local.own_roles
      Condition = { StringEquals = { "iam:PermissionsBoundary" = aws_iam_policy.boundary.arn } }
    },
    # The roles of CI are a person's, by bootstrap.
    {
      Effect = "Deny"
      Action = [
        "iam:AttachRolePolicy", "iam:CreateRole", "iam:DeleteRole", "iam:DeleteRolePermissionsBoundary", "iam:DeleteRolePolicy", "iam:DetachRolePolicy",
        "iam:PassRole", "iam:PutRolePermissionsBoundary", "iam:PutRolePolicy", "iam:UpdateAssumeRolePolicy", "iam:UpdateRole",
      ]
      Resource = ["${local.arn_prefix}:iam::${local.account_id}:role/${var.name}-ci-*"]
    },
  ]

  # PowerUserAccess would let it empty, open or forget the state, and rewrite bootstrap's, which holds its own roles.
  keep_state = [
    { Effect = "Deny", Action = ["s3:DeleteObject"], NotResource = [for arn in local.state_arns : "${arn}.tflock"] },
    { Effect = "Deny", Action = ["s3:PutObject"], Resource = ["${var.state_bucket_arn}/bootstrap/*"] },
    {
      Effect = "Deny"
      Action = [
        "s3:DeleteBucket", "s3:DeleteBucketPolicy", "s3:DeleteObjectVersion", "s3:PutBucketPolicy", "s3:PutBucketPublicAccessBlock", "s3:PutBucketVersioning",
        "s3:PutEncryptionConfiguration", "s3:PutLifecycleConfiguration",
      ]
      Resource = [var.state_bucket_arn, "${var.state_bucket_arn}/*"]
    },
    { Effect = "Deny", Action = ["kms:DisableKey", "kms:PutKeyPolicy", "kms:ScheduleKeyDeletion"], Resource = [var.state_kms_key_arn] },
  ]

  push_images = [
    { Effect = "Allow", Action = ["ecr:GetAuthorizationToken"], Resource = ["*"] }, # has no resource of its own
    {
      Effect = "Allow"
      Action = [
        "ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:CompleteLayerUpload", "ecr:DescribeImages", "ecr:GetDownloadUrlForLayer",
        "ecr:InitiateLayerUpload", "ecr:PutImage", "ecr:UploadLayerPart",
      ]
      Resource = ["${local.arn_prefix}:ecr:*:${local.account_id}:repository/${var.name}-*/*"]
    },
  ]

  permissions = {
    plan       = local.read_state
    apply      = concat(local.read_state, local.write_state, local.manage_own_identities, local.keep_state)
    push-image = local.push_images
  }

  managed_policies = {
    plan  = "ReadOnlyAccess"
    apply = "PowerUserAccess"
  }
}

resource "aws_iam_role_policy" "this" {
  for_each = local.permissions

  name   = each.key
  role   = aws_iam_role.this[each.key].id
  policy = jsonencode({ Version = "2012-10-17", Statement = each.value })
}

resource "aws_iam_role_policy_attachment" "this" {
  for_each = local.managed_policies

  role       = aws_iam_role.this[each.key].name
  policy_arn = "${local.arn_prefix}:iam::aws:policy/${each.value}"
}
