import re

import pytest
import yaml

import shipped
from shipped import BOARDS_CHART as CHART, Refused

EMBEDDED = {"database": {"embedded": {}}}
EXTERNAL = {"database": {"external": {"host": "db.example.org", "secretRef": {"name": "team-db"}}}}

ACCEPTED = {
    "nothing set": {},
    "the smallest board": {"boards": {"team": {"spec": EMBEDDED}}},
    "two boards on shared defaults": {"defaults": {"board": {"posting": "closed"}, **EXTERNAL}, "boards": {"a": {"spec": {}}, "b": {"spec": {"board": {"title": "B"}}}}},
    "one with a database of its own": {"defaults": EXTERNAL, "boards": {"a": {"spec": EMBEDDED}}},
    "a version of its own": {"boards": {"team": {"spec": {"version": "0.0.9", **EMBEDDED}}}},
    "labels and annotations": {"labels": {"cost": "1"}, "annotations": {"a/b": "c"}, "boards": {"team": {"labels": {"team": "x"}, "annotations": {"a/b": "d"}, "spec": EMBEDDED}}},
    "a board that outlives the release": {"boards": {"team": {"keep": True, "spec": EMBEDDED}}},
    "an ingress": {"boards": {"team": {"spec": {**EMBEDDED, "ingress": {"className": "alb", "host": "b.example.org", "profile": "AWSLoadBalancer"}}}}},
    "scaled tiers": {"boards": {"team": {"spec": {**EMBEDDED, "api": {"replicas": 3}, "frontend": {"replicas": 4}}}}},
    "with credentials": {"boards": {"team": {"spec": EXTERNAL}}, "databaseSecrets": {"team-db": {"username": "u", "password": "p", "port": "3307"}}},
    "protected": {"boards": {"team": {"spec": {**EMBEDDED, "deletionProtection": True}}}},
    "paused": {"boards": {"team": {"spec": {**EMBEDDED, "paused": True}}}},
}
REFUSED = {
    "no database": ({"boards": {"team": {"spec": {}}}}, "boards.team.spec.database"),
    "two databases": ({"boards": {"team": {"spec": {"database": {"embedded": {}, **EXTERNAL["database"]}}}}}, "found 2"),
    "no spec": ({"boards": {"team": {}}}, "spec"),
    "a name that is none": ({"boards": {"Team_A": {"spec": EMBEDDED}}}, "Team_A"),
    "a name too long": ({"boards": {"t" * 41: {"spec": EMBEDDED}}}, "t" * 41),
    "the version latest": ({"boards": {"team": {"spec": {"version": "latest", **EMBEDDED}}}}, "version"),
    "a field beside spec": ({"boards": {"team": {"specs": {}, "spec": EMBEDDED}}}, "specs"),
    "an unknown value": ({"board": {}}, "board"),
    "a Secret without a password": ({"databaseSecrets": {"db": {"username": "u"}}}, "password"),
    "a label that is no text": ({"labels": {"a": 1}}, "labels"),
    "keep as text": ({"boards": {"team": {"keep": "yes", "spec": EMBEDDED}}}, "keep"),
    "a port that is none": ({"databaseSecrets": {"db": {"username": "u", "password": "p", "port": "x"}}}, "port"),
}


def render(values):
    return shipped.helm(CHART, values=values, release="boards", namespace="boards")


def board(values, name):
    [found] = [document for document in render(values) if document["kind"] == "MessageBoard" and document["metadata"]["name"] == name]
    return found


@pytest.mark.parametrize("name", ACCEPTED)
def test_lint_finds_nothing(name, tmp_path):
    file = tmp_path / "values.yaml"
    file.write_text(yaml.safe_dump(ACCEPTED[name]))
    assert "[WARNING]" not in shipped.run("helm", "lint", "--strict", CHART, "--values", file)


@pytest.mark.parametrize("name", [name for name in ACCEPTED if ACCEPTED[name]])
def test_the_api_server_takes_every_rendering(name, api_server):
    api_server.dry_run(render(ACCEPTED[name]))


@pytest.mark.parametrize("name", REFUSED)
def test_a_wrong_value_is_refused_by_name(name):
    values, named = REFUSED[name]
    with pytest.raises(Refused, match=re.escape(named)):
        render(values)


def test_the_api_server_refuses_a_field_that_boards_do_not_have(api_server):
    with pytest.raises(Refused, match="spec.colour"):
        api_server.dry_run(render({"boards": {"team": {"spec": {**EMBEDDED, "colour": "blue"}}}}))


def test_a_board_runs_the_version_of_the_chart():
    assert board(ACCEPTED["the smallest board"], "team")["spec"] == {"version": shipped.project_version(), **EMBEDDED}


def test_a_version_of_its_own_wins():
    assert board(ACCEPTED["a version of its own"], "team")["spec"]["version"] == "0.0.9"


def test_a_board_adds_to_the_defaults():
    assert board(ACCEPTED["two boards on shared defaults"], "b")["spec"]["board"] == {"posting": "closed", "title": "B"}


def test_what_one_board_sets_does_not_reach_the_next():
    assert board(ACCEPTED["two boards on shared defaults"], "a")["spec"]["board"] == {"posting": "closed"}


def test_a_database_of_its_own_replaces_the_shared_one():
    assert board(ACCEPTED["one with a database of its own"], "a")["spec"]["database"] == {"embedded": {}}


def test_a_boards_own_annotation_wins():
    assert board(ACCEPTED["labels and annotations"], "team")["metadata"]["annotations"] == {"a/b": "d"}


def test_a_kept_board_says_so_to_helm():
    assert board(ACCEPTED["a board that outlives the release"], "team")["metadata"]["annotations"] == {"helm.sh/resource-policy": "keep"}
