"""The changes that an audience may see: what is private in the old or in the new state is left out of both.

Entries are compared first and left out afterwards, so that one that was made private does not look removed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from pathwayctl.analysis.plan_changes.entry_changes import EntryChange, FieldChange, same
from pathwayctl.handouts.plan_changes.topics import topics_of
from pathwayctl.handouts.sharing import Sharing
from pathwayctl.model.annotations import Internal, consented_fields, field_at, holds_ids, marks
from pathwayctl.model.vocabulary import Audience

if TYPE_CHECKING:
    from pathwayctl.analysis.plan_changes.comparing import PlanChanges
    from pathwayctl.analysis.plan_changes.plan_state import PlanState
    from pathwayctl.handouts.plan_changes.change_lines import ChangeLine, ChangeTopic
    from pathwayctl.model.base import Model


def topics_for(changes: PlanChanges, audience: Audience) -> tuple[ChangeTopic, ...]:
    """The changes in words, as an audience may read them; the project's own staff sees all."""
    if audience is Audience.INTERNAL:
        return topics_of(changes)
    sharing, shown, hidden = _for_partners(changes)
    return tuple(
        replace(topic, lines=tuple(_without_names(one, sharing) for one in topic.lines))
        for topic in topics_of(shown, hidden)
    )


def _without_names(line: ChangeLine, sharing: Sharing) -> ChangeLine:
    return replace(line, text=sharing.value(line.text), name=sharing.value(line.name))


def _for_partners(changes: PlanChanges) -> tuple[Sharing, PlanChanges, frozenset[str]]:
    """The changes without what only the project's own staff sees, and the ids of tasks not to name."""
    states = (changes.old, changes.new)
    sharing = Sharing.of(*(state.plan for state in states if state.plan))
    hidden = sharing.private
    if changes.old.plan is None and changes.dates:  # a baseline does not say what was private
        hidden |= {task.id for task in changes.dates.removed}
    found = replace(
        changes,
        old=_state(changes.old, sharing),
        new=_state(changes.new, sharing),
        tasks=tuple(_visible(changes.tasks, sharing)),
        sections=tuple(_visible(changes.sections, sharing)),
    )
    return sharing, found, hidden


def _state(state: PlanState, sharing: Sharing) -> PlanState:
    return replace(state, plan=sharing.plan(state.plan)) if state.plan else state


def _visible(changes: tuple[EntryChange, ...], sharing: Sharing) -> Iterator[EntryChange]:
    for change in changes:
        sides = [one for one in (change.old, change.new) if one is not None]
        shown = [sharing.entry(one) for one in sides]
        if any(one is None for one in shown):
            continue
        fields = tuple(_fields(change, sides, sharing))
        inner = tuple(_visible(change.inner, sharing))
        if len(sides) == 1 or fields or inner:
            old = shown[0] if change.old is not None else None
            yield replace(
                change, old=old, new=shown[-1] if change.new is not None else None, fields=fields, inner=inner
            )


def _fields(change: EntryChange, sides: list[Model], sharing: Sharing) -> Iterator[FieldChange]:
    withheld = {
        name for one in sides if not getattr(one, "consent", True) for name in consented_fields(type(one))
    }
    for one in change.fields:
        if one.path[0] in withheld or _is_internal(type(change.entry), one.path):
            continue
        field = field_at(type(change.entry), one.path)
        is_id = field is not None and holds_ids(field)
        old, new = (sharing.value(value, is_id=is_id) for value in (one.old, one.new))
        if not same(old, new):
            yield FieldChange(one.path, old, new)


def _is_internal(kind: type[Model], path: tuple[str, ...]) -> bool:
    """Whether a field, or a group that it is in, is for the project's own staff."""
    ways = (field_at(kind, path[:length]) for length in range(1, len(path) + 1))
    return path[-1] == "private" or any(field is not None and any(marks(field, Internal)) for field in ways)
