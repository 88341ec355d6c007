"""What a newer schema of a CRD refuses although an older one took it; rules in CEL are not compared."""

AT_MOST = ("maxLength", "maxItems", "maxProperties", "maximum")
AT_LEAST = ("minLength", "minItems", "minProperties", "minimum")


def narrowed(old, new, path=""):
    """Yields "field: why" for each place, in the order of the older schema."""
    yield from (f"{path}: {why}" for why in tightened(old, new))
    for name, child in old.get("properties", {}).items():
        below = f"{path}.{name}".lstrip(".")
        if name in new.get("properties", {}):
            yield from narrowed(child, new["properties"][name], below)
        elif not new.get("x-kubernetes-preserve-unknown-fields"):
            yield f"{below}: gone"
    for each in ("items", "additionalProperties"):
        if isinstance(old.get(each), dict) and isinstance(new.get(each), dict):
            yield from narrowed(old[each], new[each], f"{path}[]")


def tightened(old, new):
    if old.get("type") != new.get("type"):
        yield "type"
    if "enum" in new and not set(old.get("enum", [None])) <= set(new["enum"]):
        yield "enum"
    if not set(new.get("required", [])) <= set(old.get("required", [])):
        yield "required"
    if "pattern" in new and new["pattern"] != old.get("pattern"):
        yield "pattern"
    yield from (limit for limit in AT_MOST if new.get(limit, float("inf")) < old.get(limit, float("inf")))
    yield from (limit for limit in AT_LEAST if new.get(limit, float("-inf")) > old.get(limit, float("-inf")))
