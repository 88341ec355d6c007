resource "aws_db_subnet_group" "this" {
  name_prefix = "${var.name}-"
  description = "Subnets of ${var.name} without a way out"
  subnet_ids  = var.subnet_ids
}

# Whoever carries this group reaches the database. Nodes and the access instance do.
resource "aws_security_group" "client" {
  # checkov:skip=CKV2_AWS_5: 2026-11-21, node groups and the access instance carry it, in other modules
  name_prefix = "${var.name}-db-client-"
  description = "May reach the database of ${var.name}"
  vpc_id      = var.vpc_id

  tags = { Name = "${var.name}-db-client" }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_egress_rule" "client" {
  security_group_id            = aws_security_group.client.id
  description                  = "MySQL to the database"
  ip_protocol                  = "tcp"
  from_port                    = local.port
  to_port                      = local.port
  referenced_security_group_id = aws_security_group.database.id
}

resource "aws_security_group" "database" {
  name_prefix = "${var.name}-db-"
  description = "Database of ${var.name}; no way out"
  vpc_id      = var.vpc_id

  tags = { Name = "${var.name}-db" }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_ingress_rule" "database" {
  security_group_id            = aws_security_group.database.id
  description                  = "MySQL from the clients' group only"
  ip_protocol                  = "tcp"
  from_port                    = local.port
  to_port                      = local.port
  referenced_security_group_id = aws_security_group.client.id
}

# Auto Mode's nodes carry the cluster's group only.
resource "aws_vpc_security_group_ingress_rule" "additional" {
  for_each = var.additional_client_security_groups

  security_group_id            = aws_security_group.database.id
  description                  = "MySQL from ${each.key}"
  ip_protocol                  = "tcp"
  from_port                    = local.port
  to_port                      = local.port
  referenced_security_group_id = each.value
}
