locals {
  # The name under which boards ask for this server: database.provisioned.server.
  database_server = "${local.name}-mysql"

  # External Secrets writes it into the operator's namespace; the admin password never passes through Terraform or a board.
  database_server_secret = {
    apiVersion = "external-secrets.io/v1"
    kind       = "ExternalSecret"
    metadata   = { name = local.database_server, namespace = "messageboard-system" }
    spec = {
      refreshInterval = "15m" # well below the rotation interval
      secretStoreRef  = { kind = "ClusterSecretStore", name = "aws-secrets-manager" }
      target = {
        name = local.database_server
        template = {
          metadata = {
            labels      = { "messageboard.dev/database-server" = local.database_server }
            annotations = { "messageboard.dev/allowed-namespaces" = var.board.namespace }
          }
          data = {
            host     = module.database.host
            port     = tostring(module.database.port)
            username = "{{ .username }}"
            password = "{{ .password }}"
          }
        }
      }
      dataFrom = [{ extract = { key = module.database.admin_secret_arn } }]
    }
  }

  board_metadata = { name = var.board.name, namespace = var.board.namespace }

  # The RDS certificate bundle, as the ConfigMap that README.md makes.
  board_tls = { mode = "VerifyIdentity", caRef = { configMap = "rds-ca", key = "bundle.pem" } }

  board_ingress = {
    className = "alb"
    profile   = "AWSLoadBalancer"
    aws = merge(
      { scheme = var.board.scheme, targetType = "ip", groupName = local.name },
      local.dns ? { certificateArn = module.dns[0].certificate_arn } : {},
    )
  }

  board_spec = merge(
    {
      version       = var.board.version
      board         = { title = var.board.title }
      frontend      = { image = "${local.registry_urls["messageboard-frontend"]}:${var.board.version}" }
      api           = { image = "${local.registry_urls["messageboard-api"]}:${var.board.version}" }
      ingress       = merge(local.board_ingress, local.dns ? { host = local.board_host } : {})
      networkPolicy = { databaseCidrs = values(module.network.intra_subnet_cidrs) }
    },
    local.dns ? { publicUrl = "https://${local.board_host}" } : {},
  )

  # The operator makes database and user on the RDS server: nothing else to prepare.
  messageboard = {
    apiVersion = "messageboard.dev/v1alpha1"
    kind       = "MessageBoard"
    metadata   = local.board_metadata
    spec       = merge(local.board_spec, { database = { provisioned = { server = local.database_server }, tls = local.board_tls } })
  }

  # For teams that make database and user themselves (user = the board's name, AWSAuthenticationPlugin): login by IAM, no password.
  messageboard_external = {
    apiVersion = "messageboard.dev/v1alpha1"
    kind       = "MessageBoard"
    metadata   = local.board_metadata
    spec = merge(local.board_spec, {
      api = merge(local.board_spec.api, { serviceAccount = { annotations = { "eks.amazonaws.com/role-arn" = module.board_identity.role_arn } } })
      database = {
        external = { host = module.database.host, port = module.database.port, name = "messageboard", secretRef = { name = "${var.board.name}-db" } }
        auth     = "IAM"
        tls      = local.board_tls
      }
    })
  }
}
