"""What an API server publishes of its kinds, as the JSON schemas that kubeconform reads: a file for each kind, closed against unknown fields."""

import json

QUANTITY = "io.k8s.apimachinery.pkg.api.resource.Quantity"
OPEN = ("additionalProperties", "x-kubernetes-preserve-unknown-fields", "x-kubernetes-embedded-resource")


def closed(schema):
    """An OpenAPI schema as the server means it with strict validation; a null is a field that is left out."""
    if isinstance(schema, list):
        return [closed(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    made = {name: closed(value) for name, value in schema.items()}
    if isinstance(schema.get("properties"), dict) and not any(name in schema for name in OPEN):
        made["additionalProperties"] = False
    if schema.get("format") == "int-or-string":
        return {"type": ["string", "integer", "null"]}
    if isinstance(schema.get("type"), str):
        made["type"] = [schema["type"], "null"]
    return made


def write(openapi, directory):
    """All kinds of the server's /openapi/v2, each by kind, group and version; all their parts in one file beside them."""
    definitions = {name: closed(schema) for name, schema in openapi["definitions"].items()}
    definitions[QUANTITY] = {"type": ["string", "number", "null"]}
    (directory / "all.json").write_text(json.dumps({"definitions": definitions}), encoding="utf-8")
    for name, schema in openapi["definitions"].items():
        for kind in schema.get("x-kubernetes-group-version-kind", []):
            file = f"{kind['kind'].lower()}-{kind['group'] or kind['version']}-{kind['version']}.json"
            (directory / file).write_text(json.dumps({"$ref": f"all.json#/definitions/{name}"}), encoding="utf-8")
