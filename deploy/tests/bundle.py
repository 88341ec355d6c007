"""The bundle for the Operator Lifecycle Manager: bundle.py DIRECTORY writes it."""

import copy
import json
import pathlib
import sys

import yaml

import shipped

NAME = "messageboard-operator"
ANNOTATIONS = {
    "operators.operatorframework.io.bundle.mediatype.v1": "registry+v1",
    "operators.operatorframework.io.bundle.manifests.v1": "manifests/",
    "operators.operatorframework.io.bundle.metadata.v1": "metadata/",
    "operators.operatorframework.io.bundle.package.v1": NAME,
    "operators.operatorframework.io.bundle.channels.v1": "stable",
    "operators.operatorframework.io.bundle.channel.default.v1": "stable",
}


def the(kind, name=NAME):
    [found] = [document for document in shipped.kustomize("operator") if document["kind"] == kind and document["metadata"]["name"] == name]
    return found


def crd():
    [found] = [document for document in shipped.kustomize("operator") if document["kind"] == "CustomResourceDefinition"]
    return found


def owned():
    for version in crd()["spec"]["versions"]:
        yield {
            "name": crd()["metadata"]["name"],
            "version": version["name"],
            "kind": crd()["spec"]["names"]["kind"],
            "displayName": "Message board",
            "description": version["schema"]["openAPIV3Schema"]["description"],
        }


def service_version():
    """csv.yaml completed: the Deployment and the rights of deploy/operator, the CRD, a board as an example, the images."""
    [csv] = copy.deepcopy(shipped.read(shipped.DEPLOY / "olm/csv.yaml"))
    deployment, version = the("Deployment"), shipped.project_version()
    [container] = deployment["spec"]["template"]["spec"]["containers"]
    example = [document for document in shipped.read(shipped.DEPLOY / "samples/quickstart.yaml") if document["kind"] == "MessageBoard"]
    account = the("ServiceAccount")["metadata"]["name"]
    csv["metadata"]["name"] = f"{NAME}.v{version}"
    csv["metadata"]["annotations"] |= {"alm-examples": json.dumps(example), "containerImage": container["image"], "olm.skipRange": f"<{version}"}
    csv["spec"] |= {
        "version": version,
        "relatedImages": [{"name": "operator", "image": container["image"]}],
        "customresourcedefinitions": {"owned": list(owned())},
        "install": {
            "strategy": "deployment",
            "spec": {
                "clusterPermissions": [{"serviceAccountName": account, "rules": the("ClusterRole")["rules"] + the("ClusterRole", f"{NAME}-nodes")["rules"]}],
                "permissions": [{"serviceAccountName": account, "rules": the("Role", f"{NAME}-leader")["rules"] + the("Role", f"{NAME}-database-servers")["rules"]}],
                "deployments": [{"name": NAME, "label": deployment["metadata"]["labels"], "spec": deployment["spec"]}],
            },
        },
    }
    return csv


def manifests():
    """Every object of the bundle by its file name."""
    users = [document for document in shipped.kustomize("operator/users")]
    named = {f"{role['metadata']['name']}.clusterrole.yaml": role for role in users}
    return {f"{NAME}.clusterserviceversion.yaml": service_version(), "messageboards.messageboard.dev.crd.yaml": crd(), **named}


def dockerfile():
    labels = "".join(f"LABEL {name}={value}\n" for name, value in ANNOTATIONS.items())
    return f"FROM scratch\n{labels}COPY manifests /manifests/\nCOPY metadata /metadata/\n"


def write(directory):
    for name in ("manifests", "metadata"):
        (directory / name).mkdir(parents=True, exist_ok=True)
    for name, document in manifests().items():
        (directory / "manifests" / name).write_text(yaml.safe_dump(document, sort_keys=False), encoding="utf-8")
    (directory / "metadata/annotations.yaml").write_text(yaml.safe_dump({"annotations": ANNOTATIONS}), encoding="utf-8")
    (directory / "bundle.Dockerfile").write_text(dockerfile(), encoding="utf-8")


if __name__ == "__main__":
    write(pathlib.Path(sys.argv[1]))
