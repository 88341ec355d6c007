# The required variables and nothing else: two on-demand and up to six spot nodes, one NAT gateway, a small database, no domain.
name        = "messageboard"
environment = "dev"
owner       = "boards-team"
region      = "eu-central-1"

admin_principal_arns = ["arn:aws:iam::111122223333:role/boards-admins"]
