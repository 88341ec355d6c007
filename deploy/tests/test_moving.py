"""The pages of deploy/moving lead somewhere, their flags exist, and the Job that they tell to apply is taken."""

import re

import pytest

import shipped

MOVING = shipped.DEPLOY / "moving"
PAGES = sorted(MOVING.glob("*.md"))
FLAGS = set(re.findall(r'(?<=[ (])"([a-z][a-z-]+)"(?=[,)])', (shipped.ROOT / "board-app/api/src/main/java/dev/messageboard/api/transfer/adopt/Flags.java").read_text(encoding="utf-8"))) - {"true"}
JOB = shipped.read(MOVING / "adopt.yaml")[0]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_link_leads_to_a_file(page):
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    assert links
    assert [link for link in links if not (MOVING / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_flag_of_adopt_exists(page):
    told = set(re.findall(r"[`\"\[ ]--([a-z-]+)=", page.read_text(encoding="utf-8"))) - {"for", "from-literal", "replicas", "pod-running-timeout"}
    assert told <= FLAGS


def test_the_index_lists_every_page_and_every_flag():
    index = (MOVING / "README.md").read_text(encoding="utf-8")
    assert {page.name for page in PAGES} - {"README.md"} <= set(re.findall(r"\]\(([a-z-]+\.md)\)", index))
    assert {f"--{flag}" for flag in FLAGS} <= set(re.findall(r"--[a-z-]+", index))


def test_the_job_is_taken_and_its_pod_is_restricted(api_server):
    api_server.namespace("moving", **{"pod-security.kubernetes.io/enforce": "restricted"})
    api_server.create({**JOB, "metadata": {"name": "adopt", "namespace": "moving"}}, "--dry-run=server")
    api_server.create({"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "adopt", "namespace": "moving"}, "spec": JOB["spec"]["template"]["spec"]}, "--dry-run=server")


def test_the_job_says_nothing_that_adopt_does_not_know():
    [container] = JOB["spec"]["template"]["spec"]["containers"]
    assert {argument.removeprefix("--").split("=")[0] for argument in container["args"][1:]} <= FLAGS
