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
