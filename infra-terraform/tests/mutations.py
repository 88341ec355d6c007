"""Seeded mistakes: each is made in a copy, and the test that is named must catch it.

  mutations.py short|all DIRECTORY PLACE     DIRECTORY: infra-terraform, which stays as it is; PLACE: for the copies
"""

import concurrent.futures
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
from typing import NamedTuple


class Mutation(NamedTuple):
    mistake: str
    file: str
    right: str
    wrong: str
    caught_by: str  # FILE of the tests beside the mutated module: RUN, or graph: what is waited for
    short: bool = True  # also in `make infra`; the others apply the whole platform, and take longer


MUTATIONS = [
    Mutation("every zone leaves by the first NAT gateway", "modules/network/routes.tf",
             'var.nat_mode == "per_az" ? each.key : local.zones[0]', "local.zones[0]",
             "wiring: each_zone_leaves_by_its_own_gateway"),
    Mutation("intra subnets get the way out of the private ones", "modules/network/routes.tf",
             "route_table_id = aws_route_table.intra.id", "route_table_id = aws_route_table.private[each.key].id",
             "wiring: each_zone_leaves_by_its_own_gateway"),
    Mutation("public subnets hand out public addresses", "modules/network/subnets.tf",
             "map_public_ip_on_launch = false", "map_public_ip_on_launch = true",
             "structure: load_balancers_find_their_subnets"),
    Mutation("the flow log keeps refused traffic only", "modules/network/flow-log.tf",
             'traffic_type             = "ALL"', 'traffic_type             = "REJECT"',
             "wiring: everything_is_logged_and_the_default_group_is_locked"),
    Mutation("the API endpoint is public for everybody who asks", "modules/cluster/main.tf",
             "endpoint_public_access  = length(var.endpoint_public_access_cidrs) > 0", "endpoint_public_access  = true",
             "managed: the_endpoint_is_private"),
    Mutation("0.0.0.0/0 may open the API endpoint", "modules/cluster/variables.tf",
             'can(cidrnetmask(cidr)) && !endswith(cidr, "/0")', "can(cidrnetmask(cidr))",
             "auto: bad_values_are_refused"),
    Mutation("the cluster's creator becomes its admin", "modules/cluster/main.tf",
             "bootstrap_cluster_creator_admin_permissions = false", "bootstrap_cluster_creator_admin_permissions = true",
             "managed: only_the_named_admins_enter"),
    Mutation("audit logs are off", "modules/cluster/main.tf",
             '"api", "audit", "authenticator"', '"api", "authenticator"',
             "managed: all_control_plane_logs_are_kept_and_encrypted"),
    Mutation("Auto Mode without its storage", "modules/cluster/main.tf",
             "block_storage {\n      enabled = local.auto", "block_storage {\n      enabled = false",
             "auto: auto_mode_switches_compute_load_balancing_and_storage_together"),
    Mutation("pods reach the node's credentials", "modules/node-groups/main.tf",
             'http_tokens                 = "required"', 'http_tokens                 = "optional"',
             "node-groups: nodes_are_locked_down"),
    Mutation("nodes lose the way to the database", "modules/node-groups/main.tf",
             "concat([var.cluster_security_group_id], var.additional_security_group_ids)", "[var.cluster_security_group_id]",
             "node-groups: nodes_reach_the_cluster_and_the_database"),
    Mutation("one spot pool will do", "modules/node-groups/variables.tf",
             "length(distinct(group.instance_types)) >= 3", "length(group.instance_types) >= 3",
             "refusals: a_single_spot_pool_is_refused"),
    Mutation("the database is open to an address range", "modules/database/network.tf",
             "  referenced_security_group_id = aws_security_group.client.id\n}\n\n# Auto",
             '  cidr_ipv4                    = "10.0.0.0/8"\n}\n\n# Auto',
             "database: only_members_of_the_clients_group_reach_the_database"),
    Mutation("the admin password in plain text", "modules/database/main.tf",
             "manage_master_user_password   = true", 'password                      = "correct-horse-battery"',
             "database: the_password_never_passes_through_terraform"),
    Mutation("MySQL takes connections without TLS", "modules/database/parameters.tf",
             'name  = "require_secure_transport"\n    value = "1"', 'name  = "require_secure_transport"\n    value = "0"',
             "database: everything_is_encrypted_at_rest_and_on_the_wire"),
    Mutation("no snapshot when the database goes", "modules/database/main.tf",
             "skip_final_snapshot       = false", "skip_final_snapshot       = true",
             "database: nothing_is_lost_by_a_mistake"),
    Mutation("a tag may change its image", "modules/registry/main.tf",
             '"IMMUTABLE"', '"MUTABLE"', "registry: an_image_never_changes_and_is_scanned"),
    Mutation("any service account of the cluster takes the role", "modules/pod-identity/main.tf",
             '      "aws:RequestTag/kubernetes-service-account" = var.service_account\n', "",
             "pod-identity: only_the_named_service_account_of_this_cluster_takes_the_role"),
    Mutation("any workflow of GitHub may apply", "modules/ci-identity/main.tf",
             '"repo:${var.github_repository}:environment:${environment}"', '"repo:*:environment:${environment}"',
             "ci-identity: only_this_repository_takes_the_roles"),
    Mutation("anybody with the state's role deletes state", "modules/ci-identity/permissions.tf",
             'Action = ["s3:PutObject"], Resource = local.state_arns', 'Action = ["s3:PutObject", "s3:DeleteObject"], Resource = local.state_arns',
             "ci-identity: each_role_can_do_its_task_and_no_more"),
    Mutation("backups are not copied", "modules/backup/main.tf",
             "for_each = aws_backup_vault.dr", "for_each = []",
             "backup: backups_are_copied_and_restored_as_a_test"),
    Mutation("a machine with an open door for good", "modules/access/main.tf",
             "max_instance_lifetime = 86400", "max_instance_lifetime = 0",
             "access: no_port_no_key_no_single_machine"),
    Mutation("state without TLS", "bootstrap/state-bucket.tf",
             'Bool = { "aws:SecureTransport" = "false" }', 'Bool = { "aws:SecureTransport" = "true" }',
             "bootstrap: the_state_is_private_encrypted_and_has_a_history"),
    Mutation("keys that never change", "modules/kms-key/main.tf",
             "enable_key_rotation     = true", "enable_key_rotation     = false",
             "key: the_key_rotates_and_the_account_keeps_control"),
    Mutation("production with one NAT gateway", "platform/variables-network.tf",
             'var.environment != "prod" || var.nat_mode != "single"', 'var.nat_mode != ""',
             "refusals: production_insists", short=False),
    Mutation("network policies are not enforced", "platform/addons.tf",
             'enableNetworkPolicy = "true"', 'enableNetworkPolicy = "false"',
             "managed: nodes_come_after_the_network_add_on_with_the_right_add_ons_around", short=False),
    Mutation("External Secrets reads every secret", "platform/policies/external-secrets.json.tftpl",
             '"Resource": ["${secret_arn}"]', '"Resource": ["*"]',
             "managed: each_controller_gets_its_own_narrow_role", short=False),
    Mutation("Auto Mode's nodes in subnets without a way out", "platform/cluster.tf",
             "local.managed ? module.network.intra_subnet_ids : module.network.private_subnet_ids", "module.network.intra_subnet_ids",
             "modes: auto_mode_brings_no_nodes_no_agents_and_no_controllers_of_its_own", short=False),
    Mutation("external-dns without a way to Route 53", "platform/locals.tf",
             'local.dns && var.nat_mode != "none"', "local.dns",
             "modes: without_a_way_out_nothing_is_installed_that_needs_one", short=False),
    Mutation("the board's role logs in as a user that MySQL does not let in by IAM", "platform/messageboard.tf",
             'board_reader   = "${var.board.name}_iam"', "board_reader   = var.board.name",
             "managed: the_ways_to_the_database_and_the_api", short=False),
    Mutation("nodes before their way out", "modules/network/outputs.tf",
             "    aws_route.private_nat,\n", "",
             "graph: module.network.aws_route.private_nat"),
    Mutation("the second destroy finds the name of its snapshot taken", "modules/database/main.tf",
             '"${var.name}-final-${substr(split("/", module.key.arn)[1], 0, 8)}"', '"${var.name}-final"',
             "database: nothing_is_lost_by_a_mistake"),
    Mutation("maintenance at the hour of the backup", "modules/database/main.tf",
             '"sun:22:00-sun:23:00"', '"sun:02:30-sun:03:30"',
             "database: nothing_is_lost_by_a_mistake"),
    Mutation("nobody hears of a failed backup", "modules/backup/alarms.tf",
             '"BACKUP_JOB_COMPLETED"', '"BACKUP_JOB_FAILED"',
             "backup: backups_are_made_daily_and_locked"),
    Mutation("people hear of every backup that went well", "modules/observability/alarms.tf",
             '["COMPLETED"]', '["DONE"]',
             "observability: alarms_reach_people_and_only_aws_services_of_this_account_raise_them"),
    Mutation("a restore test in the default VPC", "modules/backup/restore-testing.tf",
             "    dbSubnetGroupName   = var.restore_testing_network.subnet_group_name\n", "",
             "backup: backups_are_copied_and_restored_as_a_test"),
    Mutation("CI makes itself an administrator", "modules/ci-identity/permissions.tf",
             '      Condition = { StringEquals = { "iam:PermissionsBoundary" = aws_iam_policy.boundary.arn } }\n', "",
             "ci-identity: each_role_can_do_its_task_and_no_more"),
    Mutation("cached images under a key of ECR's", "modules/registry/main.tf",
             '    encryption_type = "KMS"\n    kms_key         = module.key.arn\n  }\n\n  lifecycle', '    encryption_type = "AES256"\n  }\n\n  lifecycle',
             "registry: public_images_come_through_the_cache_on_request"),
    Mutation("shells that nobody can log", "modules/access/session.tf",
             'Action = ["logs:DescribeLogGroups"]', 'Action = ["logs:DescribeLogStreams"]',
             "access: sessions_are_logged_and_encrypted"),
]


def terraform(directory, command, *options):
    return subprocess.run(["terraform", f"-chdir={directory}", command, "-no-color", *options], capture_output=True, text=True, check=False)


def run(mutation, original, place):
    """None if the named test caught it, else what went wrong."""
    with tempfile.TemporaryDirectory(dir=place, prefix="mutation-") as own:
        copy = pathlib.Path(own) / "infra-terraform"
        shutil.copytree(original, copy, ignore=shutil.ignore_patterns(".terraform", ".terraform-*"))
        target = copy / mutation.file
        text = target.read_text(encoding="utf-8")
        if text.count(mutation.right) < 1:
            return f"{mutation.file} does not hold {mutation.right!r}: adapt the mutation"
        target.write_text(text.replace(mutation.right, mutation.wrong, 1), encoding="utf-8")
        kind, name = mutation.caught_by.split(": ")
        if kind == "graph":
            return missed_by_graph(copy / "platform", name)
        return missed_by_test(copy / re.match(r"(modules/[^/]+|[^/]+)", mutation.file).group(0), kind, name)


def missed_by_test(module, file, name):
    init = terraform(module, "init", "-backend=false", "-input=false")
    if init.returncode != 0:
        return init.stderr
    result = terraform(module, "test", f"-filter=tests/{file}.tftest.hcl")
    output = result.stdout + result.stderr
    if result.returncode == 0:
        return "nobody noticed"
    if f'run "{name}"... fail' not in output:
        return f"another test failed than {name}:\n{output[-2000:]}"
    return None


def missed_by_graph(root, awaited):
    (root / "backend.tf").unlink()  # Terraform would ask for it, and it needs an account
    init = terraform(root, "init", "-input=false")
    if init.returncode != 0:
        return init.stderr
    found = subprocess.run([pathlib.Path(__file__).parent / "graph", root], capture_output=True, text=True, check=False).stdout
    return None if re.search(rf"^FAILED: .* must wait for {re.escape(awaited)}:", found, re.M) else f"nobody noticed:\n{found}"


def main(which, original, place):
    chosen = [mutation for mutation in MUTATIONS if which == "all" or mutation.short]
    missed = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for mutation, wrong in zip(chosen, pool.map(lambda mutation: run(mutation, original, place), chosen)):
            print(f"{'caught' if wrong is None else 'MISSED'}: {mutation.mistake} ({mutation.file}) by {mutation.caught_by}")
            if wrong is not None:
                print(f"  {wrong}")
                missed += 1
    print(f"figure: {len(chosen) - missed} of {len(chosen)} mutations caught, {len(MUTATIONS)} in all (target 15)")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3]))
