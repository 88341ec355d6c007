locals {
  # Sizes relative to a /16: private /20 (4,091 pods and nodes a zone), public and intra /24. A smaller VPC shrinks them alike.
  private_cidrs = { for index, zone in local.zones : zone => cidrsubnet(var.vpc_cidr, 4, index) }
  public_cidrs  = { for index, zone in local.zones : zone => cidrsubnet(var.vpc_cidr, 8, 64 + index) }
  intra_cidrs   = { for index, zone in local.zones : zone => cidrsubnet(var.vpc_cidr, 8, 80 + index) }
}

# Load balancers and NAT gateways; nothing gets a public address by merely starting here.
resource "aws_subnet" "public" {
  for_each = local.public_cidrs

  vpc_id                  = aws_vpc.this.id
  availability_zone       = each.key
  cidr_block              = each.value
  map_public_ip_on_launch = false

  tags = {
    Name                     = "${var.name}-public-${each.key}"
    tier                     = "public"
    "kubernetes.io/role/elb" = "1"
  }
}

# Nodes and pods.
resource "aws_subnet" "private" {
  for_each = local.private_cidrs

  vpc_id            = aws_vpc.this.id
  availability_zone = each.key
  cidr_block        = each.value

  tags = {
    Name                              = "${var.name}-private-${each.key}"
    tier                              = "private"
    "kubernetes.io/role/internal-elb" = "1"
  }
}

# Control-plane interfaces and the database: no way in or out but the VPC itself.
resource "aws_subnet" "intra" {
  for_each = local.intra_cidrs

  vpc_id            = aws_vpc.this.id
  availability_zone = each.key
  cidr_block        = each.value

  tags = {
    Name = "${var.name}-intra-${each.key}"
    tier = "intra"
  }
}
