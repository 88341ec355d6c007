output "name" {
  description = "Name of the cluster, known once it exists: whatever uses it waits for the cluster."
  value       = aws_eks_cluster.this.name
}

output "arn" {
  description = "ARN of the cluster."
  value       = aws_eks_cluster.this.arn
}

output "endpoint" {
  description = "Address of the Kubernetes API."
  value       = aws_eks_cluster.this.endpoint
}

output "certificate_authority_data" {
  description = "CA of the Kubernetes API, base64."
  value       = aws_eks_cluster.this.certificate_authority[0].data
}

output "security_group_id" {
  description = "Security group that EKS made for the control plane and all nodes. Only it carries the cluster's tag: the load-balancer controller refuses two."
  value       = aws_eks_cluster.this.vpc_config[0].cluster_security_group_id
}

output "subnet_ids" {
  description = "Subnets of the control plane's interfaces, and in auto mode of the nodes."
  value       = aws_eks_cluster.this.vpc_config[0].subnet_ids
}

output "oidc_provider_arn" {
  description = "OIDC provider for IRSA."
  value       = aws_iam_openid_connect_provider.cluster.arn
}

output "oidc_issuer" {
  description = "OIDC issuer without `https://`, as IAM conditions want it."
  value       = trimprefix(aws_eks_cluster.this.identity[0].oidc[0].issuer, "https://")
}

output "auto_node_role_name" {
  description = "Role of Auto Mode's nodes, for a NodeClass of your own; null in managed mode."
  value       = one(aws_iam_role.auto_node[*].name)
}
