# Style A: what is planned.
mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name            = "boards-dev"
  region          = "eu-central-1"
  log_kms_key_arn = "arn:aws:kms:eu-central-1:111122223333:key/logs"
}

run "three_tiers_in_three_zones_without_overlap" {
  command = plan

  assert {
    condition     = alltrue([for tier in [aws_subnet.public, aws_subnet.private, aws_subnet.intra] : length(tier) == 3])
    error_message = "Every tier needs a subnet in each of the three zones."
  }

  assert {
    condition     = length(distinct([for subnet in concat(values(aws_subnet.public), values(aws_subnet.private), values(aws_subnet.intra)) : subnet.cidr_block])) == 9
    error_message = "The nine subnets must have nine different ranges."
  }

  # Two ranges overlap exactly if one holds the other's first address: compare at the coarser mask.
  assert {
    condition = alltrue([for pair in setproduct(
      [for subnet in values(aws_subnet.private) : subnet.cidr_block],
      [for subnet in concat(values(aws_subnet.public), values(aws_subnet.intra)) : subnet.cidr_block],
    ) : cidrhost("${split("/", pair[1])[0]}/20", 0) != cidrhost(pair[0], 0)])
    error_message = "Public and intra ranges must not lie inside private ones."
  }

  assert {
    condition     = alltrue([for subnet in concat(values(aws_subnet.public), values(aws_subnet.private), values(aws_subnet.intra)) : cidrhost("${split("/", subnet.cidr_block)[0]}/16", 0) == "10.0.0.0"])
    error_message = "Every subnet must lie inside the VPC."
  }

  assert {
    condition     = alltrue([for zone, subnet in aws_subnet.private : subnet.availability_zone == zone]) && toset(keys(aws_subnet.private)) == toset(["eu-central-1a", "eu-central-1b", "eu-central-1c"])
    error_message = "Each subnet must lie in its own zone."
  }
}

run "no_subnet_lies_in_a_zone_that_eks_refuses" {
  command = plan

  assert {
    condition     = data.aws_availability_zones.available.exclude_zone_ids == toset(["use1-az3", "usw1-az2", "cac1-az3"])
    error_message = "EKS makes no control plane in these zones."
  }
}

run "a_region_with_too_few_zones_is_refused" {
  command = plan

  override_data {
    target = data.aws_availability_zones.available
    values = { names = ["us-west-1a", "us-west-1c"] }
  }

  expect_failures = [data.aws_availability_zones.available]
}

run "load_balancers_find_their_subnets" {
  command = plan

  assert {
    condition     = alltrue([for subnet in aws_subnet.public : subnet.tags["kubernetes.io/role/elb"] == "1"])
    error_message = "Public subnets need the tag for internet-facing load balancers."
  }

  assert {
    condition     = alltrue([for subnet in aws_subnet.private : subnet.tags["kubernetes.io/role/internal-elb"] == "1"])
    error_message = "Private subnets need the tag for internal load balancers."
  }

  assert {
    condition     = alltrue([for subnet in aws_subnet.intra : length([for key in keys(subnet.tags) : key if startswith(key, "kubernetes.io/role")]) == 0])
    error_message = "No load balancer belongs into an intra subnet."
  }

  assert {
    condition     = alltrue([for subnet in aws_subnet.public : subnet.map_public_ip_on_launch == false])
    error_message = "Nothing may get a public address by merely starting in a public subnet."
  }
}

run "nat_single_makes_one_gateway" {
  command = plan

  assert {
    condition     = length(aws_nat_gateway.this) == 1 && length(aws_eip.nat) == 1
    error_message = "nat_mode = single must make one gateway with one address."
  }
}

run "nat_none_makes_no_way_out_but_all_endpoints" {
  command = plan

  variables {
    nat_mode            = "none"
    interface_endpoints = ["sns"]
  }

  assert {
    condition     = length(aws_nat_gateway.this) == 0 && length(aws_route.private_nat) == 0
    error_message = "nat_mode = none must make neither gateway nor default route."
  }

  assert {
    condition     = length(setsubtract(["ecr.api", "ecr.dkr", "sts", "eks", "eks-auth", "ec2", "logs", "ssm", "ssmmessages", "secretsmanager", "kms", "elasticloadbalancing", "autoscaling", "sns"], keys(aws_vpc_endpoint.interface))) == 0
    error_message = "Without NAT every service that a cluster calls needs an endpoint."
  }

  assert {
    condition     = aws_vpc_security_group_ingress_rule.endpoints[0].from_port == 443 && aws_vpc_security_group_ingress_rule.endpoints[0].cidr_ipv4 == "10.0.0.0/16"
    error_message = "Endpoints take HTTPS from the VPC only."
  }

  assert {
    condition     = alltrue([for endpoint in aws_vpc_endpoint.interface : endpoint.private_dns_enabled])
    error_message = "Clients use the public names: endpoints need private DNS."
  }
}

run "two_zones_are_enough_for_development" {
  command = plan

  variables {
    az_count = 2
    vpc_cidr = "172.20.0.0/20"
  }

  assert {
    condition     = length(aws_subnet.private) == 2 && length(aws_vpc_endpoint.interface) == 0
    error_message = "az_count = 2 must make two subnets a tier, and no endpoints without being asked."
  }

  assert {
    condition     = aws_subnet.private["eu-central-1b"].cidr_block == "172.20.1.0/24"
    error_message = "Subnets must shrink with the VPC."
  }
}
