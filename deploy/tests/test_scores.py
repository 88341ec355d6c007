"""kube-score on what runs the operator: every finding is waived here with its reason, or mended."""

import subprocess

import yaml

import shipped

WAIVED = {
    "(operator) CPU limit is not set": "a throttled JVM starts late and loses its lease; the request is what counts",
    "(operator) ImagePullPolicy is not set to Always": "versions are immutable, and digests more so; Always makes a registry part of every restart",
    "(operator) Ephemeral Storage limit is not set": "nothing is written but what the JVM keeps in /tmp",
    "(operator) Ephemeral Storage request is not set": "the same",
}


def findings(objects):
    answer = subprocess.run(["kube-score", "score", "-", "--output-format", "ci"], input=yaml.safe_dump_all(objects), capture_output=True, text=True, check=False)
    assert answer.stdout, answer.stderr
    lines = [line for line in answer.stdout.splitlines() if not line.startswith(("[OK]", "[SKIPPED]"))]
    return {line.rsplit(": ", 1)[1] for line in lines}


def test_kube_score_finds_nothing_but_what_is_waived():
    assert findings(shipped.kustomize("operator/production")) == set(WAIVED)
