"""What an imported file would change, in words and as JSON."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

from pathwayctl.exchange.import_plan import StepKind
from pathwayctl.reporters.lines import Line, folded, line
from pathwayctl.wording import count

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pathwayctl.exchange.date_differences import DateComparison, DateDifference
    from pathwayctl.exchange.import_plan import ImportPlan, ImportStep

_HEADINGS: Final = {
    StepKind.PROBLEM: "Cannot be used",
    StepKind.CONFLICT: "The file and the project disagree",
    StepKind.ADDED: "New",
    StepKind.CHANGED: "Changed",
    StepKind.REMOVED: "Removed",
    StepKind.KEPT: "Stays in the project",
    StepKind.ADAPTED: "Taken over in another form",
    StepKind.IGNORED: "Ignored",
}
_LONGEST: Final = 60
_MOST: Final = 40
"""Lines under a heading; JSON has them all."""


def steps_in_words(plan: ImportPlan, width: int) -> list[Line]:
    """The plan under headings, within a width in columns."""
    rows: list[Line] = []
    if plan.mapping is not None:
        rows += [line(("How the columns are read", "bold"))]
        rows += [line(f"  {column}: {field}") for column, field in plan.mapping.items()]
    for kind, heading in _HEADINGS.items():
        steps = plan.of(kind)
        if steps:
            rows.append(line((f"{heading} ({len(steps)})", "bold")))
            rows += _listed(map(_words, steps[:_MOST]), len(steps), width)
    return rows


def dates_in_words(found: DateComparison, width: int) -> list[Line]:
    """The tasks whose dates differ from those in the file, within a width in columns."""
    number, tasks = len(found.differences), count(found.number, "task")
    if not number:
        return [line(f"The dates of {tasks} are those of the file.")]
    heading = f"Dates that differ from those of the file ({number} of {tasks})"
    said = map(_difference, found.differences[:_MOST])
    return [line((heading, "bold")), *_listed(said, number, width)]


def _listed(said: Iterable[str], number: int, width: int) -> list[Line]:
    """The first lines under a heading, and how many there are beyond them."""
    rows = [line(f"  {row}") for one in said for row in folded(one, width - 2)]
    more = count(number - _MOST, "more", "more")
    return [*rows, line(f"  and {more}; --format json has them all")] if number > _MOST else rows


def _difference(one: DateDifference) -> str:
    late = count(abs(one.days), "working day")
    how = f", {late} {'later' if one.days > 0 else 'earlier'}" if one.days else ""
    return f"{one.title}: {' to '.join(map(str, one.file))} → {' to '.join(map(str, one.here))}{how}"


def conflict_in_words(step: ImportStep) -> str:
    """Both values of a conflict, and who holds which."""
    file, project = _shown(step.after), _shown(step.before)
    return f"{_subject(step)}: the file says {file}, and the project says {project}"


def facts_of(plan: ImportPlan, dates: DateComparison | None = None) -> dict[str, Any]:
    """The steps for programs, without the edits that make them, and the dates that differ."""
    steps = [{key: value for key, value in asdict(one).items() if key != "edits"} for one in plan.steps]
    facts = {"mapping": dict(plan.mapping or {}), "steps": steps}
    return facts if dates is None else {**facts, "dates": _plain(dates)}


def _plain(dates: DateComparison) -> dict[str, Any]:
    differences = [
        {**asdict(one), "file": [*map(str, one.file)], "here": [*map(str, one.here)]}
        for one in dates.differences
    ]
    return {"compared": dates.number, "differences": differences}


def _words(step: ImportStep) -> str:
    if step.kind is StepKind.CONFLICT:
        return f"{conflict_in_words(step)}. {step.note}".strip()
    values = f": {_shown(step.before)} → {_shown(step.after)}" if step.kind is StepKind.CHANGED else ""
    return f"{_subject(step)}{values}{'. ' if values and step.note else ': ' if step.note else ''}{step.note}"


def _subject(step: ImportStep) -> str:
    return ", ".join(filter(None, (step.place, step.entry, step.field)))


def _shown(value: str) -> str:
    text = " ".join(value.split())
    return "nothing" if not text else f"“{text[:_LONGEST]}…”" if len(text) > _LONGEST else f"“{text}”"
