"""Boards that an older CRD stored, on a real API server: whoever brings the newer CRD, they stay as they are and can be changed."""

import json
import os
import pathlib

import pytest
import yaml

import bundle
import shipped
from api_server import ApiServer
from narrowed import narrowed
from shipped import Refused

UPGRADE = pathlib.Path(__file__).parent / "upgrade"
OLDER = sorted(path.name.removesuffix(".crd.yaml") for path in UPGRADE.glob("*.crd.yaml"))
CRD = "messageboards.messageboard.dev"
# What the newest CRD refuses of new boards although an older one took it, and why.
NARROWED = {"spec.board.title: pattern": "control characters have no place in a title"}
MISFITS = {"odd"}


def older_crd(name):
    [crd] = shipped.read(UPGRADE / f"{name}.crd.yaml")
    return crd


def schema(crd):
    [version] = crd["spec"]["versions"]
    return version["schema"]["openAPIV3Schema"]


@pytest.mark.parametrize("older", OLDER)
def test_the_newest_crd_takes_what_an_older_one_took_but_for_what_is_listed_here(older):
    assert set(narrowed(schema(older_crd(older)), schema(bundle.crd()))) <= set(NARROWED)


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (lambda spec: spec["properties"].pop("frontend"), "spec.frontend: gone"),
        (lambda spec: spec["required"].append("board"), "spec: required"),
        (lambda spec: spec["properties"]["api"]["properties"]["replicas"].update(maximum=50), "spec.api.replicas: maximum"),
        (lambda spec: spec["properties"]["database"]["properties"]["embedded"]["properties"]["reclaimPolicy"].update(enum=["Retain"]), "spec.database.embedded.reclaimPolicy: enum"),
        (lambda spec: spec["properties"]["version"].update(minLength=3), "spec.version: minLength"),
        (lambda spec: spec["properties"]["version"].update(type="integer"), "spec.version: type"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_crd_that_takes_less_is_noticed(change, found):
    tighter = older_crd("first")
    change(schema(tighter)["properties"]["spec"])
    assert list(narrowed(schema(older_crd("first")), schema(tighter))) == [found]


class Cluster:
    """A server whose CRD comes, changes and goes."""

    def __init__(self, server):
        self.server, self.kubectl = server, server.kubectl

    def install_older(self, older):
        """As that version left the cluster: its CRD, boards, what it said of them."""
        self.kubectl("delete", "crd", CRD, "--ignore-not-found", "--wait")
        self.server.apply("-f", UPGRADE / f"{older}.crd.yaml")
        self.server.await_established()
        for board in shipped.read(UPGRADE / f"{older}.boards.yaml"):
            status = board.pop("status", None)
            self.server.eventually(lambda document=board: self.server.create(document))
            if status:
                self.change(board["metadata"]["name"], {"status": status}, "--subresource=status")

    def change(self, board, fields, *flags):
        self.kubectl("patch", "mb", board, "-n", "boards", "--type=merge", "-p", json.dumps(fields), *flags)

    def boards(self):
        return {board["metadata"]["name"]: board for board in json.loads(self.kubectl("get", "mb", "-n", "boards", "-o", "json"))["items"]}

    def kustomize(self):
        self.server.apply("-k", shipped.DEPLOY / "operator")

    def installation_file(self):
        self.server.apply("-f", shipped.DEPLOY / "install.yaml")

    def olm(self):
        """As OLM does it: one update with the CRD of its bundle."""
        current = json.loads(self.kubectl("get", "crd", CRD, "-o", "json"))["metadata"]["resourceVersion"]
        newest = bundle.crd() | {"metadata": bundle.crd()["metadata"] | {"resourceVersion": current}}
        self.kubectl("replace", "-f", "-", stdin=yaml.safe_dump(newest))


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    binaries = os.environ.get("MESSAGEBOARD_KUBE_BIN")
    if not binaries:
        pytest.skip("MESSAGEBOARD_KUBE_BIN names no directory with kube-apiserver and etcd: $(deploy/local/binaries)")
    with ApiServer(pathlib.Path(binaries), tmp_path_factory.mktemp("upgrade")) as server:
        server.namespace("boards")
        yield Cluster(server)


def holds(whole, part):
    """Whether everything in the part stands in the whole; what is more there is a default."""
    if isinstance(part, dict):
        return isinstance(whole, dict) and all(name in whole and holds(whole[name], value) for name, value in part.items())
    return whole == part


@pytest.mark.parametrize("older", OLDER)
@pytest.mark.parametrize("way", [Cluster.kustomize, Cluster.installation_file, Cluster.olm], ids=["kustomize", "installation file", "OLM"])
def test_boards_outlive_the_upgrade_of_the_crd_and_can_be_changed(cluster, way, older):
    cluster.install_older(older)
    before = cluster.boards()
    way(cluster)
    cluster.server.await_established()
    cluster.server.eventually(lambda: cluster.kubectl("explain", "mb.spec.deletionProtection"))

    after = cluster.boards()
    assert set(after) == set(before)
    for name, board in before.items():
        assert after[name]["metadata"]["resourceVersion"] == board["metadata"]["resourceVersion"], "nobody wrote it"
        assert holds(after[name]["spec"], board["spec"]) and after[name].get("status") == board.get("status")
    for name in after:
        cluster.change(name, {"metadata": {"labels": {"team": "a"}}, "spec": {"api": {"replicas": 7}, "deletionProtection": True}})
        cluster.change(name, {"status": {"phase": "Running", "observedGeneration": 2}}, "--subresource=status")
    changed = cluster.boards()
    assert {(board["spec"]["api"]["replicas"], board["spec"]["deletionProtection"], board["status"]["phase"]) for board in changed.values()} == {(7, True, "Running")}
    assert {name for name, board in before.items() if not fits(cluster, board)} == MISFITS


def fits(cluster, board):
    """Whether the board could be made anew, which OLM asks before it brings a CRD."""
    try:
        cluster.server.create({**board, "metadata": {"name": "anew", "namespace": "boards"}}, "--dry-run=server")
    except Refused:
        return False
    return True


@pytest.mark.parametrize("older", OLDER)
def test_boards_outlive_the_way_back(cluster, older):
    cluster.install_older(older)
    before = {name: board["spec"] for name, board in cluster.boards().items()}
    cluster.kustomize()
    cluster.server.eventually(lambda: cluster.kubectl("explain", "mb.spec.deletionProtection"))
    cluster.change("team", {"spec": {"deletionProtection": True}})
    cluster.server.apply("-f", UPGRADE / f"{older}.crd.yaml")
    cluster.server.eventually(lambda: shown_again(cluster, before))
    cluster.change("team", {"spec": {"api": {"replicas": 3}}})
    assert cluster.boards()["team"]["spec"]["api"]["replicas"] == 3


def shown_again(cluster, before):
    """The older CRD does not show what only the newer one knows; a server takes a moment to learn of it."""
    now = {name: board["spec"] for name, board in cluster.boards().items()}
    if now != before:
        raise Refused(f"{now} is not {before}")
