"""What the people of a namespace may do with boards, asked of a real API server."""

import pytest
import yaml

import shipped
from shipped import Refused

BOARD = {"apiVersion": "messageboard.dev/v1alpha1", "kind": "MessageBoard", "metadata": {"name": "team", "namespace": "people"}, "spec": {"version": "0.1.0", "database": {"embedded": {}}}}


@pytest.fixture(scope="module")
def people(api_server):
    """olga owns the boards of the namespace people, victor looks at them."""
    api_server.apply("-f", shipped.DEPLOY / "operator/users/roles.yaml")
    api_server.namespace("people")
    for name, role in {"olga": "messageboard-owner", "victor": "messageboard-viewer"}.items():
        binding = {
            "apiVersion": "rbac.authorization.k8s.io/v1",
            "kind": "RoleBinding",
            "metadata": {"name": name, "namespace": "people"},
            "roleRef": {"apiGroup": "rbac.authorization.k8s.io", "kind": "ClusterRole", "name": role},
            "subjects": [{"apiGroup": "rbac.authorization.k8s.io", "kind": "User", "name": name}],
        }
        api_server.apply("-f", "-", stdin=yaml.safe_dump(binding))
    api_server.eventually(lambda: api_server.kubectl("auth", "can-i", "list", "messageboards", "-n", "people", "--as", "victor"))
    api_server.eventually(lambda: api_server.kubectl("auth", "can-i", "create", "messageboards", "-n", "people", "--as", "olga"))
    return api_server


def may(server, person, verb, what, namespace="people"):
    resource, _, part = what.partition("/")
    try:
        return server.kubectl("auth", "can-i", verb, resource, f"--subresource={part}", "-n", namespace, "--as", person).strip() == "yes"
    except Refused:
        return False


def test_an_owner_makes_boards(people):
    people.create(BOARD, "--dry-run=server", user="olga")


def test_a_viewer_makes_none(people):
    with pytest.raises(Refused, match='User "victor" cannot create resource "messageboards"'):
        people.create(BOARD, "--dry-run=server", user="victor")


@pytest.mark.parametrize("verb", ["get", "list", "watch", "create", "update", "patch", "delete"])
def test_an_owner_has_the_whole_life_of_boards(people, verb):
    assert may(people, "olga", verb, "messageboards")


@pytest.mark.parametrize("verb", ["create", "update", "patch", "delete"])
def test_a_viewer_changes_nothing(people, verb):
    assert not may(people, "victor", verb, "messageboards")


@pytest.mark.parametrize("person", ["olga", "victor"])
@pytest.mark.parametrize("verb, what", [("patch", "messageboards/status"), ("get", "secrets"), ("delete", "messageboards/finalizers"), ("get", "pods")])
def test_neither_role_reaches_beyond_boards(people, person, verb, what):
    assert not may(people, person, verb, what)


def test_rights_end_at_the_namespace(people):
    assert not may(people, "olga", "get", "messageboards", namespace="default")


def test_an_owner_scales_a_board(people):
    assert may(people, "olga", "patch", "messageboards/scale")


@pytest.mark.parametrize("role, into", [("messageboard-owner", {"admin", "edit"}), ("messageboard-viewer", {"view"})])
def test_the_roles_become_part_of_those_that_people_have(role, into):
    [found] = [document for document in shipped.kustomize("operator/users") if document["metadata"]["name"] == role]
    prefix = "rbac.authorization.k8s.io/aggregate-to-"
    assert {label.removeprefix(prefix) for label, value in found["metadata"]["labels"].items() if label.startswith(prefix) and value == "true"} == into
