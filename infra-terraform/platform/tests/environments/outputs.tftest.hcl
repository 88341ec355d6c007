# Style B for whichever var-file is given: what the outputs promise, in any environment.
mock_provider "aws" {
  source = "../tests/mocks"
}

mock_provider "aws" {
  alias  = "dr"
  source = "../tests/mocks"
}

# One run: each applies the whole stack. The messages tell apart what fails: facts for GitOps, the boards, the server's Secret.
run "the_outputs_are_ready_to_use" {
  assert {
    condition = keys(output.gitops_metadata) == [
      "account_id", "alarm_topic_arn", "application_log_group", "certificate_arn", "cluster_name", "compute_mode", "database_admin_secret_arn",
      "database_ca_bundle_url", "database_host", "database_port", "database_server", "domain_name", "environment", "image_api", "image_frontend",
      "image_mysql", "image_operator", "intra_subnet_cidrs", "prometheus_endpoint", "region", "vpc_id", "zone_id",
    ]
    error_message = "deploy/gitops reads these keys: a changed name breaks it."
  }

  assert {
    condition     = alltrue([for value in values(output.gitops_metadata) : can(tostring(value)) && !strcontains(value, "\n")])
    error_message = "Every fact must be one line: it becomes KEY=value."
  }

  assert {
    condition     = toset(compact(split("\n", output.gitops_platform_env))) == toset([for key, value in output.gitops_metadata : "${key}=${value}"])
    error_message = "platform.env must hold the same facts."
  }

  assert {
    condition     = output.gitops_metadata.database_host == module.database.host && output.gitops_metadata.database_port == tostring(module.database.port) && output.gitops_metadata.vpc_id == module.network.vpc_id
    error_message = "The facts must be of this substrate."
  }

  assert {
    condition     = output.gitops_metadata.image_operator == module.registry.repository_urls["messageboard-operator"] && output.gitops_metadata.image_api == module.registry.repository_urls["messageboard-api"] && output.gitops_metadata.image_frontend == module.registry.repository_urls["messageboard-frontend"] && output.gitops_metadata.image_mysql == module.registry.repository_urls["messageboard-mysql"]
    error_message = "Each image must point to its own repository."
  }

  assert {
    condition     = yamldecode(output.messageboard).apiVersion == "messageboard.dev/v1alpha1" && yamldecode(output.messageboard).kind == "MessageBoard" && yamldecode(output.messageboard).metadata == { name = var.board.name, namespace = var.board.namespace }
    error_message = "The output must be a MessageBoard of the asked name."
  }

  assert {
    condition     = yamldecode(output.messageboard).spec.database.external == { host = module.database.host, name = replace(var.board.name, "-", "_"), port = module.database.port, secretRef = { name = "${var.board.name}-db" } } && yamldecode(output.messageboard).spec.database.tls.mode == "VerifyIdentity"
    error_message = "The board must name the RDS server, its database and its Secret, and check the certificate."
  }

  assert {
    condition     = yamldecode(output.messageboard).spec.ingress.className == "alb" && yamldecode(output.messageboard).spec.ingress.profile == "AWSLoadBalancer" && yamldecode(output.messageboard).spec.ingress.aws.scheme == var.board.scheme
    error_message = "The board must stand behind an ALB of the asked scheme."
  }

  assert {
    condition     = yamldecode(output.messageboard).spec.api.image == "${module.registry.repository_urls["messageboard-api"]}:${var.board.version}" && yamldecode(output.messageboard).spec.frontend.image == "${module.registry.repository_urls["messageboard-frontend"]}:${var.board.version}"
    error_message = "Images must come from this account's registry, by version."
  }

  assert {
    condition     = toset(yamldecode(output.messageboard).spec.networkPolicy.databaseCidrs) == toset(values(module.network.intra_subnet_cidrs))
    error_message = "The board may reach the database's subnets only."
  }

  assert {
    condition     = try(yamldecode(output.messageboard).spec.ingress.host, null) == (var.domain_name == null ? null : "${var.board.name}.${var.domain_name}") && can(yamldecode(output.messageboard).spec.ingress.aws.certificateArn) == (var.domain_name != null)
    error_message = "With a domain the board needs its host and the certificate, without one neither."
  }

  assert {
    condition     = yamldecode(output.messageboard).spec.api.serviceAccount.annotations == { "eks.amazonaws.com/role-arn" = module.board_identity.role_arn }
    error_message = "Its API needs the role that may log in."
  }

  assert {
    condition     = strcontains(output.database_setup_sql, "CREATE USER IF NOT EXISTS '${var.board.name}'@'%' IDENTIFIED BY 'PASSWORD' REQUIRE SSL;") && strcontains(output.database_setup_sql, "GRANT ALL PRIVILEGES ON `${replace(yamldecode(output.messageboard).spec.database.external.name, "_", "\\_")}`.* TO '${var.board.name}'@'%';")
    error_message = "The SQL must make the database that the board names, and a user for it alone that needs TLS."
  }

  assert {
    condition     = keys(yamldecode(output.messageboard_provisioned).spec.database) == ["provisioned", "tls"] && yamldecode(output.messageboard_provisioned).spec.database.provisioned.server == output.gitops_metadata.database_server && keys(yamldecode(output.messageboard_provisioned).spec) == keys(yamldecode(output.messageboard).spec)
    error_message = "The provisioned board must differ in its database only, which the operator makes on the offered server."
  }

  assert {
    condition     = yamldecode(output.database_server_secret).metadata.namespace == "messageboard-system" && yamldecode(output.database_server_secret).spec.target.template.metadata.labels["messageboard.dev/database-server"] == output.gitops_metadata.database_server
    error_message = "The Secret must lie beside the operator, under the server's label."
  }

  assert {
    condition     = yamldecode(output.database_server_secret).spec.target.template.metadata.annotations["messageboard.dev/allowed-namespaces"] == var.board.namespace && yamldecode(output.database_server_secret).spec.dataFrom[0].extract.key == module.database.admin_secret_arn
    error_message = "Only the boards' namespace may use it, and it comes from the managed secret."
  }

  assert {
    condition     = toset(keys(yamldecode(output.database_server_secret).spec.target.template.data)) == toset(["host", "port", "username", "password"]) && yamldecode(output.database_server_secret).spec.target.template.data.password == "{{ .password }}"
    error_message = "The Secret needs host, port, username and password, the last two filled in the cluster."
  }
}
