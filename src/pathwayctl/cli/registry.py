"""The commands there are, in the order of ``pathwayctl --help``. A new one is a file and a line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from pathwayctl.cli.baseline import baseline
from pathwayctl.cli.init import init
from pathwayctl.cli.next import next_step
from pathwayctl.cli.render import render
from pathwayctl.cli.rule import rule
from pathwayctl.cli.schedule import schedule
from pathwayctl.cli.set import set_field
from pathwayctl.cli.simulate import simulate
from pathwayctl.cli.validate import validate
from pathwayctl.cli.why import why

_START: Final = "Begin and check"
_PLAN: Final = "Plan and print"


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its name, its group in the help, and what it runs."""

    name: str
    group: str
    run: Callable[..., Any]


COMMANDS: Final = (
    Command("init", _START, init),
    Command("validate", _START, validate),
    Command("rule", _START, rule),
    Command("set", _START, set_field),
    Command("next", _PLAN, next_step),
    Command("schedule", _PLAN, schedule),
    Command("simulate", _PLAN, simulate),
    Command("why", _PLAN, why),
    Command("baseline", _PLAN, baseline),
    Command("render", _PLAN, render),
)
