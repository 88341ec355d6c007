"""Alerts, runbooks, dashboards and routes: over metrics that exist, in queries that parse, to people who are named."""

import json
import re

import pytest
import yaml

import shipped
import test_gitops

MONITORING = shipped.DEPLOY / "monitoring"
[ALERTS] = shipped.read(MONITORING / "alerts.yaml")
[BACKUPS] = shipped.read(MONITORING / "backups/alerts.yaml")
RULES = [rule for alerts in (ALERTS, BACKUPS) for group in alerts["spec"]["groups"] for rule in group["rules"]]
[OF_ONE_BOARD] = shipped.read(shipped.ROOT / "operator/src/test/resources/board.rules.yaml")
BOARD_RULES = [rule for group in OF_ONE_BOARD["groups"] for rule in group["rules"]]
CASES = sorted((MONITORING / "tests").glob("[!r]*.yaml"))
DASHBOARDS = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted((MONITORING / "dashboards").glob("*.json"))}
ROUTES = shipped.read(MONITORING / "tests/routes.yaml")[0]
ALERTMANAGER = MONITORING / "alertmanager/alertmanager.yaml"
VARIABLES = {"$__rate_interval": "5m", "$namespace": ".*", "$board": ".*"}
PROMQL = set("sum max min count rate increase absent histogram_quantile vector by on unless or and without ignoring bool time max_over_time".split())


def queries(dashboard):
    return [(panel["title"], target["expr"]) for panel in dashboard["panels"] for target in panel["targets"]]


def substituted(expression):
    for name, value in VARIABLES.items():
        expression = expression.replace(name, value)
    return expression


def metrics(expression):
    """Names of metrics in a query: what stands outside braces, ranges, groupings and quotes, and is no function or keyword."""
    bare = re.sub(r'"[^"]*"|\[[^\]]*\]', "", expression)
    bare = re.sub(r"\{[^}]*\}", "", bare)
    bare = re.sub(r"\b(by|on|without|ignoring)\s*\([^)]*\)", "", bare)
    return {word for word in re.findall(r"\b[a-zA-Z_][a-zA-Z0-9_]*\b", bare) if word not in PROMQL}


def own_meters():
    """What the sources register under messageboard.*; a name that ends with a dot is completed at run time."""
    sources = [*(shipped.ROOT / "operator/src/main/java").rglob("*.java"), *(shipped.ROOT / "board-app/api/src/main/java").rglob("*.java")]
    text = "\n".join(path.read_text(encoding="utf-8") for path in sources if "io.micrometer" in path.read_text(encoding="utf-8"))
    return set(re.findall(r'"(messageboard\.[a-z.]+)"', text))


def exists(metric):
    base = re.sub(r"_(total|count|sum|bucket|max)$", "", metric)
    if metric.startswith("messageboard_"):
        dotted = base.replace("_", ".")
        return any(dotted == meter or (meter.endswith(".") and dotted.startswith(meter)) for meter in own_meters())
    recorded = (MONITORING / "metrics.txt").read_text(encoding="utf-8").split()
    return metric in recorded or base in recorded


@pytest.fixture(scope="module")
def rule_files(tmp_path_factory):
    """The rules as Prometheus reads them, beside the cases."""
    directory = tmp_path_factory.mktemp("rules")
    for name, rules in {"alerts": ALERTS["spec"], "backups": BACKUPS["spec"], "board": OF_ONE_BOARD}.items():
        (directory / f"{name}.rules.yaml").write_text(yaml.safe_dump(rules, sort_keys=False))
    for case in CASES:
        (directory / case.name).write_text(case.read_text(encoding="utf-8"))
    return directory


def test_prometheus_reads_the_rules(rule_files):
    answer = shipped.run("promtool", "check", "rules", "--lint-fatal", *(rule_files / f"{name}.rules.yaml" for name in ("alerts", "backups")))
    assert sum(map(int, re.findall(r"SUCCESS: (\d+) rules found", answer))) == len(RULES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_the_alerts_fire_when_they_should_and_only_then(case, rule_files):
    shipped.run("promtool", "test", "rules", rule_files / case.name)


def test_every_alert_has_a_case():
    tested = "\n".join(case.read_text(encoding="utf-8") for case in CASES)
    assert [rule["alert"] for rule in RULES if rule["alert"] not in tested] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["alert"])
def test_an_alert_is_over_metrics_that_exist(rule):
    named = metrics(rule["expr"])
    assert named and [metric for metric in named if not exists(metric)] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["alert"])
def test_an_alert_says_how_bad_it_is_and_what_to_do(rule):
    assert rule["labels"]["severity"] in {"critical", "warning", "info"}
    assert rule["annotations"]["summary"] and rule["annotations"]["description"]
    section = rule["annotations"]["runbook_url"].rsplit("#", 1)[1]
    headings = re.findall(r"^## (.*)$", (MONITORING / "runbooks.md").read_text(encoding="utf-8"), re.M)
    assert [heading for heading in headings if heading.lower() == section] == [rule["alert"]]


@pytest.mark.parametrize("rule", BOARD_RULES, ids=lambda rule: rule["alert"])
def test_an_alert_of_one_board_is_as_bad_as_the_one_of_all_and_leads_to_its_runbook(rule):
    [fleet] = [fleet for fleet in RULES if fleet["alert"] == rule["alert"]]
    for what in (lambda of: of["labels"], lambda of: of["for"], lambda of: of["annotations"]["runbook_url"]):
        assert what(rule) == what(fleet)


def test_no_runbook_is_left_of_an_alert_that_is_gone():
    headings = re.findall(r"^## (.*)$", (MONITORING / "runbooks.md").read_text(encoding="utf-8"), re.M)
    assert headings == [rule["alert"] for rule in RULES]


@pytest.mark.parametrize("name", DASHBOARDS)
def test_prometheus_parses_every_query_of_a_dashboard(name, tmp_path):
    rules = [{"record": f"query:{number}", "expr": substituted(query)} for number, (_, query) in enumerate(queries(DASHBOARDS[name]))]
    file = tmp_path / "queries.yaml"
    file.write_text(yaml.safe_dump({"groups": [{"name": "queries", "rules": rules}]}))
    assert f"SUCCESS: {len(rules)} rules found" in shipped.run("promtool", "check", "rules", "--lint=none", file)


@pytest.mark.parametrize("name", DASHBOARDS)
def test_a_dashboard_is_over_metrics_that_exist(name):
    assert {(panel, metric) for panel, query in queries(DASHBOARDS[name]) for metric in metrics(query) if not exists(metric)} == set()


@pytest.mark.parametrize("name", DASHBOARDS)
def test_a_dashboard_declares_the_variables_that_its_queries_use(name):
    declared = {f"${variable['name']}" for variable in DASHBOARDS[name]["templating"]["list"]}
    used = {word for _, query in queries(DASHBOARDS[name]) for word in re.findall(r"\$\w+", query)}
    assert used - {"$__rate_interval"} <= declared


@pytest.mark.parametrize("name", DASHBOARDS)
def test_panels_of_a_dashboard_do_not_lie_over_each_other(name):
    taken = set()
    for panel in DASHBOARDS[name]["panels"]:
        at = panel["gridPos"]
        cells = {(x, y) for x in range(at["x"], at["x"] + at["w"]) for y in range(at["y"], at["y"] + at["h"])}
        assert not cells & taken and at["x"] + at["w"] <= 24, panel["title"]
        taken |= cells


def test_the_pod_monitor_scrapes_the_port_that_the_api_names():
    [monitor] = shipped.read(MONITORING / "podmonitor.yaml")
    names = (shipped.ROOT / "operator/src/main/java/dev/messageboard/operator/desired/Names.java").read_text(encoding="utf-8")
    [port] = re.findall(r'MANAGEMENT = "(\w+)"', names)
    assert [endpoint["port"] for endpoint in monitor["spec"]["podMetricsEndpoints"]] == [port]


def test_the_alert_on_old_backups_is_over_what_the_exporter_is_told_to_ask_of_our_vault():
    [values] = shipped.read(MONITORING / "backups/cloudwatch-exporter.yaml")
    [asked] = yaml.safe_load(values["config"])["metrics"]
    words = [asked["aws_namespace"].replace("/", "_"), *re.findall(r"[A-Z][a-z]+", asked["aws_metric_name"]), *asked["aws_statistics"]]
    [alert] = [rule for rule in RULES if rule["alert"] == "MessageBoardBackupOld"]
    assert metrics(alert["expr"]) == {"_".join(words).lower()}
    assert asked["aws_dimension_select"] == {"BackupVaultName": [test_gitops.metadata_of("prod")["cluster_name"]]}, "module backup names its vault like the cluster"
    assert asked["period_seconds"] == asked["range_seconds"] == 86400 and asked["set_timestamp"] is False


def test_alertmanager_reads_its_configuration():
    shipped.run("amtool", "check-config", ALERTMANAGER)


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: " ".join(route["labels"]))
def test_an_alert_reaches_the_people_that_it_is_for(route):
    shipped.run("amtool", "config", "routes", "test", f"--config.file={ALERTMANAGER}", f"--verify.receivers={route['receivers']}", *route["labels"])


def test_alertmanager_speaks_of_alerts_that_exist():
    known = {rule["alert"] for rule in RULES}
    text = ALERTMANAGER.read_text(encoding="utf-8")
    for pattern in re.findall(r'alertname=~?"([^"]+)"', text):
        assert any(re.fullmatch(pattern, alert) for alert in known), pattern
    for group in re.findall(r"MessageBoard\(([^)]*)\)", text):
        assert {f"MessageBoard{name}" for name in group.split("|")} <= known


def labels(rule):
    """What an alert carries: what its query keeps, and what the rule adds."""
    kept = re.search(r"\bby \(([^)]*)\)", rule["expr"])
    return {"alertname", *rule["labels"], *(re.split(r",\s*", kept.group(1)) if kept else [])}


def matches(matchers, alert):
    """As Alertmanager does: a label that an alert lacks is empty, a pattern fits as a whole."""
    parts = [re.fullmatch(r'(\w+)(=~|=)"([^"]*)"', matcher).groups() for matcher in matchers]
    return all(re.fullmatch(value if sign == "=~" else re.escape(value), alert.get(label, "")) for label, sign, value in parts)


def silences(source, target):
    """Whether the first alert, while it fires, keeps the second from being told."""
    return any(
        matches(rule["source_matchers"], source) and matches(rule["target_matchers"], target) and all(source.get(label, "") == target.get(label, "") for label in rule.get("equal", []))
        for rule in shipped.read(ALERTMANAGER)[0]["inhibit_rules"]
    )  # fmt: skip


def fired(rule, **where):
    """An alert of a rule, with those of the labels given that it carries."""
    return {"alertname": rule["alert"], **rule["labels"], **{label: value for label, value in where.items() if label in labels(rule)}}


def inhibitions():
    """Each pair of alerts of boards, of all or of one, of which the first silences the second of the same board."""
    rules = [*((rule, "all") for rule in RULES), *((rule, "one") for rule in BOARD_RULES)]
    here = {"namespace": "boards", "name": "team"}
    found = [((source, by), (target, to)) for source, by in rules for target, to in rules if silences(fired(source, **here), fired(target, **here))]
    return [pair for pair in found if pair[0][0]["alert"] != "MessageBoardOperatorDown"]


@pytest.mark.parametrize("source,target", [pytest.param(source, target, id=f"{source['alert']} of {by} - {target['alert']} of {to}") for (source, by), (target, to) in inhibitions()])
def test_an_alert_silences_what_follows_from_it_on_its_own_board_only(source, target):
    for elsewhere in ({"namespace": "boards", "name": "other"}, {"namespace": "elsewhere", "name": "team"}):
        assert not silences(fired(source, namespace="boards", name="team"), fired(target, **elsewhere))


def test_a_lost_database_a_failed_board_and_a_stalled_one_are_each_told_once():
    pairs = {(source["alert"].removeprefix("MessageBoard"), target["alert"].removeprefix("MessageBoard")) for (source, _), (target, _) in inhibitions()}
    assert {source for source, _ in pairs} == {"DatabaseDown", "Failed", "RolloutStalled", "MigrationFailed"}
    assert {("DatabaseDown", "NotReady"), ("Failed", "MigrationFailed"), ("RolloutStalled", "NotReady"), ("MigrationFailed", "NotReady")} <= pairs


@pytest.mark.parametrize("directory", ["monitoring", "monitoring/backups"])
def test_the_api_server_takes_the_monitoring(directory, api_server):
    api_server.dry_run(shipped.kustomize(directory))
