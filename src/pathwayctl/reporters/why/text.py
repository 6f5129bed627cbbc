"""The answer to read on a screen: two sentences, the chain, what would help, and what waits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from pathwayctl.model.vocabulary import Status
from pathwayctl.reporters.lines import WIDEST, Line, fitted, folded, harmless, line
from pathwayctl.reporters.why import chain, purchases, waiting
from pathwayctl.reporters.why.sentences import finish_sentence, start_sentence
from pathwayctl.reporters.why.words import duration_days, full_day, party, paused_days, working_days

if TYPE_CHECKING:
    from pathwayctl.reporters.why.view import WhyReport
    from pathwayctl.scheduling.schedule import ScheduledTask

_MARGIN: Final = "  "


def write(report: WhyReport, width: int) -> list[Line]:
    """The whole answer, in sections."""
    width = min(width, WIDEST)
    answer = report.answer
    placed = answer.schedule.at(answer.row)
    lines = [*_head(report, placed, width), line()]
    lines += _texts([start_sentence(answer), finish_sentence(answer)], width)
    if placed.kind == "summary":
        lines += _inside(report, width)
    if placed.status is Status.DROPPED:
        return lines
    is_done = answer.schedule.is_done(answer.row) and placed.kind != "summary"
    if not is_done:
        if len(answer.chain) > 1:
            lines += _chain(report, width)
        lines += _purchases(report, width)
    return [*lines, *_waiting(report, width)]


def _head(report: WhyReport, placed: ScheduledTask, width: int) -> Iterator[Line]:
    yield from (
        line((part, "bold"))
        for part in folded(" ".join(f"{placed.wbs} {harmless(placed.title)}".split()), width)
    )
    days = full_day(placed.start)
    if placed.finish != placed.start:
        days += f" to {full_day(placed.finish)}"
    yield from _texts([f"{days}. {_facts(report, placed)}", *_notes(report, placed)], width)


def _facts(report: WhyReport, placed: ScheduledTask) -> str:
    """Its duration, owner, and status, and whether it is critical."""
    answer = report.answer
    kinds = {"summary": "A group of tasks", "milestone": "A milestone"}
    parts = [kinds.get(placed.kind) or duration_days(answer)]
    if placed.owner or placed.kind != "summary":
        parts.append(f"owner: {party(answer, placed.owner)}" if placed.owner else "no owner")
    parts.append(f"status: {placed.status.label.lower()}")
    if placed.critical:
        parts.append("critical")
    left, due = answer.schedule.days_until_due(placed), placed.task.deadline
    if left is not None and due is not None and left >= 0:
        parts.append(f"{working_days(left)} until it is due on {full_day(due)}")
    return f"{'; '.join(parts)}."


def _notes(report: WhyReport, placed: ScheduledTask) -> Iterator[str]:
    """What the status means for the dates."""
    answer = report.answer
    schedule, row = answer.schedule, answer.row
    is_as_planned = schedule.is_planned(row) or schedule.is_held(row)
    if placed.status is Status.DROPPED:
        yield "It is dropped: no task waits for it, and its dates do not count."
    elif placed.status is Status.BLOCKED:
        yield "It is blocked. Its dates assume that work can resume in time."
    elif placed.kind != "summary" and placed.status is not Status.PLANNED and is_as_planned:
        yield "The project has no status_date, so the dates are the planned ones and ignore the status."
    if paused := paused_days(answer):
        yield f"It also pauses for {working_days(paused)}, while the organization of its workers is closed."


def _inside(report: WhyReport, width: int) -> Iterator[Line]:
    answer = report.answer
    yield line()
    rows = answer.schedule.records.breakdown.rows
    names = dict.fromkeys((answer.start.row, answer.finish.row))
    yield from _texts(["To see more:"], width)
    asked = (f"pathwayctl why {rows[row].task.id}{report.place}" for row in names)
    yield from (line((_MARGIN + text, "cyan")) for text in asked)


def _chain(report: WhyReport, width: int) -> Iterator[Line]:
    yield line()
    yield from _texts([chain.heading(report)], width, "bold")
    for title, said in chain.entries(report):
        yield line(_MARGIN, fitted(title, width - len(_MARGIN)).rstrip())
        yield from (line(_MARGIN * 3, (part, "dim")) for part in folded(harmless(said), width - 6) if said)
    yield from _texts([chain.beginning(report)], width)


def _purchases(report: WhyReport, width: int) -> Iterator[Line]:
    yield line()
    yield line(("What would make it a day earlier", "bold"))
    if report.answer.schedule.is_levelled:
        yield from _texts(["This assumes that everyone keeps the order of their work."], width, "dim")
    for said, entries in purchases.groups(report):
        yield from _texts([said], width)
        yield from _list(entries, width)


def _waiting(report: WhyReport, width: int) -> Iterator[Line]:
    entries = waiting.entries(report)
    said = list(waiting.sentences(report.answer))
    yield line()
    yield from _texts([waiting.heading(report.answer)], width, "bold")
    yield from _texts(said, width)
    if not entries and not said:
        group = report.answer.schedule.at(report.answer.row).kind == "summary"
        nothing = "No remaining task waits for "
        yield from _texts([nothing + ("the group as a whole." if group else "it.")], width)
    yield from _list(entries, width)


def _texts(texts: Iterable[str], width: int, style: str = "") -> Iterator[Line]:
    for text in texts:
        yield from (line((part, style)) for part in folded(" ".join(harmless(text).split()), width))


def _list(entries: Iterable[str], width: int) -> Iterator[Line]:
    """Entries of a list, each with a dash before it."""
    for text in entries:
        for number, part in enumerate(folded(" ".join(harmless(text).split()), width - 4)):
            yield line(f"{_MARGIN}{'-' if number == 0 else ' '} {part}")
