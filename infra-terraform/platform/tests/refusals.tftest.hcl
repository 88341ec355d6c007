# Every rule of variables*.tf, refused once.
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

run "bad_values_are_refused" {
  command = plan

  variables {
    name                         = "Boards"
    owner                        = ""
    region                       = "frankfurt"
    tags                         = { owner = "me" }
    vpc_cidr                     = "10.0.0.0/8"
    az_count                     = 4
    interface_endpoints          = ["com amazonaws"]
    domain_name                  = "boards.example.org."
    access_instances             = 5
    kubernetes_version           = "1.35.1"
    endpoint_public_access_cidrs = ["0.0.0.0/0"]
    admin_principal_arns         = []
    compute_mode                 = "fargate"
    optional_addons              = ["istio"]
    pull_through_cache           = ["docker-hub"]
    backup_vault_retention_days  = 1
    log_retention_days           = 31
    alarm_emails                 = ["nobody"]
    monthly_budget_usd           = 0
    board                        = { name = "Team" }
    permissions_boundary_arn     = "boundary"
  }

  expect_failures = [
    var.name, var.owner, var.region, var.tags, var.vpc_cidr, var.az_count, var.interface_endpoints, var.domain_name,
    var.access_instances, var.kubernetes_version, var.endpoint_public_access_cidrs, var.admin_principal_arns, var.compute_mode, var.optional_addons,
    var.pull_through_cache, var.backup_vault_retention_days, var.log_retention_days, var.alarm_emails, var.monthly_budget_usd, var.board,
    var.permissions_boundary_arn,
  ]
}

run "an_unknown_way_out_is_refused" {
  command = plan

  variables {
    nat_mode = "triple"
  }

  expect_failures = [var.nat_mode]
}

run "an_unknown_environment_is_refused" {
  command = plan

  variables {
    environment = "production"
  }

  expect_failures = [var.environment]
}

run "production_insists" {
  command = plan

  variables {
    environment = "prod"
    az_count    = 2
    dr_region   = null
    nat_mode    = "single"
    database    = { multi_az = false }
  }

  expect_failures = [var.az_count, var.dr_region, var.nat_mode, var.database]
}

run "production_keeps_its_database" {
  command = plan

  variables {
    environment = "prod"
    dr_region   = "eu-west-1"
    nat_mode    = "per_az"
    database    = { multi_az = true, deletion_protection = false }
  }

  expect_failures = [var.database]
}

run "production_keeps_its_backups" {
  command = plan

  variables {
    environment = "prod"
    dr_region   = "eu-west-1"
    nat_mode    = "per_az"
    database    = { multi_az = true, backup_retention_days = 3 }
  }

  expect_failures = [var.database]
}

run "things_that_do_not_fit_together_are_refused" {
  command = plan

  variables {
    dr_region      = "eu-central-1"
    create_zone    = true
    node_groups    = {}
    addon_versions = { "cert-manager" = "v1.18.2-eksbuild.1" }
    board          = { version = "latest" }
  }

  expect_failures = [var.dr_region, var.create_zone, var.node_groups, var.addon_versions, var.board]
}

run "a_cache_without_a_way_out_is_refused" {
  command = plan

  variables {
    nat_mode           = "none"
    pull_through_cache = ["quay"]
  }

  expect_failures = [var.pull_through_cache]
}

run "ipv6_does_not_open_the_endpoint_to_all_either" {
  command = plan

  variables {
    endpoint_public_access_cidrs = ["::/0"]
  }

  expect_failures = [var.endpoint_public_access_cidrs]
}

run "a_board_whose_role_or_user_would_be_too_long_is_refused" {
  command = plan

  variables {
    board = { name = "a-board-of-twenty-nine-letters" }
  }

  expect_failures = [var.board]
}

run "unknown_scheme_and_second_region_are_refused" {
  command = plan

  variables {
    dr_region = "ireland"
    board     = { scheme = "public" }
  }

  expect_failures = [var.dr_region, var.board]
}
