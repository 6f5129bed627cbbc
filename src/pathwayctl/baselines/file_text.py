"""A baseline as text that git can compare well: a short header, then a line for each task.

The same plan gives the same bytes. A task is known by its id, so that one moved task is one changed line.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from pathwayctl.baselines.frozen import Baseline, Frozen
from pathwayctl.scheduling.records import written
from pathwayctl.source.characters import forbidden
from pathwayctl.source.scalars import LARGEST, resolve

VERSION: Final = 1
_ABOUT: Final = """\
# A baseline: the plan as it was on the day it was saved, to compare later schedules with.
# Made by pathwayctl; to bring it up to date, save it again with --replace.
"""
_ESCAPED: Final = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


def to_text(baseline: Baseline) -> str:
    """The text of a baseline's file."""
    header = {
        "baseline": str(VERSION),
        "name": _id(baseline.name),
        "status_date": _day(baseline.status_date),
        "start": _day(baseline.start),
        "finish": _day(baseline.finish),
        "cost": _number(baseline.cost),
    }
    lines = [f"{name}: {value}" for name, value in header.items() if value]
    tasks = [f"  {_id(task.id)}: {{{', '.join(_fields(task))}}}" for task in baseline.tasks]
    return _ABOUT + "\n".join([*lines, "tasks:" if tasks else "tasks: {}", *tasks]) + "\n"


def _fields(task: Frozen) -> Iterator[str]:
    """The fields of one task, as far as they say anything."""
    found = {
        "title": double_quoted(task.title),
        "in": _id(task.parent) if task.parent else "",
        "start": _day(task.start),
        "finish": _day(task.finish),
        "days": str(task.days) if task.start else "",
        "cost": _number(task.cost),
        "complete": str(task.complete) if task.complete else "",
        "depends_on": _listed([written(link) for link in task.depends_on]),
        "date": _day(task.held),
        "not_before": _day(task.not_before),
        "as_late_as_possible": "true" if task.late else "",
    }
    return (f"{name}: {value}" for name, value in found.items() if value)


def double_quoted(text: str) -> str:
    """The text in double quotes; what does not show, or would end a line, is written as its code."""
    return f'"{"".join(map(_letter, text))}"'


def _letter(letter: str) -> str:
    if letter in _ESCAPED:
        return _ESCAPED[letter]
    if letter.isprintable():
        return letter
    code = ord(letter)
    if forbidden().match(letter) or 0xD800 <= code < 0xE000:  # no file of a project may hold it
        return "\ufffd"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _id(name: str) -> str:
    """An id, in quotes where YAML would take it for a number, a day, or a word such as yes."""
    return name if resolve(name) is name else f'"{name}"'


def _listed(links: list[str]) -> str:
    return f"[{', '.join(link if ' ' in link else _id(link) for link in links)}]" if links else ""


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _number(number: float | None) -> str:
    """A number, without decimals that say nothing; one that is too large to be read is left out."""
    if number is None or number > LARGEST:
        return ""
    return str(int(number)) if number == int(number) else repr(number)
