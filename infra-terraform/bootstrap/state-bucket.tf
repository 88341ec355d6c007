data "aws_caller_identity" "current" {}

module "state_key" {
  source = "../modules/kms-key"

  name        = "${var.name}-state"
  description = "Terraform state of ${var.name}"
}

# State and its lock. S3 locks by a conditional write (use_lockfile), so no DynamoDB table: one thing less to pay for, to
# permit and to forget; Terraform deprecated the table.
resource "aws_s3_bucket" "state" {
  # checkov:skip=CKV_AWS_18: 2026-11-21, CloudTrail data events tell who read state; server access logs need a second bucket
  # checkov:skip=CKV_AWS_144: 2026-11-21, state can be imported again; versions guard against mistakes, which replicas would copy
  # checkov:skip=CKV2_AWS_62: 2026-11-21, nobody waits for events of this bucket
  bucket = "${var.name}-state-${data.aws_caller_identity.current.account_id}"

  # Without force_destroy a bucket that holds state refuses to go.
  force_destroy = false
}

resource "aws_s3_bucket_versioning" "state" {
  bucket = aws_s3_bucket.state.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "state" {
  bucket = aws_s3_bucket.state.id

  rule {
    bucket_key_enabled = true
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = module.state_key.arn
    }
  }
}

resource "aws_s3_bucket_public_access_block" "state" {
  bucket = aws_s3_bucket.state.id

  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_ownership_controls" "state" {
  bucket = aws_s3_bucket.state.id

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "state" {
  bucket = aws_s3_bucket.state.id

  rule {
    id     = "old-versions"
    status = "Enabled"
    filter {}

    noncurrent_version_expiration {
      noncurrent_days           = var.state_history_days
      newer_noncurrent_versions = 20
    }

    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }
  }

  depends_on = [aws_s3_bucket_versioning.state]
}

resource "aws_s3_bucket_policy" "state" {
  bucket = aws_s3_bucket.state.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "TlsOnly"
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = [aws_s3_bucket.state.arn, "${aws_s3_bucket.state.arn}/*"]
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })

  depends_on = [aws_s3_bucket_public_access_block.state]
}
