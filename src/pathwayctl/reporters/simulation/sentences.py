"""The sentences of the odds: what to promise, what has no effect, and how to read the tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.simulation.odds import NEARLY, Odds, RiskOdds, TaskOdds
from pathwayctl.wording import chance, chance_in_words, count, listed, long_day

HINT: Final = """\
Give tasks a three-point estimate: the duration if all goes well, the likely one, and the duration if not.

  duration: {low: 5d, likely: 10d, high: 20d}

Give risks a probability and the tasks that they delay:

  probability: 0.3
  delays:
    - {task: sign-mou, by: {low: 3d, likely: 5d, high: 15d}}"""
_SHAPES: Final = {"pert": "PERT", "triangular": "triangular"}
HARDLY: Final = 0.05
"""Days that would be shown as 0.0."""


def certain(odds: Odds) -> str:
    """A sentence for a plan without uncertainty."""
    day = long_day(odds.planned_finish)
    return f"The plan finishes on {day} in every case: none of its remaining work is uncertain."


def promises(odds: Odds) -> Iterator[str]:
    """The sentences at the top."""
    yield f"The planned finish is {long_day(odds.planned_finish)}."
    pin = odds.pin
    if pin is not None:
        yield from _pinned(pin, odds.least_certain)
    else:
        yield f"The chance of finishing by then is {chance_in_words(odds.chance_of_planned)}."
    safe, days = long_day(odds.finish.p80), count(abs(odds.buffer), "working day")
    if odds.finish.p80 > odds.planned_finish:
        yield f"To be 80% sure, promise {safe} ({days} later)."
    elif odds.finish.p80 < odds.planned_finish and pin is None:
        yield f"{safe}, {days} earlier, is already 80% sure."
    if odds.finish_by:
        due = long_day(odds.finish_by.day)
        chance = chance_in_words(odds.finish_by.chance)
        yield f"The project should be finished by {due}; the chance of that is {chance}."


def _pinned(pin: TaskOdds, least: TaskOdds | None) -> Iterator[str]:
    """Sentences for a finish that a fixed date holds: its task, and the least certain milestone."""
    yield f"That day is fixed by {held_by(pin)}, so it says little about the work before it."
    if least is None:
        yield "All milestones before it are more than 99% sure."
        return
    title = " ".join(least.title.split())
    yield f"The least certain milestone is “{title}” ({least.wbs}), planned for {long_day(least.planned)}."
    yield f"Its chance is {chance_in_words(least.chance)}; {long_day(least.finish.p80)} is 80% sure."


def held_by(pin: TaskOdds) -> str:
    """``“Begin Phase II” (5.1), not before November 29, 2027``."""
    title = " ".join(pin.title.split())
    if pin.hold is None:
        return f"“{title}” ({pin.wbs})"
    how = "not before" if pin.hold.is_start else "on"
    return f"“{title}” ({pin.wbs}), {how} {long_day(pin.hold.day)}"


def notes(odds: Odds) -> Iterator[str]:
    """Sentences on what the tables leave out because it has little or no effect."""
    kept = sum(task.deadline.chance >= NEARLY for task in odds.promised if task.deadline)
    if kept:
        yield f"{count(kept, 'deadline is', 'deadlines are')} met in all or nearly all runs."
    idle = [f"“{risk.title}”" for risk in odds.risks if not moves_the_finish(risk)]
    if idle:
        risks = count(len(idle), "risk has", "risks have")
        yield f"{risks} little or no effect on the finish: {listed(idle)}."


def moves_the_finish(risk: RiskOdds) -> bool:
    """Whether a risk has an effect on the finish that is worth showing."""
    return abs(risk.mean_days) >= HARDLY or bool(risk.p80_days)


def foot(odds: Odds) -> Iterator[str]:
    """How the odds were computed, and what the columns mean."""
    runs = count(odds.runs, "time")
    yield f"Simulated {runs} (seed {odds.seed}, {_SHAPES[odds.shape]} durations)."
    late = f"{abs(odds.mean_late):,.1f} working days {'after' if odds.mean_late >= 0 else 'before'}"
    yield f"On average the plan finishes {late} the planned day (standard deviation {odds.deviation:,.1f})."
    if any(task.weight > 0 for task in odds.tasks):
        yield "Critical: the share of runs in which a slip of the task would have moved the finish."
    if odds.risks:
        yield "Costs and saves: working days of the finish, compared with the same runs without the risk."


def share(part: float) -> str:
    """``23%`` of the runs; what is not all or none of them is not rounded to that."""
    return f"{part * 100:.0f}%" if part in (0, 1) else chance(part)


def strength(correlation: float | None) -> str:
    """How closely two things go together, in the words of Cohen (1988) for 0.1, 0.3 and 0.5."""
    if correlation is None or correlation < 0.1:
        return "very low"
    if correlation < 0.3:
        return "low"
    return "medium" if correlation < 0.5 else "high"


def price(days: float) -> str:
    """``costs 2.4``, ``saves 1`` or ``0``, in working days; whole ones where they are counted so."""
    if abs(days) < HARDLY:
        return "0"
    amount = f"{abs(days):,}" if isinstance(days, int) else f"{abs(days):,.1f}"
    return f"{'costs' if days > 0 else 'saves'} {amount}"
