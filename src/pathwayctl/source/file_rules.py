"""Rules about a file as a whole: its size, its characters, and what stands at its top."""

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


def size_in_words(size: int) -> str:
    """How large a file is that is larger than the limit, in bytes, as a message says it."""
    return f"The file has {size / 1_000_000:,.0f} MB, and the limit is {LARGEST_FILE // 1_000_000} MB."
