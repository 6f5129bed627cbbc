"""Rules about text that is read as something else, and about text that comes from other programs."""

from __future__ import annotations

from typing import Final

from pathwayctl.diagnostics import Rule

SPLIT_TEXT: Final = Rule("PW121")
NUMBER_SIGN: Final = Rule("PW122")
TRAILING_COMMA: Final = Rule("PW123")
LOOK_ALIKE: Final = Rule("PW124")
CURLY_QUOTES: Final = Rule("PW125")
CONFLICT: Final = Rule("PW126")
PASTED: Final = Rule("PW127")
NOT_ALL_READ: Final = Rule("PW128")
CAUSES: Final = frozenset({NUMBER_SIGN.code, TRAILING_COMMA.code, CURLY_QUOTES.code})
"""Warnings that explain why a value at the same place does not fit."""
