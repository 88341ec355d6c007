"""Workflows that lint, a version check that fails when it should."""

import re
import shutil
import subprocess

import pytest
import yaml

import shipped
from shipped import Refused

WORKFLOWS = sorted((shipped.ROOT / ".github/workflows").glob("*.yaml"))
JENKINSFILE = (shipped.DEPLOY / "ci/Jenkinsfile").read_text(encoding="utf-8")


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda workflow: workflow.stem)
def test_actionlint_finds_nothing(workflow):
    shipped.run("actionlint", "-no-color", workflow)


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda workflow: workflow.stem)
def test_a_workflow_has_no_right_that_a_job_did_not_ask_for(workflow):
    content = yaml.safe_load(workflow.read_text(encoding="utf-8"))
    assert content["permissions"] == {}
    assert [name for name, job in content["jobs"].items() if "permissions" not in job] == []


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda workflow: workflow.stem)
def test_no_key_of_aws_is_kept_anywhere(workflow):
    assert not re.search(r"aws.(access|secret)", workflow.read_text(encoding="utf-8"), re.I)


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda workflow: workflow.stem)
def test_what_a_person_types_never_becomes_part_of_a_script(workflow):
    for job in yaml.safe_load(workflow.read_text(encoding="utf-8"))["jobs"].values():
        for step in job.get("steps", []):
            assert "${{ inputs" not in step.get("run", "") and "${{ github" not in step.get("run", "")


@pytest.mark.parametrize("command", ["make test", "deploy/ci/check-version", "docker buildx build", "--platform linux/amd64,linux/arm64", "cosign sign", "trivy image", "helm push", "helm upgrade --install"])
def test_jenkins_has_the_stages_of_the_workflows(command):
    assert command in JENKINSFILE


@pytest.fixture
def checkout(tmp_path):
    """A repository of its own with what the version check reads."""
    for name in ["pom.xml", "deploy/ci/check-version", "deploy/install.yaml", "deploy/install-namespaced.yaml", *[f"deploy/helm/{chart}/Chart.yaml" for chart in ("messageboard", "messageboard-operator")]]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(shipped.ROOT / name, tmp_path / name)
    git(tmp_path, "init", "--quiet")
    commit(tmp_path, "first")
    return tmp_path


def git(directory, *arguments):
    subprocess.run(["git", "-c", "user.name=test", "-c", "user.email=test@example.org", "-C", directory, *arguments], check=True, capture_output=True)


def commit(directory, message):
    git(directory, "add", "--all")
    git(directory, "commit", "--quiet", "--allow-empty", "--message", message)


def check(checkout, *tag):
    return shipped.run(checkout / "deploy/ci/check-version", *tag).strip()


def test_the_tag_of_the_projects_version_may_be_released(checkout):
    assert check(checkout, f"v{shipped.project_version()}") == shipped.project_version()


def test_another_tag_is_refused(checkout):
    with pytest.raises(Refused, match="the tag is v9.9.9, but pom.xml says"):
        check(checkout, "v9.9.9")


@pytest.mark.parametrize("chart", ["messageboard", "messageboard-operator"])
@pytest.mark.parametrize("field", ["version", "appVersion"])
def test_a_chart_that_did_not_move_is_refused(checkout, chart, field):
    file = checkout / f"deploy/helm/{chart}/Chart.yaml"
    file.write_text(re.sub(rf"^{field}: .*$", f"{field}: 0.0.1", file.read_text(), flags=re.M))
    with pytest.raises(Refused, match=f"{chart}/Chart.yaml: {field} is 0.0.1"):
        check(checkout)


@pytest.mark.parametrize("file", ["install.yaml", "install-namespaced.yaml"])
def test_an_image_that_did_not_move_is_refused(checkout, file):
    path = checkout / "deploy" / file
    path.write_text(path.read_text().replace(f"messageboard-operator:{shipped.project_version()}", "messageboard-operator:0.0.1"))
    with pytest.raises(Refused, match=f"deploy/{file} does not run the operator"):
        check(checkout)


def test_a_release_needs_the_crd_of_each_one_before_to_try_the_upgrade(checkout):
    git(checkout, "tag", "v0.0.9")
    with pytest.raises(Refused, match="record its CRD as deploy/tests/upgrade/0.0.9.crd.yaml"):
        check(checkout)
    (checkout / "deploy/tests/upgrade").mkdir(parents=True)
    (checkout / "deploy/tests/upgrade/0.0.9.crd.yaml").touch()
    assert check(checkout) == shipped.project_version()


def test_a_version_that_was_released_from_another_commit_is_refused(checkout):
    git(checkout, "tag", f"v{shipped.project_version()}")
    assert check(checkout) == shipped.project_version()
    commit(checkout, "second")
    with pytest.raises(Refused, match="is released already"):
        check(checkout)
