data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

locals {
  arn_prefix = "arn:${data.aws_partition.current.partition}"
  account_id = data.aws_caller_identity.current.account_id

  # The account may delegate by IAM policies; without this statement the key could lock everyone out.
  account_statement = {
    Sid       = "AccountDelegatesByIam"
    Effect    = "Allow"
    Principal = { AWS = "${local.arn_prefix}:iam::${local.account_id}:root" }
    Action    = "kms:*"
    Resource  = "*"
  }

  # Services that act without a caller's own permissions, such as CloudWatch Logs.
  service_statements = [for service in sort(tolist(var.service_principals)) : {
    Sid       = "Use${replace(title(split(".", service)[0]), "-", "")}"
    Effect    = "Allow"
    Principal = { Service = service }
    Action    = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"]
    Resource  = "*"
    # CloudWatch Logs tells which log group it works for, the others for which account.
    Condition = startswith(service, "logs.") ? tomap({
      ArnLike = { "kms:EncryptionContext:aws:logs:arn" = "${local.arn_prefix}:logs:*:${local.account_id}:*" }
    }) : tomap({ StringEquals = { "aws:SourceAccount" = local.account_id } })
  }]
}

resource "aws_kms_key" "this" {
  description             = var.description
  enable_key_rotation     = true
  rotation_period_in_days = 365
  deletion_window_in_days = var.deletion_window_days
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = concat([local.account_statement], local.service_statements)
  })
}

resource "aws_kms_alias" "this" {
  name          = "alias/${var.name}"
  target_key_id = aws_kms_key.this.key_id
}
