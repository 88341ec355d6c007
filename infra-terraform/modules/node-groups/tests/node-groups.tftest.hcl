mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  cluster_name                  = "boards-dev"
  kubernetes_version            = "1.35"
  cluster_security_group_id     = "sg-cluster"
  additional_security_group_ids = ["sg-db-client"]
  subnet_ids                    = ["subnet-a", "subnet-b", "subnet-c"]
  tags                          = { owner = "team" }
  node_groups = {
    base = { instance_types = ["m7g.large"], min_size = 2, max_size = 4, ami_type = "BOTTLEROCKET_ARM_64" }
    spot = { capacity_type = "SPOT", instance_types = ["t4g.large", "m6g.large", "m7g.large"], min_size = 0, max_size = 6, taints = [{ key = "spot", effect = "PREFER_NO_SCHEDULE" }] }
  }
}

run "on_demand_and_spot_nodes" {
  assert {
    condition     = toset([for group in aws_eks_node_group.this : group.capacity_type]) == toset(["ON_DEMAND", "SPOT"])
    error_message = "Both kinds of capacity must be there."
  }

  assert {
    condition     = length(aws_eks_node_group.this["spot"].instance_types) == 3 && aws_eks_node_group.this["base"].subnet_ids == toset(["subnet-a", "subnet-b", "subnet-c"])
    error_message = "Spot nodes need several pools, and all nodes all zones."
  }

  assert {
    condition     = aws_eks_node_group.this["base"].scaling_config[0].desired_size == 2 && aws_eks_node_group.this["spot"].scaling_config[0].desired_size == 0
    error_message = "A group starts with its minimum unless told otherwise."
  }

  assert {
    condition     = alltrue([for group in aws_eks_node_group.this : group.node_repair_config[0].enabled && group.update_config[0].max_unavailable_percentage == 33])
    error_message = "Broken nodes must be replaced, and an update may take a third at a time."
  }

  assert {
    condition     = [for taint in aws_eks_node_group.this["spot"].taint : taint.effect] == ["PREFER_NO_SCHEDULE"] && length(aws_eks_node_group.this["base"].taint) == 0
    error_message = "Taints must reach their group."
  }
}

run "nodes_are_locked_down" {
  assert {
    condition     = alltrue([for template in aws_launch_template.this : template.metadata_options[0].http_tokens == "required" && template.metadata_options[0].http_put_response_hop_limit == 1])
    error_message = "Pods must not reach the node's credentials: IMDSv2, one hop."
  }

  assert {
    condition     = alltrue([for template in aws_launch_template.this : template.block_device_mappings[0].ebs[0].encrypted == "true" && template.block_device_mappings[0].ebs[0].volume_type == "gp3"])
    error_message = "Disks must be encrypted gp3."
  }

  assert {
    condition     = aws_launch_template.this["base"].block_device_mappings[0].device_name == "/dev/xvdb" && aws_launch_template.this["spot"].block_device_mappings[0].device_name == "/dev/xvda"
    error_message = "Bottlerocket's data disk is the second one."
  }

  assert {
    condition     = alltrue([for template in aws_launch_template.this : template.key_name == null && length(template.network_interfaces) == 0])
    error_message = "No SSH key and no public address."
  }

  assert {
    condition     = !anytrue([for attachment in aws_iam_role_policy_attachment.node : strcontains(attachment.policy_arn, "CNI")])
    error_message = "The CNI has a role of its own; the nodes' must not hold its rights."
  }

  assert {
    condition     = toset([for specification in aws_launch_template.this["base"].tag_specifications : specification.resource_type]) == toset(["instance", "volume", "network-interface"]) && alltrue([for specification in aws_launch_template.this["base"].tag_specifications : specification.tags["owner"] == "team"])
    error_message = "What a launch template starts must carry the tags too."
  }
}

run "nodes_reach_the_cluster_and_the_database" {
  assert {
    condition     = alltrue([for template in aws_launch_template.this : toset(template.vpc_security_group_ids) == toset(["sg-cluster", "sg-db-client"])])
    error_message = "Every node needs the cluster's group and the database clients' group."
  }

  assert {
    condition     = alltrue([for name, group in aws_eks_node_group.this : group.launch_template[0].id == aws_launch_template.this[name].id && group.node_role_arn == output.node_role_arn])
    error_message = "A group must use its own launch template and the nodes' role."
  }
}
