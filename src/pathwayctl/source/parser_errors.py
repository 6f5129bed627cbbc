"""Where the parser gave up: the lines of the text, what it says, and the places that it names."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any, Final

from pathwayctl.diagnostics import Fix, Position, Rule
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.source.parser import AliasEvent, ScalarEvent
from pathwayctl.source.quoting import quoted_whole, with_quotes
from pathwayctl.source.text_report import Spot

Mark = tuple[int, int]
"""A line and a column, both counted from 0."""

_QUOTED_PARTS: Final = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'[^']*'")
_NEXT_FIELD: Final = re.compile(r"\s[a-z][a-z_]*:(?:\s|\Z)")
"""What may be the next field, on the line of the one before it."""
_COMMENT: Final = re.compile(r"(?:^|[ \t])#(?:\s.*)?$")
"""A number sign without a space after it was hardly meant to begin a comment."""


@dataclass(frozen=True)
class Trouble:
    """A problem of the parser.

    ``at`` is where it stopped, ``since`` where the thing it was reading began, ``last`` is the last
    event before it.
    """

    text: str
    problem: str
    context: str
    at: Mark
    since: Mark
    last: Any

    @classmethod
    def of(cls, error: Any, text: str, last: Any) -> Trouble:
        """Read the parser's exception; without places of its own, the last event's end counts."""
        at = _mark(getattr(error, "problem_mark", None)) or (_mark(last.end_mark) if last else None) or (0, 0)
        since = _mark(getattr(error, "context_mark", None)) or at
        problem, context = getattr(error, "problem", None), getattr(error, "context", None)
        return cls(text, problem or "", context or "", at, since, last)

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text; one more, empty, at its end."""
        return [*self.text.splitlines(), ""]

    def line(self, number: int) -> str:
        """A line of the text; the parser may point past its end."""
        return self.lines[number] if number < len(self.lines) else ""

    @property
    def before(self) -> str:
        """The text before the problem on its line."""
        return self.line(self.at[0])[: self.at[1]]

    @property
    def character(self) -> str:
        """The character at the problem; empty at the end of a line."""
        return self.line(self.at[0])[self.at[1] : self.at[1] + 1]

    def rest(self, mark: Mark, *, within: bool = False) -> str:
        """The text from a place to the end of its line or of its entry within brackets, without a comment."""
        line = self.line(mark[0])
        rest = _COMMENT.sub("", line[mark[1] :]).rstrip()
        if not within and not _within_brackets(line[: mark[1]]):
            return rest
        return re.split(r"[],}]", rest, maxsplit=1)[0].rstrip() or rest

    def spot(
        self, rule: Rule, mark: Mark, message: str, hint: str = "", *, length: int = 0, fix: Fix | None = None
    ) -> Spot:
        """What is wrong at a place; it reaches over ``length`` characters or to the end of the line."""
        return Spot(rule, self.position(mark, length), message, hint or rule.page.fix, fix)

    def fix(self, mark: Mark, old: str, new: str, *, sure: bool = True) -> Fix:
        """What to type in the place of a text that begins at a mark and ends on the same line."""
        row, column = mark
        return Fix(Position(row + 1, column + 1, row + 1, column + 1 + len(old)), new, sure)

    def in_quotes(self, rule: Rule, mark: Mark, text: str, message: str, *, length: int = 0) -> Spot:
        """What is wrong with a text at a mark that needs quotes around it."""
        fix = self.fix(mark, text, quoted_whole(text), sure=_is_text(text))
        return self.spot(rule, mark, message, with_quotes(text), length=length, fix=fix)

    @property
    def last_begin(self) -> Mark:
        """Where the last thing before the problem began."""
        return (_mark(self.last.start_mark) if self.last is not None else None) or (0, 0)

    @property
    def last_is_quoted(self) -> bool:
        """Whether the last thing before the problem is a text in quotes."""
        return self.last.__class__ is ScalarEvent and self.last.style in ("'", '"')

    @property
    def last_is_alias(self) -> bool:
        """Whether the last thing before the problem is a word with a star."""
        return self.last.__class__ is AliasEvent

    def position(self, mark: Mark, length: int = 0) -> Position:
        """The place of a piece of text; without a length, to the end of its line."""
        row, column = mark
        if not self.lines[row] and row and column == 0:  # nothing to show: rather the end of the line before
            row, column = row - 1, max(len(self.lines[row - 1]) - 1, 0)
        column = min(column, max(len(self.lines[row]) - 1, 0))
        end = column + length if length else len(self.lines[row].rstrip())
        return Position(row + 1, column + 1, row + 1, max(end, column + 1) + 1)


def _is_text(text: str) -> bool:
    """Whether something can only be a text, and neither a lone sign nor the next field of an entry."""
    return any(map(str.isalnum, text)) and not _NEXT_FIELD.search(text)


def _mark(mark: Any) -> Mark | None:
    return None if mark is None else (mark.line, mark.column)


def _within_brackets(text: str) -> bool:
    """Whether a bracket is open at the end of this piece of a line."""
    plain = _QUOTED_PARTS.sub("", text[-1000:])  # of a long line the end is enough
    return sum(map(plain.count, "[{")) > sum(map(plain.count, "]}"))
