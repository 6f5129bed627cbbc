"""Values marked with ``&name`` and repeated with ``*name``, within limits.

A repeated value is the same object in every place. A few short lines can therefore mean
billions of values (the "billion laughs"), so sizes are summed up as if all were written out.
"""

from __future__ import annotations

from typing import Any, Final

from pathwayctl.diagnostics import Position
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.source.quoting import yaml_quoted
from pathwayctl.source.rules import ENDLESS_ALIAS, TOO_DEEP, TOO_MANY_ALIASES, UNKNOWN_ALIAS
from pathwayctl.source.text_report import TextReport

MOST_ALIASES: Final = 100
MOST_VALUES: Final = 1_000_000
"""So many values may come into a file through aliases, all of them written out."""
DEEPEST: Final = 50
"""Levels of lists and groups within each other, aliases written out."""


@dataclass(frozen=True, slots=True)
class _Marked:
    """A marked value, how many values it holds written out, and how many levels (0 for a text)."""

    value: Any
    count: int
    levels: int


class Aliases:
    """The marked values of one file, and what has been repeated so far."""

    __slots__ = ("_added", "_marked", "_report", "_shared", "_used")

    def __init__(self, report: TextReport) -> None:
        self._report = report
        self._marked: dict[str, _Marked] = {}
        self._shared: dict[int, _Marked] = {}
        self._used = 0
        self._added = 0

    def mark(self, name: str, value: Any) -> None:
        """``&name value``, once the value is complete; a name may be given anew."""
        marked = self._measure(value)
        self._marked[name] = marked
        self._shared[id(value)] = marked

    def repeat(self, name: str, position: Position, level: int, open_names: list[str]) -> Any:
        """The value of ``*name`` at a level of the file, or ``None`` if it may not be repeated.

        ``open_names`` are the marked values around the alias.
        """
        if name in open_names:
            message = f"The value marked &{name} repeats itself within itself."
            return self._report.add(ENDLESS_ALIAS, position, message)
        marked = self._marked.get(name)
        if marked is None:
            message = f"Nothing above is marked &{name}, so *{name} has no value."
            hint = f"If it is meant as a text, write {yaml_quoted('*' + name)} with quotes around it."
            return self._report.add(UNKNOWN_ALIAS, position, message, hint)
        if level + marked.levels > DEEPEST:
            message = f"With *{name} written out, there are more than {DEEPEST} levels here."
            return self._report.add(TOO_DEEP, position, message)
        return marked.value if self._within_limits(name, marked, position) else None

    def _within_limits(self, name: str, marked: _Marked, position: Position) -> bool:
        if self._used > MOST_ALIASES or self._added > MOST_VALUES:
            return False  # was said at the first one past the limit
        self._used += 1
        self._added += marked.count
        if self._used > MOST_ALIASES:
            message = f"*{name} is one repetition too many: {MOST_ALIASES} are read in a file."
        elif self._added > MOST_VALUES:
            message = f"With *{name} written out, this file would hold more than {MOST_VALUES:,} values."
        else:
            return True
        self._report.add(TOO_MANY_ALIASES, position, message)
        return False

    def _measure(self, value: Any) -> _Marked:
        """Count a value as if written out; what is marked within it was counted before."""
        count = levels = 0
        waiting = [(value, 0)]
        while waiting:
            each, level = waiting.pop()
            known = self._shared.get(id(each)) if isinstance(each, list | dict) else None
            if known:
                count += known.count
                levels = max(levels, level + known.levels)
                continue
            count += 1
            if isinstance(each, dict):
                each = list(each.values())
            if isinstance(each, list):
                levels = max(levels, level + 1)
                waiting.extend((inner, level + 1) for inner in each)
        return _Marked(value, count, levels)
