"""Files that hold only what another file of the project holds too: copies, made by people and by programs.

Every entry of a copy has the id of another entry, and a finding for each would send its reader to
rename them one by one. One finding names the file instead, and the copy is left out of the plan.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Any

from pathwayctl.diagnostics import Problem
from pathwayctl.loading.files import MAIN_FILE, named_like_copy
from pathwayctl.loading.rules import COPY
from pathwayctl.loading.validation import ids_in
from pathwayctl.model.plan import LIST_SECTIONS, Plan

_Data = Mapping[str, Any]
_Document = tuple[str, _Data]
_Name = tuple[str, str | None]
"""A section and the id of an entry; ``None`` for a section that is no list."""
_Held = Mapping[str, frozenset[_Name] | None]


def without_copies(
    documents: Sequence[_Document], partly: Container[str] = ()
) -> tuple[list[_Document], list[tuple[str, Problem]]]:
    """The documents that are no copies, and a problem for each that is, at the file's beginning.

    A file that could be read only ``partly`` is no copy, since the rest of it is unknown.
    """
    names = {file: _names(data) for file, data in documents}
    holder: dict[_Name, str] = {}
    data_of = dict(documents)
    for file in sorted(names, key=lambda file: (file != MAIN_FILE, len(file), file)):
        for name in names[file] or ():
            holder.setdefault(name, file)
    kept: list[_Document] = []
    problems: list[tuple[str, Problem]] = []
    for file, data in documents:
        original = None if file in partly else _original(file, names, holder)
        if original and _is_copy(file, data, original, data_of[original]):
            problems.append((file, _problem(file, data, original, data_of[original])))
        else:
            kept.append((file, data))
    return kept, problems


def _names(data: _Data) -> frozenset[_Name] | None:
    """What a file holds, or ``None`` if it holds something that has no name."""
    found = set(_each_name(data))
    return None if (None in found or not found) else frozenset(name for name in found if name)


def _each_name(data: _Data) -> Iterator[_Name | None]:
    for section, value in data.items():
        if section in LIST_SECTIONS and isinstance(value, list):
            for entry in value:
                name = entry.get("id") if isinstance(entry, dict) else None
                yield (section, name) if isinstance(name, str) else None
        else:
            yield (section, None) if section in Plan.model_fields else None


def _original(file: str, names: _Held, holder: Mapping[_Name, str]) -> str | None:
    """The one other file that holds all that a file holds, if there is one."""
    own = names[file]
    if not own:
        return None
    other = holder[min(own, key=str)]
    return other if other != file and own <= (names[other] or frozenset()) else None


def _is_copy(file: str, data: _Data, original: str, other: _Data) -> bool:
    same_folder = file.rpartition("/")[0] == original.rpartition("/")[0]
    if same_folder and named_like_copy(file.rpartition("/")[2], original.rpartition("/")[2]):
        return set(ids_in(data)) <= set(ids_in(other))
    return data == other


def _problem(file: str, data: Mapping[str, Any], original: str, other: Mapping[str, Any]) -> Problem:
    number = sum(
        len(value) for name, value in data.items() if name in LIST_SECTIONS and isinstance(value, list)
    )
    if number > 1:
        message = f"All {number:,} entries of “{file}” are copies of entries in {original}."
    elif number:
        message = f"The one entry of “{file}” is a copy of an entry in {original}."
    else:
        message = f"All of “{file}” is in {original} too."
    if data == other:
        return COPY.at((), message, "Delete the file.")
    hint = f"The two differ: copy what is right in it to {original}, then delete the file."
    return COPY.at((), message, hint)
