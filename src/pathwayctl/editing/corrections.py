"""Type what the hints of findings say: other values and other names of fields, in their places in a file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from pathwayctl.diagnostics import FieldFix
from pathwayctl.editing import changes
from pathwayctl.editing.draft import DraftFile
from pathwayctl.editing.edits import CannotEditError
from pathwayctl.editing.entry_lines import Splice, has_comment
from pathwayctl.editing.nodes import Node
from pathwayctl.editing.set_field import set_value
from pathwayctl.editing.typed_text import as_in_file
from pathwayctl.editing.way import Way, way_to


class _Field(NamedTuple):
    fix: FieldFix
    way: Way


def correct_fields(file: DraftFile, fixes: Iterable[FieldFix]) -> None:
    """Correct fields of a file, none of which holds another. Raises ``CannotEditError`` if one cannot be.

    What is on one line is replaced by what the hint says, to the letter; a value over several lines, and
    a field that is not there yet, are written in the style of the file.
    """
    asked = list(fixes)
    root = file.tree(*(fix.path for fix in asked))
    fields = [_Field(fix, way_to(file, root, fix.path)) for fix in asked]
    splices: list[Splice] = []
    text, value = file.text, file.value
    for fix, way in fields:
        if fix.value is not None and _is_in_place(file.text, way, fix.value):
            splices.append(Splice(way.node.inner, way.node.end, fix.value))
            value = changes.put(value, _path(way), as_in_file(fix.value))
    for fix, way in fields:
        if fix.name is not None:
            key = _key(way, fix.name)
            splices.append(Splice(key.inner, key.end, fix.name))
            value = changes.rename_key(value, _path(way), _text(fix.name))
    file.apply(splices, value)
    for fix, way in fields:
        if fix.value is not None and not _is_in_place(text, way, fix.value):
            path = (*fix.path[:-1], _text(fix.name)) if fix.name else fix.path
            change = set_value(file, path, as_in_file(fix.value))
            if change is not None:
                file.apply(*change)


def _is_in_place(text: str, way: Way, new: str) -> bool:
    """Whether a value can be replaced by another on one line without a look at what is around it."""
    node = way.node
    if way.missing or node.is_empty or "\\n" in new:
        return False
    if node.kind == "scalar":
        return node.style not in ("|", ">")
    return node.flow and not has_comment(text[node.inner : node.end])


def _key(way: Way, name: str) -> Node:
    """The name of a field, which is to be another."""
    if way.missing:
        raise CannotEditError("The field is not there.")
    parent, number = way.steps[-1]
    key = parent.pairs()[number][0]
    if key is None or parent.index_of(_text(name)) is not None:
        raise CannotEditError(f"The entry has a field “{name}” already.")
    return key


def _path(way: Way) -> tuple[str | int, ...]:
    """The path of a value, with names where positions in a group were given."""
    found: list[str | int] = []
    for parent, number in way.steps:
        key = parent.pairs()[number][0]
        found.append(number if key is None or key.name is None else key.name)
    return tuple(found)


def _text(name: str) -> Any:
    """A name of a field without the quotes in which it is typed."""
    return str(as_in_file(name)) if name[:1] in "\"'" else name
