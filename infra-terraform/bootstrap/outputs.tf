output "state_bucket" {
  description = "Bucket for the backends of platform and bootstrap."
  value       = aws_s3_bucket.state.id
}

output "state_kms_key_arn" {
  description = "Key for the backends."
  value       = module.state_key.arn
}

output "ci_role_arns" {
  description = "Roles of CI by task; empty without a repository."
  value       = try(module.ci_identity[0].role_arns, {})
}

output "permissions_boundary_arn" {
  description = "For `permissions_boundary_arn` of platform when CI applies it; null without a repository."
  value       = try(module.ci_identity[0].permissions_boundary_arn, null)
}
