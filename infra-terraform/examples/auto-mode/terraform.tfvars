# EKS Auto Mode: AWS runs nodes, load balancers, storage and DNS; no node groups, no autoscaler, no controllers of your own.
name         = "messageboard"
environment  = "staging"
owner        = "boards-team"
region       = "eu-central-1"
compute_mode = "auto"

admin_principal_arns = ["arn:aws:iam::111122223333:role/boards-admins"]

domain_name = "staging.boards.example.org"
create_zone = true
