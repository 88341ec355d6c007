mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name                              = "boards-dev"
  vpc_id                            = "vpc-1"
  subnet_ids                        = ["subnet-a", "subnet-b", "subnet-c"]
  cluster_security_group_id         = "sg-cluster"
  database_client_security_group_id = "sg-db-client"
  kms_key_arn                       = "arn:aws:kms:eu-central-1:111122223333:key/logs"
  tags                              = { owner = "team" }
}

run "no_port_no_key_no_single_machine" {
  assert {
    condition     = aws_launch_template.this.key_name == null && length(aws_security_group.this.ingress == null ? [] : aws_security_group.this.ingress) == 0
    error_message = "There must be neither an SSH key nor a way in."
  }

  assert {
    condition     = aws_autoscaling_group.this.min_size == 0 && aws_autoscaling_group.this.desired_capacity == 0 && aws_autoscaling_group.this.vpc_zone_identifier == toset(["subnet-a", "subnet-b", "subnet-c"])
    error_message = "Nothing runs until somebody asks, and then in any zone."
  }

  assert {
    condition     = aws_autoscaling_group.this.max_instance_lifetime == 86400
    error_message = "An instance must not outlive a day."
  }

  assert {
    condition     = aws_launch_template.this.metadata_options[0].http_tokens == "required" && aws_launch_template.this.block_device_mappings[0].ebs[0].encrypted == "true"
    error_message = "IMDSv2 and an encrypted disk are the least."
  }

  assert {
    condition     = alltrue([for specification in aws_launch_template.this.tag_specifications : specification.tags["owner"] == "team"])
    error_message = "What starts must carry the tags."
  }
}

run "it_reaches_the_api_and_the_database" {
  assert {
    condition     = toset(aws_launch_template.this.vpc_security_group_ids) == toset([aws_security_group.this.id, "sg-db-client"])
    error_message = "The instance needs its own group and the database clients'."
  }

  assert {
    condition     = aws_vpc_security_group_ingress_rule.cluster_api.security_group_id == "sg-cluster" && aws_vpc_security_group_ingress_rule.cluster_api.referenced_security_group_id == aws_security_group.this.id && aws_vpc_security_group_ingress_rule.cluster_api.from_port == 443 && aws_vpc_security_group_ingress_rule.cluster_api.to_port == 443
    error_message = "The Kubernetes API must admit the instance's group on 443 only."
  }

  assert {
    condition     = aws_vpc_security_group_egress_rule.https.from_port == 443 && aws_vpc_security_group_egress_rule.https.to_port == 443
    error_message = "The instance may only go out by HTTPS."
  }
}

run "sessions_are_logged_and_encrypted" {
  assert {
    condition     = jsondecode(aws_ssm_document.session.content).inputs.cloudWatchLogGroupName == aws_cloudwatch_log_group.session.name && jsondecode(aws_ssm_document.session.content).inputs.cloudWatchEncryptionEnabled && jsondecode(aws_ssm_document.session.content).inputs.kmsKeyId == var.kms_key_arn
    error_message = "Shells must be logged to the encrypted group."
  }

  assert {
    condition     = aws_cloudwatch_log_group.session.kms_key_id == var.kms_key_arn && aws_cloudwatch_log_group.session.retention_in_days == 30
    error_message = "The session log needs key and retention."
  }

  assert {
    condition     = [for statement in jsondecode(aws_iam_role_policy.session_log.policy).Statement : statement.Action if contains(statement.Resource, "*")] == [["logs:DescribeLogGroups"]] && endswith(aws_iam_role_policy_attachment.session_manager.policy_arn, "/AmazonSSMManagedInstanceCore")
    error_message = "The instance may use Session Manager, look for its log group and write to it, no more."
  }
}

run "bad_values_are_refused" {
  command = plan

  variables {
    name                              = "Boards"
    vpc_id                            = ""
    subnet_ids                        = ["subnet-a"]
    cluster_security_group_id         = ""
    database_client_security_group_id = ""
    instances                         = 3
    log_retention_days                = 31
    kms_key_arn                       = "alias/logs"
    tags                              = { "aws:owner" = "me" }
    permissions_boundary_arn          = "boundary"
  }

  expect_failures = [
    var.name, var.vpc_id, var.subnet_ids, var.cluster_security_group_id, var.database_client_security_group_id, var.instances,
    var.log_retention_days, var.kms_key_arn, var.tags,
    var.permissions_boundary_arn,
  ]
}
