"""Set a field or take it out, and take out an entry."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from pathwayctl.diagnostics import Path
from pathwayctl.editing import changes, splicing
from pathwayctl.editing.draft import DraftFile
from pathwayctl.editing.edits import CannotEditError
from pathwayctl.editing.entry_lines import Splice, deeper_comment_below
from pathwayctl.editing.nodes import Node
from pathwayctl.editing.way import (
    Change,
    Way,
    model_fields,
    named,
    names_of,
    nodes_at,
    not_there,
    position_of,
    refuse_unknown,
    siblings,
    style_of,
    way_to,
)
from pathwayctl.editing.yaml_text import Style, pair


def set_value(file: DraftFile, path: Path, value: Any) -> Change | None:
    """Set the field or item at a path; a field that is not there is added where the model has it.

    ``None`` if the value is there already.
    """
    refuse_unknown(path)
    beside = siblings(path[:-1])
    root = file.tree(path, *beside)
    way = way_to(file, root, path)
    style = _style(file, nodes_at(root, beside), way)
    if not way.missing:
        if changes.same(changes.at(file.value, path), value):
            return None
        splices = splicing.replace_value(file.text, *way.steps[-1], value, style)
        return Change(splices, changes.put(file.value, path, value))
    depth = len(path) - len(way.missing)
    for end, part in enumerate(way.missing, depth + 1):
        if isinstance(part, int) or part == "0":
            raise not_there(file, path[:end])
    for part in reversed(way.missing[1:]):
        value = {part: value}
    return add_field(file, path[: depth + 1], value, way, style)


def _style(file: DraftFile, beside: list[Node], way: Way) -> Style:
    """The style for a new value of a field; no block scalar where a comment below would become part of it."""
    beside_it = [value.end for _, value in way.node.pairs()] if way.missing else []
    column = way.steps[-1][0].column if way.steps else 0
    safe = not any(deeper_comment_below(file.text, end, column) for end in beside_it or [way.node.end])
    return replace(style_of(file, beside), block_texts=safe)


def add_field(
    file: DraftFile, path: Path, value: Any, way: Way, style: Style, *, lines: str | None = None
) -> Change:
    """Add the field at a path to the mapping that the way has reached, in the order of the model.

    ``lines`` is the text of the field if that is known.
    """
    node, holder, key = way.node, path[:-1], str(path[-1])
    if node.kind == "mapping" and node.pairs() and (holder or node.flow):
        names = names_of(node)
        number = position_of(key, names, model_fields(holder))
        splices = splicing.insert_pair(file.text, node, number, key, value, style, lines=lines)
        return Change(splices, changes.add_key(file.value, holder, number, key, value))
    if holder and changes.at(file.value, holder) not in (None, {}):
        raise CannotEditError(f"{named(file, holder)} holds no fields, so “{key}” cannot be set in it.")
    if way.steps and lines is None:
        if len(holder) == 1:  # a section such as partnership: {}
            style = replace(style, flow={**style.flow, str(holder[0]): False})
        splices = splicing.replace_value(file.text, *way.steps[-1], {key: value}, style)
        return Change(splices, changes.put(file.value, holder, {key: value}))
    if holder:
        raise CannotEditError(
            f"{named(file, holder)} is empty.", f"Give it another field first, then “{key}”."
        )
    if isinstance(value, dict):
        style = replace(style, flow={**style.flow, key: False})
    return Change(
        [_new_section(file, lines or pair(key, value, 0, style))], {**(file.value or {}), key: value}
    )


def _new_section(file: DraftFile, lines: str) -> Splice:
    """Lines at the end of a file, after a blank line; the file ends in a line break if it did before."""
    text, break_ = file.text, file.newline
    ends = not text or text.endswith(("\n", "\r"))
    gap = ("" if ends else break_) + (break_ if text.strip() else "")
    return Splice(len(text), len(text), f"{gap}{lines}{break_ if ends else ''}")


def remove(file: DraftFile, *paths: Path) -> Change:
    """Take out the fields and items at some paths, with the comments that belong to them.

    No two may be in the same list or entry, and the last one in the file comes first.
    """
    root, value = file.tree(*paths), file.value
    splices: list[Splice] = []
    for path in paths:
        way = way_to(file, root, path)
        if way.missing:
            raise not_there(file, path)
        splices += removal(file, way.steps)
        value = changes.drop(value, path)
    return Change(splices, value)


def removal(file: DraftFile, steps: list[tuple[Node, int]]) -> list[Splice]:
    """The splices that take out the entry at the end of some steps."""
    parent, number = steps[-1]
    entry = parent.pairs()[number][1]
    above = parent.pairs()[number - 1][1] if number else None
    if above and above.open_end and deeper_comment_below(file.text, entry.end, parent.column):
        raise CannotEditError(
            "The comment below it would become part of the text above it.",
            "Move the comment to another place, then try again.",
        )
    if len(parent.pairs()) > 1:
        return splicing.remove_entry(file.text, parent, number)
    if len(steps) < 2:
        raise CannotEditError(f"It is all that {file.name} holds.", "Delete the file.")
    return splicing.empty_out(file.text, *steps[-2])
