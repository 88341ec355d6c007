output "vpc_id" {
  description = "Id of the VPC."
  value       = aws_vpc.this.id
}

output "vpc_cidr" {
  description = "IPv4 range of the VPC."
  value       = aws_vpc.this.cidr_block
}

output "public_subnet_ids" {
  description = "Subnets for load balancers, by zone."
  value       = { for zone, subnet in aws_subnet.public : zone => subnet.id }
}

output "private_subnet_ids" {
  description = "Subnets for nodes and pods, by zone."
  value       = { for zone, subnet in aws_subnet.private : zone => subnet.id }

  # Whatever starts in them needs their way out at once, and on destroy must be gone before it.
  depends_on = [
    aws_route.private_nat,
    aws_route.public_internet,
    aws_route_table_association.private,
    aws_route_table_association.public,
    aws_vpc_endpoint.interface,
    aws_vpc_endpoint.s3,
    aws_vpc_security_group_ingress_rule.endpoints,
  ]
}

output "intra_subnet_ids" {
  description = "Subnets without a way out, for control-plane interfaces and the database, by zone."
  value       = { for zone, subnet in aws_subnet.intra : zone => subnet.id }
}

output "nat_public_ips" {
  description = "Addresses that the outside sees, by zone."
  value       = { for zone, address in aws_eip.nat : zone => address.public_ip }
}

output "intra_subnet_cidrs" {
  description = "IPv4 ranges of those subnets, by zone."
  value       = { for zone, subnet in aws_subnet.intra : zone => subnet.cidr_block }
}
