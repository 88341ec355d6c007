"""Reads what `terraform test -json -verbose` prints: the plan of the real provider, the outputs of the mocked apply."""

import json
import sys


def messages(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def planned_resources(path):
    """Address, type and planned values of every resource that the plan makes."""
    for message in messages(path):
        for change in message.get("test_plan", {}).get("resource_changes", []):
            if change["mode"] == "managed":
                yield change["address"], change["type"], change["change"]["after"], change["change"]["after_unknown"]


def applied_resources(path):
    """The same of the mocked apply, where every value is known: policies that name made resources too."""

    def walk(module):
        for resource in module.get("resources", []):
            if resource["mode"] == "managed":
                yield resource["address"], resource["type"], resource["values"], {}
        for child in module.get("child_modules", []):
            yield from walk(child)

    for message in messages(path):
        if "test_state" in message:
            yield from walk(message["test_state"]["root_module"])


def outputs(path):
    for message in messages(path):
        if "test_state" in message:
            return {name: output["value"] for name, output in message["test_state"]["outputs"].items()}
    raise SystemExit(f"{path}: no applied state in it")


def diagnostics(path):
    for message in messages(path):
        if message["type"] == "diagnostic":
            found = message["diagnostic"]
            yield f'{found["severity"]}: {found["summary"]}: {found.get("detail", "")}'


if __name__ == "__main__":
    print("\n".join(diagnostics(sys.argv[1])))
