output "repository_urls" {
  description = "Where to push and pull, by repository."
  value       = { for name, repository in aws_ecr_repository.this : name => repository.repository_url }
}

output "repository_arns" {
  description = "ARNs of the repositories, by name."
  value       = { for name, repository in aws_ecr_repository.this : name => repository.arn }
}

output "cache_prefixes" {
  description = "Prefixes of the repositories that the pull-through cache makes, by upstream registry."
  value       = { for name, rule in aws_ecr_pull_through_cache_rule.this : name => rule.ecr_repository_prefix }
}
