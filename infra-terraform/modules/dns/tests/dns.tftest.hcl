mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name        = "boards-dev"
  domain_name = "boards.example.org"
}

run "an_existing_zone_is_looked_up" {
  assert {
    condition     = length(aws_route53_zone.this) == 0 && output.zone_id == "Z0EXISTING" && aws_route53_record.validation.zone_id == "Z0EXISTING"
    error_message = "Without create_zone the existing zone must be used, not a second one made."
  }

  assert {
    condition     = aws_acm_certificate.this.domain_name == "boards.example.org" && aws_acm_certificate.this.subject_alternative_names == toset(["*.boards.example.org"]) && aws_acm_certificate.this.validation_method == "DNS"
    error_message = "The certificate must hold the domain and its subdomains."
  }

  assert {
    condition     = aws_route53_record.validation.name == "_check.boards.example.org" && aws_route53_record.validation.records == toset(["_answer.acm-validations.aws"]) && aws_route53_record.validation.type == "CNAME"
    error_message = "The validation record must be ACM's."
  }

  assert {
    condition     = aws_acm_certificate_validation.this.certificate_arn == aws_acm_certificate.this.arn && output.certificate_arn == aws_acm_certificate_validation.this.certificate_arn
    error_message = "The certificate must be handed out only once it is valid."
  }
}

run "a_zone_is_made_on_request" {
  variables {
    create_zone = true
  }

  assert {
    condition     = aws_route53_zone.this[0].name == "boards.example.org" && output.zone_id == "Z0MADE" && output.zone_arn == "arn:aws:route53:::hostedzone/Z0MADE" && output.name_servers == tolist(["ns-2.awsdns.example"])
    error_message = "The made zone must be the one that is used and handed out."
  }
}

run "bad_values_are_refused" {
  command = plan

  variables {
    name        = "b"
    domain_name = "Boards.example.org."
  }

  expect_failures = [var.name, var.domain_name]
}
