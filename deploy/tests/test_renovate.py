"""Renovate's rules of our own: its patterns find what they are for. Its schema and its managers are not read here."""

import json
import re

import pytest

import shipped

RULES = json.loads((shipped.ROOT / ".github/renovate.json").read_text(encoding="utf-8"))
MANAGERS = {manager["datasourceTemplate"]: manager for manager in RULES["customManagers"]}


def files(manager):
    """The files that a manager looks into."""
    tracked = shipped.run("git", "-C", shipped.ROOT, "ls-files").split()
    return [name for name in tracked if any(re.search(pattern.strip("/"), name) for pattern in manager["managerFilePatterns"])]


def found(manager):
    """What a manager would move: name and version, as its pattern reads them."""
    for name in files(manager):
        for pattern in manager["matchStrings"]:
            for match in re.finditer(pattern.replace("(?<", "(?P<"), (shipped.ROOT / name).read_text(encoding="utf-8")):
                yield match["depName"], match["currentValue"]


def test_every_module_that_brings_crds_is_kept_up_to_date():
    lines = (shipped.DEPLOY / "tests/tools/crds.txt").read_text(encoding="utf-8").splitlines()
    assert list(found(MANAGERS["go"])) == [tuple(line.split()[:2]) for line in lines if not line.startswith("#")]


def test_every_chart_of_others_is_kept_up_to_date():
    applications = [document for file in (shipped.DEPLOY / "gitops/argocd/apps").glob("*.yaml") for document in shipped.read(file) if document["kind"] == "Application"]
    charts = {(source["chart"], str(source["targetRevision"])) for source in (application["spec"]["source"] for application in applications) if "chart" in source}
    assert charts and set(found(MANAGERS["helm"])) == charts


@pytest.mark.parametrize("rule", RULES["packageRules"], ids=lambda rule: rule["description"])
def test_a_rule_says_of_what_and_what_to_do(rule):
    assert any(name.startswith("match") for name in rule) and not set(rule) <= {"description", *(name for name in rule if name.startswith("match"))}
