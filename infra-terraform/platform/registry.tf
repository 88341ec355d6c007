module "registry" {
  source = "../modules/registry"

  name                     = local.name
  region                   = var.region
  pull_through_cache       = var.pull_through_cache
  permissions_boundary_arn = var.permissions_boundary_arn
}

# The first pull of a cached image makes its repository and fills it, with the rights of the node that pulls.
resource "aws_iam_role_policy" "image_cache" {
  count = length(var.pull_through_cache) > 0 ? 1 : 0

  name = "image-cache"
  role = local.managed ? module.node_groups[0].node_role_name : module.cluster.auto_node_role_name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Action = ["ecr:BatchImportUpstreamImage", "ecr:CreateRepository"]
      Resource = [for prefix in values(module.registry.cache_prefixes) :
        "arn:${data.aws_partition.current.partition}:ecr:${var.region}:${data.aws_caller_identity.current.account_id}:repository/${prefix}/*"
      ]
    }]
  })
}
