output "vault_arn" {
  description = "Vault of the daily backups."
  value       = aws_backup_vault.this.arn
}

output "dr_vault_arn" {
  description = "Vault of the copies in the disaster-recovery region; null without one."
  value       = one(aws_backup_vault.dr[*].arn)
}
