"""Find what drives a task: the links that bind it, its own dates, its progress, or someone's time.

Each answer is looked up in a finished schedule, for one task; nothing is recalculated.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import Enum, auto
from typing import Final

from pathwayctl.model.values import Link
from pathwayctl.model.vocabulary import LinkType
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.records import date_of
from pathwayctl.scheduling.schedule import Schedule, workings_of

FROM_FINISH: Final = frozenset((LinkType.FS, LinkType.FF))
TO_FINISH: Final = frozenset((LinkType.FF, LinkType.SF))


class Cause(Enum):
    """Why the work of a task, or what remains of it, is placed where it is."""

    LINK = auto()
    """A link, its own or that of a summary it is in."""
    PERSON = auto()
    """Someone it needs works on something else, or is on leave (levelled schedules)."""
    HELD = auto()
    """It is held on its date."""
    NOT_BEFORE = auto()
    """Its ``not_before``, or that of a summary it is in."""
    AS_LATE = auto()
    """It is done as late as possible."""
    STATUS_DATE = auto()
    """What is not done cannot be before the status date."""
    PROJECT_START = auto()
    """Nothing is before the project's start."""
    DONE = auto()
    """It is done, and keeps its actual dates."""


@dataclass(frozen=True, slots=True)
class Bond:
    """A link that asks something of a task: where it is written, and the task it counts from.

    ``row`` is the task itself or a summary it is in; ``source`` is a task, never a summary: of a summary
    that is waited for, the task in it that starts first or finishes last. ``asks`` is the boundary
    before which the link does not let the (remaining) work start.
    """

    row: int
    link: Link
    source: int
    asks: int


@dataclass(frozen=True, slots=True)
class Driver:
    """What places the work of a task.

    ``bonds`` are the links that ask for just that boundary, if the cause is a link. ``row`` is where
    the cause is written: the task, or for a ``not_before`` perhaps a summary it is in.
    """

    cause: Cause
    row: int
    bonds: tuple[Bond, ...] = ()


def driver(schedule: Schedule, row: int) -> Driver:
    """What places the work of a task (not a summary), or what remains of it if it is under way."""
    if schedule.is_done(row):
        return Driver(Cause.DONE, row)
    if schedule.is_held(row):
        return Driver(Cause.HELD, row)
    if row in schedule.waits:
        return Driver(Cause.PERSON, row)
    begins, asked = schedule.work_start(row), schedule.asked(row)
    if asked and asked >= begins:
        # If a link and a date ask for the same day, the link is the driver.
        driving = tuple(_driving(schedule, row, asked))
        if driving:
            return Driver(Cause.LINK, row, driving)
    return _by_itself(schedule, row, begins)


def _driving(schedule: Schedule, row: int, asked: int) -> Iterator[Bond]:
    """The links that ask for a boundary, and of a milestone for the end of a day that it stands at."""
    for bond in bonds(schedule, row):
        if bond.asks == asked and (not schedule.is_morning(row) or _asks_for_morning(schedule, bond, asked)):
            yield bond


def _asks_for_morning(schedule: Schedule, bond: Bond, asked: int) -> bool:
    link, moments = bond.link, workings_of(schedule).solution.early.moments
    lag = link.lag.days(schedule.calendar.week)
    return moments.asks_for_morning(value_of(schedule, link), lag, asked, elapsed=link.lag.elapsed)


def value_of(schedule: Schedule, link: Link) -> int:
    """The start or finish that a link counts from, as the network numbers them."""
    source = schedule.records.breakdown.by_id[link.predecessor]
    return source + workings_of(schedule).network.size if link.type in FROM_FINISH else source


def before_start(schedule: Schedule, link: Link) -> date | None:
    """The day before the project's start that a lead reaches back to, if it does."""
    early, calendar, ends = workings_of(schedule).solution.early, schedule.calendar, link.type in TO_FINISH
    value, lag = value_of(schedule, link), link.lag.days(schedule.calendar.week)
    if link.lag.elapsed and early.instants is not None:
        instant = early.instants.when[value] + lag
        return date_of(instant - ends) if instant < calendar.count(0) else None
    boundary = early.at[value] + lag
    return calendar.day(boundary - ends) if boundary < 0 else None


def bonds(schedule: Schedule, row: int, known: dict[tuple[int, bool], int] | None = None) -> Iterator[Bond]:
    """What each link of a task asks of it, and each of the summaries it is in, as written.

    ``known`` keeps what is found out about large summaries, for those who ask about many tasks.
    """
    breakdown = schedule.records.breakdown
    known = {} if known is None else known
    carrier = row
    while carrier >= 0:
        for link in breakdown.rows[carrier].task.depends_on:
            source = breakdown.by_id.get(link.predecessor)
            if source is not None and schedule.counts(source) and source != carrier:
                side = source, link.type in FROM_FINISH
                if side not in known:
                    known[side] = _inside(schedule, source, link)
                yield Bond(carrier, link, known[side], _asks(schedule, row, link, source))
        carrier = breakdown.rows[carrier].parent


def _by_itself(schedule: Schedule, row: int, begins: int) -> Driver:
    """What places work that no link places."""
    breakdown = schedule.records.breakdown
    if begins > schedule.release(row):
        return Driver(Cause.AS_LATE, row)
    if schedule.is_under_way(row):
        return Driver(Cause.STATUS_DATE, row)
    carrier = row
    while carrier >= 0:
        day = breakdown.rows[carrier].task.not_before
        if day is not None and begins and schedule.calendar.index(day) == begins:
            return Driver(Cause.NOT_BEFORE, carrier)
        carrier = breakdown.rows[carrier].parent
    return Driver(Cause.STATUS_DATE if begins else Cause.PROJECT_START, row)


def _asks(schedule: Schedule, row: int, link: Link, source: int) -> int:
    """The boundary before which a link does not let the work of a task start."""
    workings, calendar = workings_of(schedule), schedule.calendar
    early, value = workings.solution.early, value_of(schedule, link)
    to_finish = link.type in TO_FINISH
    lag = link.lag.days(calendar.week)
    after_day_off = counts_from_day_off(schedule, link, source)
    if after_day_off:
        to_finish = to_finish and not workings.work.is_moment(row)
    left = workings.work.remaining[row] if to_finish else 0
    if not (link.lag.elapsed or after_day_off) or early.instants is None:
        return max(early.at[value] + lag - left, 0)
    instant = early.instants.when[value] + lag
    if to_finish:
        return max(calendar.on_or_after(instant - 1) + 1 - left, 0)
    return max(calendar.on_or_after(instant), 0)


def counts_from_day_off(schedule: Schedule, link: Link, source: int) -> bool:
    """Whether a link without a lag counts from the end of a day off, as an elapsed one would."""
    ends_off = workings_of(schedule).network.ends_off
    return source in ends_off and link.type in FROM_FINISH and not link.lag.amount


def _inside(schedule: Schedule, source: int, link: Link) -> int:
    """The task that a link really counts from: of a summary the first to start, or the last to finish."""
    if not schedule.records.breakdown.rows[source].is_summary:
        return source
    inside = schedule.tasks_in(source)
    if link.type in FROM_FINISH:
        return max(inside, key=lambda index: (schedule.span(index)[1], -index))
    return min(inside, key=lambda index: (schedule.span(index)[0], index))
