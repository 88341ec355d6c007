module "registry" {
  source = "../modules/registry"

  name               = local.name
  pull_through_cache = var.pull_through_cache
}
