"""kube-score on all that is shipped: every finding is waived here with its reason, or mended."""

import functools
import re
import subprocess

import pytest
import yaml

import shipped
import test_operator_chart

WAIVED = {
    "CPU limit is not set": "a throttled JVM starts late and loses its lease; the request is what counts",
    "ImagePullPolicy is not set to Always": "versions are immutable, and digests more so; Always makes a registry part of every restart",
    "Ephemeral Storage limit is not set": "nothing is written but what the JVM keeps in /tmp",
    "Ephemeral Storage request is not set": "the same",
    "The pod does not have a matching NetworkPolicy": "what it must reach differs by cluster: the component network-policy, the chart's networkPolicy.enabled, the namespace's own",
    "The NetworkPolicys selector doesn't match any pods": "the pods come with the boards of the namespace",
}
# Who asks for it by a value gets it.
ASKED = {
    "chart: metrics": {"Deployment few replicas"},
    "chart: a standby that may be evicted": {"No matching PodDisruptionBudget was found"},
    "chart: placed": {"Pod Topology Spread Constraints"},
    "chart: OpenShift": {"The container is running with a low user ID", "The container running with a low group ID"},
}
PRODUCTION = set(list(WAIVED)[:4])
KUSTOMIZATIONS = ["operator", "operator/namespaced", "operator/production", "policies/boards-namespace", "gitops/boards/dev", "gitops/boards/prod"]
CHART = {**test_operator_chart.ACCEPTED, "for production": {"replicas": 2, "networkPolicy": {"enabled": True}}}
FILES = ["install.yaml", "install-namespaced.yaml", "moving/adopt.yaml"]
RENDERINGS = {
    **{name: functools.partial(shipped.kustomize, name) for name in KUSTOMIZATIONS},
    **{name: functools.partial(shipped.read, shipped.DEPLOY / name) for name in FILES},
    **{f"chart: {name}": functools.partial(shipped.helm, shipped.OPERATOR_CHART, values=values) for name, values in CHART.items()},
}


@functools.cache
def findings(name):
    answer = subprocess.run(["kube-score", "score", "-", "--output-format", "ci"], input=yaml.safe_dump_all(RENDERINGS[name]()), capture_output=True, text=True, check=False)
    assert answer.stdout, answer.stderr
    lines = [line for line in answer.stdout.splitlines() if not line.startswith(("[OK]", "[SKIPPED]"))]
    return {re.sub(r"^\([\w-]+\) ", "", line.rsplit(": ", 1)[1]) for line in lines}


@pytest.mark.parametrize("name", RENDERINGS)
def test_kube_score_finds_nothing_but_what_is_waived(name):
    assert findings(name) - set(WAIVED) == ASKED.get(name, set())


@pytest.mark.parametrize("name", ["operator/production", "chart: for production"])
def test_what_is_for_production_needs_four_waivers(name):
    assert findings(name) == PRODUCTION


def test_no_waiver_outlives_its_finding():
    assert set(WAIVED) <= set().union(*map(findings, RENDERINGS))
