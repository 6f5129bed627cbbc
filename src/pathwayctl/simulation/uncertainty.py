"""The uncertainties of a plan: three-point durations, and the delays of its risks.

They are collected once; ``sampling`` draws from them.

- A task that has not begun takes a duration drawn from its three points. For one under way, what remains
  is scaled in proportion, unless ``remaining`` sets it. A milestone with three points comes later by the
  drawn amount. Done tasks are certain, and dropped tasks are left out.
- A risk's delay makes a task, or what remains of it, longer, and a milestone later, even one held on a
  date. On a summary it delays each task that waits for no other start or finish in that summary, and so
  everything after it; tasks held on a date stay. Delays add up. An opportunity shortens, never below 0.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import field

from pathwayctl.model.plan import Plan
from pathwayctl.model.risks import Risk
from pathwayctl.model.values import Estimate
from pathwayctl.model.vocabulary import LinkType, RiskEffect
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.breakdown import Breakdown, Row
from pathwayctl.scheduling.events import Event
from pathwayctl.scheduling.pauses import Pause, pauses, without_pauses
from pathwayctl.scheduling.remaining_work import HELD, PLANNED, UNDER_WAY, Work
from pathwayctl.scheduling.schedule import Schedule, workings_of

_BINDS_START = (LinkType.FS, LinkType.SS)


@dataclass(frozen=True, slots=True)
class ThreePoints:
    """Three points in working days; ``share`` is the part that remains of a task under way."""

    low: int
    likely: int
    high: int
    share: float = 1.0

    @property
    def certain(self) -> bool:
        """Whether there is only one length."""
        return self.low == self.high


@dataclass(frozen=True, slots=True)
class Blow:
    """One delay of a risk, if it happens: ``rows`` get longer, or come later, by an uncertain time.

    ``number`` is its place among the delays of the risk; ``sign`` is 1 for a threat and -1 for an
    opportunity.
    """

    risk: int
    number: int
    sign: int
    points: ThreePoints
    longer: tuple[int, ...]
    later: tuple[int, ...]

    @property
    def rows(self) -> tuple[int, ...]:
        """All tasks that it affects."""
        return self.longer + self.later


@dataclass(frozen=True, slots=True)
class Uncertainty:
    """The tasks with uncertain lengths, by row, and the risks with their delays (``blows``).

    Lengths are without the ``pauses`` of tasks, which depend on where these are in a run.
    """

    points: dict[int, ThreePoints]
    risks: tuple[Risk, ...]
    blows: tuple[Blow, ...]
    pauses: Mapping[int, Pause] = field(default_factory=dict)

    @property
    def is_there(self) -> bool:
        """Whether anything is uncertain at all."""
        return bool(self.points or self.blows)


def uncertainty(plan: Plan, schedule: Schedule) -> Uncertainty:
    """The uncertainties of a plan; risks without a probability or delays are left out."""
    breakdown, work, week = schedule.records.breakdown, workings_of(schedule).work, schedule.calendar.week
    paused = pauses(plan, schedule)
    work = without_pauses(work, paused) if paused else work
    points = {row.index: found for row in breakdown.rows if (found := _points(row, work, week, paused))}
    risks = tuple(risk for risk in plan.risks if risk.probability and risk.delays and not risk.closed)
    blows = tuple(blow for n, risk in enumerate(risks) for blow in _blows(n, risk, breakdown, work, week))
    return Uncertainty(points, risks, blows, paused)


def _points(row: Row, work: Work, week: int, worked: Collection[int]) -> ThreePoints | None:
    """The three points of a task, if its length is not certain; ``worked`` are those longer by pauses."""
    index, task = row.index, row.task
    if row.is_summary or not work.is_open(index) or not task.duration:
        return None
    found = _in_days(task.duration, week)
    if (more := found.likely - work.remaining[index]) and index in worked and work.form[index] == PLANNED:
        found = ThreePoints(found.low - more, found.likely - more, found.high - more)
    if index in work.events:
        found = _of_event(found, work.events[index])
    if found.certain:
        return None
    if work.form[index] != UNDER_WAY:
        return found
    if task.remaining is not None or not found.likely:
        return None
    share = work.remaining[index] / found.likely
    return ThreePoints(found.low, found.likely, found.high, share) if share else None


def _of_event(points: ThreePoints, event: Event) -> ThreePoints:
    """The working days an event takes: only those among its calendar days, or all but its first day off."""
    if event.runs_through:
        return ThreePoints(event.length, event.length, event.length)
    off = event.off
    return ThreePoints(max(points.low - off, 0), max(points.likely - off, 0), max(points.high - off, 0))


def _in_days(estimate: Estimate, week: int) -> ThreePoints:
    return ThreePoints(estimate.low.days(week), estimate.likely.days(week), estimate.high.days(week))


def _blows(number: int, risk: Risk, breakdown: Breakdown, work: Work, week: int) -> Iterator[Blow]:
    sign = -1 if risk.effect is RiskEffect.OPPORTUNITY else 1
    for place, delay in enumerate(risk.delays):
        index = breakdown.by_id.get(delay.task)
        points = _in_days(delay.by, week)
        if index is None or not points.high:
            continue
        longer, later = _touched(breakdown.rows[index], breakdown, work)
        if longer or later:
            yield Blow(number, place, sign, points, longer, later)


def _touched(row: Row, breakdown: Breakdown, work: Work) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The rows that get longer and those that come later when a delay affects a row."""
    if row.is_summary:
        return (), tuple(_entries(row, breakdown, work))
    if not work.is_open(row.index):
        return (), ()
    return ((), (row.index,)) if work.is_moment(row.index) else ((row.index,), ())


def _entries(summary: Row, breakdown: Breakdown, work: Work) -> Iterator[int]:
    """The tasks of a summary that can start before anything else in it, and are not held on a date."""
    rows = breakdown.rows
    waits = {summary.index: False}
    for row in rows[summary.index + 1 : summary.end]:
        index = row.index
        sources = [
            breakdown.by_id.get(link.predecessor) for link in row.task.depends_on if link.type in _BINDS_START
        ]
        waits[index] = waits[row.parent] or any(
            source is not None
            and source != index
            and summary.index < source < summary.end
            and work.live[source]
            for source in sources
        )
        if not row.is_summary and not waits[index] and work.is_open(index) and work.form[index] != HELD:
            yield index
