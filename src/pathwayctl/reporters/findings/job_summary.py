"""The findings of a run as Markdown, for the page that GitHub shows of a job."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from pathwayctl.reporters.findings.identity import Identified, identified
from pathwayctl.reporters.findings.view import FindingsReport, totals, totals_in_words
from pathwayctl.wording import count

_MOST: Final = 200
"""Rows; GitHub refuses a summary of more than 1 MiB."""
_LONGEST: Final = 600
_SPECIAL: Final = re.compile(r"([\\`*_{}\[\]<>()#+!|~&@-])")


def job_summary(reports: tuple[FindingsReport, ...]) -> str:
    """A heading, the totals, and a table of findings, the severest first."""
    found = identified(reports)
    said = totals_in_words(totals(reports))
    return "\n".join(
        ["## pathwayctl validate", "", f"Found {said}." if said else "No problems found.", *_table(found), ""]
    )


def _table(found: list[Identified]) -> Iterator[str]:
    if not found:
        return
    yield from ("", "| place | finding | what to do |", "| --- | --- | --- |")
    for one in found[:_MOST]:
        place = f"{one.path}:{one.finding.position.line}"
        what = f"**{one.finding.severity.value} {one.finding.code}** {_plain(one.finding.message)}"
        yield f"| {_plain(place)} | {what} | {_plain(one.finding.hint)} |"
    if len(found) > _MOST:
        yield from (
            "",
            f"And {count(len(found) - _MOST, 'more finding', 'more findings')}, in the log of the step.",
        )


def _plain(text: str) -> str:
    """A text on one line of a cell, in which nothing is markup, a link, or the name of an account."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split())[:_LONGEST])
