"""Find what would bring a finish forward: each day less in the chain of drivers is tried."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from pathwayctl.analysis.why.causes import CauseKind
from pathwayctl.analysis.why.chain import ChainStep, chain_back
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.what_if import Speedup, SpeedupKind

if TYPE_CHECKING:
    from pathwayctl.analysis.why.trials import Trials
    from pathwayctl.scheduling.schedule import Schedule

_MOST: Final = 150
"""No more changes than these are tried, those nearest to the task first: in a plan of 10,000 tasks a
second's work."""
_FIRST: Final = 4
"""For how many changes a second one is looked for that helps together with it."""
_SECOND: Final = 12
"""How many second ones are tried for each of them."""


@dataclass(frozen=True, slots=True)
class Purchase:
    """Changes that bring a task or the project forward, and when both finish then."""

    changes: tuple[Speedup, ...]
    finish: date
    project_finish: date


@dataclass(frozen=True, slots=True)
class Purchases:
    """What would buy a day; ``finish`` and ``project_finish`` are the days on which both end as it is.

    ``single`` are changes that help alone, nearest to the task first. Only if there is none that brings
    the task forward, ``pair`` may be two that do so together. ``tried`` is how many there were to try, and
    ``untried`` how many more there are further back in a very long chain.
    """

    finish: date
    project_finish: date
    single: tuple[Purchase, ...] = ()
    pair: Purchase | None = None
    tried: int = 0
    untried: int = 0


def purchases(trials: Trials, row: int, chain: Sequence[ChainStep]) -> Purchases:
    """What would buy a day for a task or a summary, of what can be changed in the chain that drives it."""
    schedule = trials.schedule
    finish, project_finish = trials.finish(schedule, row), schedule.finish
    found = Purchases(finish, project_finish)
    there_are = list(_candidates(trials, schedule, chain))
    candidates = there_are[:_MOST]
    single = []
    for change in candidates:
        bought = _tried(trials, row, (change,), found)
        if bought is not None:
            single.append(bought)
    pair = None
    if not schedule.is_levelled and not any(one.finish < finish for one in single):
        pair = _pair(trials, row, candidates, found)
    untried = len(there_are) - len(candidates)
    return Purchases(finish, project_finish, tuple(single), pair, len(candidates), untried)


def _tried(trials: Trials, row: int, changes: tuple[Speedup, ...], now: Purchases) -> Purchase | None:
    """What some changes buy, if they do buy something."""
    trial = trials.with_(changes)
    bought = Purchase(changes, trials.finish(trial, row), trial.finish)
    return bought if bought.finish < now.finish or bought.project_finish < now.project_finish else None


def _pair(trials: Trials, row: int, candidates: Sequence[Speedup], now: Purchases) -> Purchase | None:
    """Two tasks that bring the task forward together: the second is in what drives it without the first."""
    firsts = [change for change in candidates if change.kind is SpeedupKind.SHORTEN]
    for first in firsts[:_FIRST]:
        trial = trials.with_((first,))
        others = _candidates(trials, trial, chain_back(trials.plan, trial, trials.last_in(trial, row)))
        seconds = [second for second in others if second.kind is SpeedupKind.SHORTEN and second != first]
        for second in seconds[:_SECOND]:
            bought = _tried(trials, row, (first, second), now)
            if bought is not None and bought.finish < now.finish:
                return bought
    return None


def _candidates(trials: Trials, schedule: Schedule, chain: Sequence[ChainStep]) -> Iterator[Speedup]:
    """A day less of whatever the chain is made of, as far as there can be less of it."""
    for step in chain:
        because, row = step.because, step.row
        if because.kind is CauseKind.DONE:
            return
        event = schedule.event(row)
        if (event.days if event else schedule.remaining(row)) > 1:
            yield Speedup(SpeedupKind.SHORTEN, row)
        if because.kind is CauseKind.LINK and because.bond and because.bond.link.lag.amount > 0:
            links = schedule.records.breakdown.rows[because.row].task.depends_on
            yield Speedup(SpeedupKind.LAG, because.row, links.index(because.bond.link))
        elif because.kind is CauseKind.DATE and _can_be_earlier(trials, schedule, row):
            yield Speedup(SpeedupKind.DATE, row)
        elif because.kind is CauseKind.NOT_BEFORE:
            yield Speedup(SpeedupKind.NOT_BEFORE, because.row)


def _can_be_earlier(trials: Trials, schedule: Schedule, row: int) -> bool:
    """Whether a held task can be held a day earlier, as far as the project's start and its links go."""
    status_date = trials.plan.project.status_date
    first = schedule.calendar.index(status_date) if status_date else 0
    return max(first, schedule.asked(row)) < schedule.release(row)
