resource "aws_eks_addon" "this" {
  for_each = var.addons

  cluster_name         = var.cluster_name
  addon_name           = each.key
  addon_version        = each.value.version
  configuration_values = each.value.configuration
  # A cluster that loses its network add-on first cannot be taken down in order.
  preserve                    = each.value.preserve
  resolve_conflicts_on_create = "OVERWRITE"
  resolve_conflicts_on_update = "OVERWRITE"

  dynamic "pod_identity_association" {
    for_each = each.value.pod_identity == null ? [] : [each.value.pod_identity]
    content {
      service_account = pod_identity_association.value.service_account
      role_arn        = pod_identity_association.value.role_arn
    }
  }
}
