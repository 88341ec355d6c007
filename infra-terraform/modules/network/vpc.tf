data "aws_availability_zones" "available" {
  # checkov:skip=CKV_AWS_394: 2026-11-21, az_count takes the first zones by name; a zone that AWS adds sorts after them
  state = "available"

  # EKS makes no control plane in these.
  exclude_zone_ids = ["use1-az3", "usw1-az2", "cac1-az3"]

  # Local and wavelength zones host neither NAT gateways nor RDS.
  filter {
    name   = "opt-in-status"
    values = ["opt-in-not-required"]
  }

  lifecycle {
    postcondition {
      condition     = length(self.names) >= var.az_count
      error_message = "${var.region} has ${length(self.names)} zones that EKS takes: set az_count to that, or choose another region."
    }
  }
}

locals {
  zones = slice(data.aws_availability_zones.available.names, 0, var.az_count)
}

resource "aws_vpc" "this" {
  cidr_block           = var.vpc_cidr
  enable_dns_support   = true
  enable_dns_hostnames = true # private DNS names of interface endpoints need it

  tags = { Name = var.name }
}

resource "aws_internet_gateway" "this" {
  vpc_id = aws_vpc.this.id

  tags = { Name = var.name }
}

# Adopted and emptied: what nobody gave a group of its own must not reach anything.
resource "aws_default_security_group" "locked" {
  vpc_id = aws_vpc.this.id

  tags = { Name = "${var.name}-default-locked" }
}
