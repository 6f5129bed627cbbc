"""What an imported file would change, in words and as JSON."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

from pathwayctl.exchange.import_plan import StepKind
from pathwayctl.reporters.lines import Line, folded, line
from pathwayctl.wording import count

if TYPE_CHECKING:
    from pathwayctl.exchange.import_plan import ImportPlan, ImportStep

_HEADINGS: Final = {
    StepKind.PROBLEM: "Cannot be used",
    StepKind.CONFLICT: "The file and the project disagree",
    StepKind.ADDED: "New",
    StepKind.CHANGED: "Changed",
    StepKind.REMOVED: "Removed",
    StepKind.KEPT: "Stays in the project",
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
            said = [f"  {row}" for step in steps[:_MOST] for row in folded(_words(step), width - 2)]
            rows += map(line, said)
        if len(steps) > _MOST:
            rows.append(line(f"  and {count(len(steps) - _MOST, 'more', 'more')}"))
    return rows


def conflict_in_words(step: ImportStep) -> str:
    """Both values of a conflict, and who holds which."""
    file, project = _shown(step.after), _shown(step.before)
    return f"{_subject(step)}: the file says {file}, and the project says {project}"


def facts_of(plan: ImportPlan) -> dict[str, Any]:
    """The steps for programs, without the edits that make them."""
    steps = [{key: value for key, value in asdict(one).items() if key != "edits"} for one in plan.steps]
    return {"mapping": dict(plan.mapping or {}), "steps": steps}


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
