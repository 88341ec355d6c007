locals {
  name       = "${var.name}-${var.environment}"
  production = var.environment == "prod"
  managed    = var.compute_mode == "managed"
  dr         = var.dr_region != null
  dns        = var.domain_name != null
  # Route 53 has no private endpoint: without a way out external-dns could only fail.
  external_dns = local.dns && var.nat_mode != "none"

  log_retention_days = coalesce(var.log_retention_days, local.production ? 365 : 30)

  tags = merge(var.tags, {
    project     = var.name
    environment = var.environment
    owner       = var.owner
    managed-by  = "terraform"
  })
}

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}
