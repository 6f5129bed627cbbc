"""The rules about the files of baselines: PW231 to PW235."""

from __future__ import annotations

from typing import Final

from pathwayctl.diagnostics import Rule

NOT_A_BASELINE: Final = Rule("PW231")
UNKNOWN_FIELD: Final = Rule("PW232")
MISSING_FIELD: Final = Rule("PW233")
BAD_VALUE: Final = Rule("PW234")
CONTRADICTION: Final = Rule("PW235")
