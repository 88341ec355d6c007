"""Policies are asked on a real API server: what they refuse, with which words, and what they let through."""

import copy

import pytest
import yaml

import shipped
from shipped import Refused

BOARD = {"apiVersion": "messageboard.dev/v1alpha1", "kind": "MessageBoard", "metadata": {"name": "team", "namespace": "governed"}, "spec": {"version": "0.1.0", "database": {"embedded": {}}}}
KUSTOMIZATIONS = sorted(f"policies/{file.parent.name}" for file in (shipped.DEPLOY / "policies").glob("*/kustomization.yaml") if "kind: Kustomization" in file.read_text(encoding="utf-8"))
RESTRICTED = {"runAsNonRoot": True, "allowPrivilegeEscalation": False, "capabilities": {"drop": ["ALL"]}, "seccompProfile": {"type": "RuntimeDefault"}}


def board(**spec):
    return {**BOARD, "spec": {**BOARD["spec"], **spec}}


def pod(namespace="governed", image="ghcr.io/example/messageboard-api:0.1.0", **container):
    return {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "pod", "namespace": namespace}, "spec": {"containers": [{"name": "c", "image": image, "securityContext": RESTRICTED, **container}]}}


@pytest.fixture(scope="module")
def governed(api_server):
    """Namespaces with and without the label, and the policies in force."""
    api_server.namespace("messageboard-system")
    api_server.namespace("governed", **{"messageboard.dev/boards": "true"})
    api_server.namespace("free")
    api_server.apply("-k", shipped.DEPLOY / "policies/admission")
    api_server.eventually(lambda: refused(api_server, board(api={"image": "evil.example.com/api:1"})))
    api_server.eventually(lambda: refused(api_server, board(ingress={"host": "evil.example.com"})))
    return api_server


def refused(api_server, document):
    try:
        api_server.create(document, "--dry-run=server")
    except Refused as refusal:
        return str(refusal)
    raise Refused("it was taken")


@pytest.mark.parametrize("image", ["ghcr.io/example/messageboard-api:0.1.0", "ghcr.io/example/nested/api@sha256:" + "a" * 64])
@pytest.mark.parametrize("tier", ["frontend", "api"])
def test_an_image_of_an_allowed_registry_is_taken(governed, tier, image):
    governed.create(board(**{tier: {"image": image}}), "--dry-run=server")


@pytest.mark.parametrize("image", ["docker.io/library/nginx:1", "ghcr.io/example-evil/api:1", "nginx"])
@pytest.mark.parametrize("tier", ["frontend", "api"])
def test_an_image_of_another_registry_is_refused_by_name(governed, tier, image):
    assert f"image {image} is from none of the allowed registries: ghcr.io/example" in refused(governed, board(**{tier: {"image": image}}))


def test_a_board_that_names_no_image_is_taken(governed):
    governed.create(BOARD, "--dry-run=server")


def test_pods_are_held_to_the_registries_too(governed):
    governed.create(pod(), "--dry-run=server")
    assert "image docker.io/library/busybox:1 is from none" in refused(governed, pod(image="docker.io/library/busybox:1"))


@pytest.mark.parametrize("spec", [{"ingress": {"host": "board.example.org"}}, {"ingress": {"host": "example.org", "additionalHosts": ["www.example.org"]}}, {"ingress": {"className": "alb"}}])
def test_hosts_below_an_allowed_suffix_are_taken(governed, spec):
    governed.create(board(**spec), "--dry-run=server")


@pytest.mark.parametrize(
    "spec, host",
    [
        ({"ingress": {"host": "board.example.com"}}, "board.example.com"),
        ({"ingress": {"host": "notexample.org"}}, "notexample.org"),
        ({"ingress": {"host": "a.example.org", "additionalHosts": ["evil.example.com"]}}, "evil.example.com"),
        ({"gateway": {"parentRefs": [{"name": "boards"}], "hostnames": ["evil.example.com"]}}, "evil.example.com"),
    ],
)
def test_other_hosts_are_refused_by_name(governed, spec, host):
    assert f"host {host} ends with none of the allowed suffixes: example.org" in refused(governed, board(**spec))


def test_namespaces_without_the_label_are_left_alone(governed):
    document = board(api={"image": "docker.io/library/api:1"}, ingress={"host": "board.example.com"})
    document["metadata"] = {"name": "team", "namespace": "free"}
    governed.create(document, "--dry-run=server")


@pytest.fixture(scope="module")
def offered(api_server):
    """The namespace that a platform team offers, made for real."""
    api_server.apply("-k", shipped.DEPLOY / "policies/boards-namespace")
    return api_server


def test_the_offered_namespace_refuses_a_pod_that_may_be_root(offered):
    careless = pod(namespace="boards", securityContext={})
    assert "violates PodSecurity" in refused(offered, careless)


def test_the_offered_namespace_gives_limits_to_containers_that_name_none(offered):
    [container] = yaml.safe_load(offered.eventually(lambda: limited(offered)))["spec"]["containers"]
    assert container["resources"] == {"requests": {"cpu": "50m", "memory": "64Mi"}, "limits": {"memory": "512Mi"}}


def limited(server):
    """The API server learns of a LimitRange a moment after it is stored."""
    answer = server.create(pod(namespace="boards"), "--dry-run=server", "-o", "yaml")
    if "limits" not in answer:
        raise Refused(answer)
    return answer


def test_a_container_beyond_the_limits_is_refused(offered):
    huge = pod(namespace="boards", resources={"limits": {"memory": "64Gi"}, "requests": {"memory": "64Gi"}})
    assert "maximum memory usage per Container is 4Gi" in refused(offered, huge)


def test_the_default_deny_selects_every_pod_in_both_directions():
    [deny] = [document for document in shipped.kustomize("policies/boards-namespace") if document["metadata"]["name"] == "default-deny"]
    assert deny["spec"] == {"podSelector": {}, "policyTypes": ["Ingress", "Egress"]}


@pytest.mark.parametrize("directory", KUSTOMIZATIONS)
def test_the_api_server_takes_the_policies(api_server, directory):
    api_server.dry_run(shipped.kustomize(directory))


def test_the_api_server_takes_the_namespace_in_a_mesh(api_server, tmp_path):
    relative = "../" * (len(tmp_path.parts) - 1)
    policies = relative + str(shipped.DEPLOY / "policies").lstrip("/")
    (tmp_path / "kustomization.yaml").write_text(yaml.safe_dump({"resources": [f"{policies}/boards-namespace"], "components": [f"{policies}/istio-ambient"]}))
    objects = shipped.documents(shipped.run("kubectl", "kustomize", tmp_path))
    [namespace] = [document for document in objects if document["kind"] == "Namespace"]
    assert namespace["metadata"]["labels"]["istio.io/dataplane-mode"] == "ambient"
    api_server.dry_run(copy.deepcopy(objects))
