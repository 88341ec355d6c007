"""What brings boards to an environment from either CI system, on a real API server."""

import base64
import json
import subprocess

import pytest

import shipped


@pytest.fixture
def deployed(api_server):
    """A cluster on which nothing of ours was deployed."""
    api_server.kubectl("delete", "messageboards,secrets", "--all", "-n", "boards", "--ignore-not-found")
    return api_server


def rolled(api_server, version, **credentials):
    """What an environment's deployment leaves: the board's version and how often it was changed, and its Secret."""
    environment = {**api_server.environment(), "DATABASE_USERNAME": "boards", "DATABASE_PASSWORD": "p'\"$w", **credentials}
    subprocess.run([shipped.DEPLOY / "ci/roll-boards", "prod", version], env=environment, check=True, capture_output=True)
    board, secret = (json.loads(api_server.kubectl("get", what, "-n", "boards", "-o", "json")) for what in ("mb/team", "secret/team-db"))
    values = {name: base64.b64decode(value).decode() for name, value in secret["data"].items()}
    return board["spec"]["version"], board["metadata"]["generation"], values, secret["metadata"]["labels"]


def test_a_deployment_brings_namespace_boards_and_credentials_and_a_second_one_changes_nothing(deployed):
    first = rolled(deployed, "0.1.0")
    assert first == ("0.1.0", 1, {"username": "boards", "password": "p'\"$w"}, {"messageboard.dev/watch": "true"})
    assert rolled(deployed, "0.1.0") == first


def test_a_deployment_moves_a_board_from_version_to_version_without_one_in_between(deployed):
    _, before, _, _ = rolled(deployed, "0.2.0")
    version, after, values, _ = rolled(deployed, "0.3.0", DATABASE_PASSWORD="rotated")
    assert (version, after, values["password"]) == ("0.3.0", before + 1, "rotated")
