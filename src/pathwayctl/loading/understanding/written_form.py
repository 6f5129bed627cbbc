"""How a value is typed into a file, and what a value would be without the quotes of a word processor."""

from __future__ import annotations

import re
from typing import Final

from pathwayctl.quick_dataclass import dataclass
from pathwayctl.source.quoting import quoted_whole
from pathwayctl.source.scalars import resolve

_PLAIN: Final = re.compile(r"[^\W_](?:[^:#,\[\]{}\"\\\n]|:(?=[^\s,\[\]{}]))*", re.UNICODE)
"""Texts that mean the same with and without quotes, in brackets and braces too."""
_QUOTES: Final = "“”„‟‘’‚‛«»\"'`´"
_PLACEHOLDERS: Final = frozenset({
    "tbd", "tba", "tbc", "tbh", "todo", "na", "n/a", "none", "nobody", "noone", "no one", "unknown", "null",
    "nil",
    "unassigned", "vacant", "open", "pending", "to be determined", "to be decided", "to be announced",
    "to be confirmed", "to be hired", "to be named", "not sure", "not yet known", "not known yet",
    "not assigned",
    "someone", "somebody", "anyone", "anybody", "xxx", "xx", "asap", "soon", "later", "not applicable",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Meant:
    """What was meant: the value as it is typed into a file.

    ``remark`` says what is wrong, as a sentence before the value; ``typed`` is empty where that is all that
    can be said. ``otherwise`` goes on after the value: what to write if something else was meant.
    It is not ``exact`` if the value says less or more than the text did.
    """

    typed: str
    remark: str = ""
    otherwise: str = ""
    exact: bool = True

    @property
    def is_sure(self) -> bool:
        """Whether nothing else can be meant."""
        return bool(self.typed) and self.exact and not self.otherwise


def typed(text: str) -> str:
    """A text as it is typed into a file: in quotes only where YAML would read something else."""
    plain = _PLAIN.fullmatch(text) and text == text.strip() and resolve(text) is text
    return text if plain else quoted_whole(text)


def bare(text: str) -> str:
    """A text on one line, without the quotes around it that a file or a word processor has put there."""
    line = " ".join(text.split())
    while len(line) > 1 and line[0] in _QUOTES and line[-1] in _QUOTES:
        line = line[1:-1].strip()
    return line


def has_curly_quotes(text: str) -> bool:
    """Whether a word processor has put its own quotes around a text."""
    line = text.strip()
    return len(line) > 1 and line[0] in "“”„‟‘’«" and line[-1] in "“”‟‘’»"


def is_placeholder(text: str) -> bool:
    """Whether a text says that something is not known yet: ``TBD``, ``?``, ``n/a``."""
    line = bare(text).lower().strip(" .!()[]<>*")
    return line in _PLACEHOLDERS or not line.strip("?-–—_./ …") or line.startswith(("tbd ", "tba "))
