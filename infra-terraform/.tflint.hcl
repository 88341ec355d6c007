# Core rules, all of them. The aws ruleset (instance types, names) comes from GitHub only: `not run` here.
config {
  call_module_type = "local"
}

plugin "terraform" {
  enabled = true
  preset  = "all"
}

# 2026-11-21: files are split by concern (vpc.tf, nat.tf, ...), not by kind of block.
rule "terraform_standard_module_structure" {
  enabled = false
}
