"""Rules about a file as a whole: its size, its characters, and what stands at its top."""

from __future__ import annotations

from typing import Final

from pathwayctl.diagnostics import Rule

TOO_LARGE: Final = Rule("PW101")
NOT_UTF8: Final = Rule("PW102")
FORBIDDEN_CHARACTER: Final = Rule("PW103")
DIRECTIVE: Final = Rule("PW104")
SECOND_DOCUMENT: Final = Rule("PW105")
NO_SECTIONS: Final = Rule("PW106")
TOO_DEEP: Final = Rule("PW107")
