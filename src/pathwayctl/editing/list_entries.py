"""Add an entry to a list, and move one with its comments from one list to another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pathwayctl.diagnostics import Path
from pathwayctl.editing import changes, splicing
from pathwayctl.editing.draft import DraftFile
from pathwayctl.editing.edits import CannotEditError
from pathwayctl.editing.entry_lines import (
    Splice,
    after_colon,
    column_of,
    entry_start,
    has_comment,
    is_inline,
    line_end,
)
from pathwayctl.editing.nodes import Node, has_marks
from pathwayctl.editing.set_field import add_field, removal
from pathwayctl.editing.way import (
    Change,
    Way,
    model_fields,
    named,
    names_of,
    not_there,
    ordered,
    refuse_unknown,
    style_of,
    way_to,
)
from pathwayctl.editing.yaml_text import item

_GONE = object()
"""Stands for an entry that is being moved, so that its old place can be found again."""


def add_item(
    file: DraftFile, path: Path, value: Any, *, index: int | None = None, lines: str | None = None
) -> Change:
    """Add an item to the list at a path, at its end or at an index.

    ``lines`` is the text of the item if that is known, not indented.
    """
    refuse_unknown(path)
    way = way_to(file, file.tree(path), path)
    if len(way.missing) > 1 or any(isinstance(part, int) for part in way.missing):
        raise not_there(file, path)
    if way.missing:
        return _new_list(file, path, value, way, _fitting(lines, way.node))
    items = way.node.pairs()
    if not items and changes.at(file.value, path) not in (None, []):
        raise CannotEditError(f"{named(file, path)} is not a list.")
    if not items:
        return _first_item(file, path, value, way, _fitting(lines, way.steps[-1][0]))
    if way.node.kind != "list":
        raise CannotEditError(f"{named(file, path)} is not a list.")
    place = len(items) if index is None else index
    last = items[-1][1]
    style = style_of(file, [one for _, one in items[-3:]])
    block = not last.flow if last.kind == "mapping" else len(path) == 1
    lines = _fitting(lines, way.node)
    if lines is None:
        value = ordered(value, names_of(last), model_fields((*path, 0)))
        splices = splicing.insert_item(file.text, way.node, place, value, style, block=block)
    else:
        column = way.node.column
        text = splicing.reindented(lines, column, file.newline)[column:]
        splices = splicing.insert_item(file.text, way.node, place, value, style, lines=text)
    return Change(splices, changes.add_item(file.value, path, place, value))


def _fitting(lines: str | None, into: Node) -> str | None:
    """The lines of an entry that goes into a list or mapping; ``None`` if that is within brackets."""
    if lines is None or not into.flow:
        return lines
    if has_comment(lines):
        raise CannotEditError(
            "The entry has comments, and what it goes to is within brackets.", "Move it by hand."
        )
    return None


def add_items(file: DraftFile, path: Path, values: Sequence[Any]) -> None:
    """Add items at the end of the list at a path; the text is read twice, however many there are."""
    file.apply(*add_item(file, path, values[0]))
    way = way_to(file, file.tree(path), path)
    items, names = way.node.pairs(), names_of(way.node.pairs()[-1][1])
    style = style_of(file, [one for _, one in items[-3:]])
    block, fields = not items[-1][1].flow, model_fields((*path, 0))
    more = [ordered(value, names, fields) for value in values[1:]]
    splices = [
        splice
        for value in more
        for splice in splicing.insert_item(file.text, way.node, len(items), value, style, block=block)
    ]
    whole = Splice(splices[0].start, splices[0].end, "".join(splice.text for splice in splices))
    file.apply([whole], changes.put(file.value, path, [*changes.at(file.value, path), *more]))


def _first_item(file: DraftFile, path: Path, value: Any, way: Way, lines: str | None) -> Change:
    """Add the first item of a list that is written down but empty."""
    parent, number = way.steps[-1]
    style = style_of(file)
    if lines is None:
        value = ordered(value, [], model_fields((*path, 0)))
        block = _in_block(path, value)
        splices = splicing.fill_empty(file.text, parent, number, value, style, block=block)
        return Change(splices, changes.put(file.value, path, [value]))
    key, old = parent.pairs()[number]
    if key is None:
        raise CannotEditError(f"{named(file, path)} is within brackets, and cannot take an entry over lines.")
    colon, at = after_colon(file.text, key), line_end(file.text, old.end)
    cut = [] if old.is_empty else [Splice(colon, old.end, "")]
    text = splicing.reindented(lines, key.column + style.list_indent, file.newline)
    splices = [*cut, Splice(at, at, file.newline + text)]
    return Change(splices, changes.put(file.value, path, [value]))


def _new_list(file: DraftFile, path: Path, value: Any, way: Way, lines: str | None) -> Change:
    """Add a list with its first item."""
    style = style_of(file)
    if lines is None:
        value = ordered(value, [], model_fields((*path, 0)))
        if not _in_block(path, value):
            return add_field(file, path, [value], way, style)
    indent = (way.node.column if way.node.pairs() else 0) + style.list_indent
    if lines is None and way.node.flow:
        return add_field(file, path, [value], way, style)
    text = " " * indent + item(value, indent, style, block=True)
    if lines is not None:
        text = splicing.reindented(lines, indent, file.newline)
    return add_field(file, path, [value], way, style, lines=f"{path[-1]}:{file.newline}{text}")


def _in_block(path: Path, value: Any) -> bool:
    """Whether a first entry is written over lines: entries of sections, and those with an id, are."""
    return isinstance(value, dict) and (len(path) == 1 or "id" in value)


def move_item(source: DraftFile, path: Path, target: DraftFile, into: Path, index: int | None) -> None:
    """Move the item at a path to an index of a list, or to its end, with its comments."""
    way = way_to(source, source.tree(path), path)
    value = changes.at(source.value, path)
    taken = removal(source, way.steps)
    lines = _lines_of(source, way.steps[-1], way.node)
    if source is not target:
        added = add_item(target, into, value, index=index, lines=lines)
        source.apply(taken, changes.drop(source.value, path))
        target.apply(*added)
        return
    _refuse_unmoved(source, path, into, index)
    whole = source.value
    source.value = changes.put(whole, path, _GONE)
    try:
        added = add_item(source, into, value, index=index, lines=lines)
    finally:
        source.value = whole
    source.apply([*taken, *added.splices], changes.drop(added.value, _shifted(path, into, index)))


def _refuse_unmoved(file: DraftFile, path: Path, into: Path, index: int | None) -> None:
    if into[: len(path)] == path:
        raise CannotEditError("An entry cannot be moved into itself.")
    if into == path[:-1]:
        last = len(changes.at(file.value, into))
        if (last if index is None else index) in (path[-1], int(path[-1]) + 1):
            raise CannotEditError("The entry is there already.")


def _shifted(path: Path, into: Path, index: int | None) -> Path:
    """The path of an item after another was added to a list."""
    depth = len(into)
    if index is None or path[:depth] != into or int(path[depth]) < index:
        return path
    return (*into, int(path[depth]) + 1, *path[depth + 1 :])


def _lines_of(file: DraftFile, step: tuple[Node, int], node: Node) -> str | None:
    """The lines of an entry with its comments, not indented; ``None`` if it is within brackets."""
    parent, number = step
    if has_marks(node):
        raise CannotEditError(
            "The entry marks a value with & or repeats one with *, which may not work in another place.",
            "Write the value out, then try again.",
        )
    if parent.flow:
        if has_comment(file.text[node.start : node.end]):
            raise CannotEditError(
                "There are comments inside the entry, and they would be lost.", "Move it by hand."
            )
        return None
    start = entry_start(file.text, parent, number)
    if is_inline(file.text, start):
        raise CannotEditError("The entry begins on the line of another hyphen.", "Move it by hand.")
    begin, finish = splicing.extent(file.text, parent, number)
    lines = file.text[begin:finish]
    return splicing.reindented(lines, -column_of(file.text, start), "\n")
