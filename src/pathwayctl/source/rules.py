"""The rules about the text of files, PW1xx: its characters, its form, its entries, and single values."""

from __future__ import annotations

from typing import Final

from pathwayctl.diagnostics import Rule

LARGEST_FILE: Final = 20_000_000
"""In bytes. A plan of 30,000 tasks takes half of it."""

TOO_LARGE: Final = Rule("PW101")
NOT_UTF8: Final = Rule("PW102")
FORBIDDEN_CHARACTER: Final = Rule("PW103")
DIRECTIVE: Final = Rule("PW104")
SECOND_DOCUMENT: Final = Rule("PW105")
NO_SECTIONS: Final = Rule("PW106")
TOO_DEEP: Final = Rule("PW107")
TOO_MUCH: Final = Rule("PW108")

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

SPLIT_TEXT: Final = Rule("PW121")
NUMBER_SIGN: Final = Rule("PW122")
TRAILING_COMMA: Final = Rule("PW123")
LOOK_ALIKE: Final = Rule("PW124")
CURLY_QUOTES: Final = Rule("PW125")
CONFLICT: Final = Rule("PW126")
PASTED: Final = Rule("PW127")
NOT_ALL_READ: Final = Rule("PW128")

SAME_NAME: Final = Rule("PW130")
NAME_NOT_TEXT: Final = Rule("PW131")
MERGE: Final = Rule("PW132")
TAG: Final = Rule("PW133")
UNKNOWN_ALIAS: Final = Rule("PW134")
ENDLESS_ALIAS: Final = Rule("PW135")
TOO_MANY_ALIASES: Final = Rule("PW136")

BARE_TIME: Final = Rule("PW140")
DAY_AND_TIME: Final = Rule("PW141")
NO_SUCH_DAY: Final = Rule("PW142")
NOT_FINITE: Final = Rule("PW143")
TOO_BIG: Final = Rule("PW144")
LEADING_ZERO: Final = Rule("PW145")
YES_OR_NO: Final = Rule("PW146")

CAUSES: Final = frozenset({NUMBER_SIGN.code, TRAILING_COMMA.code, CURLY_QUOTES.code})
"""Warnings that explain why a value at the same place does not fit."""


def size_in_words(size: int) -> str:
    """How large a file is that is larger than the limit, in bytes, as a message says it."""
    return f"The file has {size / 1_000_000:,.0f} MB, and the limit is {LARGEST_FILE // 1_000_000} MB."
