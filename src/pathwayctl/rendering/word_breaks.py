"""Where the words of a table's cell may be broken: a code or a range never, an address after its signs only.

Codes are those of occupations (SOC 17-3024.00), programs (CIP 15.0403), industries (NAICS 332710), and
courses (SCED 13057), and all else with a digit and a hyphen in it, such as the number of a grant. A range
is a phrase such as "2 to 8, likely 4", and a wage is one such as "$58,700 a year". HTML, Word, PDF, and the
widths of printed columns all take the pieces of a line from here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

BreakKind = Literal["plain", "whole", "address"]

_SPECIAL: Final = re.compile(
    r"((?<!\S)\S[^\s/@]*+[/@]\S+"
    r"|\b(?:SOC|CIP|NAICS|SCED) \d[\d.-]*"
    r"|(?<![\w-])(?=[\w-]*\d)\w[\w.]{0,11}(?:-\w[\w.]{0,11}){1,3}\b(?!-)"
    r"|\b\d[\d,.]* to \d[\d,.]*, likely \d+"
    r"|\$[\d,.]+ (?:a year|an hour|al año|por hora)\b)"
)
_SIGNS_OF_SPECIAL: Final = ("-", "/", "@", "SOC ", "CIP ", "NAICS ", "SCED ", ", likely ", "$")
"""A line with none of these has nothing special in it; to look for them is much quicker."""
_SIGN: Final = re.compile("[/@]")
_AFTER_SIGN: Final = re.compile("(?<=[/@.])(?=\\D)|(?<=/)")
_BREAKS: Final = re.compile(r"[^\S\u00a0]+|(?<=-)")
_LONG: Final = re.compile("[^\\s\u200b\u2060]{18,}")
_WITHIN: Final = re.compile("[/@._-]")
_JOINER: Final = "\u2060"
_NO_BREAK_SPACE: Final = "\u00a0"
_BREAK: Final = "\u200b"


class Piece(NamedTuple):
    """A part of a line; an address is given as the parts between which it may be broken."""

    kind: BreakKind
    parts: tuple[str, ...]


def is_plain(line: str) -> bool:
    """Whether a line surely has nothing special in it, as most have."""
    return not any(map(line.__contains__, _SIGNS_OF_SPECIAL))


def pieces(line: str) -> Iterator[Piece]:
    """The parts of a line in order; together they are the line."""
    if line and is_plain(line):
        yield Piece("plain", (line,))
        return
    for place, part in enumerate(_SPECIAL.split(line)):
        if place % 2 and _SIGN.search(part):
            yield Piece("address", tuple(filter(None, _AFTER_SIGN.split(part))))
        elif part:
            yield Piece("whole" if place % 2 else "plain", (part,))


def unbroken_words(line: str) -> Iterator[str]:
    """The parts of a line that no line break divides."""
    for piece in pieces(line):
        yield from _BREAKS.split(piece.parts[0]) if piece.kind == "plain" else piece.parts


def with_breaks(text: str) -> str:
    """The text with signs that nobody sees, which say where it may be broken and where it may not."""
    if is_plain(text):
        return text
    return "\n".join("".join(map(_signed, pieces(line))) for line in text.split("\n"))


def _signed(piece: Piece) -> str:
    if piece.kind == "plain":
        return piece.parts[0]
    return _BREAK.join(part.replace("-", f"-{_JOINER}").replace(" ", _NO_BREAK_SPACE) for part in piece.parts)


def with_breaks_in_long_words(text: str) -> str:
    """The text with long words that may be broken after their signs, for programs that do not break them."""
    return _LONG.sub(lambda word: _WITHIN.sub(rf"\g<0>{_BREAK}", word[0]), text)
