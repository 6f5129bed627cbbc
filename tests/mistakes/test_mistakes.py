"""What is said of natural mistakes, as one can read it; and that doing what a hint says puts them right."""

from __future__ import annotations

from pathlib import Path

import pytest
from mistake_tables import HERE, PROJECT, TABLES, findings_of, mistakes

from pathwayctl.cli.examining import examine
from pathwayctl.diagnostics import Finding
from snapshots import check_snapshot

BY_TABLE = [pytest.param(table, id=table.stem) for table in TABLES]


def test_the_project_without_a_mistake_has_no_finding() -> None:
    assert examine(PROJECT).findings == ()


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
