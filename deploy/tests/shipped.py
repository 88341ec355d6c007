"""What the repository ships, rendered the way its users render it."""

import functools
import pathlib
import re
import subprocess

import yaml

DEPLOY = pathlib.Path(__file__).resolve().parent.parent
ROOT = DEPLOY.parent
OPERATOR_CHART = DEPLOY / "helm/messageboard-operator"
BOARDS_CHART = DEPLOY / "helm/messageboard"
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Refused(Exception):
    """What a tool said when it did not take its input."""


def run(*command, stdin=None):
    result = subprocess.run([str(word) for word in command], input=stdin, capture_output=True, text=True, check=False)
    if result.returncode:
        raise Refused(f"{' '.join(map(str, command))}\n{result.stdout}{result.stderr}")
    return result.stdout


def documents(text):
    return [document for document in yaml.load_all(text, LOADER) if document]


def read(path):
    return documents(pathlib.Path(path).read_text(encoding="utf-8"))


@functools.cache
def kustomize(directory):
    return documents(run("kubectl", "kustomize", DEPLOY / directory))


def helm(chart, *arguments, release="messageboard-operator", namespace="messageboard-system", values=None):
    """The objects of a release; values are what a person would write into a file."""
    return rendered(release, chart, namespace, arguments, yaml.safe_dump(values or {}))


@functools.cache
def rendered(release, chart, namespace, arguments, values):
    return documents(run("helm", "template", release, chart, "--namespace", namespace, "--values", "-", *arguments, stdin=values))


def project_version():
    return re.search(r"<version>(.*?)</version>", (ROOT / "pom.xml").read_text(encoding="utf-8")).group(1)


def identity(document):
    metadata = document["metadata"]
    return document["kind"], metadata.get("namespace", ""), metadata["name"]
