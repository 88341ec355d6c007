"""The checks find what they are for: each policy refuses a resource made to break it, and the CRD's check a broken board."""

import copy
import json
import pathlib
import sys
import unittest

import messageboard
import policy
import yaml


def allow(action, resource, **more):
    return {"policy": json.dumps({"Statement": [{"Effect": "Allow", "Action": action, "Resource": resource, **more}]})}


def allow_but(**statement):
    return {"policy": json.dumps({"Statement": [{"Effect": "Allow", **statement}]})}


def attach(name, account="aws"):
    return {"policy_arn": f"arn:aws:iam::{account}:policy/{name}"}


TAGGED = {"StringEquals": {"aws:ResourceTag/elbv2.k8s.aws/cluster": "boards"}}
CLOSED = dict.fromkeys(("block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"), True)
TEMPLATE = {
    "block_device_mappings": [{"device_name": "/dev/xvda", "ebs": [{"encrypted": "true"}]}],
    "metadata_options": [{"http_tokens": "required", "http_put_response_hop_limit": 1}],
}
DATABASE = {
    "publicly_accessible": False, "password": None, "manage_master_user_password": True, "skip_final_snapshot": False, "backup_retention_period": 7,
}
TAGS = {"project": "p", "environment": "dev", "owner": "o", "managed-by": "terraform"}

# rule, kind, what is right, what makes it wrong
CASES = [
    (policy.no_way_in_from_everywhere, "aws_vpc_security_group_ingress_rule", {"cidr_ipv4": "10.0.0.0/16"}, {"cidr_ipv4": "0.0.0.0/0"}),
    (policy.no_way_in_from_everywhere, "aws_vpc_security_group_ingress_rule", {"cidr_ipv4": "10.0.0.0/16"}, {"cidr_ipv6": "::/0"}),
    (policy.no_way_in_from_everywhere, "aws_security_group", {"ingress": []}, {"ingress": [{"cidr_blocks": ["0.0.0.0/0"]}]}),
    (policy.no_way_in_from_everywhere, "aws_eks_cluster", {"vpc_config": [{"endpoint_public_access": False}]}, {"vpc_config": [{"endpoint_public_access": True, "public_access_cidrs": ["0.0.0.0/0"]}]}),
    (policy.no_way_in_from_everywhere, "aws_eks_cluster", {"vpc_config": [{"endpoint_public_access": False}]}, {"vpc_config": [{"endpoint_public_access": True, "public_access_cidrs": []}]}),
    (policy.no_way_in_from_everywhere, "aws_eks_cluster", {"vpc_config": [{"endpoint_public_access": True, "public_access_cidrs": ["203.0.113.0/24"]}]}, {"vpc_config": [{"endpoint_public_access": True}]}),
    (policy.everything_is_tagged, "aws_vpc", {"tags_all": TAGS}, {"tags_all": {"project": "p"}}),
    (policy.everything_is_tagged, "aws_autoscaling_group", {"tag": [{"key": key} for key in TAGS]}, {"tag": []}),
    (policy.everything_is_encrypted, "aws_db_instance", {"storage_encrypted": True}, {"storage_encrypted": False}),
    (policy.everything_is_encrypted, "aws_cloudwatch_log_group", {"kms_key_id": "arn"}, {"kms_key_id": None}),
    (policy.everything_is_encrypted, "aws_launch_template", TEMPLATE, {"block_device_mappings": [{"device_name": "a", "ebs": [{"encrypted": "false"}]}]}),
    (policy.everything_is_encrypted, "aws_ecr_repository", {"encryption_configuration": [{"encryption_type": "KMS"}]}, {"encryption_configuration": [{"encryption_type": "AES256"}]}),
    (policy.everything_is_encrypted, "aws_eks_cluster", {"encryption_config": [{}]}, {"encryption_config": []}),
    (policy.everything_is_encrypted, "aws_kms_key", {"enable_key_rotation": True}, {"enable_key_rotation": False}),
    (policy.logs_end, "aws_cloudwatch_log_group", {"retention_in_days": 30}, {"retention_in_days": 0}),
    (policy.databases_are_private, "aws_db_instance", DATABASE, {"publicly_accessible": True}),
    (policy.databases_are_private, "aws_db_instance", DATABASE, {"password": "correct-horse"}),
    (policy.databases_are_private, "aws_db_instance", DATABASE, {"backup_retention_period": 0}),
    (policy.no_metadata_for_pods, "aws_launch_template", TEMPLATE, {"metadata_options": [{"http_tokens": "required", "http_put_response_hop_limit": 2}]}),
    (policy.policies_are_narrow, "aws_iam_role_policy", allow("s3:GetObject", "arn:aws:s3:::b/*"), allow("s3:*", "arn:aws:s3:::b")),
    (policy.policies_are_narrow, "aws_iam_role_policy", allow("ec2:DescribeVpcs", "*"), allow("s3:GetObject", "*")),
    (policy.policies_are_narrow, "aws_iam_role_policy", allow("ec2:CreateTags", "*", Condition=TAGGED), allow("ec2:CreateTags", "*")),
    (policy.policies_are_narrow, "aws_iam_role_policy", allow("ec2:CreateTags", "*", Condition=TAGGED), allow("ec2:CreateTags", "*", Condition={})),
    (policy.policies_are_narrow, "aws_iam_role_policy", allow("ec2:DescribeVpcs", "*"), allow_but(NotAction="iam:*", Resource="*")),
    (policy.policies_are_narrow, "aws_iam_role_policy", allow("ec2:DescribeVpcs", "*"), allow_but(Action="s3:GetObject", NotResource="arn:aws:s3:::state/*")),
    (policy.buckets_are_closed, "aws_s3_bucket_public_access_block", CLOSED, CLOSED | {"block_public_policy": False}),
    (policy.buckets_are_closed, "aws_s3_bucket", {"force_destroy": False}, {"force_destroy": True}),
    (policy.policies_are_narrow, "aws_kms_key", allow("kms:*", "*", Principal={"AWS": "arn:root"}), allow("kms:*", "*", Principal="*")),
    (policy.attached_policies_are_known, "aws_iam_role_policy_attachment", attach("AmazonSSMManagedInstanceCore"), attach("AdministratorAccess")),
    (policy.attached_policies_are_known, "aws_iam_role_policy_attachment", attach("AmazonSSMManagedInstanceCore"), attach("PowerUserAccess")),
    (policy.attached_policies_are_known, "aws_iam_role_policy_attachment", attach("AmazonSSMManagedInstanceCore"), attach("AmazonSSMManagedInstanceCore", "111122223333")),
    (policy.attached_policies_are_known, "aws_iam_role", {"name": "boards"}, {"managed_policy_arns": ["arn:aws:iam::aws:policy/AdministratorAccess"]}),
    (policy.nothing_is_called_latest, "aws_eks_addon", {"addon_version": "v1"}, {"addon_version": "latest"}),
]


class Policies(unittest.TestCase):
    def test_each_policy_refuses_what_breaks_it_and_nothing_else(self):
        for rule, kind, right, wrong in CASES:
            with self.subTest(rule=rule.__name__, kind=kind, wrong=wrong):
                self.assertEqual([], list(rule("a.b", kind, right, {})))
                self.assertNotEqual([], list(rule("a.b", kind, right | wrong, {})))

    def test_every_policy_has_a_case(self):
        self.assertEqual({rule.__name__ for rule in policy.RULES}, {rule.__name__ for rule, *_ in CASES})


class Production(unittest.TestCase):
    database = DATABASE | {"identifier": "boards-prod", "multi_az": True, "deletion_protection": True}
    others = {
        "aws_db_instance_automated_backups_replication": {},
        "aws_backup_restore_testing_plan": {},
        "aws_backup_restore_testing_selection": {},
        "aws_backup_plan": {"rule": [{"copy_action": [{}]}]},
    }

    def findings(self, database, others):
        return list(policy.production_survives([("a.b", "aws_db_instance", database, {}), *(("a.b", kind, values, {}) for kind, values in others.items())]))

    def test_production_passes_with_everything(self):
        self.assertEqual([], self.findings(self.database, self.others))

    def test_each_weakness_of_its_database_is_found(self):
        for wrong in ({"multi_az": False}, {"deletion_protection": False}, {"backup_retention_period": 6}):
            with self.subTest(wrong=wrong):
                self.assertEqual(1, len(self.findings(self.database | wrong, self.others)))

    def test_each_missing_copy_and_test_is_found(self):
        for kind in self.others:
            with self.subTest(missing=kind):
                self.assertEqual(1, len(self.findings(self.database, {other: values for other, values in self.others.items() if other != kind})))
        self.assertEqual(1, len(self.findings(self.database, self.others | {"aws_backup_plan": {"rule": [{"copy_action": []}]}})))

    def test_other_environments_may_be_smaller(self):
        self.assertEqual([], self.findings({"identifier": "boards-dev"}, {}))


class Boards(unittest.TestCase):
    schema = messageboard.crd_schema(pathlib.Path(__file__).parents[2] / "crds")
    board = {
        "apiVersion": "messageboard.dev/v1alpha1",
        "kind": "MessageBoard",
        "metadata": {"name": "team"},
        "spec": {"database": {"external": {"host": "db.example.org", "secretRef": {"name": "team-db"}}}},
    }

    def complaints(self, section, value):
        board = copy.deepcopy(self.board)
        board["spec"][section] = value
        return " ".join(messageboard.check("board", yaml.safe_dump(board), self.schema))

    def test_a_good_board_passes(self):
        self.assertEqual("", self.complaints("version", "0.1.0"))

    def test_a_misspelt_field_is_found(self):
        self.assertIn("spec.ingres is not in the CRD", self.complaints("ingres", {}))

    def test_a_wrong_type_is_found(self):
        self.assertIn("is not of type", self.complaints("publicUrl", 7))

    def test_a_broken_rule_is_found(self):
        self.assertIn("ingress.aws needs ingress.profile", self.complaints("ingress", {"className": "alb", "aws": {"scheme": "internal"}}))

    def test_two_databases_are_found(self):
        self.assertIn("exactly one", self.complaints("database", self.board["spec"]["database"] | {"embedded": {}}))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
