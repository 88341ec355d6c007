output "role_arn" {
  description = "ARN of the role."
  value       = aws_iam_role.this.arn

  # Whoever gets the role gets its rights, until it is gone itself. Not the inline policies: these may name what takes long to make.
  depends_on = [aws_iam_role_policy_attachment.this]
}
