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
      version  = var.board.version
      board    = { title = var.board.title }
      frontend = { image = "${local.registry_urls["messageboard-frontend"]}:${var.board.version}" }
      api = {
        image          = "${local.registry_urls["messageboard-api"]}:${var.board.version}"
        serviceAccount = { annotations = { "eks.amazonaws.com/role-arn" = module.board_identity.role_arn } }
      }
      ingress       = merge(local.board_ingress, local.dns ? { host = local.board_host } : {})
      networkPolicy = { databaseCidrs = values(module.network.intra_subnet_cidrs) }
    },
    local.dns ? { publicUrl = "https://${local.board_host}" } : {},
  )

  # MySQL's names take no '-' unquoted.
  board_database = replace(var.board.name, "-", "_")
  board_reader   = "${var.board.name}_iam"

  # In a GRANT _ stands for any character: without the backslash board a-b would have the databases a-b and acb, too.
  board_grant = replace(local.board_database, "_", "\\_")

  messageboard = {
    apiVersion = "messageboard.dev/v1alpha1"
    kind       = "MessageBoard"
    metadata   = { name = var.board.name, namespace = var.board.namespace }
    spec = merge(local.board_spec, {
      database = {
        external = { host = module.database.host, port = module.database.port, name = local.board_database, secretRef = { name = "${var.board.name}-db" } }
        tls      = local.board_tls
      }
    })
  }

  # The same with a database that the operator makes on the RDS server, and a user of its own: nothing to prepare.
  messageboard_provisioned = merge(local.messageboard, {
    spec = merge(local.board_spec, { database = { provisioned = { server = local.database_server }, tls = local.board_tls } })
  })

  # What `messageboard` needs on the server, once. REQUIRE SSL: the server refuses anything else, this says so per user.
  database_setup_sql = <<-SQL
    CREATE DATABASE IF NOT EXISTS `${local.board_database}`;
    CREATE USER IF NOT EXISTS '${var.board.name}'@'%' IDENTIFIED BY 'PASSWORD' REQUIRE SSL;
    GRANT ALL PRIVILEGES ON `${local.board_grant}`.* TO '${var.board.name}'@'%';
    CREATE USER IF NOT EXISTS '${local.board_reader}'@'%' IDENTIFIED WITH AWSAuthenticationPlugin AS 'RDS' REQUIRE SSL;
    GRANT SELECT ON `${local.board_grant}`.* TO '${local.board_reader}'@'%';
  SQL
}
