"""The committed files that follow from others: generated.py --write makes them anew, test_generated.py holds them against their sources."""

import re
import sys

import yaml

from shipped import BOARDS_CHART

CHARTS = [BOARDS_CHART]
BEGIN, END = "<!-- BEGIN VALUES -->", "<!-- END VALUES -->"


def values(chart):
    """Every value with its default and the comment that starts with '--' above it, in the order of the file."""
    text = (chart / "values.yaml").read_text(encoding="utf-8")
    defaults = yaml.safe_load(text)
    path, said = [], None
    for line in text.splitlines():
        comment = re.match(r"\s*# -- (.*)", line)
        key = re.match(r"( *)([A-Za-z]\w*):", line)
        if comment:
            said = comment.group(1)
        elif key:
            path = path[: len(key.group(1)) // 2] + [key.group(2)]
            if said:
                default = defaults
                for step in path:
                    default = default[step]
                yield ".".join(path), default, said
            said = None


def readme(chart):
    text = (chart / "README.md").read_text(encoding="utf-8")
    rows = [f"| `{name}` | `{yaml.safe_dump(default, default_flow_style=True, width=1000).removesuffix('...' + chr(10)).strip()}` | {said} |" for name, default, said in values(chart)]
    table = "\n".join([BEGIN, "| value | default | meaning |", "|---|---|---|", *rows, END])
    return re.sub(f"{BEGIN}.*?{END}", lambda _: table, text, flags=re.S)


def files():
    """Path to content, of all of them."""
    return {chart / "README.md": readme(chart) for chart in CHARTS}


if __name__ == "__main__" and sys.argv[1:] == ["--write"]:
    for path, content in files().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
