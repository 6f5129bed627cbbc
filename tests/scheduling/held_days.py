"""For the reference scheduler: the days of a task that is held on its date, found by walking day by day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from pathwayctl.model.values import Lag, Link
from pathwayctl.model.vocabulary import LinkType
from pathwayctl.model.work import Task

DAY = timedelta(days=1)


@dataclass(frozen=True)
class HeldDays:
    """The first and the last day, how many of all its days are working days, and whether the last one is."""

    first: date
    last: date
    working: int
    ends_off: bool


def length(task: Task, week: int) -> int:
    """The days that a task takes: working days, or calendar days of what runs through days off."""
    if not task.duration:
        return 1
    likely = task.duration.likely
    through = task.span == "calendar" and task.date
    return likely.amount * ((7 if through else week) if likely.unit == "w" else 1)


def held_days(task: Task, days: int, worked: set[date]) -> HeldDays | None:
    """The days of a task on its date, if a day off is among them."""
    assert task.date
    if task.span == "calendar" and days:
        found = [task.date + n * DAY for n in range(days)]
    else:
        found, day = [task.date], task.date + DAY
        while len(found) < days:
            if day in worked:
                found.append(day)
            day += DAY
    if all(day in worked for day in found):
        return None
    return HeldDays(found[0], found[-1], sum(day in worked for day in found), found[-1] not in worked)


def split(link: Link, sources: list[Any], targets: list[Any]) -> list[tuple[Link, list[Any], list[Any]]]:
    """A link as it is written, and for what ends on a day off as one that counts from the end of that day."""
    off = [x for x in sources if x.held and x.held.ends_off]
    if not off or link.type not in ("FS", "FF") or link.lag.amount:
        return [(link, sources, targets)]
    found = [] if sources == off and len(sources) == 1 else [(link, sources, targets)]
    for source in off:
        for leaf in targets:
            is_milestone = leaf.task.duration is not None and leaf.days == 0
            kind = LinkType.FS if is_milestone else link.type
            found.append((Link(link.predecessor, kind, Lag(0, "ed")), [source], [leaf]))
    return found
