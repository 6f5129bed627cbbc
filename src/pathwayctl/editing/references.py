"""Change an id and every reference to it, wherever the model says that a field refers to an entry."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple

from pathwayctl.diagnostics import Path
from pathwayctl.editing import changes
from pathwayctl.editing.draft import Draft, DraftFile
from pathwayctl.editing.edits import CannotEditError
from pathwayctl.editing.entry_lines import Splice
from pathwayctl.editing.nodes import Node
from pathwayctl.editing.yaml_text import scalar
from pathwayctl.loading.naming import slug
from pathwayctl.model.plan import Plan
from pathwayctl.model.references import use_at
from pathwayctl.model.values import ID_PATTERN

_ID: Final = re.compile(ID_PATTERN)


class Use(NamedTuple):
    """A place that names an id: the path of the text that does, and whether it is a key."""

    path: Path
    on_key: bool


def rename(draft: Draft, old: str, new: str) -> None:
    """Give an entry another id, in all files. Raises ``CannotEditError`` if that would not be clear."""
    home, entry = draft.locate(old)
    if old not in draft.ids:
        raise CannotEditError(f"No entry has the id “{old}”.")
    if len(new) > 100 or not _ID.fullmatch(new):
        near = slug(new)
        hint = f"Write {near}." if near else "Use lower-case letters and digits, joined by hyphens."
        raise CannotEditError(f"“{new}” cannot be an id.", hint)
    if new == old:
        raise CannotEditError(f"“{new}” is its id already, so nothing would change.", "Choose another id.")
    if new in draft.ids:
        file, _ = draft.ids[new][0]
        raise CannotEditError(f"The id “{new}” is already in use, in {file}.", "Choose another one.")
    for name, value in draft.documents():
        uses = list(uses_in(value, old))
        if name == home:
            uses.append(Use((*entry, "id"), on_key=False))
        if uses:
            rename_in(draft.file(name), uses, old, new)
    draft.restructured()


def replace_at(file: DraftFile, paths: Iterable[Path], old: str, new: str) -> None:
    """Write another id at places that refer to an entry: in a field, in a list, or as a key of a group."""
    uses = []
    for path in paths:
        here = changes.at(file.value, path[:-1])
        on_key = isinstance(here, dict) and old in here and isinstance(path[-1], int)
        uses.append(Use((*path[:-1], old) if on_key else path, on_key))
    rename_in(file, uses, old, new)


def uses_in(value: dict[str, Any], old: str) -> Iterator[Use]:
    """Every reference to an id in what a file says."""
    waiting: list[tuple[Path, Any]] = [
        ((name,), one) for name, one in value.items() if name in Plan.model_fields
    ]
    while waiting:
        path, here = waiting.pop()
        if isinstance(here, dict):
            if old in here and use_at((*path, old)) is None and use_at(path) is not None:
                yield Use((*path, old), on_key=True)
            waiting += [((*path, key), one) for key, one in here.items()]
        elif isinstance(here, list):
            waiting += [((*path, number), one) for number, one in enumerate(here)]
        elif isinstance(here, str) and old in here and use_at(path) is not None and is_named(here, old):
            yield Use(path, on_key=False)


def is_named(text: str, old: str) -> bool:
    """Whether a text is an id, or a link that begins with it: ``draft SS+2d``."""
    return text == old or text.strip().split()[:1] == [old]


def rename_in(file: DraftFile, uses: list[Use], old: str, new: str) -> None:
    """Write another id at some places of a file."""
    root = file.tree(*(use.path for use in uses))
    splices: list[Splice] = []
    value = file.value
    for use in sorted(uses, key=lambda one: one.on_key):  # a key last, since it ends the paths through it
        node = _node_at(root, use)
        if use.on_key:
            value = changes.rename_key(value, use.path, new)
        else:
            text = changes.at(value, use.path)
            value = changes.put(value, use.path, text.replace(old, new, 1))
        if node is not None:  # what an alias repeats changes where it is written
            splices.append(_splice(file.text, node, old, new))
    file.apply(list(dict.fromkeys(splices)), value)


def _node_at(root: Node, use: Use) -> Node | None:
    node = root
    for depth, part in enumerate(use.path):
        number = None if node.kind == "alias" else node.index_of(part)
        if number is None:
            return None
        key, node = node.pairs()[number]
        if use.on_key and depth == len(use.path) - 1:
            return key
    return None if node.kind == "alias" else node


def _splice(text: str, node: Node, old: str, new: str) -> Splice:
    """Replace the id in a text as it is written, quotes and all."""
    found = re.compile(rf"(?<![\w-]){re.escape(old)}(?![\w-])").search(text, node.inner, node.end)
    if found:
        return Splice(found.start(), found.end(), new)
    return Splice(node.inner, node.end, scalar(str(node.name).replace(old, new, 1), quote=node.style or '"'))
