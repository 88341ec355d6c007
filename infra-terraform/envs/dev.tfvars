# Small and cheap: one NAT gateway, a single-zone database, mostly spot. Replace the account, the domain and the addresses.
name        = "messageboard"
environment = "dev"
owner       = "boards-team"
region      = "eu-central-1"

admin_principal_arns = ["arn:aws:iam::111122223333:role/boards-admins"]
# If CI applies it, also permissions_boundary_arn: an output of bootstrap.

nat_mode = "single"

node_groups = {
  base = { instance_types = ["t4g.large"], min_size = 1, max_size = 2 }
  spot = { capacity_type = "SPOT", instance_types = ["t4g.large", "m6g.large", "m7g.large"], min_size = 1, max_size = 4 }
}

database = {
  instance_class             = "db.t4g.small"
  deletion_protection        = false
  connection_alarm_threshold = 120
}

domain_name = "dev.boards.example.org"
create_zone = true

alarm_emails       = ["boards-team@example.org"]
monthly_budget_usd = 300
