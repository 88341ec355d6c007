output "autoscaling_group_name" {
  description = "Group to scale from 0 to 1 for a way in."
  value       = aws_autoscaling_group.this.name
}

output "session_document_name" {
  description = "Session document of logged shells."
  value       = aws_ssm_document.session.name
}

output "security_group_id" {
  description = "Security group of the instance."
  value       = aws_security_group.this.id
}
