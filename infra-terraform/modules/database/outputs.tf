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

output "subnet_group_name" {
  description = "Subnet group of the instance, for restores beside it."
  value       = aws_db_subnet_group.this.name
}

output "security_group_id" {
  description = "Security group of the instance, for restores beside it."
  value       = aws_security_group.database.id
}

output "final_snapshot_identifier" {
  description = "Name of the snapshot that a destroy leaves."
  value       = local.final_snapshot
}

output "client_security_group_id" {
  description = "Security group that opens the database to its members."
  value       = aws_security_group.client.id
}
