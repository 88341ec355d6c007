locals {
  policy_variables = {
    partition    = data.aws_partition.current.partition
    region       = var.region
    account_id   = data.aws_caller_identity.current.account_id
    cluster_name = local.name
  }
  managed_policy = "arn:${data.aws_partition.current.partition}:iam::aws:policy"

  # Which service account may do what on AWS, and where it is wanted. `addon`: EKS binds role and service account itself.
  identities = {
    "vpc-cni" = {
      when             = local.managed, addon = true, namespace = "kube-system", service_account = "aws-node"
      managed_policies = ["${local.managed_policy}/AmazonEKS_CNI_Policy"]
    }
    "ebs-csi" = {
      when             = local.managed, addon = true, namespace = "kube-system", service_account = "ebs-csi-controller-sa"
      managed_policies = ["${local.managed_policy}/service-role/AmazonEBSCSIDriverPolicy"]
    }
    "external-dns" = {
      when             = local.external_dns, addon = true, namespace = "external-dns", service_account = "external-dns"
      managed_policies = []
    }
    "cluster-autoscaler" = {
      when             = local.managed, addon = false, namespace = "kube-system", service_account = "cluster-autoscaler"
      managed_policies = []
    }
    "aws-load-balancer-controller" = {
      when             = local.managed, addon = false, namespace = "kube-system", service_account = "aws-load-balancer-controller"
      managed_policies = []
    }
    "external-secrets" = {
      when             = true, addon = false, namespace = "external-secrets", service_account = "external-secrets"
      managed_policies = []
    }
    "fluent-bit" = {
      when             = true, addon = false, namespace = "logging", service_account = "fluent-bit"
      managed_policies = []
    }
    "prometheus" = {
      when             = var.managed_prometheus, addon = false, namespace = "monitoring", service_account = "prometheus"
      managed_policies = []
    }
  }

  # What each may do, of documents of its own. Apart from the roles: nodes wait for the role of their network add-on, and must not wait
  # for the database with it, whose secret stands in one of these.
  identity_policies = {
    "external-dns"                 = { zone = templatefile("${path.module}/policies/external-dns.json.tftpl", { zone_arn = try(module.dns[0].zone_arn, "") }) }
    "cluster-autoscaler"           = { autoscaling = templatefile("${path.module}/policies/cluster-autoscaler.json.tftpl", local.policy_variables) }
    "aws-load-balancer-controller" = { load-balancing = templatefile("${path.module}/policies/load-balancer-controller.json.tftpl", local.policy_variables) }
    "external-secrets" = { database-admin = templatefile("${path.module}/policies/external-secrets.json.tftpl", {
      secret_arn = module.database.admin_secret_arn, key_arn = module.database.kms_key_arn, region = var.region
    }) }
    "fluent-bit" = { write-logs = templatefile("${path.module}/policies/fluent-bit.json.tftpl", {
      log_group_arn = module.observability.application_log_group_arn
    }) }
    "prometheus" = { remote-write = templatefile("${path.module}/policies/prometheus.json.tftpl", {
      workspace_arn = try(coalesce(module.observability.prometheus_workspace_arn), "")
    }) }
  }
}

module "pod_identity" {
  source   = "../modules/pod-identity"
  for_each = { for name, identity in local.identities : name => identity if identity.when }

  name                     = "${local.name}-${each.key}"
  cluster_name             = module.cluster.name
  namespace                = each.value.namespace
  service_account          = each.value.service_account
  policies                 = lookup(local.identity_policies, each.key, {})
  managed_policy_arns      = each.value.managed_policies
  create_association       = !each.value.addon
  permissions_boundary_arn = var.permissions_boundary_arn
}

locals {
  board_login = templatefile("${path.module}/policies/board.json.tftpl", merge(local.policy_variables, {
    db_resource_id = module.database.resource_id, db_user = local.board_reader
  }))
}

# For what runs in the API's pods beside the board, such as a shell: it may log in to MySQL with a token of IAM, as the reading user
# that database_setup_sql makes. The board itself logs in with the password of its Secret.
module "board_identity" {
  source = "../modules/pod-identity"

  name                     = "${local.name}-board-${var.board.name}"
  cluster_name             = module.cluster.name
  namespace                = var.board.namespace
  service_account          = "${var.board.name}-api"
  irsa                     = { provider_arn = module.cluster.oidc_provider_arn, issuer = module.cluster.oidc_issuer }
  policies                 = { database-login = local.board_login }
  permissions_boundary_arn = var.permissions_boundary_arn
}
