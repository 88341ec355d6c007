"""What the pages for people send them to is there, what they ask for is what the scripts ask for, and what they show works."""

import os
import re

import pytest
import yaml

import shipped

PAGES = shipped.run("git", "-C", shipped.ROOT, "ls-files", "*.md").split()
LINK = re.compile(r"\]\(([^)\s]+)\)")
PATH = re.compile(r"`((?:\.ci|board-app|crds|deploy|infra-terraform|operator)/[\w./-]+)`")


def text(page):
    return (shipped.ROOT / page).read_text(encoding="utf-8")


def prose(page):
    return re.sub(r"```.*?```", "", text(page), flags=re.DOTALL)


def headings(page):
    titles = re.findall(r"^#+ (.*)$", prose(page), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_to_a_file_and_its_heading(page):
    for link in LINK.findall(prose(page)):
        path, _, heading = link.partition("#")
        if ":" in path:
            continue
        target = os.path.normpath(os.path.join(os.path.dirname(page), path)) if path else page
        assert (shipped.ROOT / target).exists(), link
        assert not heading or heading in headings(target), link


@pytest.mark.parametrize("page", PAGES)
def test_every_path_that_is_named_is_there(page):
    names = [name for name in PATH.findall(prose(page)) if "..." not in name]
    assert [name for name in names if not (shipped.ROOT / name).exists() and not (shipped.ROOT / page).parent.joinpath(name).exists()] == []


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "deploy/local/README.md"])
def test_a_page_asks_for_the_oldest_go_and_node_that_will_do(page):
    modules = (shipped.DEPLOY / "local/tools").glob("*/go.mod")
    found = [re.search(r"^go (.*)$", module.read_text(encoding="utf-8"), re.MULTILINE).group(1) for module in modules]
    go = max(found, key=lambda version: [int(part) for part in version.split(".")])
    node = re.search(r"node_minimum=(\S+)", text("deploy/local/lib.sh")).group(1)
    assert re.search(rf"\bNode\s{re.escape(node)}\b", text(page)) and re.search(rf"\bGo\s{re.escape(go)}\b", text(page))


def test_make_help_lists_every_target():
    makefile = text("Makefile")
    [targets] = re.findall(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    listed = shipped.run("make", "-s", "-C", shipped.ROOT, "help")
    assert re.findall(r"^  (\S+)", listed, re.MULTILINE) == targets.split() == re.findall(r"^([a-z][\w-]*):", makefile, re.MULTILINE)


def test_the_kustomization_of_the_readme_takes_all_images_from_ones_own_registry(tmp_path):
    [shown] = re.findall(r"```yaml\n# my-messageboard/kustomization.yaml\n(.*?)```", text("README.md"), re.DOTALL)
    base = os.path.relpath(shipped.DEPLOY / "operator", tmp_path)
    (tmp_path / "kustomization.yaml").write_text(shown.replace("../deploy/operator", base), encoding="utf-8")
    rendered = shipped.documents(shipped.run("kubectl", "kustomize", tmp_path))
    [deployment] = [document for document in rendered if document["kind"] == "Deployment"]
    [container] = deployment["spec"]["template"]["spec"]["containers"]
    assert container["image"] == f"REGISTRY/messageboard-operator:{shipped.project_version()}"
    images = {variable["name"]: variable["value"] for variable in container["env"]}
    assert images == {f"MESSAGEBOARD_IMAGES_{name.upper()}": f"REGISTRY/messageboard-{name}" for name in ("api", "frontend", "mysql")}
    assert "ghcr.io/example" not in yaml.safe_dump(deployment)
