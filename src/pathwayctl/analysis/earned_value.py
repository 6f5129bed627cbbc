"""Earned value: how much of the planned work is done, and what that means for cost and time.

The terms and formulas are those of *The Standard for Earned Value Management* (PMI, 2019) and of GAO's
*Cost Estimating and Assessment Guide* (GAO-20-195G): planned value (PV), earned value
(EV), actual cost (AC), their variances and indices, the estimate at completion EAC = BAC / CPI, and the
to-complete performance index TCPI = (BAC − EV) / (BAC − AC). Earned schedule is that of Lipke, "Schedule is
Different" (The Measurable News, 2003): the time by which as much was planned to be earned as is earned now.

The budget of a task is its cost in the baseline, spread evenly over its working days there. Where nobody
gave a cost, tasks count by their working days, and there is no actual cost to compare with; a milestone
without a cost then weighs nothing. What has left the plan stays in the budget and earns nothing.

All is measured at the beginning of the status date, as in the schedule: what remains of the work goes on
from that day, so the day itself is not yet planned to be earned.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from math import fsum

from pathwayctl.analysis.variance.comparison import Comparison
from pathwayctl.analysis.variance.moves import numbered
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.schedule import ScheduledTask

_SAME = 1e-9
"""Values that differ by less than this share of the budget are the same: sums of fractions are not exact."""


@dataclass(frozen=True, slots=True)
class Portion:
    """The budget of one task: ``budget`` spread evenly over the working days from ``start`` up to ``end``.

    ``end`` is not included; where there are no days in between, all is planned for the end of the day
    before ``end``. ``earned`` is the part of the budget that is done.
    """

    budget: float
    start: int
    end: int
    earned: float

    def planned(self, boundary: int) -> float:
        """What of the budget was to be earned before a working day."""
        if boundary >= self.end:
            return self.budget
        return self.budget * max(0, boundary - self.start) / max(1, self.end - self.start)


@dataclass(frozen=True, slots=True)
class Value:
    """Planned, earned, and actual values of a plan or a part of it, and what follows from them.

    In the project's currency, or in working days of work where no task has a cost. What cannot be
    divided has no value. Variances are good where they are positive, indices where they are above 1.
    """

    budget: float
    planned: float
    earned: float
    actual: float | None

    @property
    def schedule_variance(self) -> float:
        """SV = EV − PV."""
        return self.earned - self.planned

    @property
    def cost_variance(self) -> float | None:
        """CV = EV − AC."""
        return None if self.actual is None else self.earned - self.actual

    @property
    def schedule_index(self) -> float | None:
        """SPI = EV / PV."""
        return _over(self.earned, self.planned)

    @property
    def cost_index(self) -> float | None:
        """CPI = EV / AC."""
        return _over(self.earned, self.actual)

    @property
    def estimate(self) -> float | None:
        """EAC = BAC / CPI: what all will cost if the rest costs as the work so far did."""
        return _over(self.budget, self.cost_index)

    @property
    def to_complete(self) -> float | None:
        """TCPI: the cost index that the rest must reach so that the budget is kept."""
        if self.actual is None or self.budget <= self.actual:
            return None
        return (self.budget - self.earned) / (self.budget - self.actual)


@dataclass(frozen=True, slots=True)
class Earned:
    """The earned value of a plan as of its status date.

    ``parts`` are the tasks and groups at the top of the work breakdown that have a budget. ``schedule``
    is earned schedule and ``time`` the actual time, in working days since the baseline's start.
    ``without_cost`` counts tasks that have begun, have a budget and say nothing of their actual cost.
    """

    as_of: date
    in_money: bool
    whole: Value
    parts: tuple[tuple[ScheduledTask, Value], ...]
    schedule: float
    time: int
    without_cost: int

    @property
    def time_variance(self) -> float:
        """SV(t) = ES − AT, in working days."""
        return self.schedule - self.time

    @property
    def time_index(self) -> float | None:
        """SPI(t) = ES / AT."""
        return _over(self.schedule, self.time)


def earned_value(compared: Comparison, status_date: date | None) -> Earned | None:
    """The earned value as of a status date; ``None`` without one, or where the baseline plans no work."""
    portions = _portions(compared)
    if status_date is None or not fsum(portion.budget for portion in portions.values()):
        return None
    calendar, baseline, schedule = compared.schedule.calendar, compared.baseline, compared.schedule
    in_money = _in_money(compared)
    now = calendar.on_or_after(status_date.toordinal())
    first = min(
        numbered(baseline.start, baseline.finish, calendar).start, *(p.start for p in portions.values())
    )
    actual = {task.id: task.task.actual_cost for task in schedule.tasks if in_money}
    whole = _value(portions.values(), actual.values(), now)
    begun = (name for name, portion in portions.items() if portion.earned and actual.get(name) is None)
    return Earned(
        as_of=status_date,
        in_money=in_money,
        whole=whole,
        parts=tuple(_parts(compared, portions, actual, now)),
        schedule=earned_schedule(tuple(portions.values()), whole.earned, first, now),
        time=max(0, now - first),
        without_cost=sum(1 for _ in begun) if whole.actual is not None else 0,
    )


def earned_schedule(portions: Sequence[Portion], earned: float, first: int, now: int) -> float:
    """The working days after ``first`` by which as much was planned as is earned now, with a fraction.

    Between two days it is interpolated. Where nothing was planned for a while, so that many days would
    do, it is the one nearest to ``now``.
    """
    least = _SAME * fsum(portion.budget for portion in portions)
    edges = sorted({first, *(edge for portion in portions for edge in (portion.start, portion.end))})
    planned = _planned_at(portions, edges)
    reached = [at for at, value in zip(edges, planned, strict=True) if abs(value - earned) <= least]
    if reached:
        return min(max(now, reached[0]), reached[-1]) - first
    after = next((place for place, value in enumerate(planned) if value > earned), len(edges) - 1)
    before = max(after - 1, 0)
    rise = planned[after] - planned[before]
    part = (earned - planned[before]) / rise if rise else 0.0
    return edges[before] - first + part * (edges[after] - edges[before])


def _planned_at(portions: Sequence[Portion], edges: Sequence[int]) -> list[float]:
    """The planned value at each edge, in one sweep over the days on which the rate of it changes."""
    rates: dict[int, float] = dict.fromkeys(edges, 0.0)
    jumps: dict[int, float] = dict.fromkeys(edges, 0.0)
    for portion in portions:
        days = portion.end - portion.start
        if days > 0:
            rates[portion.start] += portion.budget / days
            rates[portion.end] -= portion.budget / days
        else:
            jumps[portion.end] += portion.budget
    found, value, rate, at = [], 0.0, 0.0, edges[0]
    for edge in edges:
        value += rate * (edge - at) + jumps[edge]
        rate, at = rate + rates[edge], edge
        found.append(value)
    return found


def _in_money(compared: Comparison) -> bool:
    return bool(compared.baseline.cost)


def _portions(compared: Comparison) -> dict[str, Portion]:
    """What each task of the baseline brings to the budget, by ids, for those that bring anything."""
    calendar, schedule = compared.schedule.calendar, compared.schedule
    in_money, spans = _in_money(compared), compared.baseline.spans
    found: dict[str, Portion] = {}
    for frozen in compared.baseline.tasks:
        budget = (frozen.cost or 0.0) if in_money else float(frozen.days)
        if not budget or frozen.id not in spans:
            continue
        days = numbered(spans[frozen.id].start, spans[frozen.id].finish, calendar)
        row = schedule.records.breakdown.by_id.get(frozen.id)
        counts = row is not None and schedule.counts(row)
        complete = schedule.tasks[row].complete if counts and row is not None else 0
        end = days.finish + 1
        found[frozen.id] = Portion(budget, min(days.start, end), end, budget * complete / 100)
    return found


def _parts(
    compared: Comparison, portions: dict[str, Portion], actual: dict[str, float | None], now: int
) -> Iterable[tuple[ScheduledTask, Value]]:
    """The value of each part at the top of the plan; what has left the plan is in the whole only."""
    schedule = compared.schedule
    for row in schedule.records.breakdown.rows:
        if row.parent >= 0:
            continue
        inside = [schedule.tasks[index].id for index in range(row.index, row.end)]
        value = _value((portions[name] for name in inside if name in portions), map(actual.get, inside), now)
        if value.budget:
            yield schedule.tasks[row.index], value


def _value(portions: Iterable[Portion], actual: Iterable[float | None], now: int) -> Value:
    held = tuple(portions)
    costs = [cost for cost in actual if cost is not None]
    return Value(
        budget=fsum(portion.budget for portion in held),
        planned=fsum(portion.planned(now) for portion in held),
        earned=fsum(portion.earned for portion in held),
        actual=fsum(costs) if costs else None,
    )


def _over(value: float | None, by: float | None) -> float | None:
    return None if value is None or not by else value / by
