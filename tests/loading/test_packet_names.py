"""Packets whose ids cannot be the names of folders."""

from __future__ import annotations

import pytest

from conftest import MakeProject
from pathwayctl.loading.project import load
from pathwayctl.rule_pages import RulePage, rule_page

PEOPLE = "people:\n  - {id: dana-ruiz, name: Dana Ruiz}\n"
ORGANIZATIONS = "organizations:\n  - {id: plant, name: The plant, category: k-12}\n"


@pytest.mark.parametrize("rule", [rule_page("PW236"), rule_page("PW237")], ids=lambda rule: rule.code)
def test_a_rule_finds_its_bad_example_and_not_its_good_one(rule: RulePage, make_project: MakeProject) -> None:
    assert [one.code for one in load(make_project({"packets.yaml": rule.triggers})).findings] == [rule.code]
    assert load(make_project({"packets.yaml": rule.fixed})).findings == ()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("handouts", "PW236"),
        ("for-dana-ruiz", "PW236"),
        ("for-plant", "PW236"),
        ("for-principals", ""),
        ("kickoff", ""),
        *((name, "PW237") for name in ("con", "prn", "aux", "nul", "com1", "lpt9")),
        ("com10", ""),
        ("con-2", ""),
        ("console", ""),
        ("CON", "PW207"),  # no id is in capitals, so no folder is
    ],
)
def test_names_of_packets(name: str, code: str, make_project: MakeProject) -> None:
    packet = f"packets:\n  - {{id: {name}, title: For the board, handouts: [4b]}}\n"
    files = {"packets.yaml": packet, "people.yaml": PEOPLE, "organizations.yaml": ORGANIZATIONS}
    found = load(make_project(files)).findings
    assert [one.code for one in found] == [code] * bool(code)
    if code.startswith("PW23"):
        (one,) = found
        assert (one.file, one.position.line, one.position.column) == ("packets.yaml", 2, 10)
        assert f"{name}-packet" in one.hint
