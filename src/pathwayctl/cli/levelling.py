"""What ``--level`` does: the schedule in which no one is overbooked."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn

from pathwayctl.cli.arguments import the_number, the_one
from pathwayctl.cli.examining import report
from pathwayctl.cli.exits import FOUND_ERRORS, stop

if TYPE_CHECKING:
    from pathwayctl.cli.examining import Examined
    from pathwayctl.levelling.level import CannotLevel, Levelled
    from pathwayctl.scheduling.schedule import Schedule

_MOST_SEED: Final = 999_999_999
_CLOSING: Final = "Fix this first, or leave out --level to see the plain schedule."


def only_with_level(given: dict[str, str | None]) -> None:
    """Stop if an option was given that does nothing without ``--level``."""
    for option, value in given.items():
        if value is not None:
            stop(f"{option} only works together with --level. Write: --level {option} {value}")


def levelled(
    place: Path, examined: Examined, schedule: Schedule, effort: str | None = None, seed: str | None = None
) -> Levelled:
    """The levelled schedule; stops with findings on the tasks that no order of work can place, if any."""
    from pathwayctl.levelling.level import EFFORTS, SEED, CannotLevel, level

    name = "normal" if effort is None else the_one(effort, EFFORTS, "effort")
    number = SEED if seed is None else the_number(seed, "--seed", 0, _MOST_SEED)
    found = level(examined.loaded.plan, schedule, name, number)
    if isinstance(found, CannotLevel):
        _stop(place, examined, schedule, found)
    return found


def _stop(place: Path, examined: Examined, schedule: Schedule, found: CannotLevel) -> NoReturn:
    from pathwayctl.checks.schedule.levelling import problem_of
    from pathwayctl.evidence.index import PlanIndex
    from pathwayctl.reporters.findings.text import write
    from pathwayctl.reporters.screen import screen_width, show

    loaded = examined.loaded
    index = PlanIndex(loaded.plan, schedule.records.breakdown, schedule)
    findings = loaded.place(problem_of(index, one) for one in found.obstacles)
    shown = replace(report(place, examined, findings), closing=_CLOSING)
    show(write((shown,), screen_width(sys.stderr)), sys.stderr)
    stop("Nothing was made, because no dates keep to what people can give.", FOUND_ERRORS)
