"""All changes in plain words, ordered by importance: the finish first, then tasks, people, and the rest."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Final

from pathwayctl.handouts.plan_changes.change_lines import ChangeLine, ChangeTopic
from pathwayctl.handouts.plan_changes.date_lines import DateLines
from pathwayctl.handouts.plan_changes.section_lines import lines_of
from pathwayctl.handouts.plan_changes.task_lines import lines_of_task
from pathwayctl.handouts.plan_changes.value_words import ValueWords
from pathwayctl.language import marked, phrase
from pathwayctl.model.plan import Plan
from pathwayctl.model.work import Task

if TYPE_CHECKING:
    from pathwayctl.analysis.plan_changes.comparing import PlanChanges
    from pathwayctl.analysis.plan_changes.plan_state import PlanState

_GROUPS: Final = {
    marked("People and organizations"): ("people", "organizations"),
    marked("Risks"): ("risks",),
    marked("Decisions and action items"): ("meetings",),
    marked("Measures"): ("measures",),
    marked("Agreements"): ("agreements",),
}
"""The topics after the tasks, with their sections; every other section is a topic of its own."""
_ORDER: Final = (
    "added", "opened", "joined", "dropped", "removed", "left", "renamed", "done", "started", "blocked",
    "planned", "critical", "moved", "regrouped", "decision", "action", "closed", "reopened", "re-rated",
    "role", "engagement", "signed", "read", "changed", "follows",
)  # fmt: skip
"""The kinds of lines within a topic, in their order."""


def topics_of(changes: PlanChanges, hidden: Collection[str] = ()) -> tuple[ChangeTopic, ...]:
    """Every change in words, by topic; none if nothing has changed.

    ``hidden`` are the ids of tasks whose dates the readers may not see.
    """
    words = ValueWords({**_names(changes.old), **_names(changes.new)})
    dates = DateLines(changes.dates, words.names, hidden) if changes.dates else None
    found = [ChangeTopic(phrase("Tasks"), tuple(_tasks(changes, words, dates)))]
    for title, sections in _groups():
        lines = (line for name in sections for one in changes.of(name) for line in lines_of(one, words))
        found.append(ChangeTopic(phrase(title), tuple(lines)))
    milestones = tuple(dates.milestones()) if dates else ()
    is_moved = changes.dates is not None and changes.dates.old.finish != changes.dates.new.finish
    if dates and (milestones or found[0].lines or is_moved):
        found.insert(0, ChangeTopic(phrase("Finish and milestones"), (*dates.finish(), *milestones)))
    return tuple(ChangeTopic(one.title, _sorted(one)) for one in found if one.lines)


def _sorted(topic: ChangeTopic) -> tuple[ChangeLine, ...]:
    places = {kind: place for place, kind in enumerate(_ORDER)}
    return tuple(sorted(topic.lines, key=lambda line: places.get(line.kind, -1)))


def _tasks(changes: PlanChanges, words: ValueWords, dates: DateLines | None) -> Iterator[ChangeLine]:
    if dates:
        told = {one.new.id for one in changes.tasks if isinstance(one.new, Task) and one.field("status")}
        yield from (line for line in dates.only_in_one(milestones=False) if line.id not in told)
        yield from dates.critical()
        yield from dates.moves()
    for one in changes.tasks:
        yield from lines_of_task(one, words, dated=dates is not None)


def _groups() -> Iterator[tuple[str, tuple[str, ...]]]:
    yield from _GROUPS.items()
    named = {"tasks", "pathwayctl", *(name for sections in _GROUPS.values() for name in sections)}
    for name in Plan.model_fields:
        if name not in named:
            yield section_title(name), (name,)


def section_title(name: str) -> str:
    """The heading of a section: ``Shortage actions``."""
    words = name.replace("_", " ").replace("ksa", "KSA")
    return words[:1].upper() + words[1:]


def _names(state: PlanState) -> dict[str, str]:
    """What each id of a state names."""
    found = {task.id: task.title for task in state.dates.tasks} if state.dates else {}
    if state.plan is None:
        return found
    from pathwayctl.evidence.entries import entries_of
    from pathwayctl.scheduling.breakdown import break_down

    found |= {row.task.id: row.task.title for row in break_down(state.plan.tasks).rows}
    return found | {one.id: one.name for one in entries_of(state.plan)}
