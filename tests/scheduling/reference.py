"""A second scheduler, slow and plain, to hold the engine to: it shares no code with it.

It knows no network and no order. Every task starts out as early as it may; whatever link is not kept
pushes its successor by one working day; and so on until nothing changes. Late dates are found the other way
round: every task starts out at the end, and is pulled forward by one day for each link that is not
kept. Links on and of summaries are written out, task by task. Elapsed lags are looked at as real dates.

Milestones are pushed and pulled by half days: ``2 * b`` is the evening before boundary ``b``, ``2 * b + 1``
the morning after it. What a date holds, or a start or a period of calendar days leads to, is in a morning; so
is a milestone that another one in the morning leads to. A lag of working days is over in an evening.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

import holidays
from held_days import HeldDays, held_days, length, split

from pathwayctl.model.plan import Plan
from pathwayctl.model.values import Link
from pathwayctl.model.work import Task

DAY = timedelta(days=1)
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class Axis:
    """Working days by number, some years around the start of the project, found day by day."""

    def __init__(self, plan: Plan) -> None:
        calendar = plan.calendar
        closed, opened = (
            {c.first + n * DAY for c in stretches for n in range((c.last - c.first).days + 1)}
            for stretches in (calendar.closures, calendar.openings)
        )
        first = plan.project.start
        span = [first + n * DAY for n in range(-400, 1200)]
        worked = [
            d
            for d in span
            if d in opened
            or (
                WEEKDAYS[d.weekday()] in calendar.working_days
                and d not in closed
                and d not in _holidays(calendar.holidays)
            )
        ]
        self.days = worked
        self.zero = next(n for n, d in enumerate(worked) if d >= first)
        self.week = len(set(calendar.working_days))

    def day(self, number: int) -> date:
        assert self.zero + number >= 0, "the reference looks no further back"
        return self.days[self.zero + number]

    def on_or_after(self, day: date) -> int:
        return next(n for n, d in enumerate(self.days) if d >= day) - self.zero

    def on_or_before(self, day: date) -> int:
        return max(n for n, d in enumerate(self.days) if d <= day) - self.zero


@lru_cache
def _holidays(code: str) -> frozenset[date]:
    if code == "none":
        return frozenset()
    country, _, part = code.partition("-")
    return frozenset(holidays.country_holidays(country, subdiv=part or None, years=range(2025, 2032)))


@dataclass(eq=False)
class Leaf:
    """One task without tasks under it."""

    task: Task
    above: list[str]
    days: int  # as planned
    left: int  # still to do
    release: int = 0
    state: str = "planned"  # held, under way, done
    live: bool = True
    alap: bool = False
    began: tuple[int, int] = (0, 0)
    fixed: tuple[int, int] = (0, 0)
    real_start: date | None = None
    real_finish: date | None = None
    held: HeldDays | None = None
    asked: int = 0
    floor: int = 0
    late: int = 0  # the late finish
    late_alone: int = 0  # the same, if it shared no summary's start with anything
    late_start: int = 0  # where links find it when they look back
    asked_half: int = 0  # of a milestone
    late_half: int = 0

    @property
    def span(self) -> tuple[int, int]:
        """The early boundaries."""
        if self.is_moment:
            return self.half // 2, self.half // 2
        if self.state == "done":
            return self.fixed
        if self.state == "held":
            return self.release, self.release + self.left
        start = max(self.asked, self.floor, self.release)
        if self.state == "under way":
            low, high = self.began
            return min(max(low, self.asked), high), start + self.left
        return start, start + self.left

    @property
    def is_moment(self) -> bool:
        return self.days == 0 and self.state in ("planned", "held")

    @property
    def half(self) -> int:
        """Where a milestone is, in half days."""
        morning = 2 * self.release + 1
        if self.held:
            return morning
        if self.state == "held":  # all day, so that what is over that evening is in time
            return morning + 1 if self.asked_half > morning and self.asked_half % 2 == 0 else morning
        return max(morning, self.asked_half, 2 * self.floor)

    @property
    def is_morning(self) -> bool:
        return self.is_moment and self.half % 2 == 1

    @property
    def is_open(self) -> bool:
        return self.live and self.state != "done"


@dataclass
class Reference:
    """The dates of a plan: fill it with ``solve``."""

    plan: Plan
    axis: Axis = field(init=False)
    leaves: list[Leaf] = field(init=False)

    def __post_init__(self) -> None:
        self.axis = Axis(self.plan)
        self.leaves = []
        self._collect(self.plan.tasks, [], 0, alap=False)
        self.links: list[tuple[Link, list[Leaf], list[Leaf], bool]] = []
        self._write_out(self.plan.tasks)

    # Reading the plan

    def _collect(self, tasks: tuple[Task, ...], above: list[str], floor: int, *, alap: bool) -> None:
        for task in tasks:
            mine = max(floor, self._number(task.not_before)) if task.not_before else floor
            late = alap or task.as_late_as_possible
            if task.tasks:
                self._collect(task.tasks, [*above, task.id], mine, alap=late)
            else:
                self.leaves.append(self._leaf(task, above, mine, alap=late))

    def _number(self, day: date) -> int:
        return max(self.axis.on_or_after(day), 0)

    def _leaf(self, task: Task, above: list[str], floor: int, *, alap: bool) -> Leaf:
        days = length(task, self.axis.week)
        leaf = Leaf(task, above, days, days, floor, live=task.status != "dropped", alap=alap)
        status_date = self.plan.project.status_date
        if task.date and not (status_date and task.date < status_date):
            leaf.state, leaf.release = "held", self._number(task.date)
        if task.date and task.date >= self.plan.project.start:
            leaf.held = held_days(task, days, set(self.axis.days))
            leaf.left = leaf.held.working if leaf.held else days
        if status_date:
            if task.status == "done":
                self._done(leaf, status_date)
            elif task.status == "in-progress" or (task.status == "blocked" and task.started):
                self._under_way(leaf, status_date)
            elif not task.date or task.date < status_date:
                leaf.release = max(leaf.release, self._number(status_date))
                leaf.left, leaf.held = days, None
        return leaf

    def _done(self, leaf: Leaf, status_date: date) -> None:
        task, axis = leaf.task, self.axis
        held = task.date if task.date and task.date <= status_date else None
        on, leaf.held = (leaf.held if held and not task.started else None), None
        end = axis.on_or_before(task.finished or status_date) + 1
        over = task.finished or (min(on.last, status_date) if on else None)
        if task.started or held:
            start = axis.on_or_after(task.started or held or status_date)
            if not task.started and not task.finished:
                end = min(end, start + (on.working if on else max(leaf.days, 1)))
        else:
            start = end - leaf.days
        if leaf.days == 0:
            shown = task.started or (axis.day(start) if held else task.finished or axis.day(end - 1))
            start = end
        else:
            shown = task.started or axis.day(start)
        leaf.real_start = shown = on.first if on else shown
        leaf.real_finish = max(shown, over or axis.day(end - 1))
        leaf.state, leaf.fixed = "done", (max(start, 0), max(start, end, 0))

    def _under_way(self, leaf: Leaf, status_date: date) -> None:
        task, today = leaf.task, self._number(status_date)
        leaf.left = leaf.days
        if task.remaining:
            leaf.left = task.remaining.amount * (self.axis.week if task.remaining.unit == "w" else 1)
        elif task.complete:
            whole = leaf.days * (100 - task.complete)
            leaf.left = whole // 100 + (whole % 100 > 0)
        held = task.date if task.date and task.date <= status_date else None
        begun = task.started or held
        leaf.real_start = task.started
        leaf.began = (leaf.release, today)
        leaf.release = today
        if begun:
            leaf.began = (self._number(begun), self._number(begun))
            leaf.release = max(today, self._number(begun))
        if leaf.held and held and not task.started:
            leaf.real_start = held
            if task.span == "calendar" and leaf.days and not (task.remaining or task.complete):
                days = [held + n * DAY for n in range(leaf.days)]
                leaf.left = sum(d >= status_date and d in self.axis.days for d in days)
            else:
                leaf.left = max(leaf.left - (held == status_date), 0)
        leaf.held = None
        leaf.state = "under way"

    def _write_out(self, tasks: tuple[Task, ...]) -> None:
        for task in tasks:
            for link in task.depends_on:
                sources = [x for x in self.inside(link.predecessor) if x.live]
                if sources:
                    is_summary = sources[0].task.id != link.predecessor
                    parts = split(link, sources, self.inside(task.id))
                    self.links += [(*part, is_summary and part[0] is link) for part in parts]
            self._write_out(task.tasks)

    def inside(self, name: str) -> list[Leaf]:
        return [x for x in self.leaves if x.task.id == name or name in x.above]

    # Looking at one link

    def halves(self, leaf: Leaf, start: int, finish: int, half: int) -> tuple[int, int]:
        """When a task starts and finishes at these boundaries, in half days; a milestone at this one."""
        if leaf.is_moment:
            return half, half
        over = 2 * finish
        if leaf.state == "done":
            assert leaf.real_finish
            over += leaf.real_finish > self.axis.day(finish - 1)
        if leaf.held and finish == leaf.span[1]:
            over += leaf.held.ends_off
        return (over if leaf.state == "done" and not leaf.days else 2 * start + 1), over

    def instants(self, leaf: Leaf, start: int, finish: int, half: int) -> tuple[tuple[date, bool], ...]:
        """The days that begin when a task starts and when it is over, and whether that is a morning."""
        if leaf.held and (half == leaf.half if leaf.is_moment else finish == leaf.span[1]):
            begins = leaf.held.first, True
            return begins, (leaf.held.last + DAY, leaf.held.ends_off) if leaf.days else begins
        if leaf.is_moment:
            moment = self.axis.day(half // 2) if half % 2 else self.axis.day(half // 2 - 1) + DAY
            return ((moment, half % 2 == 1),) * 2
        if leaf.state == "done":
            assert leaf.real_start
            assert leaf.real_finish
            over = leaf.real_finish + DAY
            late = self.halves(leaf, start, finish, half)[1] % 2 == 1
            return ((leaf.real_start, True) if leaf.days else (over, late)), (over, late)
        first = self._held_from(leaf, finish) if leaf.held else leaf.real_start or self.axis.day(start)
        return (first, True), (self.axis.day(finish - 1) + DAY, False)

    def _held_from(self, leaf: Leaf, finish: int) -> date:
        """The date on which something held on days off is to be held, to be over at a boundary."""
        assert leaf.held
        if finish == leaf.span[1]:
            return leaf.held.first
        if leaf.task.span == "calendar":
            return self.axis.day(finish - 1) - (leaf.days - 1) * DAY
        return self.axis.day(finish - leaf.days)

    def _start_for(self, leaf: Leaf, finish: int) -> int:
        """The boundary at which a task starts if it is over at this one."""
        if leaf.held and leaf.days:
            return self.axis.on_or_after(self._held_from(leaf, finish))
        return finish - leaf.left

    def kept(
        self, link: Link, source: Leaf, at: tuple[int, int, int], leaf: Leaf, then: tuple[int, int, int]
    ) -> bool:
        """Whether a successor keeps a link: both are where start, finish and half day say."""
        from_finish, to_finish = link.type in ("FS", "FF"), link.type in ("FF", "SF")
        amount = link.lag.amount
        start, finish, half = then
        if link.lag.unit in ("ed", "ew"):
            day, morning = self.instants(source, *at)[from_finish]
            day += timedelta(days=amount * (7 if link.lag.unit == "ew" else 1))
            if not leaf.is_moment:
                return (self.axis.day(finish - 1) + DAY if to_finish else self.axis.day(start)) >= day
            mine, begins = self.instants(leaf, start, finish, half)[0]
            if to_finish:
                mine = self.axis.day(half // 2 - 1) + DAY
            return mine > day or (mine == day and (begins or not morning))
        lag = amount * (self.axis.week if link.lag.unit == "w" else 1)
        position = self.halves(source, *at)[from_finish]
        asked = 2 * (position // 2 + lag) if lag > 0 else position + 2 * lag
        if leaf.is_moment:
            return half >= asked
        return (finish if to_finish else start) >= asked // 2

    def early(self, leaf: Leaf) -> tuple[int, int, int]:
        return (*leaf.span, leaf.half)

    def holders(self, link: Link, sources: list[Leaf], *, is_summary: bool) -> list[Leaf]:
        """Of the tasks in a summary those whose start is the summary's, for links on its start."""
        if not is_summary or link.type in ("FS", "FF"):
            return sources
        if link.lag.elapsed:
            first = min(self.instants(x, *self.early(x))[0] for x in sources)
            return [x for x in sources if self.instants(x, *self.early(x))[0] == first]
        first_half = min(self.halves(x, *self.early(x))[0] for x in sources)
        return [x for x in sources if self.halves(x, *self.early(x))[0] == first_half]

    # Finding the dates

    def solve(self) -> Reference:
        self._push()
        self.finish = max((self._last(x) for x in self.leaves if x.live), default=0)
        by = self.plan.project.finish_by
        self._pull(max(self.axis.on_or_before(by) + 1, 0) if by else self.finish)
        for leaf in self.leaves:
            if leaf.alap and leaf.state == "planned" and leaf.live:
                leaf.floor = leaf.late_half // 2 if leaf.is_moment else leaf.late - leaf.left
        self._push()
        for leaf in self.leaves:
            if leaf.is_moment and leaf.is_open:
                leaf.late = leaf.span[0] + self._room(leaf, leaf.late)
                leaf.late_alone = leaf.span[0] + self._room(leaf, leaf.late_alone)
            elif not leaf.is_open:
                leaf.late = leaf.late_alone = leaf.span[1]
        return self

    def _last(self, leaf: Leaf) -> int:
        """The boundary at the end of the last day that a task shows."""
        if leaf.state == "done" or (leaf.state == "under way" and not leaf.left):
            return max(leaf.span[1], self.axis.on_or_before(self.shown(leaf)[1]) + 1)
        return leaf.span[1] + (leaf.is_morning and not leaf.held)

    @staticmethod
    def _room(leaf: Leaf, latest: int) -> int:
        """By how many days a milestone can move; a held one when its date is set so much later."""
        days = (latest - leaf.half) // 2
        if leaf.state == "held":
            is_morning_then = leaf.asked_half <= 2 * (leaf.release + days + 1) + 1
            if is_morning_then and 2 * (leaf.release + days + 1) + 1 <= latest:
                return days + 1
        return days

    def _push(self) -> None:
        for leaf in self.leaves:
            leaf.asked = leaf.asked_half = 0
        moved = True
        while moved:
            moved = False
            for link, sources, targets, is_summary in self.links:
                for source in self.holders(link, sources, is_summary=is_summary):
                    for leaf in targets:
                        while leaf.state != "done" and not self._pushed_enough(link, source, leaf):
                            leaf.asked += 1
                            leaf.asked_half += 1
                            moved = True

    def _pushed_enough(self, link: Link, source: Leaf, leaf: Leaf) -> bool:
        if leaf.state == "held" and not leaf.is_moment:
            return True
        then = (leaf.asked, leaf.asked + leaf.left, leaf.asked_half)
        return self.kept(link, source, self.early(source), leaf, then)

    def _pull(self, end: int) -> None:
        bonds = [
            (link, source, leaf, is_summary and link.type in ("SS", "SF"))
            for link, sources, targets, is_summary in self.links
            for source in self.holders(link, sources, is_summary=is_summary)
            for leaf in targets
            if source.is_open and leaf.is_open
        ]
        for leaf in self.leaves:
            self._to_end(leaf, end)
        moved = True
        while moved:
            moved = sum(self._pull_source(*bond[:3]) for bond in bonds) > 0
        for leaf in self.leaves:  # once more for each task alone, without the summaries that it begins
            found = leaf.late, leaf.late_start, leaf.late_half
            self._to_end(leaf, end)
            for link, source, successor, is_shared in bonds:
                if source is leaf and not is_shared:
                    self._pull_source(link, source, successor)
            leaf.late_alone = leaf.late_half if leaf.is_moment else leaf.late
            leaf.late, leaf.late_start, leaf.late_half = found
            if leaf.is_moment:
                leaf.late = leaf.late_half

    def _to_end(self, leaf: Leaf, end: int) -> None:
        leaf.late = end if leaf.is_open else leaf.span[1]
        leaf.late_start = self._start_for(leaf, leaf.late)
        leaf.late_half = 2 * end if leaf.is_open else leaf.half

    def _pull_source(self, link: Link, source: Leaf, leaf: Leaf) -> bool:
        """Pull a task forward until a link to the late dates of what waits for it is kept."""
        start, half = leaf.late_start, leaf.late_half
        if leaf.state == "held":
            start, half = min(start, leaf.span[0]), min(half, 2 * leaf.release + (1 if leaf.held else 2))
        from_finish, moved = link.type in ("FS", "FF"), False
        begun = source.state == "under way" and not from_finish
        if begun and source.began[0] >= source.began[1]:
            return False
        while True:
            at = (source.late_start, source.late, source.late_half)
            if begun:
                at = (min(source.late_start, source.began[1]), source.late, source.late_half)
            if self.kept(link, source, at, leaf, (start, start + leaf.left, half)):
                return moved
            moved = True
            if source.is_moment:
                source.late_half -= 1
                continue
            if not begun:
                source.late -= 1
            start_then = source.late_start - 1 if begun else self._start_for(source, source.late)
            source.late_start = min(source.late_start, start_then)

    # Looking at the result

    def shown(self, leaf: Leaf) -> tuple[date, date]:
        """The first and last day that a task shows."""
        start, finish = leaf.span
        if leaf.held:
            return leaf.held.first, leaf.held.last
        if leaf.is_moment:
            day = self.axis.day(start if leaf.is_morning else start - 1)
            return day, day
        if leaf.state == "done":
            assert leaf.real_start
            assert leaf.real_finish
            return leaf.real_start, leaf.real_finish
        first = leaf.real_start or self.axis.day(start)
        return first, max(first, self.axis.day(finish - 1))

    def broken(self, name: str) -> list[tuple[str, str]]:
        """What is held on a date although a task, or a summary that it begins or is in, comes too late."""
        one = next(x for x in self.leaves if x.task.id == name)
        return [
            (link.predecessor, leaf.task.id)
            for link, sources, targets, is_summary in self.links
            if one in self.holders(link, sources, is_summary=is_summary)
            for leaf in targets
            if leaf.live
            and leaf.state == "held"
            and not self.kept(link, one, self.early(one), leaf, self.early(leaf))
        ]
