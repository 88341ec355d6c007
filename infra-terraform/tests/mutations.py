"""Seeded mistakes: each is made in a copy, and the test that is named must catch it.

  mutations.py short|all DIRECTORY PLACE     DIRECTORY: infra-terraform, which stays as it is; PLACE: for the copies
"""

import concurrent.futures
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from mistakes import MUTATIONS


def terraform(directory, command, *options, env=None):
    return subprocess.run(["terraform", f"-chdir={directory}", command, "-no-color", *options], capture_output=True, text=True, check=False, env=env)


def run(mutation, original, place):
    """None if the named test caught it, else what went wrong."""
    with tempfile.TemporaryDirectory(dir=place, prefix="mutation-") as own:
        copy = pathlib.Path(own) / "infra-terraform"
        shutil.copytree(original, copy, ignore=shutil.ignore_patterns(".terraform", ".terraform-*"))
        target = copy / mutation.file
        text = target.read_text(encoding="utf-8")
        if text.count(mutation.right) < 1:
            return f"{mutation.file} does not hold {mutation.right!r}: adapt the mutation"
        target.write_text(text.replace(mutation.right, mutation.wrong, 1), encoding="utf-8")
        kind, name = mutation.caught_by.split(": ")
        if kind == "graph":
            return missed_by_graph(copy / "platform", name)
        if kind == "policy":
            return missed_by_policy(copy / "platform", name)
        return missed_by_test(copy / re.match(r"(modules/[^/]+|[^/]+)", mutation.file).group(0), kind, name)


def missed_by_test(module, file, name):
    init = terraform(module, "init", "-backend=false", "-input=false")
    if init.returncode != 0:
        return init.stderr
    result = terraform(module, "test", f"-filter=tests/{file}.tftest.hcl")
    output = result.stdout + result.stderr
    if result.returncode == 0:
        return "nobody noticed"
    if f'run "{name}"... fail' not in output:
        return f"another test failed than {name}:\n{output[-2000:]}"
    return None


def missed_by_graph(root, awaited):
    (root / "backend.tf").unlink()  # Terraform would ask for it, and it needs an account
    init = terraform(root, "init", "-input=false")
    if init.returncode != 0:
        return init.stderr
    found = subprocess.run([pathlib.Path(__file__).parent / "graph", root], capture_output=True, text=True, check=False).stdout
    return None if re.search(rf"^FAILED: .* must wait for {re.escape(awaited)}:", found, re.M) else f"nobody noticed:\n{found}"


def missed_by_policy(root, rule):
    """Of the plan of the real provider, for production."""
    own_provider = {name: value for name, value in os.environ.items() if name != "TF_REATTACH_PROVIDERS"}
    init = terraform(root, "init", "-backend=false", "-input=false", env=own_provider)
    if init.returncode != 0:
        return init.stderr
    plan = terraform(root, "test", "-json", "-verbose", "-test-directory=tests/environments", "-var-file=../envs/prod.tfvars", env=own_provider)
    (root / "plan.json").write_text(plan.stdout, encoding="utf-8")
    found = subprocess.run([sys.executable, pathlib.Path(__file__).parent / "policy.py", root / "plan.json"], capture_output=True, text=True, check=False).stdout
    return None if re.search(rf"^{rule}: ", found, re.M) else f"nobody noticed:\n{found}"


def main(which, original, place):
    chosen = [mutation for mutation in MUTATIONS if which == "all" or mutation.short]
    missed = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for mutation, wrong in zip(chosen, pool.map(lambda mutation: run(mutation, original, place), chosen)):
            print(f"{'caught' if wrong is None else 'MISSED'}: {mutation.mistake} ({mutation.file}) by {mutation.caught_by}")
            if wrong is not None:
                print(f"  {wrong}")
                missed += 1
    print(f"figure: {len(chosen) - missed} of {len(chosen)} mutations caught, {len(MUTATIONS)} in all (target 15)")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3]))
