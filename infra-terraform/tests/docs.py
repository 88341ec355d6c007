"""Documentation of every module and root: generated between two marks in its README.md, and held against the code.

  docs.py DIRECTORY            fails on drift, on variables without type, description, rule or use, on rules that no test refuses, on skips
                               without date and reason, on links that lead nowhere
  docs.py DIRECTORY --write    writes the tables
"""

import pathlib
import re
import sys

import hcl2

from mistakes import MUTATIONS

MUTATIONS_BEGIN, MUTATIONS_END = "<!-- BEGIN_MUTATIONS -->", "<!-- END_MUTATIONS -->"
CHECKOUT = pathlib.Path(__file__).resolve().parents[2]  # verify works on a copy of this directory alone
BEGIN, END = "<!-- BEGIN_TF_DOCS -->", "<!-- END_TF_DOCS -->"


def blocks(directory, kind):
    """Name and body of every block of a kind, in the order of the files."""
    for file in sorted(directory.glob("*.tf")):
        with file.open(encoding="utf-8") as text:
            for block in hcl2.load(text).get(kind, []):
                for name, body in block.items():
                    if not name.startswith("__"):
                        yield name, {key: one(value) for key, value in body.items()}


def one(value):
    """Attributes come as lists of one."""
    return value[0] if isinstance(value, list) and len(value) == 1 and not isinstance(value[0], dict) else value


def source(directory):
    return "\n".join(file.read_text(encoding="utf-8") for file in sorted(directory.glob("*.tf")))


def default(name, body, text):
    if "default" not in body:
        return "required"
    block = re.search(rf'variable "{name}" {{(.*?)\n}}', text, re.S).group(1)
    value = re.search(r"\n  default\s*=\s*(.*?)(?=\n\n|\n  [a-z]+ |\Z)", block, re.S).group(1)
    return f"`{value}`" if "\n" not in value else "see variables"


def kind(body):
    text = str(body["type"]).removeprefix("${").removesuffix("}")
    return "map(object)" if text.startswith("map(object") else "object" if text.startswith("object") else text


def escape(text):
    return text.replace("|", "\\|")


def tables(directory):
    text = source(directory)
    lines = ["", "| input | type | default | meaning |", "|---|---|---|---|"]
    for name, body in sorted(blocks(directory, "variable")):
        lines.append(f"| `{name}` | {kind(body)} | {escape(default(name, body, text))} | {escape(body.get('description', ''))} |")
    lines += ["", "| output | meaning |", "|---|---|"]
    for name, body in sorted(blocks(directory, "output")):
        lines.append(f"| `{name}` | {escape(body.get('description', ''))} |")
    return "\n".join([*lines, ""])


def complaints(directory):
    text = source(directory)
    tests = "\n".join(file.read_text(encoding="utf-8") for file in (directory / "tests").glob("*.tftest.hcl"))
    refusals = re.findall(r"var\.(\w+)", " ".join(re.findall(r"expect_failures = \[(.*?)\]", tests, re.S)))
    for name, body in blocks(directory, "variable"):
        rules = len(re.findall(r"\n  validation {", re.search(rf'variable "{name}" {{(.*?)\n}}', text, re.S).group(1)))
        if not body.get("description") or "type" not in body:
            yield f"variable {name} needs a type and a description"
        elif not rules and kind(body) != "bool":
            yield f"variable {name} has no rule: which values are wrong?"
        if refusals.count(name) < rules:
            yield f"variable {name} has {rules} rules, and tests refuse {refusals.count(name)} values"
        if len(re.findall(rf"\bvar\.{name}\b", re.sub(rf'variable "{name}" {{.*?\n}}', "", text, flags=re.S))) == 0:
            yield f"variable {name} is used nowhere"
    for skip in re.findall(r"checkov:skip=.*", text):
        if not re.fullmatch(r"checkov:skip=\w+: \d{4}-\d\d-\d\d, .{10,}", skip):
            yield f"{skip} needs a date and a reason: `ID: 2026-11-21, because ...`"
    for name, body in blocks(directory, "output"):
        if not body.get("description"):
            yield f"output {name} needs a description"


def between(readme, root, begin, end, text, write):
    old = readme.read_text(encoding="utf-8")
    head, rest = old.split(begin)
    new = head + begin + "\n" + text + "\n" + end + rest.split(end)[1]
    if write:
        readme.write_text(new, encoding="utf-8")
    elif new != old:
        yield f"{readme.relative_to(root)} differs from the code: run infra-terraform/verify docs"


def seeded_mistakes():
    lines = ["", "| mistake | in | caught by | |", "|---|---|---|---|"]
    for mutation in MUTATIONS:
        lines.append(f"| {mutation.mistake} | `{mutation.file}` | `{mutation.caught_by}` | {'' if mutation.short else 'nightly'} |")
    return "\n".join([*lines, ""])


def dead_ends(root):
    """Links of the READMEs to files that are not there, and rules of tflint that are off without a date."""
    for readme in root.rglob("README.md"):
        for link in re.findall(r"\]\((?!https?:|#)([^)#]+)", readme.read_text(encoding="utf-8")):
            if not (CHECKOUT / "infra-terraform" / readme.relative_to(root).parent / link).exists():
                yield f"{readme.relative_to(root)} leads to {link}, which is not there"
    for before, rule in re.findall(r"(.*)\nrule \"(\w+)\" {\n  enabled = false", (root / ".tflint.hcl").read_text(encoding="utf-8")):
        if not re.fullmatch(r"# \d{4}-\d\d-\d\d: .{10,}", before):
            yield f".tflint.hcl: {rule} is off without a date and a reason"


def main(root, write):
    wrong = list(between(root / "README.md", root, MUTATIONS_BEGIN, MUTATIONS_END, seeded_mistakes(), write))
    wrong += dead_ends(root)
    for directory in [root / "bootstrap", root / "platform", *sorted((root / "modules").iterdir())]:
        wrong += between(directory / "README.md", root, BEGIN, END, tables(directory), write)
        wrong += [f"{directory.relative_to(root)}: {complaint}" for complaint in complaints(directory)]
    if 'default_tags' not in (root / "platform/providers.tf").read_text() or (root / "platform/providers.tf").read_text().count("tags = local.tags") != 2:
        wrong.append("platform/providers.tf: both providers must set default_tags to local.tags")
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]), "--write" in sys.argv))
