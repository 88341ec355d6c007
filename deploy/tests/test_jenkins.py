"""The Jenkinsfile: the stages of the workflows, in shell that is clean. Nothing here reads its Groovy."""

import re
import textwrap

import pytest

import shipped
import test_gitops

JENKINSFILE = (shipped.DEPLOY / "ci/Jenkinsfile").read_text(encoding="utf-8")
COMMANDS = ["make test", "deploy/ci/check-version", "deploy/ci/pin-digest", "deploy/verify bundle", "docker buildx build", "--platform linux/amd64,linux/arm64", "cosign sign", "trivy image", "helm push", "helm upgrade --install", "deploy/ci/roll-boards", "kubectl wait"]


@pytest.mark.parametrize("command", COMMANDS)
def test_jenkins_has_the_stages_of_the_workflows(command):
    assert command in JENKINSFILE


def jenkins_scripts():
    """The scripts of Jenkins' sh steps as the shell gets them, each behind the variables that Jenkins sets."""
    known = re.findall(r"(?:variable|Variable): '(\w+)'", JENKINSFILE) + re.findall(r"^ {4}([A-Z]+) = ", JENKINSFILE, re.M)
    known += [*test_gitops.metadata_of("dev"), *re.findall(r"choice\(name: '(\w+)'", JENKINSFILE), "TAG_NAME", "GIT_COMMIT"]
    exports = "".join(f"export {name}=\n" for name in sorted(set(known)))
    for long, short in re.findall(r"sh (?:'{3}(.*?)'{3}|'(.*?)')", JENKINSFILE, re.S):
        yield "#!/bin/sh\n" + exports + textwrap.dedent(long or short).replace("\\\\", "\\")


@pytest.mark.parametrize("number", range(JENKINSFILE.count(" sh '")))
def test_shellcheck_finds_nothing_in_what_jenkins_runs(number, tmp_path):
    file = tmp_path / "step.sh"
    file.write_text(list(jenkins_scripts())[number], encoding="utf-8")
    shipped.run("shellcheck", "--exclude=SC1090", file)
