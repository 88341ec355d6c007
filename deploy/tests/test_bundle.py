"""The bundle for OLM is the kustomization in another form."""

import json

import yaml

import bundle
import shipped


def test_the_rights_are_those_of_the_kustomization():
    install = bundle.service_version()["spec"]["install"]["spec"]
    roles = {document["metadata"]["name"]: document["rules"] for document in shipped.kustomize("operator") if document["kind"] in ("Role", "ClusterRole")}
    assert install["clusterPermissions"] == [{"serviceAccountName": "messageboard-operator", "rules": roles["messageboard-operator"] + roles["messageboard-operator-nodes"]}]
    assert install["permissions"] == [{"serviceAccountName": "messageboard-operator", "rules": roles["messageboard-operator-leader"] + roles["messageboard-operator-database-servers"]}]


def test_the_pods_are_those_of_the_kustomization():
    [deployment] = bundle.service_version()["spec"]["install"]["spec"]["deployments"]
    assert deployment["spec"] == bundle.the("Deployment")["spec"]


def test_every_image_is_listed_for_mirrors():
    csv = bundle.service_version()
    [deployment] = csv["spec"]["install"]["spec"]["deployments"]
    used = {container["image"] for container in deployment["spec"]["template"]["spec"]["containers"]}
    assert {image["image"] for image in csv["spec"]["relatedImages"]} == used == {csv["metadata"]["annotations"]["containerImage"]}


def test_the_crd_that_it_owns_is_the_one_that_it_brings():
    objects = bundle.manifests()
    [crd] = [document for document in objects.values() if document["kind"] == "CustomResourceDefinition"]
    [owned] = bundle.service_version()["spec"]["customresourcedefinitions"]["owned"]
    assert (owned["name"], owned["kind"]) == (crd["metadata"]["name"], crd["spec"]["names"]["kind"])
    assert [owned["version"]] == [version["name"] for version in crd["spec"]["versions"]]


def test_the_version_is_the_projects():
    csv = bundle.service_version()
    assert csv["spec"]["version"] == shipped.project_version()
    assert csv["metadata"]["name"] == f"messageboard-operator.v{shipped.project_version()}"


def test_olm_upgrades_to_it_from_any_older_version():
    assert bundle.service_version()["metadata"]["annotations"]["olm.skipRange"] == f"<{shipped.project_version()}"


def test_the_example_is_a_board_that_the_api_server_takes(api_server):
    [example] = json.loads(bundle.service_version()["metadata"]["annotations"]["alm-examples"])
    api_server.dry_run([example])


def test_the_api_server_takes_every_object_of_the_bundle(api_server):
    csv = bundle.service_version()
    csv["metadata"]["namespace"] = "messageboard-system"
    others = [document for document in bundle.manifests().values() if document["kind"] != "ClusterServiceVersion"]
    api_server.dry_run([csv, *others])


def test_what_is_written_is_what_was_judged(tmp_path):
    bundle.write(tmp_path)
    written = {file.name: yaml.safe_load(file.read_text(encoding="utf-8")) for file in (tmp_path / "manifests").iterdir()}
    assert written == bundle.manifests()
    labels = {line.split(" ", 1)[1] for line in (tmp_path / "bundle.Dockerfile").read_text(encoding="utf-8").splitlines() if line.startswith("LABEL")}
    annotations = yaml.safe_load((tmp_path / "metadata/annotations.yaml").read_text(encoding="utf-8"))["annotations"]
    assert labels == {f"{name}={value}" for name, value in annotations.items()}
