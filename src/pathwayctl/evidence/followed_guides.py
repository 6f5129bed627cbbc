"""Which guides a project follows, and which handouts and packets belong to it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from pathwayctl.model.plan import Plan
from pathwayctl.model.vocabulary import Guide, MeetingKind


def follows(plan: Plan, *guides: Guide) -> bool:
    """Tell whether a project follows one of the guides; a project that names no guide may follow any."""
    named = plan.project.guides
    return not named or any(guide in named for guide in guides)


def belongs(
    plan: Plan,
    guides: tuple[Guide, ...],
    sections: tuple[str, ...] = (),
    kinds: Collection[MeetingKind] = (),
) -> bool:
    """Tell whether a project has a use for what belongs to some guides; what has no guide is for all.

    It follows one of them, has filled one of the ``sections`` (or a field of one, such as
    ``people.roles``), or plans a meeting of one of the ``kinds``.
    """
    return (
        not guides
        or follows(plan, *guides)
        or any(_values(plan, section) for section in sections)
        or any(meeting.kind in kinds for meeting in plan.meetings)
    )


def _values(plan: Plan, section: str) -> tuple[Any, ...]:
    """What is filled in: the entries of a section, or the values of a field of its entries."""
    name, _, field = section.partition(".")
    found = getattr(plan, name)
    entries = found if isinstance(found, tuple) else (found,)
    return tuple(filter(None, (getattr(entry, field) for entry in entries) if field else entries))
