output "node_role_arn" {
  description = "Role of the nodes."
  value       = aws_iam_role.node.arn
}

output "node_group_arns" {
  description = "Node groups by name."
  value       = { for name, group in aws_eks_node_group.this : name => group.arn }
}

output "node_role_name" {
  description = "Name of that role, to attach more to it."
  value       = aws_iam_role.node.name
}
