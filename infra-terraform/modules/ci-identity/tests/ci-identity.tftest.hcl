mock_provider "aws" {
  source = "../../tests/mocks"
}

variables {
  name               = "messageboard"
  github_repository  = "example/messageboard"
  apply_environments = ["prod"]
  state_bucket_arn   = "arn:aws:s3:::messageboard-state"
  state_kms_key_arn  = "arn:aws:kms:eu-central-1:111122223333:key/state"
}

run "only_this_repository_takes_the_roles" {
  assert {
    condition = alltrue(flatten([for role in aws_iam_role.this : [
      for subject in jsondecode(role.assume_role_policy).Statement[0].Condition.StringLike["token.actions.githubusercontent.com:sub"] :
      startswith(subject, "repo:example/messageboard:") && !endswith(subject, ":*")
    ]]))
    error_message = "Every subject must name the repository and a kind of run; a bare wildcard admits anybody."
  }

  assert {
    condition     = alltrue([for role in aws_iam_role.this : jsondecode(role.assume_role_policy).Statement[0].Condition.StringEquals == { "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com" } && jsondecode(role.assume_role_policy).Statement[0].Principal.Federated == aws_iam_openid_connect_provider.github[0].arn])
    error_message = "Only tokens of GitHub made for AWS count."
  }

  assert {
    condition     = jsondecode(aws_iam_role.this["apply"].assume_role_policy).Statement[0].Condition.StringLike["token.actions.githubusercontent.com:sub"] == ["repo:example/messageboard:environment:prod"]
    error_message = "Applying needs one of the named GitHub environments, where people approve."
  }

  assert {
    condition     = toset(keys(output.role_arns)) == toset(["plan", "apply", "push-image"])
    error_message = "Each task has a role of its own."
  }
}

run "a_provider_of_github_that_is_there_is_used" {
  variables {
    github_oidc_provider_arn = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"
  }

  assert {
    condition     = length(aws_iam_openid_connect_provider.github) == 0 && alltrue([for role in aws_iam_role.this : jsondecode(role.assume_role_policy).Statement[0].Principal.Federated == var.github_oidc_provider_arn])
    error_message = "An account has one provider of GitHub: a second is refused by IAM."
  }
}

run "each_role_can_do_its_task_and_no_more" {
  assert {
    condition     = endswith(aws_iam_role_policy_attachment.this["plan"].policy_arn, "/ReadOnlyAccess") && endswith(aws_iam_role_policy_attachment.this["apply"].policy_arn, "/PowerUserAccess") && !contains(keys(aws_iam_role_policy_attachment.this), "push-image")
    error_message = "Planning reads, applying changes, pushing images needs neither."
  }

  assert {
    condition     = alltrue([for statement in jsondecode(aws_iam_role_policy.this["plan"].policy).Statement : alltrue([for resource in statement.Resource : endswith(resource, ".tflock")]) if contains(statement.Action, "s3:PutObject") || contains(statement.Action, "s3:DeleteObject")])
    error_message = "The plan role writes the lock only."
  }

  assert {
    condition     = alltrue([for statement in jsondecode(aws_iam_role_policy.this["apply"].policy).Statement : alltrue([for resource in concat(try(statement.Resource, []), try(statement.NotResource, [])) : endswith(resource, ".tflock")]) if contains(statement.Action, "s3:DeleteObject")])
    error_message = "Nobody deletes state, only locks."
  }

  assert {
    condition     = anytrue([for statement in jsondecode(aws_iam_role_policy.this["apply"].policy).Statement : statement.Effect == "Deny" && contains(statement.Action, "s3:PutObject") && try(statement.Resource, []) == ["arn:aws:s3:::messageboard-state/bootstrap/*"]])
    error_message = "The state of bootstrap, which holds CI's own roles, is a person's."
  }

  assert {
    condition     = alltrue(flatten([for statement in jsondecode(aws_iam_role_policy.this["apply"].policy).Statement : [for resource in statement.Resource : resource != "*"] if statement.Effect == "Allow"]))
    error_message = "The apply role's own permissions must name their resources."
  }

  assert {
    condition     = anytrue([for statement in jsondecode(aws_iam_role_policy.this["apply"].policy).Statement : statement.Effect == "Deny" && try(statement.Resource, []) == ["arn:aws:iam::111122223333:role/messageboard-ci-*"] && length(setsubtract(["iam:PutRolePolicy", "iam:UpdateAssumeRolePolicy", "iam:PassRole", "iam:DeleteRolePermissionsBoundary"], statement.Action)) == 0])
    error_message = "CI must not widen, take or hand on its own roles."
  }

  assert {
    condition = alltrue([for statement in jsondecode(aws_iam_role_policy.this["apply"].policy).Statement :
      try(statement.Condition.StringEquals, {}) == { "iam:PermissionsBoundary" = output.permissions_boundary_arn }
      if statement.Effect == "Allow" && length(setintersection(statement.Action, ["iam:AttachRolePolicy", "iam:CreateRole", "iam:PutRolePolicy", "iam:PutRolePermissionsBoundary"])) > 0
    ])
    error_message = "Roles that CI makes must stay below the boundary, or it could make itself an administrator."
  }

  assert {
    condition     = !anytrue([for statement in jsondecode(aws_iam_role_policy.this["apply"].policy).Statement : contains(statement.Action, "iam:DeleteRolePermissionsBoundary") if statement.Effect == "Allow"])
    error_message = "CI must not lift the boundary."
  }

  assert {
    condition     = [for statement in jsondecode(aws_iam_policy.boundary.policy).Statement : statement.NotAction if can(statement.NotAction)] == [["account:*", "iam:*", "organizations:*", "sts:AssumeRole"]]
    error_message = "Below the boundary nobody makes identities or takes other roles."
  }

  assert {
    condition     = anytrue([for statement in jsondecode(aws_iam_role_policy.this["apply"].policy).Statement : statement.Effect == "Deny" && contains(statement.Action, "s3:PutBucketVersioning") && contains(try(statement.Resource, []), "arn:aws:s3:::messageboard-state")]) && anytrue([for statement in jsondecode(aws_iam_role_policy.this["apply"].policy).Statement : statement.Effect == "Deny" && contains(statement.Action, "kms:ScheduleKeyDeletion") && try(statement.Resource, []) == [var.state_kms_key_arn]])
    error_message = "PowerUserAccess must not reach the state's history and key."
  }

  assert {
    condition     = alltrue([for statement in jsondecode(aws_iam_role_policy.this["push-image"].policy).Statement : statement.Resource == ["arn:aws:ecr:*:111122223333:repository/messageboard-*/*"] || statement.Action == ["ecr:GetAuthorizationToken"]])
    error_message = "Images may be pushed to this project's repositories only."
  }
}

run "bad_values_are_refused" {
  command = plan

  variables {
    name                     = "Messageboard"
    github_repository        = "example/*"
    default_branch           = "*"
    apply_environments       = []
    github_oidc_provider_arn = "arn:aws:iam::111122223333:oidc-provider/gitlab.example.org"
    state_bucket_arn         = "messageboard-state"
    state_kms_key_arn        = "alias/state"
  }

  expect_failures = [
    var.name, var.github_repository, var.default_branch, var.apply_environments, var.github_oidc_provider_arn, var.state_bucket_arn, var.state_kms_key_arn,
  ]
}
