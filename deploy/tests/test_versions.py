"""What carries the version of the project carries the one of the parent pom."""

import re

import pytest

import shipped

CHARTS = sorted(path.parent for path in (shipped.DEPLOY / "helm").glob("*/Chart.yaml"))


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.name)
@pytest.mark.parametrize("field", ["version", "appVersion"])
def test_a_chart_has_the_version_of_the_project(chart, field):
    assert shipped.read(chart / "Chart.yaml")[0][field] == shipped.project_version()


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.name)
def test_the_readme_installs_the_version_of_the_project(chart):
    assert f"--version {shipped.project_version()} " in (chart / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("file", ["install.yaml", "install-namespaced.yaml"])
def test_an_installation_file_runs_the_version_of_the_project(file):
    [operator] = [document for document in shipped.read(shipped.DEPLOY / file) if document["kind"] == "Deployment"]
    [container] = operator["spec"]["template"]["spec"]["containers"]
    assert container["image"].endswith(f":{shipped.project_version()}")


def test_all_name_the_same_oldest_kubernetes():
    [oldest] = re.findall(r"^Kubernetes ([0-9.]+) or newer", (shipped.DEPLOY.parent / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert {shipped.read(chart / "Chart.yaml")[0]["kubeVersion"] for chart in CHARTS} == {f">={oldest}.0-0"}
    assert shipped.read(shipped.DEPLOY / "olm/csv.yaml")[0]["spec"]["minKubeVersion"] == f"{oldest}.0"
