resource "aws_db_parameter_group" "this" {
  name_prefix = "${var.name}-"
  description = "MySQL of ${var.name}: TLS only, slow queries logged"
  family      = "mysql${join(".", slice(split(".", var.engine_version), 0, 2))}"

  parameter {
    name  = "require_secure_transport"
    value = "1"
  }

  parameter {
    name  = "slow_query_log"
    value = "1"
  }

  parameter {
    name  = "long_query_time"
    value = "1"
  }

  parameter {
    name  = "log_output"
    value = "FILE" # what RDS exports to CloudWatch
  }

  lifecycle {
    create_before_destroy = true
  }
}
