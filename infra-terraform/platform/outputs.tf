output "gitops_metadata" {
  description = "Facts about the substrate for deploy/gitops: flat strings, no secrets."
  value       = local.gitops_metadata
}

output "gitops_platform_env" {
  description = "The same as KEY=value lines: `terraform output -raw gitops_platform_env > deploy/gitops/clusters/ENVIRONMENT/platform.env`."
  value       = join("", [for key, value in local.gitops_metadata : "${key}=${value}\n"])
}

output "messageboard" {
  description = "A ready MessageBoard on the RDS server (`database.external`), behind an ALB, images from ECR: `terraform output -raw messageboard | kubectl apply -f -`."
  value       = yamlencode(local.messageboard)
}

output "messageboard_provisioned" {
  description = "The same board with a database that the operator makes (`database.provisioned`), for operators that know it."
  value       = yamlencode(local.messageboard_provisioned)
}

output "database_setup_sql" {
  description = "What `messageboard` needs on the server, once: the database, its user, and a reading user for IAM tokens. Put the password of the Secret in the place of PASSWORD."
  value       = local.database_setup_sql
}

output "database_server_secret" {
  description = "ExternalSecret that offers the RDS server to the operator, for `messageboard_provisioned`."
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
