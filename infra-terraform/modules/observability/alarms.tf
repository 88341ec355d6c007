data "aws_caller_identity" "current" {}

resource "aws_sns_topic" "alarms" {
  name              = "${var.name}-alarms"
  kms_master_key_id = module.log_key.arn
}

resource "aws_sns_topic_policy" "alarms" {
  arn = aws_sns_topic.alarms.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "AwsServicesOfThisAccount"
      Effect    = "Allow"
      Principal = { Service = ["cloudwatch.amazonaws.com", "budgets.amazonaws.com", "backup.amazonaws.com"] }
      Action    = "sns:Publish"
      Resource  = aws_sns_topic.alarms.arn
      Condition = { StringEquals = { "aws:SourceAccount" = data.aws_caller_identity.current.account_id } }
    }]
  })
}

resource "aws_sns_topic_subscription" "email" {
  for_each = var.alarm_emails

  topic_arn = aws_sns_topic.alarms.arn
  protocol  = "email"
  endpoint  = each.key

  # AWS Backup tells of every job that ends; people are told of those that failed, expired or were stopped. Alarms have no State.
  filter_policy_scope = "MessageAttributes"
  filter_policy       = jsonencode({ State = [{ exists = false }, { anything-but = ["COMPLETED"] }] })
}

# Controllers that ask too often slow each other down before anybody sees an error.
resource "aws_cloudwatch_metric_alarm" "control_plane_throttled" {
  alarm_name          = "${var.name}-api-server-throttled"
  alarm_description   = "The Kubernetes API answers 429 to clients of ${var.name}"
  namespace           = "AWS/EKS"
  metric_name         = "apiserver_request_total_429"
  dimensions          = { ClusterName = var.name }
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 3
  comparison_operator = "GreaterThanThreshold"
  threshold           = 100
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.alarms.arn]
  ok_actions          = [aws_sns_topic.alarms.arn]
}
