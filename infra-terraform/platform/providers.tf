provider "aws" {
  region = var.region

  default_tags {
    tags = local.tags
  }
}

# Copies of backups. The main region again where there is no other: the alias must exist, nothing is made with it then.
provider "aws" {
  alias  = "dr"
  region = coalesce(var.dr_region, var.region)

  default_tags {
    tags = local.tags
  }
}
