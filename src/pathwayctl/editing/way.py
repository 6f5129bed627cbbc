"""The way down to a value in the text of a file, and what its model says of the fields on it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from pathwayctl.diagnostics import Path
from pathwayctl.editing.draft import DraftFile
from pathwayctl.editing.edits import CannotEditError
from pathwayctl.editing.entry_lines import Splice, list_indent
from pathwayctl.editing.nodes import Node, refuse_unsafe
from pathwayctl.editing.yaml_text import Style
from pathwayctl.loading.fields import keys, model_at
from pathwayctl.wording import nearest


class Change(NamedTuple):
    """Replacements in the text of a file, and the data that the text must hold after them."""

    splices: list[Splice]
    value: Any


class Way(NamedTuple):
    """The nodes on the way down to a path, up to the last that the text has.

    ``steps`` are the nodes passed and the positions taken in them, ``node`` is the last one reached, and
    ``missing`` the parts of the path that are not there.
    """

    steps: list[tuple[Node, int]]
    node: Node
    missing: Path


def way_to(file: DraftFile, root: Node, path: Path) -> Way:
    """Follow a path. Raises ``CannotEditError`` where it meets a value that is repeated elsewhere."""
    steps: list[tuple[Node, int]] = []
    node = root
    for depth, part in enumerate(path):
        _refuse_shared(file, node)
        number = node.index_of(part)
        if number is None:
            return Way(steps, node, path[depth:])
        steps.append((node, number))
        node = node.pairs()[number][1]
    _refuse_shared(file, node)
    return Way(steps, node, ())


def _refuse_shared(file: DraftFile, node: Node) -> None:
    refuse_unsafe(file.text, node)
    if node.anchor is not None and f"*{node.anchor}" in file.text:
        raise CannotEditError(
            f"This value is marked with &{node.anchor}, and *{node.anchor} repeats it in another place.",
            "Write the value out in both places, then try again.",
        )


def style_of(file: DraftFile, neighbors: Sequence[Node] = ()) -> Style:
    """The style of a file, and of the fields that neighbors of an entry have."""
    flow = {
        key.name: value.flow
        for node in neighbors
        for key, value in node.pairs()
        if key is not None and key.name is not None and value.kind in ("list", "mapping")
    }
    ends = not file.text or file.text.endswith(("\n", "\r"))
    return Style(file.newline, list_indent(file.text), flow, final_break=ends)


def siblings(path: Path) -> list[Path]:
    """The paths of what is at a path in the entries after and before the one that holds it."""
    numbers = [end for end, part in enumerate(path) if isinstance(part, int)]
    if not numbers:
        return []
    at = numbers[-1]
    before, index = path[:at], int(path[at])
    return [(*before, other, *path[at + 1 :]) for other in (index + 1, index - 1) if other >= 0]


def nodes_at(root: Node, paths: Sequence[Path]) -> list[Node]:
    """The nodes at those paths that a text has."""
    found = []
    for path in paths:
        node: Node | None = root
        for part in path:
            number = node.index_of(part) if node else None
            node = node.pairs()[number][1] if node and number is not None else None
        if node is not None:
            found.append(node)
    return found


def names_of(node: Node) -> list[str]:
    """The names of the fields of a mapping."""
    return [str(key.name) for key, _ in node.pairs() if key is not None]


def model_fields(path: Path) -> tuple[str, ...]:
    """The names of the fields of an entry, in the order of its model; none where no model is."""
    model = model_at(path)
    return tuple(keys(model)) if model else ()


def position_of(key: str, names: Sequence[str], model: Sequence[str]) -> int:
    """Where a key goes among the keys of an entry: after the nearest one that precedes it in the model."""
    if key not in model:
        return len(names)
    earlier = set(model[: model.index(key)])
    places = [number for number, name in enumerate(names) if name in earlier]
    return places[-1] + 1 if places else 0


def ordered(value: Any, neighbor: Sequence[str], model: Sequence[str]) -> Any:
    """An entry with its keys in the order of its neighbor, and where that has none, of the model."""
    if not isinstance(value, dict):
        return value
    names = [name for name in neighbor if name in value]
    for name in (*model, *value):
        if name in value and name not in names:
            names.insert(position_of(name, names, model), name)
    return {name: value[name] for name in names}


def refuse_unknown(path: Path) -> None:
    """Raise ``CannotEditError`` if a part of a path is no field of its model, with the nearest that is."""
    for end, part in enumerate(path):
        model = model_at(path[:end])
        if model is None or not isinstance(part, str) or part in keys(model):
            continue
        if not end:
            near = nearest(part, keys(model))
            raise CannotEditError(f"“{part}” is not a section of a project.", _did_you_mean(near))
        word = str(path[end - 1] if isinstance(path[end - 1], str) else path[end - 2])
        which = f"{'An' if model.NOUN[0] in 'aeiou' else 'A'} {model.NOUN}" if model.NOUN else f"“{word}”"
        near = nearest(part, keys(model))
        hint = _did_you_mean(near) or f"Its fields are {', '.join(keys(model))}."
        raise CannotEditError(f"{which} has no field “{part}”.", hint)


def _did_you_mean(near: str | None) -> str:
    return f"Did you mean “{near}”?" if near else ""


def named(file: DraftFile, path: Path) -> str:
    """A path as ``set`` takes it, from the innermost entry with an id: ``“sign-mou.depends_on.1”``."""
    parts, here = [""], file.value
    for part in path:
        parts.append(str(part + 1) if isinstance(part, int) else part)
        held = isinstance(here, dict) or (
            isinstance(here, list) and isinstance(part, int) and part < len(here)
        )
        here = (here.get(part) if isinstance(here, dict) else here[part]) if held else None
        if isinstance(here, dict) and isinstance(here.get("id"), str):
            parts = ["", here["id"]]
    return f"“{'.'.join(parts[1:])}”"


def not_there(file: DraftFile, path: Path) -> CannotEditError:
    """The error for an item or a field that is not there."""
    hint = "The first item of a list is number 1." if path[-1] == "0" else ""
    return CannotEditError(f"There is no {named(file, path)}.", hint)
