# Core rules, all of them. CI adds the aws ruleset (instance types, names), which has to be downloaded.
config {
  call_module_type = "local"
}

plugin "terraform" {
  enabled = true
  preset  = "all"
}

# Files are split by concern (vpc.tf, nat.tf, ...), not by kind of block.
rule "terraform_standard_module_structure" {
  enabled = false
}
