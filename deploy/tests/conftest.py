"""Shared by all tests: the real API server, started once."""

import pathlib
import os

import pytest

from api_server import ApiServer
from shipped import ROOT


@pytest.fixture(scope="session")
def api_server(tmp_path_factory):
    """A real kube-apiserver with etcd, our CRD and those of what we integrate with."""
    binaries = os.environ.get("MESSAGEBOARD_KUBE_BIN")
    if not binaries:
        pytest.skip("MESSAGEBOARD_KUBE_BIN names no directory with kube-apiserver and etcd: $(deploy/local/binaries)")
    with ApiServer(pathlib.Path(binaries), tmp_path_factory.mktemp("kube-apiserver")) as server:
        server.apply_files(ROOT / "crds", *(pathlib.Path(crds) for crds in [os.environ.get("crds_home")] if crds))
        server.await_established()
        yield server
