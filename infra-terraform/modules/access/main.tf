# A way in without an open port, a key or a machine that must not fail: Session Manager forwards ports through an instance that
# a scaling group starts in any of the zones, when somebody asks for one, and replaces when it dies.
resource "aws_launch_template" "this" {
  name_prefix            = "${var.name}-access-"
  update_default_version = true
  image_id               = "resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64"
  instance_type          = "t4g.nano"
  vpc_security_group_ids = [aws_security_group.this.id, var.database_client_security_group_id]

  iam_instance_profile {
    arn = aws_iam_instance_profile.this.arn
  }

  metadata_options {
    http_endpoint               = "enabled"
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
  }

  block_device_mappings {
    device_name = "/dev/xvda"
    ebs {
      volume_type           = "gp3"
      volume_size           = 8
      encrypted             = true
      delete_on_termination = true
    }
  }

  monitoring {
    enabled = true
  }

  dynamic "tag_specifications" {
    for_each = ["instance", "volume", "network-interface"]
    content {
      resource_type = tag_specifications.value
      tags          = merge(var.tags, { Name = "${var.name}-access" })
    }
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_autoscaling_group" "this" {
  name_prefix         = "${var.name}-access-"
  vpc_zone_identifier = var.subnet_ids
  min_size            = 0
  max_size            = 2
  desired_capacity    = var.instances
  # A day is enough for a session, and the next start has the newest image.
  max_instance_lifetime = 86400
  health_check_type     = "EC2"

  launch_template {
    id      = aws_launch_template.this.id
    version = aws_launch_template.this.latest_version
  }

  dynamic "tag" {
    for_each = merge(var.tags, { Name = "${var.name}-access" })
    content {
      key                 = tag.key
      value               = tag.value
      propagate_at_launch = false # the launch template tags the instances
    }
  }

  lifecycle {
    ignore_changes = [desired_capacity] # scaled by hand: 0 -> 1 -> 0
  }
}
