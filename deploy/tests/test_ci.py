"""Workflows that lint, a version check that fails when it should."""

import re
import shutil
import subprocess

import pytest
import yaml

import shipped
from shipped import Refused

WORKFLOWS = sorted((shipped.ROOT / ".github/workflows").glob("*.yaml"))


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


DIGEST = "sha256:" + "0123456789abcdef" * 4


@pytest.fixture
def pinned(tmp_path):
    """A checkout as a release leaves it when it knows the digest of the operator's image."""
    for part in ("deploy/helm", "deploy/operator", "crds"):
        shutil.copytree(shipped.ROOT / part, tmp_path / part)
    for name in ("deploy/ci/pin-digest", "deploy/install.yaml", "deploy/install-namespaced.yaml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(shipped.ROOT / name, tmp_path / name)
    shipped.run(tmp_path / "deploy/ci/pin-digest", DIGEST)
    return tmp_path


def images(documents):
    return {container["image"] for document in documents if document["kind"] == "Deployment" for container in document["spec"]["template"]["spec"]["containers"]}


def test_a_released_chart_and_released_installation_files_run_the_digest_that_was_tested(pinned):
    exact = {f"ghcr.io/example/messageboard-operator@{DIGEST}"}
    assert images(shipped.helm(pinned / "deploy/helm/messageboard-operator")) == exact
    for file in ("install.yaml", "install-namespaced.yaml"):
        assert images(shipped.read(pinned / "deploy" / file)) == exact
    for variant in ("", "namespaced", "production"):
        assert images(shipped.documents(shipped.run("kubectl", "kustomize", pinned / "deploy/operator" / variant))) == exact


def test_pinning_changes_nothing_but_the_image(pinned):
    for file in ("install.yaml", "install-namespaced.yaml"):
        before, after = ((root / "deploy" / file).read_text(encoding="utf-8") for root in (shipped.ROOT, pinned))
        assert after.replace(f"@{DIGEST}", f":{shipped.project_version()}") == before


def test_a_release_can_be_pinned_to_another_digest(pinned):
    other = DIGEST[::-1].replace(":652ahs", "")
    shipped.run(pinned / "deploy/ci/pin-digest", f"sha256:{other}")
    assert images(shipped.read(pinned / "deploy/install.yaml")) == {f"ghcr.io/example/messageboard-operator@sha256:{other}"}


@pytest.mark.parametrize("word", ["", "null", "latest", "sha256:abc"])
def test_what_is_no_digest_is_refused(pinned, word):
    with pytest.raises(Refused, match="is no digest"):
        shipped.run(pinned / "deploy/ci/pin-digest", word)


def test_a_file_whose_image_is_elsewhere_is_noticed(pinned):
    (pinned / "deploy/install.yaml").write_text("kind: List\n")
    with pytest.raises(Refused, match="deploy/install.yaml does not name the image"):
        shipped.run(pinned / "deploy/ci/pin-digest", DIGEST)


def test_a_release_pins_the_digest_before_it_packs_a_chart_makes_the_bundle_or_copies_a_file():
    [publish] = [job for job in workflow("release")["jobs"].values() if "needs" in job and job["needs"] == "images"]
    scripts = [step.get("run", "") for step in publish["steps"]]
    [pins] = [number for number, script in enumerate(scripts) if "deploy/ci/pin-digest" in script]
    for ships in ("helm package", "deploy/verify bundle", "cp deploy/install"):
        [step] = [number for number, script in enumerate(scripts) if ships in script]
        assert pins < step, ships


def test_the_tests_have_the_jdk_whose_classes_the_images_cache():
    steps = workflow("verify")["jobs"]["test"]["steps"]
    [java] = [step["with"]["java-version"].split() for step in steps if "setup-java" in step.get("uses", "")]
    [link] = [step["run"] for step in steps if "/usr/lib/jvm" in step.get("run", "")]
    assert java[-1] == "17", "the one that builds"
    assert "25" in java and "$JAVA_HOME_25_X64" in link
    assert '/usr/lib/jvm/*' in (shipped.DEPLOY / "local/images.d/bases").read_text(encoding="utf-8"), "where the base looks"


def test_images_are_built_with_the_version_that_their_label_tells():
    steps = workflow("images")["jobs"]["build"]["steps"]
    [build] = [step for step in steps if "build-push-action" in step.get("uses", "")]
    [version] = [step["run"] for step in steps if step.get("id") == "project"]
    assert "VERSION=${{ steps.project.outputs.version }}" in build["with"]["build-args"].splitlines()
    (line,) = re.findall(r"\$\((sed .*)\)\"", version)
    assert subprocess.run(["bash", "-c", line], cwd=shipped.ROOT, capture_output=True, text=True, check=True).stdout.strip() == shipped.project_version()


def test_published_images_run_on_the_runtime_that_jlink_cut_for_them():
    jobs = workflow("images")["jobs"]
    [base], [build] = ([step["with"] for step in jobs[job]["steps"] if "build-push-action" in step.get("uses", "")] for job in ("java", "build"))
    assert base["context"] == "deploy/java" and base["platforms"] == build["platforms"]
    assert "BASE_JAVA=${{ env.REGISTRY }}/messageboard-java@${{ needs.java.outputs.digest }}" in build["build-args"].splitlines()
    for image in ("operator", "board-app/api"):
        assert "FROM ${BASE_JAVA}" in (shipped.ROOT / image / "Dockerfile").read_text(encoding="utf-8")


def test_the_published_runtime_has_the_modules_of_the_tested_one():
    tested = re.search(r"^modules=(.*)$", (shipped.DEPLOY / "local/images.d/bases").read_text(encoding="utf-8"), re.M).group(1)
    assert f"ARG MODULES={tested}\n" in (shipped.DEPLOY / "java/Dockerfile").read_text(encoding="utf-8")


def workflow(name):
    return yaml.safe_load((shipped.ROOT / f".github/workflows/{name}.yaml").read_text(encoding="utf-8"))


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
