output "zone_id" {
  description = "Id of the zone."
  value       = local.zone_id
}

output "zone_arn" {
  description = "ARN of the zone, for external-dns's permissions."
  value       = var.create_zone ? aws_route53_zone.this[0].arn : data.aws_route53_zone.existing[0].arn
}

output "name_servers" {
  description = "Name servers to delegate to."
  value       = var.create_zone ? aws_route53_zone.this[0].name_servers : data.aws_route53_zone.existing[0].name_servers
}

output "certificate_arn" {
  description = "Validated certificate of the domain and its direct subdomains."
  value       = aws_acm_certificate_validation.this.certificate_arn
}
