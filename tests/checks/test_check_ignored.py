"""Findings that a project sets aside under ``ignore:``, and entries there that do nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from checking import codes, messages

from conftest import MakeProject
from pathwayctl.app import open_project

ASIDE = """\
pathwayctl: 1
project:
  name: Example
  start: 2027-01-04
  {more}
  ignore:
    - {{code: PW312, reason: The room is booked in March{until}}}
tasks:
  - {{id: kickoff, title: "Hold the kickoff at [PLACE]", duration: 1d}}
"""
Made = Callable[..., Path]


@pytest.fixture
def made(make_project: MakeProject) -> Made:
    """Make the project with the last day of the entry, and more lines of the project."""
    return lambda until="", more="": make_project({"pathway.yaml": ASIDE.format(until=until, more=more)})


@pytest.mark.parametrize(
    ("until", "more", "asked_on", "is_shown"),
    [
        ("", "", None, False),
        (", until: 2027-03-31", "", None, False),
        (", until: 2027-03-31", "status_date: 2027-03-31", None, False),
        (", until: 2027-03-31", "status_date: 2027-04-01", None, True),
        (", until: 2027-03-31", "", date(2027, 4, 1), True),
        (", until: 2027-03-31", "status_date: 2027-04-01", date(2027, 3, 31), False),
    ],
)
def test_a_finding_is_set_aside_until_its_day(
    until: str, more: str, asked_on: date | None, is_shown: bool, made: Made
) -> None:
    examined = open_project(made(until, more), asked_on)
    found = {one.code for one in examined.findings}
    assert ("PW312" in found, "PW633" in found, examined.set_aside) == (is_shown, is_shown, int(not is_shown))
    assert "PW634" not in found


def test_an_error_is_never_set_aside(make_project: MakeProject) -> None:
    text = ASIDE.format(until="", more="").replace("PW312", "PW302").replace("1d}", "1d, depends_on: [gone]}")
    examined = open_project(make_project({"pathway.yaml": text}))
    found = {one.code: one.message for one in examined.findings}
    assert "PW302" in found
    assert found["PW634"] == "PW302 is an error, and errors cannot be ignored."
    assert examined.set_aside == 0


def test_an_entry_that_matches_nothing_is_a_note() -> None:
    entry = [{"code": "PW540", "reason": "x"}]
    assert messages("", "PW634", ignore=entry) == ["No finding in this project has the code PW540."]
    assert "PW634" not in codes("", unread=["somebody"], ignore=entry)
    assert "PW634" not in codes("", ignore=[{"code": "PW514", "reason": "x"}])


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        ("{code: PW5, reason: x}", "PW2"),
        ("{code: PW540}", "PW2"),
        ("{code: PW540, reason: x, til: 2027-01-01}", "PW2"),
    ],
)
def test_an_entry_that_is_not_right_is_an_error(entry: str, code: str, make_project: MakeProject) -> None:
    text = f"pathwayctl: 1\nproject: {{name: A, start: 2027-01-04, ignore: [{entry}]}}\n"
    found = open_project(make_project({"pathway.yaml": text})).findings
    assert any(one.code.startswith(code) and one.severity == "error" for one in found)
