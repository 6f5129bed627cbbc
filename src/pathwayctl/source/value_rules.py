"""Rules about single values that programs read in more than one way, or that no plan can hold."""

from __future__ import annotations

from typing import Final

from pathwayctl.diagnostics import Rule

BARE_TIME: Final = Rule("PW140")
DAY_AND_TIME: Final = Rule("PW141")
NO_SUCH_DAY: Final = Rule("PW142")
NOT_FINITE: Final = Rule("PW143")
TOO_BIG: Final = Rule("PW144")
LEADING_ZERO: Final = Rule("PW145")
YES_OR_NO: Final = Rule("PW146")
