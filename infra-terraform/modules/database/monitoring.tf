data "aws_partition" "current" {}

# Made before the instance: otherwise RDS makes them, without retention or key.
resource "aws_cloudwatch_log_group" "exported" {
  for_each = local.exported_logs

  name              = "/aws/rds/instance/${var.name}/${each.key}"
  retention_in_days = var.log_retention_days
  kms_key_id        = var.log_kms_key_arn
}

resource "aws_iam_role" "monitoring" {
  name_prefix          = "${var.name}-rds-"
  permissions_boundary = var.permissions_boundary_arn
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "monitoring.rds.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy_attachment" "monitoring" {
  role       = aws_iam_role.monitoring.name
  policy_arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole"
}

locals {
  # Thresholds that leave time to act.
  alarms = {
    cpu         = { metric = "CPUUtilization", comparison = "GreaterThanThreshold", threshold = 80, text = "above 80 % for 15 minutes" }
    storage     = { metric = "FreeStorageSpace", comparison = "LessThanThreshold", threshold = var.allocated_storage_gib * 107374182, text = "below 10 % of what was allocated" }
    memory      = { metric = "FreeableMemory", comparison = "LessThanThreshold", threshold = 134217728, text = "below 128 MiB" }
    connections = { metric = "DatabaseConnections", comparison = "GreaterThanThreshold", threshold = var.connection_alarm_threshold, text = "near the server's limit" }
  }
}

resource "aws_cloudwatch_metric_alarm" "this" {
  for_each = local.alarms

  alarm_name          = "${var.name}-database-${each.key}"
  alarm_description   = "${each.value.metric} of ${var.name} ${each.value.text}"
  namespace           = "AWS/RDS"
  metric_name         = each.value.metric
  dimensions          = { DBInstanceIdentifier = aws_db_instance.this.identifier }
  statistic           = "Average"
  period              = 300
  evaluation_periods  = 3
  comparison_operator = each.value.comparison
  threshold           = each.value.threshold
  treat_missing_data  = "breaching" # a database that reports nothing is not well
  alarm_actions       = [var.alarm_topic_arn]
  ok_actions          = [var.alarm_topic_arn]
}
