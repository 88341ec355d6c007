output "role_arns" {
  description = "Roles by task: plan, apply, push-image."
  value       = { for task, role in aws_iam_role.this : task => role.arn }
}

output "permissions_boundary_arn" {
  description = "Boundary that every role of the platform must carry for the apply role to make it."
  value       = aws_iam_policy.boundary.arn
}
