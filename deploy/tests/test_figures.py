"""The figures of the READMEs are those of what they count."""

import re

import pytest

import shipped
import test_boards_chart
import test_monitoring
import test_operator_chart


def counted(chart):
    return len(chart.ACCEPTED), len(chart.REFUSED)


@pytest.mark.parametrize("row,chart", [("Helm", test_operator_chart), ("Helm, boards", test_boards_chart)], ids=["operator", "boards"])
def test_the_readme_counts_the_values_that_a_chart_is_tried_with(row, chart):
    [line] = re.findall(rf"^\| {row} \|.*$", (shipped.DEPLOY / "README.md").read_text(encoding="utf-8"), re.M)
    assert tuple(int(re.search(said, line).group(1)) for said in (r"(\d+) value sets", r"(\d+) wrong ones refused")) == counted(chart)


def test_the_readme_counts_the_alerts():
    [count] = re.findall(r"\| (\d+) alerts:", (test_monitoring.MONITORING / "README.md").read_text(encoding="utf-8"))
    assert int(count) == len(test_monitoring.RULES)
