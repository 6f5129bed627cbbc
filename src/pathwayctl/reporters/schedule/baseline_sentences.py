"""How a schedule differs from its baseline, in sentences: the finish, the causes, and earned value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pathwayctl.analysis.variance.comparison import Comparison
from pathwayctl.evidence.parties import party_names
from pathwayctl.handouts.plan_changes.cause_words import CauseWords
from pathwayctl.wording import count, long_day, money

if TYPE_CHECKING:
    from pathwayctl.analysis.earned_value import Earned
    from pathwayctl.model.plan import Plan


def drift(compared: Comparison, plan: Plan) -> Iterator[str]:
    """A sentence on the finish with its causes, and one on new and removed tasks."""
    words = CauseWords(compared, party_names(plan))
    baseline, days = compared.baseline, compared.finish_variance
    named = f"“{baseline.name}” ({long_day(baseline.finish)})"
    if days:
        direction = "later" if days > 0 else "earlier"
        moved = f"{count(abs(days), 'working day')} {direction}"
        yield f"The plan finishes {moved} than in {named}: {'; '.join(words.causes())}."
    else:
        yield f"The plan finishes on the same working day as in {named}."
    added = sum(task.kind != "summary" for task in compared.added)
    removed = sum(task.start is not None for task in compared.removed)
    parts = [count(added, "task is", "tasks are") + " new"] if added else []
    parts += [count(removed, "task is", "tasks are") + " no longer in the plan"] if removed else []
    if parts:
        yield f"Since then {' and '.join(parts)}."


def earned_in_words(earned: Earned, currency: str) -> Iterator[str]:
    """Earned value against planned value, the actual cost, and the same in time."""
    whole, days = earned.whole, count(round(earned.whole.planned), "working day")
    if earned.in_money:
        planned = f"work worth {_money(whole.planned, currency)} was planned"
        done = f"work worth {_money(whole.earned, currency)} is done"
    else:
        planned, done = f"{days} of work were planned", f"{round(whole.earned):,} of them are done"
    cost = ""
    if whole.actual is not None:
        cost = f", for an actual cost of {_money(whole.actual, currency)}{_index('CPI', whole.cost_index)}"
    named = f"As of {long_day(earned.as_of)}"
    yield f"{named}, {planned} and {done}{_index('SPI', whole.schedule_index)}{cost}."
    yield " ".join(_expected(earned, currency))
    if not earned.in_money:
        yield "No task of the baseline has a cost, so tasks count by their working days."
    if earned.without_cost:
        number = count(earned.without_cost, "task that has started has", "tasks that have started have")
        yield f"{number} no actual_cost, so the cost may look lower than it is."


def _expected(earned: Earned, currency: str) -> Iterator[str]:
    after = count(round(earned.schedule), "working day")
    yield (
        f"This much was planned for {after} after the start; it is now {earned.time:,} days after"
        f"{_index('SPI(t)', earned.time_index)}."
    )
    whole = earned.whole
    if whole.estimate is not None:
        yield (
            f"If costs continue like this, the project will cost {_money(whole.estimate, currency)} "
            f"instead of the planned {_money(whole.budget, currency)}"
            f"{_index('to stay within budget, the remaining work needs a CPI of', whole.to_complete)}."
        )


def _index(name: str, value: float | None) -> str:
    """`` (SPI 0.88)``, or empty if there is nothing to divide by."""
    return "" if value is None else f" ({name} {value:.2f})"


def _money(amount: float, currency: str) -> str:
    return money(round(amount), currency)
