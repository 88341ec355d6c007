"""kubeconform, a judge that is no API server, on all that is shipped, with the schemas that the API server publishes."""

import copy
import functools
import json
import re
import subprocess

import pytest
import yaml

import bundle
import json_schema
import shipped
import test_boards_chart
import test_gitops
import test_policies
import test_scores

KUSTOMIZATIONS = ["monitoring", "monitoring/backups", "operator/users", *test_policies.KUSTOMIZATIONS, *test_gitops.ROOTS]
FILES = sorted(path.relative_to(shipped.DEPLOY) for directory in ("samples", "gitops/secrets") for path in (shipped.DEPLOY / directory).glob("*.yaml"))
SHIPPED = {
    **test_scores.RENDERINGS,
    **{name: functools.partial(shipped.kustomize, name) for name in KUSTOMIZATIONS},
    **{str(file): functools.partial(shipped.read, shipped.DEPLOY / file) for file in FILES},
    **{f"boards: {name}": functools.partial(test_boards_chart.render, values) for name, values in test_boards_chart.ACCEPTED.items()},
    "bundle": lambda: list(bundle.manifests().values()),
}
DEPLOYMENT = {
    "apiVersion": "apps/v1",
    "kind": "Deployment",
    "metadata": {"name": "right"},
    "spec": {
        "replicas": 1,
        "selector": {"matchLabels": {"a": "b"}},
        "template": {"metadata": {"labels": {"a": "b"}}, "spec": {"containers": [{"name": "c", "image": "i:1", "ports": [{"containerPort": 80}], "resources": {"limits": {"cpu": 1}}}]}},
    },
}
BOARD = {"apiVersion": "messageboard.dev/v1alpha1", "kind": "MessageBoard", "metadata": {"name": "right"}, "spec": {"version": "0.1.0", "database": {"embedded": {}}}}


@pytest.fixture(scope="module")
def judge(api_server, tmp_path_factory):
    """What kubeconform says of objects, by their place in the list; nothing of those that conform."""
    schemas = tmp_path_factory.mktemp("schemas")
    json_schema.write(json.loads(api_server.kubectl("get", "--raw", "/openapi/v2")), schemas)
    location = f"{schemas}/{{{{.ResourceKind}}}}-{{{{.Group}}}}-{{{{.ResourceAPIVersion}}}}.json"

    def said(objects, directory):
        for number, document in enumerate(objects):
            (directory / f"{number}.yaml").write_text(yaml.safe_dump(document), encoding="utf-8")
        command = ["kubeconform", "-strict", "-verbose", "-output", "json", "-schema-location", location, directory]
        answer = subprocess.run(command, capture_output=True, text=True, check=False)
        resources = json.loads(answer.stdout)["resources"]
        assert len(resources) == len(objects), answer.stderr
        return {int(re.search(r"(\d+)\.yaml$", resource["filename"]).group(1)): resource["msg"] for resource in resources if resource["status"] != "statusValid"}

    return said


def test_everything_that_is_shipped_or_rendered_conforms(judge, tmp_path):
    objects = {yaml.safe_dump(document): (name, document) for name, make in SHIPPED.items() for document in make()}
    documents = list(objects.values())
    said = judge([document for _, document in documents], tmp_path)
    assert {(documents[number][0], *shipped.identity(documents[number][1])): message for number, message in said.items()} == {}


@pytest.mark.parametrize(
    ("right", "path", "value", "named"),
    [
        (DEPLOYMENT, ["spec", "replicas"], "two", "got string"),
        (DEPLOYMENT, ["spec", "replica"], 2, "'replica' not allowed"),
        (DEPLOYMENT, ["spec", "template", "spec", "restart"], "Always", "'restart' not allowed"),
        (DEPLOYMENT, ["spec"], {"replicas": 1}, "missing properties"),
        (DEPLOYMENT, ["kind"], "Deploymint", "could not find schema"),
        (BOARD, ["spec", "titel"], "T", "'titel' not allowed"),
        (BOARD, ["spec", "api"], {"replicas": "many"}, "got string"),
    ],
    ids=lambda value: ".".join(value) if isinstance(value, list) else "",
)
def test_what_does_not_conform_is_found_by_name(judge, tmp_path, right, path, value, named):
    wrong = copy.deepcopy(right)
    place = wrong
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    said = judge([right, wrong], tmp_path)
    assert set(said) == {1} and named in said[1]
