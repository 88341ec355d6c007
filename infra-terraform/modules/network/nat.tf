locals {
  # One knob instead of two booleans with precedence: which zones have a NAT gateway.
  nat_zones = {
    none   = []
    single = slice(local.zones, 0, 1)
    per_az = local.zones
  }[var.nat_mode]
}

resource "aws_eip" "nat" {
  for_each = toset(local.nat_zones)

  domain = "vpc"

  tags = { Name = "${var.name}-nat-${each.key}" }
}

resource "aws_nat_gateway" "this" {
  for_each = toset(local.nat_zones)

  allocation_id = aws_eip.nat[each.key].id
  subnet_id     = aws_subnet.public[each.key].id

  tags = { Name = "${var.name}-${each.key}" }

  depends_on = [aws_internet_gateway.this]
}
