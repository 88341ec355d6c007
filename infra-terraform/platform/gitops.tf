locals {
  registry_urls = module.registry.repository_urls
  board_host    = local.dns ? "${var.board.name}.${var.domain_name}" : null

  # What the cluster's content needs to know of its substrate: flat, no secrets. deploy/gitops reads it.
  gitops_metadata = {
    account_id                = data.aws_caller_identity.current.account_id
    alarm_topic_arn           = module.observability.alarm_topic_arn
    application_log_group     = module.observability.application_log_group
    certificate_arn           = try(module.dns[0].certificate_arn, "")
    cluster_name              = local.name
    compute_mode              = var.compute_mode
    database_admin_secret_arn = module.database.admin_secret_arn
    database_ca_bundle_url    = "https://truststore.pki.rds.amazonaws.com/${var.region}/${var.region}-bundle.pem"
    database_host             = module.database.host
    database_port             = tostring(module.database.port)
    database_server           = local.database_server
    domain_name               = local.dns ? var.domain_name : ""
    environment               = var.environment
    image_api                 = local.registry_urls["messageboard-api"]
    image_frontend            = local.registry_urls["messageboard-frontend"]
    image_mysql               = local.registry_urls["messageboard-mysql"]
    image_operator            = local.registry_urls["messageboard-operator"]
    intra_subnet_cidrs        = join(",", values(module.network.intra_subnet_cidrs))
    prometheus_endpoint       = var.managed_prometheus ? module.observability.prometheus_endpoint : ""
    region                    = var.region
    vpc_id                    = module.network.vpc_id
    zone_id                   = try(module.dns[0].zone_id, "")
  }
}
