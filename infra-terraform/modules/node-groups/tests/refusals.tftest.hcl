# Every rule of variables.tf, refused once.
mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  cluster_name              = "boards-dev"
  kubernetes_version        = "1.35"
  cluster_security_group_id = "sg-cluster"
  subnet_ids                = ["subnet-a", "subnet-b"]
  node_groups               = { base = { instance_types = ["m7g.large"], min_size = 2, max_size = 4 } }
}

run "bad_values_are_refused" {
  command = plan

  variables {
    partition                     = "amazon"
    cluster_name                  = "Boards"
    kubernetes_version            = "latest"
    cluster_security_group_id     = ""
    additional_security_group_ids = ["a", "b", "c", "d", "e"]
    subnet_ids                    = ["subnet-a"]
    tags                          = { "aws:owner" = "me" }
    permissions_boundary_arn      = "boundary"
  }

  expect_failures = [
    var.partition, var.cluster_name, var.kubernetes_version, var.cluster_security_group_id, var.additional_security_group_ids, var.subnet_ids, var.tags,
    var.permissions_boundary_arn,
  ]
}

run "spot_alone_is_refused" {
  command = plan

  variables {
    node_groups = { spot = { capacity_type = "SPOT", instance_types = ["t4g.large", "m6g.large", "m7g.large"], min_size = 1, max_size = 2 } }
  }

  expect_failures = [var.node_groups]
}

run "an_unknown_capacity_type_is_refused" {
  command = plan

  variables {
    node_groups = { base = { instance_types = ["m7g.large"], min_size = 1, max_size = 2 }, odd = { capacity_type = "CHEAP", instance_types = ["m7g.large"], min_size = 1, max_size = 2 } }
  }

  expect_failures = [var.node_groups]
}

run "a_single_spot_pool_is_refused" {
  command = plan

  variables {
    node_groups = { base = { instance_types = ["m7g.large"], min_size = 1, max_size = 2 }, spot = { capacity_type = "SPOT", instance_types = ["m7g.large", "m7g.large", "m6g.large"], min_size = 1, max_size = 2 } }
  }

  expect_failures = [var.node_groups]
}

run "mixed_architectures_are_refused" {
  command = plan

  variables {
    node_groups = { base = { instance_types = ["m7g.large", "m7i.large"], min_size = 1, max_size = 2 } }
  }

  expect_failures = [var.node_groups]
}

run "a_minimum_above_the_maximum_is_refused" {
  command = plan

  variables {
    node_groups = { base = { instance_types = ["m7g.large"], min_size = 3, max_size = 2 } }
  }

  expect_failures = [var.node_groups]
}

run "an_unknown_image_type_is_refused" {
  command = plan

  variables {
    node_groups = { base = { instance_types = ["m7i.large"], min_size = 1, max_size = 2, ami_type = "AL2_x86_64" } }
  }

  expect_failures = [var.node_groups]
}

run "a_tiny_disk_is_refused" {
  command = plan

  variables {
    node_groups = { base = { instance_types = ["m7g.large"], min_size = 1, max_size = 2, disk_size_gib = 8 } }
  }

  expect_failures = [var.node_groups]
}
