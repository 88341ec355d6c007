output "host" {
  description = "Host name of the database; the same after a fail-over."
  value       = aws_db_instance.this.address
}

output "port" {
  description = "Port of the database."
  value       = aws_db_instance.this.port
}

output "arn" {
  description = "ARN of the instance."
  value       = aws_db_instance.this.arn
}

output "resource_id" {
  description = "Immutable id of the instance, as IAM database authentication wants it."
  value       = aws_db_instance.this.resource_id
}

output "admin_secret_arn" {
  description = "Secrets Manager secret with the keys username and password; RDS rotates it."
  value       = aws_db_instance.this.master_user_secret[0].secret_arn
}

output "kms_key_arn" {
  description = "Key of storage, snapshots and admin secret."
  value       = module.key.arn
}

output "client_security_group_id" {
  description = "Security group that opens the database to its members."
  value       = aws_security_group.client.id
}
