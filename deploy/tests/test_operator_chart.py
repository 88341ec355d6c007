import json
import re

import pytest
import yaml

import generated
import shipped
from shipped import OPERATOR_CHART as CHART, Refused

DIGEST = "sha256:" + "a" * 64

ACCEPTED = {
    "nothing set": {},
    "a digest": {"image": {"digest": DIGEST, "tag": "0.0.1"}},
    "a tag from a registry with a port": {"image": {"repository": "registry.example.org:5000/mb/operator", "tag": "0.1.1"}},
    "images of boards": {"boardImages": {"frontend": "r.example.org/page", "api": "r.example.org/api", "mysql": "r.example.org/mysql"}},
    "its own namespace only": {"rbac": {"scope": "Namespace"}},
    "two namespaces": {"rbac": {"scope": "Namespace"}, "watchNamespaces": ["team-a", "team-b"]},
    "rights granted elsewhere": {"rbac": {"create": False}, "serviceAccount": {"create": False, "name": "given"}},
    "a standby": {"replicas": 2},
    "a standby that may be evicted": {"replicas": 3, "podDisruptionBudget": {"enabled": False}},
    "asleep": {"replicas": 0},
    "metrics": {"serviceMonitor": {"enabled": True, "labels": {"release": "prometheus"}, "interval": "15s"}},
    "confined traffic": {"networkPolicy": {"enabled": True, "apiServerCidrs": ["10.0.0.1/32"], "databaseCidrs": ["10.1.0.0/16"]}},
    "no database traffic": {"networkPolicy": {"enabled": True, "databasePorts": []}},
    "no CRD": {"crds": {"enabled": False}},
    "a CRD that goes": {"crds": {"keep": False}},
    "placed": {
        "nodeSelector": {"kubernetes.io/arch": "arm64"},
        "tolerations": [{"key": "infra", "operator": "Exists"}],
        "priorityClassName": "system-cluster-critical",
        "affinity": {"nodeAffinity": {"requiredDuringSchedulingIgnoredDuringExecution": {"nodeSelectorTerms": [{"matchExpressions": [{"key": "infra", "operator": "Exists"}]}]}}},
        "topologySpreadConstraints": [{"maxSkew": 1, "topologyKey": "kubernetes.io/hostname", "whenUnsatisfiable": "DoNotSchedule"}],
    },
    "labelled and annotated": {"podLabels": {"team": "platform"}, "podAnnotations": {"a/b": "c"}, "serviceAccount": {"annotations": {"eks.amazonaws.com/role-arn": "arn:aws:iam::1:role/r"}}},
    "another environment": {"logging": {"level": "DEBUG"}, "settings": {"selector": "shard=a"}, "extraEnv": [{"name": "QUARKUS_LOG_LEVEL", "value": "WARN"}]},
    "one of two operators": {"settings": {"selector": "shard=a", "trustedProxies": ["10.0.0.0/8"]}, "leaderElection": {"leaseName": "operator-a", "leaseDuration": "5s", "renewDeadline": "3s", "retryPeriod": "1s"}},
    "alerts": {"prometheusRule": {"enabled": True, "labels": {"release": "prometheus"}}},
    "OpenShift": {"platformUserIds": True},
    "another name": {"fullnameOverride": "boards-operator", "imagePullSecrets": [{"name": "pull"}]},
}
REFUSED = {
    "the tag latest": ({"image": {"tag": "latest"}}, "tag"),
    "a tag with a space": ({"image": {"tag": "0.1 .0"}}, "tag"),
    "a digest that is none": ({"image": {"digest": "sha256:abc"}}, "digest"),
    "no repository": ({"image": {"repository": ""}}, "repository"),
    "a repository with a tag": ({"image": {"repository": "r.example.org/op:1"}}, "repository"),
    "a pull policy that is none": ({"image": {"pullPolicy": "Sometimes"}}, "pullPolicy"),
    "a board image with a tag": ({"boardImages": {"api": "r.example.org/api:1"}}, "api"),
    "an unknown value": ({"replicaCount": 2}, "replicaCount"),
    "an unknown value below": ({"crds": {"create": True}}, "create"),
    "replicas as text": ({"replicas": "2"}, "replicas"),
    "too many replicas": ({"replicas": 6}, "replicas"),
    "an unknown scope": ({"rbac": {"scope": "Galaxy"}}, "scope"),
    "a namespace that is no name": ({"rbac": {"scope": "Namespace"}, "watchNamespaces": ["Team_A"]}, "watchNamespaces"),
    "namespaces with scope Cluster": ({"watchNamespaces": ["team-a"]}, "rbac.scope=Namespace"),
    "no account": ({"serviceAccount": {"create": False}}, "serviceAccount.name"),
    "a quantity that is none": ({"resources": {"limits": {"memory": "lots"}}}, "memory"),
    "an unknown level": ({"logging": {"level": "LOUD"}}, "level"),
    "an interval without unit": ({"serviceMonitor": {"interval": "30"}}, "interval"),
    "a lease duration that is none": ({"leaderElection": {"leaseDuration": "15"}}, "leaseDuration"),
    "a proxy that is no range": ({"settings": {"trustedProxies": ["loadbalancer"]}}, "trustedProxies"),
    "a CIDR that is none": ({"networkPolicy": {"apiServerCidrs": ["10.0.0.1"]}}, "apiServerCidrs"),
    "a port out of range": ({"networkPolicy": {"databasePorts": [70000]}}, "databasePorts"),
    "environment that is the chart's": ({"extraEnv": [{"name": "MESSAGEBOARD_NAMESPACES", "value": "a"}]}, "extraEnv"),
    "environment without a name": ({"extraEnv": [{"value": "a"}]}, "extraEnv"),
    "a label that is the chart's": ({"podLabels": {"app.kubernetes.io/name": "mine"}}, "app.kubernetes.io/name"),
    "a privileged container": ({"securityContext": {"privileged": True}}, "securityContext"),
}


def render(values):
    return {shipped.identity(document): document for document in shipped.helm(CHART, values=values)}


def the(kind, objects):
    [found] = [document for (of, _, _), document in objects.items() if of == kind]
    return found


def pod(values):
    return the("Deployment", render(values))["spec"]["template"]["spec"]


def container(values):
    [only] = pod(values)["containers"]
    return only


def environment(values):
    return {variable["name"]: variable["value"] for variable in container(values).get("env", [])}


@pytest.mark.parametrize("name", ACCEPTED)
def test_lint_finds_nothing(name, tmp_path):
    file = tmp_path / "values.yaml"
    file.write_text(yaml.safe_dump(ACCEPTED[name]))
    assert "[WARNING]" not in shipped.run("helm", "lint", "--strict", CHART, "--values", file)


@pytest.mark.parametrize("name", ACCEPTED)
def test_the_api_server_takes_every_rendering(name, api_server):
    api_server.dry_run(list(render(ACCEPTED[name]).values()))


@pytest.mark.parametrize("name", REFUSED)
def test_a_wrong_value_is_refused_by_name(name):
    values, named = REFUSED[name]
    with pytest.raises(Refused, match=re.escape(named)):
        render(values)


def test_a_digest_wins_over_the_tag():
    assert container(ACCEPTED["a digest"])["image"] == f"ghcr.io/example/messageboard-operator@{DIGEST}"


def test_without_a_tag_the_version_of_the_chart_runs():
    assert container({})["image"] == f"ghcr.io/example/messageboard-operator:{shipped.project_version()}"


@pytest.mark.parametrize("name", ACCEPTED)
def test_no_rendering_names_a_moving_tag(name):
    image = container(ACCEPTED[name])["image"]
    assert ("@sha256:" in image or ":" in image.rsplit("/", 1)[-1]) and not image.endswith(":latest")


@pytest.mark.parametrize(
    ("values", "kinds"),
    [
        ({}, set()),
        ({"replicas": 2}, {"podAntiAffinity"}),
        ({"replicas": 2, "affinity": ACCEPTED["placed"]["affinity"]}, {"nodeAffinity", "podAntiAffinity"}),
        ({"replicas": 2, "topologySpreadConstraints": ACCEPTED["placed"]["topologySpreadConstraints"]}, set()),
    ],
)
def test_two_operators_avoid_each_others_nodes_where_nobody_says_otherwise(values, kinds):
    assert set(pod(values).get("affinity", {})) == kinds


def test_an_empty_anti_affinity_is_a_word_of_its_own():
    assert pod({"replicas": 2, "affinity": {"podAntiAffinity": {}}})["affinity"] == {"podAntiAffinity": {}}


@pytest.mark.parametrize("name", ACCEPTED)
def test_pod_security_restricted_admits_the_pods_of_every_rendering(name, api_server):
    api_server.namespace("restricted", **{"pod-security.kubernetes.io/enforce": "restricted"})
    api_server.create({"apiVersion": "v1", "kind": "Pod", "metadata": {"generateName": "operator-", "namespace": "restricted"}, "spec": pod(ACCEPTED[name])}, "--dry-run=server")


def test_settings_reach_the_operator_under_its_own_names():
    assert environment({"boardImages": {"api": "r.example.org/api"}, "logging": {"level": "DEBUG"}, "settings": {"selector": "shard=a"}}) == {
        "MESSAGEBOARD_IMAGES_API": "r.example.org/api",
        "MESSAGEBOARD_SELECTOR": "shard=a",
        "QUARKUS_LOG_CATEGORY__DEV_MESSAGEBOARD__LEVEL": "DEBUG",
    }


def test_the_lease_that_is_named_is_the_one_that_may_be_written():
    values = ACCEPTED["one of two operators"]
    [leader] = [document for (kind, _, name), document in render(values).items() if kind == "Role" and name.endswith("-leader")]
    assert [rule["resourceNames"] for rule in leader["rules"] if "resourceNames" in rule] == [["operator-a"]]
    assert environment(values)["MESSAGEBOARD_LEASE_NAME"] == "operator-a"


def test_the_alerts_are_those_of_the_monitoring_directory():
    [shipped_rule] = shipped.read(shipped.DEPLOY / "monitoring/alerts.yaml")
    assert the("PrometheusRule", render(ACCEPTED["alerts"]))["spec"] == shipped_rule["spec"]


def test_what_is_not_set_is_left_to_the_operator():
    assert environment({}) == {}


def test_scope_namespace_grants_nothing_of_the_cluster():
    kinds = {kind for kind, _, _ in render({"rbac": {"scope": "Namespace"}, "crds": {"enabled": False}})}
    assert not kinds & {"ClusterRole", "ClusterRoleBinding", "CustomResourceDefinition"}


def test_every_watched_namespace_gets_the_rights_and_is_watched():
    values = ACCEPTED["two namespaces"]
    bound = {namespace for kind, namespace, name in render(values) if kind == "RoleBinding" and not name.endswith(("-leader", "-database-servers"))}
    assert bound == {"team-a", "team-b"}
    assert environment(values)["MESSAGEBOARD_NAMESPACES"] == "team-a,team-b"


def test_the_crd_outlives_the_release_unless_told_otherwise():
    def policy(values):
        return the("CustomResourceDefinition", render(values))["metadata"].get("annotations", {}).get("helm.sh/resource-policy")

    assert policy({}) == "keep"
    assert policy(ACCEPTED["a CRD that goes"]) is None


def test_one_replica_has_no_budget_that_would_block_a_drain():
    assert "PodDisruptionBudget" not in {kind for kind, _, _ in render({"replicas": 1})}
    assert the("PodDisruptionBudget", render({"replicas": 2}))["spec"]["maxUnavailable"] == 1


def test_the_service_monitor_selects_the_service_that_it_comes_with():
    objects = render(ACCEPTED["metrics"])
    selected = the("ServiceMonitor", objects)["spec"]
    service = the("Service", objects)
    assert selected["selector"]["matchLabels"].items() <= service["metadata"]["labels"].items()
    assert selected["endpoints"][0]["port"] in {port["name"] for port in service["spec"]["ports"]}


@pytest.mark.parametrize("kind", ["Service", "PodDisruptionBudget", "NetworkPolicy"])
def test_what_selects_pods_selects_the_operator(kind):
    objects = render({"replicas": 2, "serviceMonitor": {"enabled": True}, "networkPolicy": {"enabled": True}})
    spec = the(kind, objects)["spec"]
    selector = spec.get("podSelector", spec.get("selector"))
    selector = selector.get("matchLabels", selector)
    assert selector.items() <= the("Deployment", objects)["spec"]["template"]["metadata"]["labels"].items()


def test_a_network_policy_narrows_to_the_given_addresses():
    egress = the("NetworkPolicy", render(ACCEPTED["confined traffic"]))["spec"]["egress"]
    assert [rule.get("to") for rule in egress] == [None, [{"ipBlock": {"cidr": "10.0.0.1/32"}}], [{"ipBlock": {"cidr": "10.1.0.0/16"}}]]


def test_every_value_is_described_and_in_the_schema():
    schema = json.loads((CHART / "values.schema.json").read_text(encoding="utf-8"))
    described = {name for name, _, _ in generated.values(CHART)}

    def known(node, path=()):
        for name, value in node.get("properties", {}).items():
            if "properties" in value:
                yield from known(value, (*path, name))
            elif path or name != "global":
                yield ".".join((*path, name))

    leaves = {name for name in known(schema) if not name.startswith(("extraEnv.", "resources."))} | {"resources"}
    assert leaves == described
