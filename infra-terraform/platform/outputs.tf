output "gitops_metadata" {
  description = "Facts about the substrate for deploy/gitops: flat strings, no secrets."
  value       = local.gitops_metadata
}

output "gitops_platform_env" {
  description = "The same as KEY=value lines: `terraform output -raw gitops_platform_env > deploy/gitops/clusters/ENVIRONMENT/platform.env`."
  value       = join("", [for key, value in local.gitops_metadata : "${key}=${value}\n"])
}

output "messageboard" {
  description = "A ready MessageBoard on the RDS server, behind an ALB: `terraform output -raw messageboard | kubectl apply -f -`."
  value       = yamlencode(local.messageboard)
}

output "messageboard_external" {
  description = "The same board on a database that you made yourself, with login by IAM (Pod Identity, and IRSA by annotation)."
  value       = yamlencode(local.messageboard_external)
}

output "database_server_secret" {
  description = "ExternalSecret that offers the RDS server to the operator (`database.provisioned.server`)."
  value       = yamlencode(local.database_server_secret)
}

output "kubeconfig_command" {
  description = "Command that adds the cluster to your kubeconfig."
  value       = "aws eks update-kubeconfig --region ${var.region} --name ${local.name}"
}

output "cluster_endpoint" {
  description = "Address of the Kubernetes API, private unless endpoint_public_access_cidrs says otherwise."
  value       = module.cluster.endpoint
}

output "access_autoscaling_group" {
  description = "Group to scale from 0 to 1 for a way in by Session Manager."
  value       = module.access.autoscaling_group_name
}

output "identity_role_arns" {
  description = "Roles of the controllers, by name."
  value       = { for name, identity in module.pod_identity : name => identity.role_arn }
}

output "nat_public_ips" {
  description = "Addresses that the outside sees, by zone."
  value       = module.network.nat_public_ips
}

output "zone_name_servers" {
  description = "Name servers to delegate the domain to; empty without a domain."
  value       = try(module.dns[0].name_servers, [])
}
