"""Rules about the way YAML is written: indentation, quotes, brackets, colons and commas."""

from __future__ import annotations

from typing import Final

from pathwayctl.diagnostics import Rule

NOT_A_SPACE: Final = Rule("PW110")
OUT_OF_LINE: Final = Rule("PW111")
MISSING_COLON: Final = Rule("PW112")
SECOND_COLON: Final = Rule("PW113")
OPEN_QUOTE: Final = Rule("PW114")
AFTER_QUOTE: Final = Rule("PW115")
OPEN_BRACKET: Final = Rule("PW116")
COMMAS: Final = Rule("PW117")
SPECIAL_START: Final = Rule("PW118")
BACKSLASH: Final = Rule("PW119")
UNREADABLE: Final = Rule("PW120")
