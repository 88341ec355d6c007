"""Holds the MessageBoards that platform prints against the CRD: types, patterns, its CEL rules, no field that the API server would drop."""

import copy
import pathlib
import sys

import cel
import jsonschema
import yaml

from plan_json import outputs


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


def children(value, schema):
    """Each part of a value with its schema: (name or index, part, schema)."""
    if isinstance(value, list):
        yield from ((index, item, schema.get("items", {})) for index, item in enumerate(value))
    elif isinstance(value, dict):
        others = schema.get("additionalProperties")
        for name, child in value.items():
            yield name, child, schema.get("properties", {}).get(name) or (others if isinstance(others, dict) else {})


def with_defaults(value, schema):
    """As the API server fills it in before it asks the rules."""
    if isinstance(value, dict):
        defaults = {name: copy.deepcopy(child["default"]) for name, child in schema.get("properties", {}).items() if "default" in child}
        value = defaults | value
        return {name: with_defaults(child, inner) for name, child, inner in children(value, schema)}
    if isinstance(value, list):
        return [with_defaults(item, inner) for _, item, inner in children(value, schema)]
    return value


def broken_rules(value, schema, path=""):
    """Messages of the CEL rules that do not hold; those about changes (oldSelf) have nothing to say to a new board."""
    for rule in schema.get("x-kubernetes-validations", []):
        if "oldSelf" not in rule["rule"] and cel.evaluate(rule["rule"], {"self": value}) is not True:
            yield f"{path}: {rule.get('message', rule['rule'])}"
    for name, child, inner in children(value, schema):
        yield from broken_rules(child, inner, f"{path}.{name}".lstrip("."))


def check(name, text, schema):
    board = yaml.safe_load(text)
    for error in jsonschema.Draft202012Validator(schema).iter_errors(board):
        yield f"{name}: {'.'.join(map(str, error.path))}: {error.message}"
    yield from (f"{name}: {field} is not in the CRD" for field in sorted(set(unknown_fields(board, schema))))
    yield from (f"{name}: {message}" for message in broken_rules(with_defaults(board, schema), schema))


if __name__ == "__main__":
    printed, schema = outputs(sys.argv[1]), crd_schema(sys.argv[2])
    found = [error for name in ("messageboard", "messageboard_provisioned") for error in check(name, printed[name], schema)]
    print("\n".join(found))
    sys.exit(1 if found else 0)
