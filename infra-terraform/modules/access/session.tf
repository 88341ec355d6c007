data "aws_partition" "current" {}

resource "aws_iam_role" "this" {
  name_prefix          = "${var.name}-access-"
  permissions_boundary = var.permissions_boundary_arn
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "ec2.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy_attachment" "session_manager" {
  role       = aws_iam_role.this.name
  policy_arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/AmazonSSMManagedInstanceCore"
}

resource "aws_iam_role_policy" "session_log" {
  name = "session-log"
  role = aws_iam_role.this.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"]
        Resource = ["${aws_cloudwatch_log_group.session.arn}:*"]
      },
      # Session Manager looks for the group before it writes, and looking has no resource.
      { Effect = "Allow", Action = ["logs:DescribeLogGroups"], Resource = ["*"] },
      {
        Effect   = "Allow"
        Action   = ["kms:Decrypt", "kms:GenerateDataKey"]
        Resource = [var.kms_key_arn]
      },
    ]
  })
}

resource "aws_iam_instance_profile" "this" {
  name_prefix = "${var.name}-access-"
  role        = aws_iam_role.this.name
}

resource "aws_cloudwatch_log_group" "session" {
  name              = "/aws/ssm/${var.name}/sessions"
  retention_in_days = var.log_retention_days
  kms_key_id        = var.kms_key_arn
}

# Start shells with it (aws ssm start-session --document-name ...): every keystroke is logged. Forwarded ports carry TLS and are not.
resource "aws_ssm_document" "session" {
  name            = "${var.name}-session"
  document_type   = "Session"
  document_format = "JSON"
  content = jsonencode({
    schemaVersion = "1.0"
    description   = "Logged, encrypted shell on the access instance of ${var.name}"
    sessionType   = "Standard_Stream"
    inputs = {
      cloudWatchLogGroupName      = aws_cloudwatch_log_group.session.name
      cloudWatchEncryptionEnabled = true
      cloudWatchStreamingEnabled  = true
      kmsKeyId                    = var.kms_key_arn
      idleSessionTimeout          = "20"
      maxSessionDuration          = "480"
    }
  })
}
