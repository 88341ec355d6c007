"""Holds the example facts in deploy/gitops against those that platform prints for the same environment: what it can know, is the same."""

import pathlib
import re
import sys

from plan_json import outputs

# Made by AWS, or random in mocks: only their form is known.
FORMS = {
    "account_id": r"\d{{12}}",
    "alarm_topic_arn": r"arn:aws:sns:{region}:{account_id}:{cluster_name}-alarms",
    "certificate_arn": r"arn:aws:acm:{region}:{account_id}:certificate/[0-9a-f-]{{36}}",
    "database_admin_secret_arn": r"arn:aws:secretsmanager:{region}:{account_id}:secret:rds!db-.+",
    "database_host": r"{cluster_name}\.[a-z0-9]+\.{region}\.rds\.amazonaws\.com",
    "image_api": r"{account_id}\.dkr\.ecr\.{region}\.amazonaws\.com/{cluster_name}/messageboard-api",
    "image_frontend": r"{account_id}\.dkr\.ecr\.{region}\.amazonaws\.com/{cluster_name}/messageboard-frontend",
    "image_mysql": r"{account_id}\.dkr\.ecr\.{region}\.amazonaws\.com/{cluster_name}/messageboard-mysql",
    "image_operator": r"{account_id}\.dkr\.ecr\.{region}\.amazonaws\.com/{cluster_name}/messageboard-operator",
    "vpc_id": r"vpc-[0-9a-f]{{17}}",
    "zone_id": r"Z[A-Z0-9]+",
}


def facts(file):
    return dict(line.split("=", 1) for line in pathlib.Path(file).read_text(encoding="utf-8").splitlines())


def differences(example, printed):
    if list(example) != list(printed):
        yield f"keys {sorted(set(example) ^ set(printed))}, or their order"
    for key, value in printed.items():
        if key in FORMS:
            form = FORMS[key].format(**example)
            if not re.fullmatch(form, example.get(key, "")):
                yield f"{key}={example.get(key)} has not the form {form}"
        elif example.get(key) != value:
            yield f"{key}={example.get(key)}, and Terraform prints {value}"


if __name__ == "__main__":
    found = list(differences(facts(sys.argv[2]), outputs(sys.argv[1])["gitops_metadata"]))
    print("\n".join(f"{sys.argv[2]}: {difference}" for difference in found))
    sys.exit(1 if found else 0)
