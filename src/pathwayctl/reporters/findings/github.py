"""Findings as annotations that GitHub shows beside the lines of a pull request, and as a text for the log.

GitHub shows ten errors, ten warnings, and ten notices of a step, and drops the rest without a word (GitHub
Actions toolkit, docs/problem-matchers.md). So the tenth says how many more there are.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import Final

from pathwayctl.diagnostics import Severity
from pathwayctl.reporters.findings import text
from pathwayctl.reporters.findings.identity import Identified, identified, in_words
from pathwayctl.reporters.findings.view import FindingsReport, totals
from pathwayctl.reporters.lines import Line, line, plain
from pathwayctl.wording import count

_LEVEL: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_MOST: Final = 10


def write(reports: tuple[FindingsReport, ...], width: int) -> list[Line]:
    """Workflow commands, errors first; then all as text, in which GitHub takes nothing for a command."""
    found = identified(reports)
    numbers = totals(reports)
    commands = [
        line(command)
        for severity in Severity
        for command in _commands(
            [one for one in found if one.finding.severity is severity], severity, numbers[severity]
        )
    ]
    lines = text.write(reports, width)
    # The text quotes the files, so it must not be able to end this by itself: its own digest is the word.
    word = f"pathwayctl-{sha256(plain(lines).encode('utf-8', 'replace')).hexdigest()[:16]}"
    return [*commands, line(f"::stop-commands::{word}"), *lines, line(f"::{word}::")]


def _commands(found: list[Identified], severity: Severity, number: int) -> Iterator[str]:
    shown = found if number <= _MOST else found[: _MOST - 1]
    yield from (_command(one) for one in shown)
    if number > len(shown):
        more = f"And {count(number - len(shown), f'more {severity.value}', f'more {severity.value}s')}. "
        yield f"::{_LEVEL[severity]} title=pathwayctl::{_data(more)}All are in the log of this step."


def _command(one: Identified) -> str:
    place = one.finding.position
    fields = {
        "file": one.path,
        "line": place.line,
        "col": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
        "title": one.finding.code,
    }
    said = ",".join(f"{name}={_field(str(value))}" for name, value in fields.items())
    return f"::{_LEVEL[one.finding.severity]} {said}::{_data(in_words(one.finding))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _field(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
