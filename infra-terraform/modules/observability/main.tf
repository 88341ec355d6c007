module "log_key" {
  source = "../kms-key"

  name        = "${var.name}-logs"
  description = "Logs and alarms of ${var.name}"
  # Budgets and alarms publish to the encrypted topic.
  service_principals = [
    "logs.${var.region}.amazonaws.com", "sns.amazonaws.com", "cloudwatch.amazonaws.com", "budgets.amazonaws.com", "backup.amazonaws.com",
  ]
}

# What fluent-bit ships: the boards and the operator.
resource "aws_cloudwatch_log_group" "application" {
  name              = "/${var.name}/applications"
  retention_in_days = var.log_retention_days
  kms_key_id        = module.log_key.arn
}

resource "aws_prometheus_workspace" "this" {
  count = var.managed_prometheus ? 1 : 0

  alias       = var.name
  kms_key_arn = module.log_key.arn
}
