resource "aws_security_group" "this" {
  name_prefix = "${var.name}-access-"
  description = "Session Manager only: nothing may connect to it"
  vpc_id      = var.vpc_id

  tags = { Name = "${var.name}-access" }

  lifecycle {
    create_before_destroy = true
  }
}

# Session Manager's and the cluster's endpoints; the way to the database comes with its clients' group.
resource "aws_vpc_security_group_egress_rule" "https" {
  security_group_id = aws_security_group.this.id
  description       = "HTTPS to Session Manager and the Kubernetes API"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_ingress_rule" "cluster_api" {
  security_group_id            = var.cluster_security_group_id
  description                  = "Kubernetes API from the access instance"
  ip_protocol                  = "tcp"
  from_port                    = 443
  to_port                      = 443
  referenced_security_group_id = aws_security_group.this.id
}
