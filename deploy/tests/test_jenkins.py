"""The Jenkinsfile, as Jenkins' Groovy parses it: a declarative pipeline with the stages of the workflows, in shell that is clean."""

import functools
import json
import os
import pathlib
import textwrap

import pytest

import shipped
import test_gitops
from shipped import Refused

FILE = shipped.DEPLOY / "ci/Jenkinsfile"
JENKINSFILE = FILE.read_text(encoding="utf-8")
CALLS = pathlib.Path(__file__).parent / "jenkins/calls.groovy"
COMMANDS = ["make test", "deploy/ci/check-version", "deploy/ci/pin-digest", "deploy/verify bundle", "docker buildx build", "--platform linux/amd64,linux/arm64", "cosign sign", "trivy image", "helm push", "helm upgrade --install", "deploy/ci/roll-boards", "kubectl wait"]

# What a declarative pipeline may have in which block, of all that is told in Jenkins' handbook what we use or are likely to.
STEPS = {"sh", "junit", "archiveArtifacts", "withCredentials", "echo", "error", "retry", "timeout", "dir", "stash", "unstash"}
SHARED = {"agent", "environment", "options", "post", "tools"}
CONDITIONS = {"always", "changed", "fixed", "regression", "aborted", "failure", "success", "unstable", "unsuccessful", "cleanup"}
WHEN = {"branch", "buildingTag", "tag", "changeRequest", "changeset", "environment", "equals", "expression", "not", "allOf", "anyOf", "beforeAgent", "beforeInput", "beforeOptions", "triggeredBy"}
ALLOWED = {
    "": {"pipeline"},
    "pipeline": SHARED | {"parameters", "stages", "triggers", "libraries"},
    "stages": {"stage"},
    "parallel": {"stage"},
    "stage": SHARED | {"when", "input", "steps", "stages", "parallel", "failFast", "matrix"},
    "agent": {"label", "docker", "dockerfile", "kubernetes", "node"},
    "options": {"timeout", "disableConcurrentBuilds", "buildDiscarder", "retry", "skipDefaultCheckout", "timestamps", "preserveStashes", "parallelsAlwaysFailFast"},
    "parameters": {"choice", "string", "text", "booleanParam", "password"},
    "post": CONDITIONS,
    "when": WHEN,
    "input": {"message", "ok", "id", "submitter", "submitterParameter", "parameters"},
    **dict.fromkeys(["allOf", "anyOf", "not"], WHEN),
    **dict.fromkeys([*CONDITIONS, "steps", "withCredentials", "retry", "timeout", "dir"], STEPS),
}
NEEDED = {"pipeline": {"agent", "stages"}, "stage": {"steps"}}
# Their blocks are Groovy's own.
FREE = {"environment", "expression"}


@functools.cache
def calls(file=FILE):
    """The calls of a Jenkinsfile: name, arguments, and the calls of its block."""
    groovy = pathlib.Path(os.environ["groovy_home"]) / "*"
    return json.loads(shipped.run("java", "-XX:TieredStopAtLevel=1", "--add-opens=java.base/java.lang=ALL-UNNAMED", "-cp", groovy, "groovy.ui.GroovyMain", CALLS, file))


def within(nodes, place=""):
    """Every call with the block that it stands in, from the outside inwards."""
    for call in nodes:
        yield place, call
        if call.get("block") is not None and call["name"] not in FREE:
            yield from within(call["block"], call["name"])


def misplaced(nodes):
    """What no declarative pipeline has at its place, and what it lacks."""
    for place, call in within(nodes):
        name = call.get("name")
        if name not in ALLOWED.get(place, ()):
            yield f"{name or call} in {place or 'the file'}"
        elif missing := NEEDED.get(name, set()) - {child.get("name") for child in call["block"] or []}:
            yield f"{name} without {', '.join(sorted(missing))}"


def all_of(name):
    return [call for _, call in within(calls()) if call["name"] == name]


def stages():
    return {call["arguments"][0]: {child["name"]: child["block"] for child in call["block"]} for call in all_of("stage")}


def test_every_word_stands_where_a_declarative_pipeline_has_it():
    assert list(misplaced(calls())) == []


@pytest.mark.parametrize(
    ("right", "wrong", "found"),
    [
        ("agent", "agents", "agents in pipeline"),
        ("agent", "tools", "pipeline without agent"),
        ("disableConcurrentBuilds", "noConcurrentBuilds", "noConcurrentBuilds in options"),
        ("buildingTag", "buildingTags", "buildingTags in when"),
        ("steps", "step", "stage without steps"),
        ("always", "finally", "finally in post"),
        ("sh", "shell", "shell in steps"),
    ],
)
def test_a_word_out_of_place_is_found(right, wrong, found):
    mistaken = json.dumps(calls()).replace(f'"name": "{right}"', f'"name": "{wrong}"', 1)
    assert found in misplaced(json.loads(mistaken))


def test_what_is_no_groovy_is_refused_with_its_line(tmp_path):
    file = tmp_path / "Jenkinsfile"
    file.write_text(JENKINSFILE.replace("stage('Verify') {", "stage('Verify')) {", 1), encoding="utf-8")
    line = JENKINSFILE[: JENKINSFILE.index("stage('Verify')")].count("\n") + 1
    with pytest.raises(Refused, match=f"line {line}"):
        calls(file)


def test_only_a_tag_is_released_or_deployed_and_deployed_only_where_a_person_says():
    conditions = {name: [condition["name"] for condition in stage.get("when", [])] for name, stage in stages().items()}
    assert conditions == {"Version": ["buildingTag"], "Verify": [], "Images": ["anyOf"], "Release": ["buildingTag"], "Deploy": ["buildingTag", "expression"]}
    assert [name for name, stage in stages().items() if "input" in stage] == ["Deploy"]


def test_what_a_person_chooses_never_becomes_part_of_a_script():
    assert [call["arguments"] for call in all_of("sh") if not isinstance(call["arguments"][0], str)] == []


def scripts():
    return [call["arguments"][0] for call in all_of("sh")]


@pytest.mark.parametrize("command", COMMANDS)
def test_jenkins_has_the_stages_of_the_workflows(command):
    assert any(command in script for script in scripts())


def variables():
    """What Jenkins sets for a script: credentials, the environment, what a person chose, and the tag or commit that it builds."""
    credentials = {value for call in all_of("withCredentials") for binding in call["arguments"][0] for name, value in binding["arguments"][0].items() if name.lower().endswith("variable")}
    environment = {assignment["left"] for call in all_of("environment") for assignment in call["block"]}
    chosen = {choice["arguments"][0]["name"] for call in all_of("parameters") for choice in call["block"]}
    return sorted({*credentials, *environment, *chosen, *test_gitops.metadata_of("dev"), "TAG_NAME", "GIT_COMMIT"})


def test_shellcheck_finds_nothing_in_what_jenkins_runs(tmp_path):
    files = [tmp_path / f"{number}.sh" for number in range(len(scripts()))]
    for file, script in zip(files, scripts(), strict=True):
        file.write_text("#!/bin/sh\n" + "".join(f"export {name}=\n" for name in variables()) + textwrap.dedent(script), encoding="utf-8")
    assert files
    shipped.run("shellcheck", "--exclude=SC1090", *files)
