resource "aws_route53_zone" "this" {
  # checkov:skip=CKV2_AWS_38: 2026-11-21, DNSSEC needs a key in us-east-1 and the parent's hand; wrong steps make the domain vanish
  # checkov:skip=CKV2_AWS_39: 2026-11-21, query logs cost more than they tell here; they can be switched on per zone
  count = var.create_zone ? 1 : 0

  name    = var.domain_name
  comment = "Boards of ${var.name}"
}

data "aws_route53_zone" "existing" {
  count = var.create_zone ? 0 : 1

  name = var.domain_name
}

locals {
  zone_id = var.create_zone ? aws_route53_zone.this[0].zone_id : data.aws_route53_zone.existing[0].zone_id
  # The domain and its wildcard share one validation record.
  validation = one(distinct([for option in aws_acm_certificate.this.domain_validation_options : {
    name = option.resource_record_name, type = option.resource_record_type, value = option.resource_record_value
  }]))
}

resource "aws_acm_certificate" "this" {
  domain_name               = var.domain_name
  subject_alternative_names = ["*.${var.domain_name}"]
  validation_method         = "DNS"

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_route53_record" "validation" {
  zone_id = local.zone_id
  name    = local.validation.name
  type    = local.validation.type
  ttl     = 300
  records = [local.validation.value]
  # A certificate of the same domain in another region uses the same record.
  allow_overwrite = true
}

resource "aws_acm_certificate_validation" "this" {
  certificate_arn         = aws_acm_certificate.this.arn
  validation_record_fqdns = [aws_route53_record.validation.fqdn]
}
