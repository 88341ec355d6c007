# Copies of public images in this account, against upstream's rate limits and outages. The first pull needs a way out.
resource "aws_ecr_pull_through_cache_rule" "this" {
  for_each = { for prefix, url in local.upstreams : prefix => url if contains(var.pull_through_cache, prefix) }

  # ECR takes 30 characters: a long name gives way.
  ecr_repository_prefix = "${trimsuffix(substr(var.name, 0, 29 - length(each.key)), "-")}-${each.key}"
  upstream_registry_url = each.value
}

# Without a template ECR makes these repositories with a key of its own and keeps every image for ever.
resource "aws_ecr_repository_creation_template" "cache" {
  for_each = aws_ecr_pull_through_cache_rule.this

  prefix               = each.value.ecr_repository_prefix
  description          = "Copies of ${each.value.upstream_registry_url}"
  applied_for          = ["PULL_THROUGH_CACHE"]
  image_tag_mutability = "MUTABLE" # upstream moves its tags, and a cache follows
  custom_role_arn      = aws_iam_role.cache[0].arn

  encryption_configuration {
    encryption_type = "KMS"
    kms_key         = module.key.arn
  }

  lifecycle_policy = jsonencode({
    rules = [{
      rulePriority = 1
      description  = "Keep the newest ${var.keep_images}"
      selection    = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = var.keep_images }
      action       = { type = "expire" }
    }]
  })
}

# ECR takes this role to make a repository with a key of ours.
resource "aws_iam_role" "cache" {
  count = length(var.pull_through_cache) > 0 ? 1 : 0

  name_prefix          = "${var.name}-cache-"
  permissions_boundary = var.permissions_boundary_arn
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "ecr.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy" "cache" {
  count = length(var.pull_through_cache) > 0 ? 1 : 0

  name = "make-repositories"
  role = aws_iam_role.cache[0].id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect = "Allow"
        Action = ["ecr:CreateRepository", "ecr:PutLifecyclePolicy", "ecr:ReplicateImage", "ecr:TagResource"]
        Resource = [for rule in aws_ecr_pull_through_cache_rule.this :
          "arn:${data.aws_partition.current.partition}:ecr:${var.region}:${data.aws_caller_identity.current.account_id}:repository/${rule.ecr_repository_prefix}/*"
        ]
      },
      { Effect = "Allow", Action = ["kms:CreateGrant", "kms:DescribeKey", "kms:RetireGrant"], Resource = [module.key.arn] },
    ]
  })
}

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

locals {
  upstreams = {
    "ecr-public" = "public.ecr.aws"
    "kubernetes" = "registry.k8s.io"
    "quay"       = "quay.io"
  }
}
