# Every rule of variables.tf, refused once.
mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name            = "boards-dev"
  region          = "eu-central-1"
  log_kms_key_arn = "arn:aws:kms:eu-central-1:111122223333:key/logs"
}

run "bad_values_are_refused" {
  command = plan

  variables {
    name                     = "Boards"
    region                   = "frankfurt"
    vpc_cidr                 = "10.0.0.0/24"
    az_count                 = 1
    nat_mode                 = "per-az"
    interface_endpoints      = ["s4"]
    log_retention_days       = 31
    log_kms_key_arn          = "alias/logs"
    permissions_boundary_arn = "boundary"
  }

  expect_failures = [
    var.name, var.region, var.vpc_cidr, var.az_count, var.nat_mode, var.interface_endpoints, var.log_retention_days, var.log_kms_key_arn,
    var.permissions_boundary_arn,
  ]
}

run "a_range_that_does_not_start_at_its_first_address_is_refused" {
  command = plan

  variables {
    vpc_cidr = "10.0.8.0/16"
  }

  expect_failures = [var.vpc_cidr]
}
