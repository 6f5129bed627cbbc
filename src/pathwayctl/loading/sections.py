"""Puts the sections of all files together, and keeps which file each entry came from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import field
from itertools import count
from typing import Any, Final

from pathwayctl.diagnostics import MOST_OF_A_CODE, Path, Problem
from pathwayctl.loading import rules
from pathwayctl.loading.files import MAIN_FILE
from pathwayctl.loading.message_context import MessageContext
from pathwayctl.loading.pydantic_errors import problem_of
from pathwayctl.model.plan import LIST_SECTIONS, Plan
from pathwayctl.quick_dataclass import dataclass

_KNOWN: Final = tuple(Plan.model_fields)


@dataclass(frozen=True, slots=True)
class Fragment:
    """The part of a section that one file holds: entries ``start`` and on of the whole list."""

    file: str
    start: int
    size: int


@dataclass(frozen=True, slots=True)
class Sections:
    """All sections of a project as plain data, with the fragments that they were put together from."""

    data: dict[str, Any] = field(default_factory=dict)
    fragments: dict[str, list[Fragment]] = field(default_factory=dict)

    def spot(self, path: Path) -> tuple[str, Path] | None:
        """The file that holds a path of the data, and the path inside that file."""
        fragments = self.fragments.get(str(path[0])) if path else None
        if not fragments:
            return None
        if len(path) < 2 or not isinstance(path[1], int):
            return fragments[0].file, path
        index = path[1]
        number = bisect_right(fragments, index, key=lambda part: part.start) - 1
        holder = (
            fragments[number] if index < fragments[number].start + fragments[number].size else fragments[0]
        )
        return holder.file, (path[0], index - holder.start, *path[2:])


def gather(documents: Iterable[tuple[str, Any]]) -> tuple[Sections, list[tuple[str, Problem]]]:
    """The sections of every ``(file, data)``, and problems with the path inside the named file."""
    sections = Sections()
    problems: list[tuple[str, Problem]] = []
    unknown = count()
    in_order = tuple(documents)
    # A section that appears once counts as it is in the main file; lists are joined in path order.
    main_first = sorted(in_order, key=lambda document: document[0] != MAIN_FILE)
    for order, lists in ((main_first, False), (in_order, True)):
        for file, data in order:
            for name, value in data.items():
                if (name in LIST_SECTIONS) is not lists:
                    continue
                if name in _KNOWN:
                    problem = _add(sections, file, name, value)
                else:
                    problem = _unknown(name, explained=next(unknown) < MOST_OF_A_CODE)
                if problem:
                    problems.append((file, problem))
    return sections, problems


def _unknown(name: str, *, explained: bool) -> Problem:
    """A heading that is no section. Beyond the first thousand they are only counted, without a message."""
    if not explained:
        return rules.UNKNOWN_SECTION.at((name,), "", on_key=True)
    from pathwayctl.loading.keys import section_hint

    message = f"“{name}” is not a section of a project."
    return rules.UNKNOWN_SECTION.at((name,), message, section_hint(name), on_key=True)


def _add(sections: Sections, file: str, name: str, value: Any) -> Problem | None:
    path: Path = (name,)
    if name in LIST_SECTIONS:
        return _add_list(sections, file, name, value)
    if name in sections.data:
        first = sections.fragments[name][0].file
        message = f"“{name}” is both here and in {first}, but a project has only one."
        return rules.SECTION_TWICE.at(path, message, f"Keep it in {first} and delete it here.", on_key=True)
    if value is None:  # only the heading has been written so far
        value = {}
    sections.data[name] = value
    sections.fragments[name] = [Fragment(file, 0, 0)]
    return None


def _add_list(sections: Sections, file: str, name: str, value: Any) -> Problem | None:
    entries = [] if value is None else value
    if not isinstance(entries, list):
        return problem_of({"type": "tuple_type", "input": entries}, (name,), MessageContext({name: entries}))
    whole = sections.data.setdefault(name, [])
    sections.fragments.setdefault(name, []).append(Fragment(file, len(whole), len(entries)))
    whole.extend(entries)
    return None
