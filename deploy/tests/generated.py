"""The committed files that follow from others: generated.py --write makes them anew, test_generated.py holds them against their sources."""

import functools
import re
import sys

import yaml

from shipped import BOARDS_CHART, DEPLOY, OPERATOR_CHART, ROOT, kustomize, read, run

CHARTS = [OPERATOR_CHART, BOARDS_CHART]
HEAD = "# Made by deploy/verify update from {source}. Do not edit.\n"
BEGIN, END = "<!-- BEGIN VALUES -->", "<!-- END VALUES -->"


def install(directory):
    return HEAD.format(source=f"deploy/{directory}") + run("kubectl", "kustomize", DEPLOY / directory)


def copy(path):
    return HEAD.format(source=path.relative_to(ROOT)) + path.read_text(encoding="utf-8")


def rules():
    """The operator's rights, for the chart: the same list goes into a ClusterRole or into Roles."""
    roles = {document["metadata"]["name"]: document for document in read(DEPLOY / "operator/base/rbac.yaml") if "rules" in document}
    rights = {
        "boards": roles["messageboard-operator"]["rules"],
        "nodes": roles["messageboard-operator-nodes"]["rules"],
        "leader": roles["messageboard-operator-leader"]["rules"],
        "databaseServers": roles["messageboard-operator-database-servers"]["rules"],
    }
    return HEAD.format(source="deploy/operator/base/rbac.yaml") + yaml.safe_dump(rights, sort_keys=False)


def users():
    own = "app.kubernetes.io/name"
    roles = {
        role["metadata"]["name"]: {
            "labels": {name: value for name, value in role["metadata"]["labels"].items() if name != own},
            "rules": role["rules"],
        }
        for role in read(DEPLOY / "operator/users/roles.yaml")
    }
    return HEAD.format(source="deploy/operator/users/roles.yaml") + yaml.safe_dump(roles, sort_keys=False)


def values(chart):
    """Every value with its default and the comment that starts with '--' above it, in the order of the file."""
    text = (chart / "values.yaml").read_text(encoding="utf-8")
    defaults = yaml.safe_load(text)
    path, said = [], None
    for line in text.splitlines():
        comment = re.match(r"\s*# -- (.*)", line)
        key = re.match(r"( *)([A-Za-z]\w*):", line)
        if comment:
            said = comment.group(1)
        elif key:
            path = path[: len(key.group(1)) // 2] + [key.group(2)]
            if said:
                default = defaults
                for step in path:
                    default = default[step]
                yield ".".join(path), default, said
            said = None


def readme(chart):
    text = (chart / "README.md").read_text(encoding="utf-8")
    rows = [f"| `{name}` | `{yaml.safe_dump(default, default_flow_style=True, width=1000).removesuffix('...' + chr(10)).strip()}` | {said} |" for name, default, said in values(chart)]
    table = "\n".join([BEGIN, "| value | default | meaning |", "|---|---|---|", *rows, END])
    return re.sub(f"{BEGIN}.*?{END}", lambda _: table, text, flags=re.S)


@functools.cache
def files():
    """Path to content, of all of them."""
    made = {
        DEPLOY / "install.yaml": install("operator"),
        DEPLOY / "install-namespaced.yaml": install("operator/namespaced"),
        OPERATOR_CHART / "files/rules.yaml": rules(),
        OPERATOR_CHART / "files/users.yaml": users(),
        OPERATOR_CHART / "files/alerts.yaml": copy(DEPLOY / "monitoring/alerts.yaml"),
    }
    for crd in (ROOT / "crds").glob("*.yml"):
        made[OPERATOR_CHART / "files/crds" / crd.name] = crd.read_text(encoding="utf-8")
    for chart in CHARTS:
        made[chart / "README.md"] = readme(chart)
    return made


if __name__ == "__main__" and sys.argv[1:] == ["--write"]:
    for path, content in files().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
