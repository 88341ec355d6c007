# Style B: applied to mocks with random ids, so that who points to whom is known.
mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name            = "boards-prod"
  region          = "eu-central-1"
  log_kms_key_arn = "arn:aws:kms:eu-central-1:111122223333:key/logs"
}

run "each_zone_leaves_by_its_own_gateway" {
  variables {
    nat_mode = "per_az"
  }

  assert {
    condition     = length(aws_nat_gateway.this) == 3
    error_message = "nat_mode = per_az must make a gateway in each zone."
  }

  assert {
    condition     = alltrue([for zone, route in aws_route.private_nat : route.nat_gateway_id == aws_nat_gateway.this[zone].id])
    error_message = "A zone's default route must lead to the zone's own gateway."
  }

  assert {
    condition     = alltrue([for zone, gateway in aws_nat_gateway.this : gateway.subnet_id == aws_subnet.public[zone].id])
    error_message = "A zone's gateway must stand in the zone's public subnet."
  }

  assert {
    condition     = alltrue([for zone, association in aws_route_table_association.private : association.route_table_id == aws_route_table.private[zone].id && association.subnet_id == aws_subnet.private[zone].id])
    error_message = "A private subnet must use its own zone's route table."
  }

  assert {
    condition     = alltrue([for association in aws_route_table_association.intra : association.route_table_id == aws_route_table.intra.id])
    error_message = "Intra subnets must use the table without routes."
  }

  assert {
    condition     = !contains(concat([for route in aws_route.private_nat : route.route_table_id], [aws_route.public_internet.route_table_id]), aws_route_table.intra.id)
    error_message = "No route may lead out of the intra subnets."
  }

  assert {
    condition     = aws_route.public_internet.gateway_id == aws_internet_gateway.this.id && aws_internet_gateway.this.vpc_id == aws_vpc.this.id
    error_message = "Public subnets must lead to the VPC's internet gateway."
  }

  assert {
    condition     = toset(aws_vpc_endpoint.s3.route_table_ids) == toset(concat([for table in aws_route_table.private : table.id], [aws_route_table.intra.id]))
    error_message = "Every table but the public one must reach S3 without NAT."
  }

  assert {
    condition     = output.intra_subnet_ids == { for zone, subnet in aws_subnet.intra : zone => subnet.id } && output.private_subnet_ids["eu-central-1c"] == aws_subnet.private["eu-central-1c"].id
    error_message = "Outputs must hand out the subnets by zone."
  }
}

run "a_single_gateway_serves_all_zones" {
  variables {
    nat_mode = "single"
  }

  assert {
    condition     = alltrue([for route in aws_route.private_nat : route.nat_gateway_id == aws_nat_gateway.this["eu-central-1a"].id]) && length(aws_route.private_nat) == 3
    error_message = "nat_mode = single must route all three zones to the first zone's gateway."
  }
}

run "everything_is_logged_and_the_default_group_is_locked" {
  assert {
    condition     = aws_flow_log.this.traffic_type == "ALL" && aws_flow_log.this.vpc_id == aws_vpc.this.id
    error_message = "The flow log must cover all traffic of this VPC."
  }

  assert {
    condition     = aws_cloudwatch_log_group.flow.retention_in_days == 30 && aws_cloudwatch_log_group.flow.kms_key_id == var.log_kms_key_arn
    error_message = "The flow log needs retention and a key."
  }

  assert {
    condition     = aws_default_security_group.locked.vpc_id == aws_vpc.this.id && length(aws_default_security_group.locked.ingress) == 0 && length(aws_default_security_group.locked.egress) == 0
    error_message = "The VPC's default security group must be adopted, and let nothing in or out."
  }

  assert {
    condition     = !can(regex("\"Resource\":\\[?\"\\*\"", aws_iam_role_policy.flow.policy))
    error_message = "The flow log's role may write to its own log group only."
  }
}
