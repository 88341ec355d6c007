# Style A: the other ways to run it.
mock_provider "aws" {
  source = "../tests/mocks"
}

mock_provider "aws" {
  alias  = "dr"
  source = "../tests/mocks"
}

variables {
  name                 = "boards"
  environment          = "dev"
  owner                = "boards-team"
  region               = "eu-central-1"
  admin_principal_arns = ["arn:aws:iam::111122223333:role/admins"]
}

run "auto_mode_brings_no_nodes_no_agents_and_no_controllers_of_its_own" {
  variables {
    compute_mode = "auto"
  }

  assert {
    condition     = length(module.node_groups) == 0 && length(module.addons_before_compute) == 0
    error_message = "Auto Mode has its own nodes and tier 0."
  }

  assert {
    condition     = toset([for name, addon in local.addons_after_compute : name if addon.when]) == toset(["metrics-server"])
    error_message = "Auto Mode brings DNS, storage and node repair itself."
  }

  assert {
    condition     = toset(keys(module.pod_identity)) == toset(["external-secrets", "fluent-bit"])
    error_message = "Auto Mode balances and scales by itself: no roles for controllers that do not run."
  }

  assert {
    condition     = module.cluster.subnet_ids == toset(values(module.network.private_subnet_ids))
    error_message = "Auto Mode starts its nodes in the cluster's subnets: they need a way out."
  }
}

run "without_a_domain_there_is_neither_zone_nor_certificate" {
  command = plan

  assert {
    condition     = length(module.dns) == 0 && output.gitops_metadata.certificate_arn == "" && output.gitops_metadata.domain_name == "" && output.zone_name_servers == []
    error_message = "No domain, no DNS; the facts stay, empty."
  }

  assert {
    condition     = length(module.dr_key) == 0 && local.log_retention_days == 30
    error_message = "Development has no second region and keeps its logs a month."
  }
}

run "production_keeps_its_logs_a_year_and_its_backups_twice" {
  command = plan

  variables {
    environment = "prod"
    nat_mode    = "per_az"
    dr_region   = "eu-west-1"
    database    = { multi_az = true }
    tags        = { cost-center = "4711" }
  }

  assert {
    condition     = local.log_retention_days == 365 && length(module.dr_key) == 1
    error_message = "Production keeps logs for a year and copies its backups."
  }

  assert {
    condition     = local.tags == { project = "boards", environment = "prod", owner = "boards-team", managed-by = "terraform", cost-center = "4711" }
    error_message = "Everything must carry project, environment, owner and the given tags."
  }
}

run "nodes_fill_the_image_cache_and_no_other_repository" {
  variables {
    pull_through_cache = ["quay"]
  }

  assert {
    condition = [for statement in jsondecode(aws_iam_role_policy.image_cache[0].policy).Statement : [statement.Action, [for arn in statement.Resource : split(":", arn)[5]]]] == [
      [["ecr:BatchImportUpstreamImage", "ecr:CreateRepository"], ["repository/boards-dev-quay/*"]]
    ]
    error_message = "Whoever pulls first makes the repository: below the cache's prefix only."
  }
}

run "without_a_cache_nodes_only_pull" {
  command = plan

  assert {
    condition     = length(aws_iam_role_policy.image_cache) == 0
    error_message = "Nodes must make no repositories where nothing is cached."
  }
}

run "without_a_way_out_nothing_is_installed_that_needs_one" {
  command = plan

  variables {
    nat_mode    = "none"
    domain_name = "boards.example.org"
  }

  assert {
    condition     = length(module.dns) == 1 && !contains(keys(module.pod_identity), "external-dns") && !local.addons_after_compute["external-dns"].when
    error_message = "Route 53 has no private endpoint: external-dns could only fail."
  }
}
