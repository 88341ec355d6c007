"""Real helm on a real API server: what installations, upgrades, rollbacks and removals leave of the CRD and of boards."""

import json
import os
import pathlib
import shutil

import pytest
import yaml

import shipped
from api_server import ApiServer
from shipped import BOARDS_CHART, OPERATOR_CHART

CRD = "messageboards.messageboard.dev"
BOARDS = {"boards": {"team": {"spec": {"database": {"embedded": {}}}}}}


class Releases:
    """helm as a person calls it, on one server."""

    def __init__(self, server, directory):
        self.server, self.directory = server, directory

    def helm(self, *arguments):
        return shipped.run("helm", "--kubeconfig", self.server.kubeconfig, *arguments)

    def operator(self, verb, *arguments, chart=OPERATOR_CHART):
        return self.helm(verb, "messageboard-operator", chart, "--namespace", "messageboard-system", *arguments)

    def boards(self):
        values = self.directory / "boards.yaml"
        values.write_text(yaml.safe_dump(BOARDS))
        return self.helm("install", "boards", BOARDS_CHART, "--namespace", "boards", "--create-namespace", "--values", values)

    def get(self, *what):
        return json.loads(self.server.kubectl("get", *what, "-o", "json"))

    def replicas(self):
        return self.get("deployment", "messageboard-operator", "-n", "messageboard-system")["spec"]["replicas"]

    def board(self):
        metadata = self.get("messageboard", "team", "-n", "boards")["metadata"]
        return metadata["uid"], metadata["resourceVersion"]

    def fields(self):
        [version] = self.get("crd", CRD)["spec"]["versions"]
        return set(version["schema"]["openAPIV3Schema"]["properties"]["spec"]["properties"])


@pytest.fixture(scope="module")
def releases(tmp_path_factory):
    binaries = os.environ.get("MESSAGEBOARD_KUBE_BIN")
    if not binaries:
        pytest.skip("MESSAGEBOARD_KUBE_BIN names no directory with kube-apiserver and etcd: $(deploy/local/binaries)")
    with ApiServer(pathlib.Path(binaries), tmp_path_factory.mktemp("helm")) as server:
        yield Releases(server, tmp_path_factory.mktemp("values"))


def older_chart(directory):
    """The chart as it was before boards had deletionProtection."""
    chart = directory / "messageboard-operator"
    shutil.copytree(OPERATOR_CHART, chart)
    [file] = (chart / "files/crds").glob("*.yml")
    [crd] = shipped.read(file)
    [version] = crd["spec"]["versions"]
    del version["schema"]["openAPIV3Schema"]["properties"]["spec"]["properties"]["deletionProtection"]
    file.write_text(yaml.safe_dump(crd))
    return chart


def test_boards_outlive_upgrade_rollback_and_removal_of_the_operator(releases, tmp_path):
    releases.operator("install", "--create-namespace", chart=older_chart(tmp_path))
    releases.server.await_established()
    assert "deletionProtection" not in releases.fields()
    releases.boards()
    board = releases.board()

    releases.operator("upgrade", "--set", "replicas=2")
    assert (releases.replicas(), releases.board()) == (2, board)
    assert "deletionProtection" in releases.fields(), "an upgrade brings the newer CRD"

    releases.helm("rollback", "messageboard-operator", "1", "--namespace", "messageboard-system")
    assert (releases.replicas(), releases.board()) == (1, board)

    assert "kept due to the resource policy" in releases.helm("uninstall", "messageboard-operator", "--namespace", "messageboard-system")
    assert releases.get("deployments", "-n", "messageboard-system")["items"] == []
    assert releases.board() == board

    releases.operator("install")
    assert (releases.replicas(), releases.board()) == (1, board), "a later installation takes the CRD and the boards up again"


@pytest.mark.parametrize("file", ["install.yaml", "install-namespaced.yaml"])
def test_a_second_apply_of_an_installation_file_changes_nothing(file, api_server):
    api_server.namespace("boards")
    path = shipped.DEPLOY / file
    api_server.apply("--force-conflicts", "-f", path)
    first = versions(api_server, path)
    api_server.apply("-f", path)
    second = versions(api_server, path)
    # Its selector is immutable, and not the chart's.
    api_server.kubectl("delete", "deployment", "messageboard-operator", "-n", "boards" if "namespaced" in file else "messageboard-system")
    assert second == first


def versions(server, path):
    return server.kubectl("get", "-f", path, "-o", "jsonpath={range .items[*]}{.kind} {.metadata.name} {.metadata.resourceVersion}{'\\n'}{end}")
