mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name   = "boards-dev"
  region = "eu-central-1"
}

run "an_image_never_changes_and_is_scanned" {
  assert {
    condition     = toset([for repository in aws_ecr_repository.this : repository.name]) == toset(["boards-dev/messageboard-operator", "boards-dev/messageboard-api", "boards-dev/messageboard-frontend", "boards-dev/messageboard-mysql"])
    error_message = "Each of the project's images needs a repository."
  }

  assert {
    condition     = alltrue([for repository in aws_ecr_repository.this : repository.image_tag_mutability == "IMMUTABLE"])
    error_message = "A tag must not change its content."
  }

  assert {
    condition     = alltrue([for repository in aws_ecr_repository.this : repository.image_scanning_configuration[0].scan_on_push && !repository.force_delete])
    error_message = "Images must be scanned when pushed, and a repository with images must not go."
  }

  assert {
    condition     = alltrue([for repository in aws_ecr_repository.this : repository.encryption_configuration[0].encryption_type == "KMS" && repository.encryption_configuration[0].kms_key == module.key.arn])
    error_message = "Images must be encrypted with the registry's key."
  }

  assert {
    condition     = alltrue([for name, policy in aws_ecr_lifecycle_policy.this : [for rule in jsondecode(policy.policy).rules : [rule.selection.tagStatus, rule.selection.countNumber]] == [["untagged", 7], ["any", 100]]])
    error_message = "Untagged images go after a week, of the others the newest hundred stay."
  }

  assert {
    condition     = keys(output.repository_urls) == keys(aws_ecr_repository.this) && length(aws_ecr_pull_through_cache_rule.this) == 0
    error_message = "Every repository's address must be handed out; nothing is cached unasked."
  }
}

run "public_images_come_through_the_cache_on_request" {
  variables {
    pull_through_cache = ["kubernetes"]
  }

  assert {
    condition     = { for name, rule in aws_ecr_pull_through_cache_rule.this : rule.ecr_repository_prefix => rule.upstream_registry_url } == { "boards-dev-kubernetes" = "registry.k8s.io" }
    error_message = "Only the asked registry must be cached, under this name."
  }

  assert {
    condition     = one(aws_ecr_repository_creation_template.cache["kubernetes"].encryption_configuration).kms_key == module.key.arn && aws_ecr_repository_creation_template.cache["kubernetes"].prefix == "boards-dev-kubernetes" && aws_ecr_repository_creation_template.cache["kubernetes"].applied_for == toset(["PULL_THROUGH_CACHE"])
    error_message = "Cached images must be encrypted with the registry's key, too."
  }

  assert {
    condition     = aws_ecr_repository_creation_template.cache["kubernetes"].custom_role_arn == aws_iam_role.cache[0].arn && jsondecode(aws_iam_role_policy.cache[0].policy).Statement[0].Resource == ["arn:aws:ecr:eu-central-1:111122223333:repository/boards-dev-kubernetes/*"]
    error_message = "ECR needs a role to use that key, for the cache's repositories only."
  }
}

run "a_long_name_gives_way_to_the_upstream" {
  command = plan

  variables {
    name               = "message-boards-everywhere-dev"
    pull_through_cache = ["ecr-public", "kubernetes"]
  }

  assert {
    condition     = output.cache_prefixes == { "ecr-public" = "message-boards-ever-ecr-public", "kubernetes" = "message-boards-ever-kubernetes" }
    error_message = "ECR takes prefixes of 30 characters at most."
  }
}

run "bad_values_are_refused" {
  command = plan

  variables {
    name                     = "boards--dev"
    region                   = "frankfurt"
    repositories             = ["Message Board"]
    keep_images              = 1
    untagged_days            = 0
    pull_through_cache       = ["docker-hub"]
    permissions_boundary_arn = "boundary"
  }

  expect_failures = [var.name, var.region, var.repositories, var.keep_images, var.untagged_days, var.pull_through_cache, var.permissions_boundary_arn]
}
