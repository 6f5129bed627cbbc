"""The odds of dates, for a page or a screen that shows them among other things."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pathwayctl.simulation.settings import RUNS
from pathwayctl.simulation.uncertainty import uncertainty

if TYPE_CHECKING:
    from pathwayctl.model.plan import Plan
    from pathwayctl.scheduling.schedule import Schedule
    from pathwayctl.simulation.odds import Odds

MOST_WORK: Final = 20_000_000
"""Tasks times runs, up to which there are as many runs as ``simulate`` has: so both say the same."""
FEWEST_RUNS: Final = 2_000
"""The number of runs of a plan of any size: enough for whole percents."""


def quick_odds(plan: Plan, schedule: Schedule) -> Odds | None:
    """The odds of a plan's dates, or ``None`` for a plan without uncertainty; nothing is simulated then.

    They are those of ``simulate`` with its own number of runs, unless the plan has over 2,000 tasks. What
    drives the finish is not asked.
    """
    if not uncertainty(plan, schedule).is_there:
        return None

    from pathwayctl.simulation.runs import MEMORY
    from pathwayctl.simulation.simulate import simulate

    runs = min(RUNS, max(FEWEST_RUNS, MOST_WORK // len(schedule.tasks)))
    return simulate(plan, schedule, runs, memory=MEMORY // 2, drivers=False)  # pages need some memory too
