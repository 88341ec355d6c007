"""What Argo CD and Flux are given: complete, allowed by their projects, in an order that works, taken by a real API server."""

import json
import os
import pathlib
import re

import pytest

import shipped

GITOPS = shipped.DEPLOY / "gitops"
ENVIRONMENTS = ["dev", "prod"]
ROOTS = ["gitops/policies", *(f"gitops/{part}/{environment}" for part in ("argocd", "flux", "platform", "boards") for environment in ENVIRONMENTS)]
REPOSITORY = "https://github.com/example/messageboard"
BLANKS = {"ENVIRONMENT", "CLUSTER", "REGION", "VPC", "IMAGE", "HOST", "PORT", "ARN", "SERVER"}
HEALTH = pathlib.Path(__file__).parent / "health"
STATUSES = shipped.read(HEALTH / "statuses.yaml")[0]
CLUSTER_SCOPED = {"Namespace", "CustomResourceDefinition", "ClusterRole", "ClusterRoleBinding", "ClusterSecretStore", "ValidatingAdmissionPolicy", "ValidatingAdmissionPolicyBinding"}


def metadata_of(environment):
    text = (GITOPS / f"clusters/{environment}/platform.env").read_text(encoding="utf-8")
    return dict(line.split("=", 1) for line in text.splitlines())


def texts(node):
    if isinstance(node, dict):
        for value in node.values():
            yield from texts(value)
    elif isinstance(node, list):
        for value in node:
            yield from texts(value)
    else:
        yield str(node)


def of_kind(documents, kind):
    return {document["metadata"]["name"]: document for document in documents if document["kind"] == kind}


def rendered(source):
    """The objects that an application of Argo CD or a Kustomization of Flux brings, if they are ours."""
    path = shipped.ROOT / source["path"]
    if (path / "Chart.yaml").exists():
        return shipped.helm(path, values=source.get("helm", {}).get("valuesObject", {}), release="messageboard-operator")
    return shipped.kustomize(os.path.relpath(path, shipped.DEPLOY))


@pytest.mark.parametrize("environment", ENVIRONMENTS)
def test_the_metadata_has_the_keys_of_terraforms_output_in_its_order(environment):
    terraform = (shipped.ROOT / "infra-terraform/platform/gitops.tf").read_text(encoding="utf-8")
    block = terraform[terraform.index("gitops_metadata = {") :]
    assert list(metadata_of(environment)) == re.findall(r"^    (\w+)\s+=", block, re.M)


def test_replacements_ask_for_keys_that_terraform_gives():
    asked = {key for file in GITOPS.rglob("kustomization.yaml") for key in re.findall(r"fieldPath: data\.(\w+)", file.read_text(encoding="utf-8"))}
    assert asked and asked <= set(metadata_of("dev"))


@pytest.mark.parametrize("root", ROOTS)
def test_no_blank_is_left_open(root):
    words = {word for document in shipped.kustomize(root) for text in texts(document) for word in re.split(r"[/ ]", text)}
    assert words & BLANKS == set()


@pytest.mark.parametrize("root", ROOTS)
def test_terraforms_facts_never_reach_the_cluster_as_an_object(root):
    assert "platform" not in of_kind(shipped.kustomize(root), "ConfigMap")


@pytest.mark.parametrize("root", ROOTS)
def test_the_api_server_takes_every_environment(root, api_server):
    known = api_server.kubectl("get", "crd", "-o", 'jsonpath={range .items[*]}{.spec.group}/{.spec.names.kind} {end}').split()
    objects = [document for document in shipped.kustomize(root) if "." not in group(document) or group(document).endswith(".k8s.io") or f"{group(document)}/{document['kind']}" in known]
    assert objects or "crds_home" not in os.environ
    api_server.dry_run(objects)


@pytest.mark.parametrize("file", sorted((GITOPS / "secrets").glob("*.yaml")), ids=lambda file: file.stem)
def test_the_api_server_takes_the_ways_to_bring_a_secret(file, api_server):
    api_server.dry_run(shipped.read(file))


@pytest.mark.parametrize("file", sorted((GITOPS / "secrets").glob("*.yaml")), ids=lambda file: file.stem)
def test_every_way_brings_the_secret_that_the_board_names(file):
    [secret] = shipped.read(file)
    board = of_kind(shipped.kustomize("gitops/boards/dev"), "MessageBoard")["team"]
    assert secret["metadata"]["name"] == board["spec"]["database"]["external"]["secretRef"]["name"]
    assert secret["metadata"]["namespace"] == board["metadata"]["namespace"]


@pytest.mark.parametrize("environment", ENVIRONMENTS)
def test_boards_and_server_are_those_of_terraform(environment):
    facts = metadata_of(environment)
    board = of_kind(shipped.kustomize(f"gitops/boards/{environment}"), "MessageBoard")["team"]["spec"]
    server = of_kind(shipped.kustomize(f"gitops/platform/{environment}"), "ExternalSecret")["database-server"]["spec"]
    assert board["database"]["external"]["host"] == facts["database_host"]
    assert board["ingress"]["aws"]["certificateArn"] == facts["certificate_arn"]
    assert server["dataFrom"][0]["extract"]["key"] == facts["database_admin_secret_arn"]
    assert server["target"]["template"]["metadata"]["labels"] == {"messageboard.dev/database-server": facts["database_server"]}


def applications(environment):
    return of_kind(shipped.kustomize(f"gitops/argocd/{environment}"), "Application")


def own(environment):
    return [(name, app) for name, app in applications(environment).items() if app["spec"]["source"]["repoURL"] == REPOSITORY]


def group(document):
    return document["apiVersion"].rpartition("/")[0]


def allows(rules, document):
    return any(rule["group"] in ("*", group(document)) and rule["kind"] in ("*", document["kind"]) for rule in rules)


def wave(document):
    return int(document["metadata"]["annotations"]["argocd.argoproj.io/sync-wave"])


@pytest.mark.parametrize("environment", ENVIRONMENTS)
def test_every_application_is_one_that_its_project_allows(environment):
    documents = shipped.kustomize(f"gitops/argocd/{environment}")
    projects = of_kind(documents, "AppProject")
    for name, application in of_kind(documents, "Application").items():
        project = projects[application["spec"]["project"]]["spec"]
        assert application["spec"]["source"]["repoURL"] in project["sourceRepos"], name
        assert application["spec"]["destination"]["namespace"] in {destination["namespace"] for destination in project["destinations"]}, name


@pytest.mark.parametrize("environment", ENVIRONMENTS)
def test_every_object_is_one_that_the_project_of_its_application_allows(environment):
    projects = of_kind(shipped.kustomize(f"gitops/argocd/{environment}"), "AppProject")
    for name, application in own(environment):
        project = projects[application["spec"]["project"]]["spec"]
        namespaces = {destination["namespace"] for destination in project["destinations"]}
        for document in rendered(application["spec"]["source"]):
            where = f"{name}: {shipped.identity(document)}"
            if document["kind"] in CLUSTER_SCOPED:
                assert allows(project["clusterResourceWhitelist"], document), where
            else:
                assert document["metadata"].get("namespace", application["spec"]["destination"]["namespace"]) in namespaces, where
                assert allows(project.get("namespaceResourceWhitelist", [{"group": "*", "kind": "*"}]), document), where


@pytest.mark.parametrize("environment", ENVIRONMENTS)
def test_waves_bring_projects_then_the_crd_then_controllers_then_the_operator_then_boards(environment):
    documents = shipped.kustomize(f"gitops/argocd/{environment}")
    projects = {wave(project) for project in of_kind(documents, "AppProject").values()}
    apps = {name: wave(application) for name, application in of_kind(documents, "Application").items()}
    assert max(projects) < apps["messageboard-crds"] < apps["external-secrets"] < apps["platform"] < apps["messageboard-operator"] < apps["boards"] < apps["root"]


@pytest.mark.parametrize("environment", ENVIRONMENTS)
def test_neither_tool_ever_prunes_the_crd(environment):
    application = applications(environment)["messageboard-crds"]["spec"]["syncPolicy"]
    assert application["automated"]["prune"] is False and "Prune=false" in application["syncOptions"]
    assert of_kind(shipped.kustomize(f"gitops/flux/{environment}"), "Kustomization")["messageboard-crds"]["spec"]["prune"] is False


@pytest.mark.parametrize("environment", ENVIRONMENTS)
def test_both_tools_bring_the_same_paths_and_the_same_charts_with_the_same_values(environment):
    flux = shipped.kustomize(f"gitops/flux/{environment}")
    urls = {name: source["spec"]["url"] for name, source in {**of_kind(flux, "HelmRepository"), **of_kind(flux, "GitRepository")}.items()}
    paths = {kustomization["spec"]["path"].removeprefix("./") for kustomization in of_kind(flux, "Kustomization").values()}
    charts = {}
    for name, release in of_kind(flux, "HelmRelease").items():
        chart = release["spec"]["chart"]["spec"]
        charts[name] = (urls[chart["sourceRef"]["name"]], chart["chart"].removeprefix("./"), chart.get("version"), release["spec"]["targetNamespace"], release["spec"]["values"])
    for name, application in applications(environment).items():
        source, namespace = application["spec"]["source"], application["spec"]["destination"]["namespace"]
        if name == "root":
            continue
        if "helm" in source:
            version = source["targetRevision"] if "chart" in source else None
            assert charts.pop(name) == (source["repoURL"], source.get("chart", source.get("path")), version, namespace, source["helm"]["valuesObject"])
        else:
            paths.remove(source["path"])
    assert (paths, charts) == (set(), {})


@pytest.mark.parametrize("environment", ENVIRONMENTS)
def test_flux_waits_for_what_exists(environment):
    kustomizations = of_kind(shipped.kustomize(f"gitops/flux/{environment}"), "Kustomization")
    for name, kustomization in kustomizations.items():
        assert {dependency["name"] for dependency in kustomization["spec"].get("dependsOn", [])} <= set(kustomizations) - {name}


def with_auto_mode(part, environment, tmp_path):
    """An environment with the component for EKS Auto Mode, as a person would add it."""
    [kustomization] = shipped.read(GITOPS / part / environment / "kustomization.yaml")
    kustomization.setdefault("components", []).append(f"../../auto-mode/{part}")
    for key in ("resources", "components"):
        kustomization[key] = [os.path.relpath((GITOPS / part / environment / path).resolve(), tmp_path) for path in kustomization[key]]
    (tmp_path / "kustomization.yaml").write_text(json.dumps(kustomization), encoding="utf-8")
    return shipped.documents(shipped.run("kubectl", "kustomize", tmp_path))


@pytest.mark.parametrize("environment", ENVIRONMENTS)
def test_in_auto_mode_neither_tool_brings_a_controller_that_eks_brings(environment, tmp_path):
    for tool, kind in (("argocd", "Application"), ("flux", "HelmRelease")):
        (tmp_path / tool).mkdir()
        gone = set(of_kind(shipped.kustomize(f"gitops/{tool}/{environment}"), kind)) - set(of_kind(with_auto_mode(tool, environment, tmp_path / tool), kind))
        assert gone == {"aws-load-balancer-controller", "cluster-autoscaler"}


@pytest.mark.parametrize("environment", ENVIRONMENTS)
def test_in_auto_mode_the_class_of_the_boards_carries_their_certificate(environment, tmp_path):
    documents = with_auto_mode("platform", environment, tmp_path)
    [params] = of_kind(documents, "IngressClassParams").values()
    [ingress_class] = of_kind(documents, "IngressClass").values()
    board = of_kind(shipped.kustomize(f"gitops/boards/{environment}"), "MessageBoard")["team"]["spec"]
    assert params["spec"]["certificateARNs"] == [metadata_of(environment)["certificate_arn"]]
    assert ingress_class["metadata"]["name"] == board["ingress"]["className"]
    assert ingress_class["spec"]["parameters"]["name"] == params["metadata"]["name"]
    assert of_kind(documents, "ConfigMap")["amazon-vpc-cni"]["data"] == {"enable-network-policy-controller": "true"}


def test_in_auto_mode_the_project_allows_what_the_platform_brings(tmp_path):
    for part in ("argocd", "platform"):
        (tmp_path / part).mkdir()
    project = of_kind(with_auto_mode("argocd", "dev", tmp_path / "argocd"), "AppProject")["messageboard-platform"]["spec"]
    for document in with_auto_mode("platform", "dev", tmp_path / "platform"):
        if document["kind"] in CLUSTER_SCOPED | {"IngressClass", "IngressClassParams", "StorageClass"}:
            assert allows(project["clusterResourceWhitelist"], document), shipped.identity(document)
        else:
            assert document["metadata"]["namespace"] in {destination["namespace"] for destination in project["destinations"]}


def test_the_api_server_takes_what_auto_mode_needs(api_server, tmp_path):
    api_server.dry_run([document for document in with_auto_mode("platform", "dev", tmp_path) if document["kind"] in ("IngressClass", "StorageClass", "ConfigMap")])


@pytest.mark.parametrize("case", STATUSES, ids=lambda case: case["name"])
def test_argo_cd_understands_how_a_board_is(case, tmp_path):
    board = case["board"] if "board" in case else shipped.read(HEALTH / f"recorded/{case['recorded']}.yaml")[0]
    assert health("messageboard", board, tmp_path) == (case["health"], case["message"])


def test_argo_cd_is_asked_about_every_board_that_was_recorded():
    assert {case["recorded"] for case in STATUSES if "recorded" in case} == {file.stem for file in (HEALTH / "recorded").iterdir()}


@pytest.mark.parametrize(
    ("application", "expected"),
    [
        ({"spec": {}}, ("Progressing", "")),
        ({"status": {"sync": {"status": "OutOfSync"}}}, ("Progressing", "")),
        ({"status": {"health": {"status": "Healthy"}}}, ("Healthy", "")),
        ({"status": {"health": {"status": "Degraded", "message": "a pod crashes"}}}, ("Degraded", "a pod crashes")),
    ],
)
def test_a_wave_waits_for_the_applications_of_the_one_before(application, expected, tmp_path):
    assert health("application", application, tmp_path) == expected


def health(name, document, tmp_path):
    """What Argo CD's Lua makes of it."""
    script = (GITOPS / f"argocd/bootstrap/{name}.lua").read_text(encoding="utf-8")
    program = f"obj = {lua(document)}\nlocal health = (function()\n{script}\nend)()\nprint(health.status)\nprint(health.message)\n"
    file = tmp_path / "health.lua"
    file.write_text(program, encoding="utf-8")
    status, message = shipped.run("glua", file).removesuffix("\n").split("\n")
    return status, message


def lua(value):
    """A YAML value as Lua writes it."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"[{lua(name)}] = {lua(item)}" for name, item in value.items()) + "}"
    if isinstance(value, list):
        return "{" + ", ".join(map(lua, value)) + "}"
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int) else json.dumps(value)


def test_argo_cds_configuration_carries_the_scripts():
    [kustomization] = shipped.read(GITOPS / "argocd/bootstrap/kustomization.yaml")
    [generator] = kustomization["configMapGenerator"]
    assert generator["files"] == [
        "resource.customizations.health.argoproj.io_Application=application.lua",
        "resource.customizations.health.messageboard.dev_MessageBoard=messageboard.lua",
    ]
