"""Holds the MessageBoards that platform prints against the CRD: types, patterns, and no field that the API server would drop."""

import pathlib
import sys

import jsonschema
import yaml

from plan_json import outputs

# Part of the API, but not in every build of the CRD: a field enters it with the code that honours it.
AWAITED = {"spec.database.provisioned", "spec.database.tls", "spec.database.auth"}


def unknown_fields(value, schema, path=""):
    """Fields that the schema does not name: the API server prunes them without a word."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from unknown_fields(item, schema.get("items", {}), f"{path}[{index}]")
    elif isinstance(value, dict) and not schema.get("x-kubernetes-preserve-unknown-fields"):
        known, others = schema.get("properties", {}), schema.get("additionalProperties")
        for name, child in value.items():
            here = f"{path}.{name}".lstrip(".")
            if name in known:
                yield from unknown_fields(child, known[name], here)
            elif not others:
                yield here


def crd_schema(directory):
    for file in pathlib.Path(directory).glob("*.yml"):
        document = yaml.safe_load(file.read_text(encoding="utf-8"))
        if document["kind"] == "CustomResourceDefinition" and document["spec"]["names"]["kind"] == "MessageBoard":
            schema = document["spec"]["versions"][0]["schema"]["openAPIV3Schema"]
            schema["properties"]["metadata"] = {"x-kubernetes-preserve-unknown-fields": True}
            for name in ("apiVersion", "kind"):
                schema["properties"].setdefault(name, {"type": "string"})
            return schema
    raise SystemExit(f"{directory}: no CRD of MessageBoard in it")


def check(name, text, schema):
    board = yaml.safe_load(text)
    for error in jsonschema.Draft202012Validator(schema).iter_errors(board):
        yield f"{name}: {'.'.join(map(str, error.path))}: {error.message}"
    for field in unknown_fields(board, schema):
        if field in AWAITED:
            print(f"not run: infra: {field} of the printed MessageBoards, for want of the field in crds/")
        else:
            yield f"{name}: {field} is not in the CRD"
    choices = {"external", "provisioned", "embedded"} & set(board["spec"]["database"])
    if len(choices) != 1:
        yield f"{name}: spec.database needs exactly one choice and has {sorted(choices)}"


if __name__ == "__main__":
    printed, schema = outputs(sys.argv[1]), crd_schema(sys.argv[2])
    found = [error for name in ("messageboard", "messageboard_external") for error in check(name, printed[name], schema)]
    print("\n".join(found))
    sys.exit(1 if found else 0)
