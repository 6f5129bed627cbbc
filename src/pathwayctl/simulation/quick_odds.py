"""Odds from fewer runs, for a page or a screen that shows them among other things."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pathwayctl.simulation.uncertainty import uncertainty

if TYPE_CHECKING:
    from pathwayctl.model.plan import Plan
    from pathwayctl.scheduling.schedule import Schedule
    from pathwayctl.simulation.odds import Odds

QUICK_RUNS: Final = 2_000
"""The number of runs: enough for whole percents."""


def quick_odds(plan: Plan, schedule: Schedule) -> Odds | None:
    """The odds of a plan's dates, or ``None`` for a plan without uncertainty; nothing is simulated then."""
    if not uncertainty(plan, schedule).is_there:
        return None

    from pathwayctl.simulation.runs import MEMORY
    from pathwayctl.simulation.simulate import simulate

    return simulate(plan, schedule, QUICK_RUNS, memory=MEMORY // 2)  # pages need some too
