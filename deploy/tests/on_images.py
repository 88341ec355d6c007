"""The images of the product as they were built: what they say of themselves, who runs in them, how large they are.

deploy/verify images builds them first, if they changed, and names them in the file IMAGES: lines REFERENCE ARCHIVE KEY.
"""

import json
import os
import pathlib
import re
import tarfile
import zlib

import pytest

import shipped

MEGABYTE = 1_000_000
# As a node pulls it: layers compressed. Of MySQL itself we decide nothing.
BUDGETS = {"operator": 150, "api": 150, "frontend": 60, "mysql": None}
LABELS = {"licenses": "Apache-2.0", "source": "https://github.com/example/messageboard", "version": shipped.project_version()}


class Image:
    """An archive as `docker save` writes it, with plain layers."""

    def __init__(self, path):
        self.path = path
        with tarfile.open(path) as archive:
            [manifest] = json.load(archive.extractfile("manifest.json"))
            self.config = json.load(archive.extractfile(manifest["Config"]))
            self.layers = manifest["Layers"]
            self.size = sum(archive.getmember(layer).size for layer in self.layers)

    def labels(self):
        prefix = "org.opencontainers.image."
        return {name.removeprefix(prefix): value for name, value in self.config["config"]["Labels"].items() if name.startswith(prefix)}

    def pulled(self):
        """Bytes of all layers as a registry keeps them."""
        with tarfile.open(self.path) as archive:
            return sum(compressed(archive.extractfile(layer)) for layer in self.layers)

    def files(self):
        with tarfile.open(self.path) as archive:
            for layer in self.layers:
                with tarfile.open(fileobj=archive.extractfile(layer)) as content:
                    yield from content.getnames()


def compressed(stream):
    packer, size = zlib.compressobj(wbits=31), 0
    while part := stream.read(1 << 20):
        size += len(packer.compress(part))
    return size + len(packer.flush())


IMAGES = {}
for line in pathlib.Path(os.environ["IMAGES"]).read_text(encoding="utf-8").splitlines():
    reference, archive, _ = line.split()
    IMAGES[re.search(r"messageboard-(\w+):", reference).group(1)] = Image(archive)


@pytest.fixture(params=sorted(IMAGES))
def name(request):
    return request.param


def test_all_four_were_built():
    assert set(IMAGES) == set(BUDGETS)


def test_an_image_says_what_it_is_of_which_version_and_from_where(name):
    labels = IMAGES[name].labels()
    assert labels.pop("title") == f"messageboard-{name}"
    assert labels.pop("description")
    assert labels == LABELS


def test_nobody_is_root_in_an_image(name):
    assert IMAGES[name].config["config"]["User"] == "10001:10001"


@pytest.mark.parametrize("name", ["operator", "api"])
def test_the_jar_in_an_image_is_of_the_version_that_its_label_says(name):
    jars = {match.group(1) for file in IMAGES[name].files() if (match := re.search(rf"/messageboard-{name}-(.*)\.jar$", file))}
    assert jars == {IMAGES[name].labels()["version"]}


def test_an_image_is_small_enough_to_be_pulled_quickly(name, capsys):
    image = IMAGES[name]
    pulled, budget = image.pulled(), BUDGETS[name]
    with capsys.disabled():
        print(f"\nfigure: image {name}: {pulled / MEGABYTE:.1f} MB as pulled, {image.size / MEGABYTE:.1f} MB on disk", f"(target {budget} MB as pulled)" if budget else "(no target)")
    assert budget is None or pulled <= budget * MEGABYTE
