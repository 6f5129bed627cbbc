"""Rules about entries: their names, and the parts of YAML that a project does without."""

from __future__ import annotations

from typing import Final

from pathwayctl.diagnostics import Rule

SAME_NAME: Final = Rule("PW130")
NAME_NOT_TEXT: Final = Rule("PW131")
MERGE: Final = Rule("PW132")
TAG: Final = Rule("PW133")
UNKNOWN_ALIAS: Final = Rule("PW134")
ENDLESS_ALIAS: Final = Rule("PW135")
TOO_MANY_ALIASES: Final = Rule("PW136")
