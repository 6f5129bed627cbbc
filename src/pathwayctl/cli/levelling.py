"""What ``--level`` does: the schedule in which nobody is asked for more than they can give."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pathwayctl.cli.choices import the_number, the_one
from pathwayctl.cli.ending import FOUND_ERRORS, stop, tell

if TYPE_CHECKING:
    from pathwayctl.levelling.level import Levelled
    from pathwayctl.model.plan import Plan
    from pathwayctl.scheduling.schedule import Schedule

_MOST_SEED: Final = 999_999_999


def only_with_level(given: dict[str, str | None]) -> None:
    """Stop if an option was given that does nothing without ``--level``."""
    for option, value in given.items():
        if value is not None:
            stop(f"{option} only works together with --level. Write: --level {option} {value}")


def levelled(plan: Plan, schedule: Schedule, effort: str | None = None, seed: str | None = None) -> Levelled:
    """The levelled schedule; stops and says which tasks nobody can level, if there are any."""
    from pathwayctl.levelling.level import EFFORTS, SEED, CannotLevel, level

    name = "normal" if effort is None else the_one(effort, EFFORTS, "effort")
    number = SEED if seed is None else the_number(seed, "--seed", 0, _MOST_SEED)
    found = level(plan, schedule, name, number)
    if isinstance(found, CannotLevel):
        from pathwayctl.reporters.schedule.levelled import why_not

        for sentence in why_not(found, schedule, plan):
            tell(sentence)
        stop("Nothing was made, because no dates keep to what people can give.", FOUND_ERRORS)
    return found
