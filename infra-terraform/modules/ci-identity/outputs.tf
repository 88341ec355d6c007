output "role_arns" {
  description = "Roles by task: plan, apply, push-image."
  value       = { for task, role in aws_iam_role.this : task => role.arn }
}
