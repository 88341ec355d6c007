# Style B: how the modules hang together in managed mode.
mock_provider "aws" {
  source = "../tests/mocks"
}

mock_provider "aws" {
  alias  = "dr"
  source = "../tests/mocks"
}

variables {
  name                 = "messageboard-of-2026" # the longest that is allowed: names with prefixes must still fit
  environment          = "staging"
  owner                = "boards-team"
  region               = "eu-central-1"
  admin_principal_arns = ["arn:aws:iam::111122223333:role/admins"]
  domain_name          = "boards.example.org"
}

run "the_longest_names_fit" {
  command = plan

  variables {
    board = { name = "a-board-of-twenty-eight-char" }
  }

  assert {
    condition     = length("${local.name}-board-${var.board.name}") <= 64 && length(local.board_reader) <= 32
    error_message = "IAM takes 64 characters for a role, MySQL 32 for a user."
  }
}

run "a_grant_is_of_one_database" {
  command = plan

  variables {
    board = { name = "a-b" }
  }

  assert {
    condition     = strcontains(output.database_setup_sql, "CREATE DATABASE IF NOT EXISTS `a_b`;") && strcontains(output.database_setup_sql, "GRANT ALL PRIVILEGES ON `a\\_b`.* TO") && strcontains(output.database_setup_sql, "GRANT SELECT ON `a\\_b`.* TO")
    error_message = "In a GRANT _ stands for any character: the board's user would have the database a-b or acb, too."
  }
}

run "nodes_come_after_the_network_add_on_with_the_right_add_ons_around" {
  assert {
    condition     = toset(keys(module.addons_before_compute[0].versions)) == toset(["vpc-cni", "kube-proxy", "eks-pod-identity-agent"])
    error_message = "Tier 0 is what nodes need to become Ready."
  }

  assert {
    condition     = toset(keys(module.addons_after_compute.versions)) == toset(["coredns", "metrics-server", "aws-ebs-csi-driver", "eks-node-monitoring-agent", "external-dns"])
    error_message = "Tier 1 is what runs on nodes."
  }

  assert {
    condition     = jsondecode(local.addons_before_compute["vpc-cni"].configuration).enableNetworkPolicy == "true" && local.addons_before_compute["vpc-cni"].preserve
    error_message = "Network policies must be enforced, and the network add-on must go last."
  }

  assert {
    condition     = jsondecode(local.addons_after_compute["aws-ebs-csi-driver"].configuration).controller.extraVolumeTags == { project = "messageboard-of-2026", environment = "staging" }
    error_message = "The budget and the last look of a teardown find volumes by their tags."
  }

  assert {
    condition     = jsondecode(local.addons_after_compute["external-dns"].configuration).domainFilters == ["boards.example.org"] && jsondecode(local.addons_after_compute["external-dns"].configuration).txtOwnerId == "messageboard-of-2026-staging"
    error_message = "external-dns must keep to its zone and its own records."
  }
}

run "each_controller_gets_its_own_narrow_role" {
  assert {
    condition     = toset(keys(output.identity_role_arns)) == toset(["vpc-cni", "ebs-csi", "external-dns", "cluster-autoscaler", "aws-load-balancer-controller", "external-secrets", "fluent-bit"])
    error_message = "Every controller of the references needs its role."
  }

  assert {
    condition     = jsondecode(local.identity_policies["external-secrets"]["database-admin"]).Statement[0].Resource == [module.database.admin_secret_arn] && jsondecode(local.identity_policies["external-secrets"]["database-admin"]).Statement[1].Condition.StringEquals["kms:ViaService"] == "secretsmanager.eu-central-1.amazonaws.com"
    error_message = "External Secrets may read the one secret, and decrypt by way of Secrets Manager only."
  }

  assert {
    condition     = jsondecode(local.identity_policies["external-dns"]["zone"]).Statement[0].Resource == ["arn:aws:route53:::hostedzone/Z0EXISTING"]
    error_message = "external-dns may change the one zone."
  }

  assert {
    condition     = alltrue([for statement in jsondecode(local.identity_policies["cluster-autoscaler"]["autoscaling"]).Statement : can(statement.Condition.StringEquals["aws:ResourceTag/k8s.io/cluster-autoscaler/messageboard-of-2026-staging"]) if contains(statement.Action, "autoscaling:SetDesiredCapacity")])
    error_message = "The autoscaler may change this cluster's groups only."
  }

  assert {
    condition = alltrue([for statement in jsondecode(local.identity_policies["aws-load-balancer-controller"]["load-balancing"]).Statement :
      statement.Sid == "Look" || can(statement.Condition) || !contains(statement.Resource, "*")
    ])
    error_message = "The load-balancer controller may look at everything, and change what carries its tag or lies in this account and region."
  }

  assert {
    condition     = local.identities["vpc-cni"].service_account == local.addons_before_compute["vpc-cni"].pod_identity.service_account && local.identities["ebs-csi"].service_account == local.addons_after_compute["aws-ebs-csi-driver"].pod_identity.service_account
    error_message = "Role and add-on must speak of the same service account."
  }
}

run "the_ways_to_the_database_and_the_api" {
  assert {
    condition     = module.cluster.subnet_ids == toset(values(module.network.intra_subnet_ids))
    error_message = "The control plane's interfaces belong into the intra subnets, where no node takes their addresses."
  }

  assert {
    condition     = jsondecode(local.board_login).Statement[0].Resource == ["arn:aws:rds-db:eu-central-1:111122223333:dbuser:${module.database.resource_id}/team_iam"] && strcontains(output.database_setup_sql, "CREATE USER IF NOT EXISTS 'team_iam'@'%' IDENTIFIED WITH AWSAuthenticationPlugin AS 'RDS' REQUIRE SSL;")
    error_message = "The role may log in as the user that MySQL lets in by IAM, and as no other."
  }

  assert {
    condition     = toset(keys(module.node_groups[0].node_group_arns)) == toset(["base", "spot"])
    error_message = "On-demand and spot nodes must be there."
  }

  assert {
    condition     = output.gitops_metadata.database_host == module.database.host && output.kubeconfig_command == "aws eks update-kubeconfig --region eu-central-1 --name messageboard-of-2026-staging" && output.cluster_endpoint == module.cluster.endpoint
    error_message = "The outputs must lead to this cluster."
  }

  assert {
    condition     = length(output.nat_public_ips) == 1 && output.access_autoscaling_group == module.access.autoscaling_group_name && output.zone_name_servers == tolist(["ns-1.awsdns.example"])
    error_message = "One NAT gateway by default; the way in and the zone are handed out."
  }
}
