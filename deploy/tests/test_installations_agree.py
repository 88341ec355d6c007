"""The chart, the kustomizations and the single files are one installation in three forms."""

import copy

import pytest

import shipped

PRODUCTION = {"replicas": 2, "serviceMonitor": {"enabled": True}, "networkPolicy": {"enabled": True}}
NAMESPACED = {"rbac": {"scope": "Namespace"}, "crds": {"enabled": False}}
FORMS = {
    "cluster-wide": ({}, "messageboard-system", "operator", "install.yaml"),
    "namespaced": (NAMESPACED, "boards", "operator/namespaced", "install-namespaced.yaml"),
    "production": (PRODUCTION, "messageboard-system", "operator/production", None),
}
HELM_ONLY = {"helm.sh/chart", "app.kubernetes.io/managed-by", "app.kubernetes.io/instance", "app.kubernetes.io/version"}


def forms(name):
    values, namespace, directory, file = FORMS[name]
    chart = shipped.helm(shipped.OPERATOR_CHART, values=values, namespace=namespace)
    yield "chart", chart
    yield "kustomize", [document for document in shipped.kustomize(directory) if document["kind"] != "Namespace"]
    if file:
        yield "file", [document for document in shipped.read(shipped.DEPLOY / file) if document["kind"] != "Namespace"]


def tuples(documents):
    """Who may do what: (role, group, resource, name, verb), each role with the accounts that hold it."""
    for document in documents:
        for rule in document.get("rules") or []:
            for group in rule["apiGroups"]:
                for resource in rule["resources"]:
                    for name in rule.get("resourceNames", ["*"]):
                        for verb in rule["verbs"]:
                            yield (*shipped.identity(document), group, resource, name, verb)
        for subject in document.get("subjects") or []:
            yield (*shipped.identity(document), document["roleRef"]["kind"], document["roleRef"]["name"], subject["namespace"], subject["name"])


def containers(documents):
    for document in documents:
        for container in document.get("spec", {}).get("template", {}).get("spec", {}).get("containers", []):
            yield container["image"], tuple(container.get("args", [])), tuple((e["name"], e["value"]) for e in container.get("env", []))


def plain(document):
    """An object without the labels that only Helm gives, and without what keeps a CRD on uninstall."""
    document = copy.deepcopy(document)
    metadata = document["metadata"]
    for annotation in ["helm.sh/resource-policy"]:
        metadata.get("annotations", {}).pop(annotation, None)
    if not metadata.get("annotations"):
        metadata.pop("annotations", None)
    return without_helm_labels(document)


def without_helm_labels(node):
    if isinstance(node, dict):
        kept = {name: without_helm_labels(value) for name, value in node.items() if name not in HELM_ONLY}
        return kept
    return [without_helm_labels(item) for item in node] if isinstance(node, list) else node


@pytest.mark.parametrize("name", FORMS)
def test_all_forms_grant_the_same_rights(name):
    (_, chart), *others = forms(name)
    rights = set(tuples(chart))
    assert rights
    for form, documents in others:
        assert set(tuples(documents)) == rights, form


@pytest.mark.parametrize("name", FORMS)
def test_all_forms_run_the_same_images_with_the_same_arguments_and_environment(name):
    (_, chart), *others = forms(name)
    running = set(containers(chart))
    assert running
    for form, documents in others:
        assert set(containers(documents)) == running, form


@pytest.mark.parametrize("name", FORMS)
def test_all_forms_are_the_same_objects_field_by_field(name):
    (_, chart), *others = forms(name)
    objects = {shipped.identity(document): plain(document) for document in chart}
    for form, documents in others:
        assert {shipped.identity(document): plain(document) for document in documents} == objects, form


@pytest.mark.parametrize("name", FORMS)
def test_the_api_server_takes_every_form(name, api_server):
    for _, documents in forms(name):
        api_server.dry_run(documents)
