"""What is said of natural mistakes, as one can read it; and that doing what a hint says puts them right."""

from __future__ import annotations

from pathlib import Path

import pytest
from mistake_tables import HERE, PROJECT, TABLES, findings_of, mistakes
from obeying import obey

from pathwayctl.app import open_project
from pathwayctl.diagnostics import Finding
from snapshots import check_snapshot

BY_TABLE = [pytest.param(table, id=table.stem) for table in TABLES]


def test_the_project_without_a_mistake_has_no_finding() -> None:
    assert open_project(PROJECT).findings == ()


@pytest.mark.parametrize("table", BY_TABLE)
def test_what_is_said(table: Path, tmp_path: Path) -> None:
    lines: list[str] = []
    topic = ""
    for mistake in mistakes(table):
        if mistake.topic != topic:
            topic = mistake.topic
            lines += [f"## {topic} ({mistake.file})", ""]
        lines += [*_block("typed:", mistake.typed), *_said(findings_of(mistake, tmp_path / "project")), ""]
    check_snapshot(HERE / "expected" / f"{table.stem}.txt", "\n".join(lines))


def _said(findings: tuple[Finding, ...]) -> list[str]:
    if not findings:
        return ["said:  nothing; it is read as it is meant"]
    lines = []
    for finding in findings:
        lines += _block("said: ", f"{finding.code} {finding.message}")
        lines += _block("hint: ", finding.hint)
    return lines


def _block(label: str, text: str) -> list[str]:
    first, *more = text.split("\n")
    return [f"{label} {first}", *(f"{' ' * len(label)} {line}" for line in more)]


MOST_STEPS = 8
JUDGED = "PW4"
"""Findings from here on judge the dates and the progress, which a plan with an error does not have yet."""
NOBODY = "PW310"
"""Follows where a person is put with another organization, which is what the hint was asked for."""
RENAMING = {"Ids of entries"}
"""What others call the entry has to be changed there, too."""
BY_HAND = {"yaml_text"}
"""Tables of mistakes in the YAML itself: one mark may stand for many things, so their hints are not run."""


@pytest.mark.parametrize(
    "table", [pytest.param(table, id=table.stem) for table in TABLES if table.stem not in BY_HAND]
)
def test_what_a_hint_says_puts_it_right(table: Path, tmp_path: Path) -> None:
    """Every hint that gives the text to type is obeyed; then nothing is left, and nothing new has come."""
    obeyed, wrong = 0, list[str]()
    for mistake in mistakes(table):
        if mistake.topic in RENAMING:
            continue
        before = findings_of(mistake, tmp_path / "project")
        text, after = mistake.text, before
        for _ in range(MOST_STEPS):
            here = [one for one in after if one.file == mistake.file and one.code < JUDGED]
            changed = next(filter(None, (obey(text, one) for one in here)), None)
            if changed is None:
                break
            text = changed
            after = findings_of(mistake, tmp_path / "project", text)
        if text != mistake.text:
            obeyed += 1
            known = {one.code for one in before}
            wrong += [
                f"{mistake.typed}: {one.code} {one.message} {one.hint}"
                for one in after
                if one.code < JUDGED and one.code != NOBODY and (obey(text, one) or one.code not in known)
            ]
    assert not wrong, "\n".join(wrong)
    assert obeyed > 0.7 * len(tuple(mistakes(table)))
