output "log_kms_key_arn" {
  description = "Key of logs, sessions and alarms."
  value       = module.log_key.arn
}

output "alarm_topic_arn" {
  description = "SNS topic of all alarms."
  value       = aws_sns_topic.alarms.arn
}

output "application_log_group" {
  description = "Log group of boards and operator, for fluent-bit."
  value       = aws_cloudwatch_log_group.application.name
}

output "application_log_group_arn" {
  description = "ARN of that log group."
  value       = aws_cloudwatch_log_group.application.arn
}

output "prometheus_endpoint" {
  description = "Remote-write base address of the workspace; null without one."
  value       = one(aws_prometheus_workspace.this[*].prometheus_endpoint)
}

output "prometheus_workspace_arn" {
  description = "ARN of the workspace; null without one."
  value       = one(aws_prometheus_workspace.this[*].arn)
}
