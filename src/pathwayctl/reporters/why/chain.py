"""The chain of drivers: each task on two lines, and what it must do for the one above it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Final

from pathwayctl.analysis.why.causes import Because, CauseKind
from pathwayctl.reporters.why.clauses import in_short
from pathwayctl.reporters.why.words import full_day, party
from pathwayctl.wording import count, short_day

if TYPE_CHECKING:
    from pathwayctl.analysis.why.answer import Explanation
    from pathwayctl.analysis.why.chain import ChainStep
    from pathwayctl.reporters.why.view import WhyReport

_FIRST, _LAST = 6, 2
"""So many steps of a long chain are shown from its two ends."""
_MARGIN: Final = "  "

Entry = tuple[str, str]
"""A task, or a line for several tasks, and what is said of it."""


def entries(report: WhyReport) -> Iterator[Entry]:
    """Each task of the chain but the one asked about, with its dates and its bond to the one above."""
    answer = report.answer
    told = _told(answer)
    shown = told if report.whole or len(told) <= _FIRST + _LAST + 1 else told[:_FIRST]
    yield from (_entry(report, step, above) for step, above in shown)
    if len(shown) < len(told):
        yield f"… {len(told) - _FIRST - _LAST:,} more tasks (--all shows them)", ""
        yield from (_entry(report, step, above) for step, above in told[-_LAST:])


def _told(answer: Explanation) -> list[tuple[ChainStep, ChainStep | None]]:
    """Each step of the chain with the one above it; without the task that is asked about itself."""
    steps = answer.chain
    told = list(zip(steps, (None, *steps), strict=False))
    return told[1:] if steps[0].row == answer.row else told


def _entry(report: WhyReport, step: ChainStep, above: ChainStep | None) -> Entry:
    placed = report.answer.schedule.at(step.row)
    text = dates(placed.start, placed.finish)
    bond = _bond(report, above.because) if above else ""
    return f"{placed.wbs} {placed.title}", f"{text}: {bond}" if bond else text


def dates(start: date, finish: date) -> str:
    """``Jan 4, 2027``, ``Jan 4 to Feb 8, 2027``."""
    if start == finish:
        return short_day(finish)
    first = short_day(start)
    return f"{first[:-6] if start.year == finish.year else first} to {short_day(finish)}"


def _bond(report: WhyReport, because: Because) -> str:
    if because.wait is not None:
        return f"{party(report.answer, because.wait.resource)} does this first"
    return in_short(report.answer, because.bond) if because.bond else ""


def beginning(report: WhyReport) -> str:
    """What the chain begins with."""
    answer, step = report.answer, report.answer.chain[-1]
    because, placed = step.because, answer.schedule.at(step.row)
    it = "It" if len(_told(answer)) == 1 else "The last of these"
    if because.kind is CauseKind.DONE:
        return f"{it} is done, so what came before it no longer matters."
    if because.kind is CauseKind.DATE:
        return f"{it} has a fixed date, {full_day(placed.start)}."
    if because.kind is CauseKind.NOT_BEFORE and because.since:
        return f"{it} cannot start before {full_day(because.since)}."
    if because.kind is CauseKind.STATUS_DATE and because.since:
        return f"{it} could not continue before the status date, {full_day(because.since)}."
    if because.kind is CauseKind.AS_LATE:
        return f"{it} is scheduled as late as possible."
    if because.kind is CauseKind.PERSON:
        return f"{it} waits for someone to return from leave."
    return f"{it} can start as soon as the project does, on {full_day(answer.plan.project.start)}."


def heading(report: WhyReport) -> str:
    """What stands above the chain."""
    number = len(_told(report.answer))
    tasks = count(number, "task")
    return f"What drives it: {tasks}{', each waiting for the one below' if number > 1 else ''}"
