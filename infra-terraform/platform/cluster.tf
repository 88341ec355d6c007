module "cluster" {
  source = "../modules/cluster"

  name               = local.name
  kubernetes_version = var.kubernetes_version
  # Auto Mode starts its nodes in the cluster's own subnets, and nodes need a way out.
  subnet_ids                   = values(local.managed ? module.network.intra_subnet_ids : module.network.private_subnet_ids)
  endpoint_public_access_cidrs = var.endpoint_public_access_cidrs
  admin_principal_arns         = var.admin_principal_arns
  compute_mode                 = var.compute_mode
  log_retention_days           = local.log_retention_days
  log_kms_key_arn              = module.observability.log_kms_key_arn
  permissions_boundary_arn     = var.permissions_boundary_arn
}

# Tier 0. Nodes that start before their network add-on never become Ready, so the node groups wait for it.
module "addons_before_compute" {
  source = "../modules/addons"
  count  = local.managed ? 1 : 0

  cluster_name = module.cluster.name
  addons = { for name, addon in local.addons_before_compute :
    name => merge(addon, { version = lookup(var.addon_versions, name, null) })
  }
}

module "node_groups" {
  source = "../modules/node-groups"
  count  = local.managed ? 1 : 0

  partition                     = data.aws_partition.current.partition
  cluster_name                  = module.cluster.name
  kubernetes_version            = var.kubernetes_version
  cluster_security_group_id     = module.cluster.security_group_id
  additional_security_group_ids = [module.database.client_security_group_id]
  subnet_ids                    = values(module.network.private_subnet_ids)
  node_groups                   = var.node_groups
  tags                          = local.tags
  permissions_boundary_arn      = var.permissions_boundary_arn

  depends_on = [module.addons_before_compute]
}

# Tier 1: what runs as pods needs nodes to become active.
module "addons_after_compute" {
  source = "../modules/addons"

  cluster_name = module.cluster.name
  addons = merge(
    { for name, addon in local.addons_after_compute : name => merge(addon, { version = lookup(var.addon_versions, name, null) }) if addon.when },
    { for name in var.optional_addons : name => { version = lookup(var.addon_versions, name, null) } },
  )

  depends_on = [module.node_groups]
}
