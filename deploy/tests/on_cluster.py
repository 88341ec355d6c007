"""Real helm on a cluster with nodes: whoever takes over the operator, the pods of the board `team` go on without a restart.

deploy/verify cluster runs it on the cluster of KUBECONFIG, which deploy/local/up has made; the operator ends as it was found.
"""

import json

import pytest

import shipped
from shipped import OPERATOR_CHART

RELEASE = ("messageboard-operator", "--namespace", "messageboard-system")
TIMEOUT = ("--wait", "--timeout", "5m")
TAKE_OVER = ["clusterrole/messageboard-operator", "clusterrole/messageboard-operator-nodes", "clusterrole/messageboard-owner", "clusterrole/messageboard-viewer", "clusterrolebinding/messageboard-operator", "clusterrolebinding/messageboard-operator-nodes", "crd/messageboards.messageboard.dev"]
IN_NAMESPACE = ["serviceaccount/messageboard-operator", "role/messageboard-operator-leader", "rolebinding/messageboard-operator-leader", "role/messageboard-operator-database-servers", "rolebinding/messageboard-operator-database-servers"]


def kubectl(*arguments):
    return shipped.run("kubectl", *arguments)


def pods():
    """Which pods the board has, and how often their containers started."""
    items = json.loads(kubectl("get", "pods", "-n", "boards", "-l", "app.kubernetes.io/instance=team", "-o", "json"))["items"]
    return {(pod["metadata"]["uid"], sum(status["restartCount"] for status in pod["status"]["containerStatuses"])) for pod in items}


def reconciled():
    """The operator at work has seen the board as it is: a pause would show in its status."""
    for paused in ("true", "false"):
        kubectl("patch", "mb", "team", "-n", "boards", "--type=merge", "-p", f'{{"spec":{{"paused":{paused}}}}}')
        generation = kubectl("get", "mb", "team", "-n", "boards", "-o", "jsonpath={.metadata.generation}")
        kubectl("wait", "mb/team", "-n", "boards", f"--for=jsonpath={{.status.observedGeneration}}={generation}", "--timeout=90s")
    kubectl("wait", "mb/team", "-n", "boards", "--for=condition=Ready", "--timeout=120s")


@pytest.fixture
def adopted():
    """What kubectl applied becomes Helm's, as the chart's README tells; afterwards kubectl's again."""
    for flags, things in (((), TAKE_OVER), (("-n", "messageboard-system"), IN_NAMESPACE)):
        kubectl("label", *flags, "--overwrite", *things, "app.kubernetes.io/managed-by=Helm")
        kubectl("annotate", *flags, "--overwrite", *things, "meta.helm.sh/release-name=messageboard-operator", "meta.helm.sh/release-namespace=messageboard-system")
    kubectl("delete", "deployment", "messageboard-operator", "-n", "messageboard-system", "--wait")
    yield
    if "messageboard-operator" in shipped.run("helm", "list", "-q", "--namespace", "messageboard-system"):
        shipped.run("helm", "uninstall", *RELEASE, "--wait")
    kubectl("apply", "--server-side", "--force-conflicts", "-k", shipped.DEPLOY / "operator")
    kubectl("rollout", "status", "deployment/messageboard-operator", "-n", "messageboard-system", "--timeout=300s")


def test_the_boards_pods_outlive_installation_upgrade_rollback_and_removal_by_helm(adopted):
    before = pods()
    assert before

    shipped.run("helm", "install", RELEASE[0], OPERATOR_CHART, *RELEASE[1:], *TIMEOUT)
    reconciled()
    assert pods() == before

    shipped.run("helm", "upgrade", RELEASE[0], OPERATOR_CHART, *RELEASE[1:], "--set", "replicas=2", *TIMEOUT)
    reconciled()
    assert pods() == before

    shipped.run("helm", "rollback", RELEASE[0], "1", *RELEASE[1:], *TIMEOUT)
    reconciled()
    assert pods() == before

    shipped.run("helm", "uninstall", *RELEASE, "--wait")
    assert pods() == before
