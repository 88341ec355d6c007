"""Judges the plan of an environment: what no resource may be, whichever module it comes from.

Each rule takes (address, type, values) and yields what is wrong. The plan is the real provider's, so default tags and
defaults of the provider are in it.
"""

import json
import sys

from plan_json import applied_resources, planned_resources
from production import production_survives

OPEN = {"0.0.0.0/0", "::/0"}
REQUIRED_TAGS = {"project", "environment", "owner", "managed-by"}
ENCRYPTED = {
    "aws_db_instance": ("storage_encrypted", True),
    "aws_cloudwatch_log_group": ("kms_key_id", None),
    "aws_sns_topic": ("kms_master_key_id", None),
    "aws_backup_vault": ("kms_key_arn", None),
    "aws_prometheus_workspace": ("kms_key_arn", None),
}
# Looking around often has no resource to name; reading data has, and anything else with "*" is too wide as well.
LOOKING = ("Describe", "List", "Get")
DATA = ("kms:", "s3:", "secretsmanager:", "ssm:", "rds-db:")


def no_way_in_from_everywhere(address, kind, values, unknown):
    ranges = set()
    if kind == "aws_vpc_security_group_ingress_rule":
        ranges = {values.get("cidr_ipv4"), values.get("cidr_ipv6")}
    elif kind in ("aws_security_group", "aws_default_security_group"):
        for rule in values.get("ingress") or []:
            ranges |= set(rule.get("cidr_blocks") or []) | set(rule.get("ipv6_cidr_blocks") or [])
    elif kind == "aws_eks_cluster":
        access = values["vpc_config"][0]
        ranges = set(access.get("public_access_cidrs") or [])
        if access.get("endpoint_public_access") is not False and not ranges:
            yield "has a public endpoint and names nobody: AWS takes that for everybody"
    if ranges & OPEN:
        yield "is open to everybody"


def everything_is_tagged(address, kind, values, unknown):
    if kind == "aws_autoscaling_group":
        tags = {tag["key"] for tag in values["tag"]}
    elif "tags_all" in values:
        tags = set(values["tags_all"] or {})
    else:
        return
    if REQUIRED_TAGS - tags:
        yield f"lacks the tags {sorted(REQUIRED_TAGS - tags)}"


def everything_is_encrypted(address, kind, values, unknown):
    if kind in ENCRYPTED:
        attribute, wanted = ENCRYPTED[kind]
        known_later = unknown.get(attribute) is True
        if not known_later and (values.get(attribute) is None or (wanted is not None and values[attribute] != wanted)):
            yield f"is not encrypted: {attribute}"
    if kind == "aws_launch_template":
        for disk in values["block_device_mappings"]:
            if disk["ebs"][0]["encrypted"] != "true":
                yield f"has a plain disk {disk['device_name']}"
    if kind == "aws_ecr_repository" and values["encryption_configuration"][0]["encryption_type"] != "KMS":
        yield "is not encrypted with a key of ours"
    if kind == "aws_eks_cluster" and not values.get("encryption_config"):
        yield "keeps Kubernetes Secrets in plain"
    if kind == "aws_kms_key" and not values["enable_key_rotation"]:
        yield "never rotates"


def logs_end(address, kind, values, unknown):
    if kind == "aws_cloudwatch_log_group" and not values.get("retention_in_days"):
        yield "keeps its logs for ever"


def databases_are_private(address, kind, values, unknown):
    if kind != "aws_db_instance":
        return
    if values["publicly_accessible"] or values["password"] is not None or not values["manage_master_user_password"]:
        yield "is public, or its password passes through Terraform"
    if values["skip_final_snapshot"] or not values["backup_retention_period"]:
        yield "goes without a snapshot or has no backups"


def no_metadata_for_pods(address, kind, values, unknown):
    if kind == "aws_launch_template":
        options = values["metadata_options"][0]
        if options["http_tokens"] != "required" or options["http_put_response_hop_limit"] != 1:
            yield "lets pods reach the node's credentials"


def policies_are_narrow(address, kind, values, unknown):
    if kind == "aws_iam_policy" and values["name"].endswith("-boundary"):  # a ceiling, which grants nothing; tests of modules/ci-identity
        return
    for attribute in ("policy", "assume_role_policy"):
        document = values.get(attribute)
        if kind == "aws_ecr_lifecycle_policy" or not isinstance(document, str) or not document.startswith("{"):
            continue
        for statement in json.loads(document)["Statement"]:
            if statement["Effect"] == "Allow":
                yield from too_wide(kind, statement)


def too_wide(kind, statement):
    if "NotAction" in statement or "NotResource" in statement:
        yield "allows all but what it names, so whatever AWS adds next, too"
    actions, resources = listed(statement, "Action"), listed(statement, "Resource")
    everything = "*" in resources
    # A key's policy speaks of the key itself ("*"), and AWS wants its account to have all of it.
    if kind == "aws_kms_key":
        if statement["Principal"] == "*" or statement["Principal"] == {"AWS": "*"}:
            yield "gives the key to everybody"
        return
    for action in actions:
        if action == "*" or action.endswith(":*"):
            yield f"allows {action}"
        elif everything and not statement.get("Condition") and (action.startswith(DATA) or not action.split(":")[1].startswith(LOOKING)):
            yield f"allows {action} on everything, without a condition"


ATTACHED = {
    "AWSBackupServiceRolePolicyForBackup", "AWSBackupServiceRolePolicyForRestores", "AmazonEBSCSIDriverPolicy", "AmazonEC2ContainerRegistryPullOnly",
    "AmazonEKSBlockStoragePolicy", "AmazonEKSClusterPolicy", "AmazonEKSComputePolicy", "AmazonEKSLoadBalancingPolicy", "AmazonEKSNetworkingPolicy",
    "AmazonEKSWorkerNodeMinimalPolicy", "AmazonEKSWorkerNodePolicy", "AmazonEKS_CNI_Policy", "AmazonRDSEnhancedMonitoringRole",
    "AmazonSSMManagedInstanceCore",
}


def attached_policies_are_known(address, kind, values, unknown):
    """AWS writes them, so nobody here reads what they allow: each is looked at once, and named above."""
    known = ATTACHED | {"PowerUserAccess", "ReadOnlyAccess"} if ".ci_identity" in address else ATTACHED
    attached = {"aws_iam_role": values.get("managed_policy_arns"), "aws_iam_role_policy_attachment": [values.get("policy_arn")]}.get(kind)
    for arn in filter(None, attached or []):
        if arn.split(":")[4] != "aws" or arn.split("/")[-1] not in known:
            yield f"attaches {arn}, which nobody has looked at"


def listed(statement, name):
    value = statement.get(name, [])
    return value if isinstance(value, list) else [value]


def buckets_are_closed(address, kind, values, unknown):
    blocks = ("block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets")
    if kind == "aws_s3_bucket_public_access_block" and not all(values[block] for block in blocks):
        yield "lets the public in"
    if kind == "aws_s3_bucket" and values["force_destroy"]:
        yield "goes with all it holds"


def nothing_is_called_latest(address, kind, values, unknown):
    if kind == "aws_launch_template":  # AMIs are resolved by AWS's alias of the newest patch, on purpose
        return
    if "latest" in json.dumps({key: value for key, value in values.items() if key != "tags_all"}):
        yield "says latest, which has no way back"


RULES = [
    no_way_in_from_everywhere,
    everything_is_tagged,
    everything_is_encrypted,
    logs_end,
    databases_are_private,
    no_metadata_for_pods,
    policies_are_narrow,
    attached_policies_are_known,
    buckets_are_closed,
    nothing_is_called_latest,
]


def boundaries(path):
    """Either no role has a permissions boundary or all have the same: CI may not make the others."""
    found = {}
    for address, kind, values, unknown in planned_resources(path):
        if kind == "aws_iam_role" and "-ci-" not in (values.get("name") or ""):  # those are bootstrap's, made by a person
            found.setdefault(values.get("permissions_boundary"), []).append(address)
    if len(found) > 1:
        yield f"boundaries: {', '.join(found.get(None, ['some roles']))} lack the permissions boundary that others have"


def violations(path):
    yield from boundaries(path)
    for finding in production_survives(planned_resources(path)):
        yield f"production_survives: {finding}"
    for resources, rules in ((planned_resources(path), RULES), (applied_resources(path), [policies_are_narrow, attached_policies_are_known])):
        for address, kind, values, unknown in resources:
            for rule in rules:
                for finding in rule(address, kind, values, unknown):
                    yield f"{rule.__name__}: {address} {finding}"


if __name__ == "__main__":
    resources = list(planned_resources(sys.argv[1]))
    found = list(violations(sys.argv[1]))
    print("\n".join(found))
    print(f"figure: {len(resources)} resources against {len(RULES)} policies")
    sys.exit(1 if found or not resources else 0)
