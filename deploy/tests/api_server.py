"""A real kube-apiserver with etcd, alone: no controllers, no nodes, all of the built-in admission."""

import os
import re
import socket
import subprocess
import time

import yaml

from shipped import Refused, run

TOKENS = """admin,admin,admin,"system:masters"
owner,owner,owner,"system:authenticated"
"""
KUBECONFIG = """apiVersion: v1
kind: Config
current-context: admin
clusters: [{{name: here, cluster: {{server: "https://127.0.0.1:{port}", insecure-skip-tls-verify: true}}}}]
users: [{{name: admin, user: {{token: admin}}}}]
contexts: [{{name: admin, context: {{cluster: here, user: admin}}}}]
"""


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


class ApiServer:
    def __init__(self, binaries, home):
        self.binaries, self.home, self.processes, self.accepted = binaries, home, [], set()
        self.kubeconfig = home / "kubeconfig"

    def __enter__(self):
        clients, peers, port = (free_port() for _ in range(3))
        (self.home / "tokens.csv").write_text(TOKENS)
        self.kubeconfig.write_text(KUBECONFIG.format(port=port))
        key = self.home / "key.pem"
        run("openssl", "genrsa", "-out", key, "2048")
        etcd = f"http://127.0.0.1:{clients}"
        self.start("etcd", f"--data-dir={self.home}/etcd", f"--listen-client-urls={etcd}", f"--advertise-client-urls={etcd}",
                   f"--listen-peer-urls=http://127.0.0.1:{peers}", f"--initial-advertise-peer-urls=http://127.0.0.1:{peers}",
                   f"--initial-cluster=default=http://127.0.0.1:{peers}", "--unsafe-no-fsync")  # fmt: skip
        self.start("kube-apiserver", f"--etcd-servers={etcd}", "--bind-address=127.0.0.1", f"--secure-port={port}",
                   f"--cert-dir={self.home}/certificates", f"--token-auth-file={self.home}/tokens.csv", "--authorization-mode=RBAC",
                   "--disable-admission-plugins=ServiceAccount", "--service-account-issuer=https://localhost",
                   f"--service-account-key-file={key}", f"--service-account-signing-key-file={key}",
                   "--service-cluster-ip-range=10.0.0.0/16")  # fmt: skip
        self.eventually(lambda: self.kubectl("get", "namespace", "default"), 90)
        return self

    def __exit__(self, *_):
        for process in self.processes:
            process.kill()
            process.wait()

    def start(self, name, *arguments):
        with open(self.home / f"{name}.log", "wb") as log:
            self.processes.append(subprocess.Popen([self.binaries / name, *arguments], stdout=log, stderr=log))

    def kubectl(self, *arguments, stdin=None):
        return run("kubectl", "--kubeconfig", self.kubeconfig, "--cache-dir", self.home / "cache", *arguments, stdin=stdin)

    def environment(self):
        return {**os.environ, "KUBECONFIG": str(self.kubeconfig)}

    def eventually(self, attempt, seconds=30):
        """Asks again until the answer is not Refused; no controller tells us."""
        deadline = time.monotonic() + seconds
        while True:
            try:
                return attempt()
            except Refused:
                if time.monotonic() > deadline:
                    raise
            time.sleep(0.1)

    def apply_files(self, *directories):
        for directory in directories:
            flag = "-k" if (directory / "kustomization.yaml").exists() else "-f"
            self.apply(flag, directory)

    def apply(self, *arguments, stdin=None):
        return self.kubectl("apply", "--server-side", "--validate=strict", *arguments, stdin=stdin)

    def await_established(self):
        self.kubectl("wait", "--for=condition=Established", "crd", "--all", "--timeout=60s")

    def namespace(self, name, **labels):
        self.apply("-f", "-", stdin=yaml.safe_dump({"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": name, "labels": labels}}))

    def create(self, document, *arguments, user=None):
        """What the server says of one object, as someone; Refused with its words if it does not take it."""
        impersonate = ["--as", user] if user else []
        return self.kubectl("create", "-f", "-", "--validate=strict", *impersonate, *arguments, stdin=yaml.safe_dump(document))

    def dry_run(self, objects):
        """Every object as the server would store it, after all admission; namespaces are made first, and nothing is asked twice."""
        objects = [document for document in objects if yaml.safe_dump(document) not in self.accepted]
        if not objects:
            return
        for name in {document["metadata"].get("namespace") for document in objects} - {None}:
            self.namespace(name)
        own = [document for document in objects if document["kind"] == "Namespace"]
        for document in own:
            self.apply("-f", "-", stdin=yaml.safe_dump(document))
        text = yaml.safe_dump_all(objects)
        answer = self.apply("--dry-run=server", "--force-conflicts", "-f", "-", stdin=text)
        accepted = re.findall(r"^\S+ serverside-applied", answer, re.M)
        assert len(accepted) == len(objects), answer
        self.accepted.update(yaml.safe_dump(document) for document in objects)
