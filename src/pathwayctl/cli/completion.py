"""What Tab offers from the project: ids, fields, and kinds of entries. Only the text of files is read."""

from __future__ import annotations

import os
import re
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Final

import typer

from pathwayctl.quick_pattern import pattern

if TYPE_CHECKING:
    from pathwayctl.diagnostics import Path

_ID: Final = pattern(rb"id:(?<![^\s{,]id:)[ \t]*[\"']?([a-z0-9]+(?:-[a-z0-9]+)*)")
"""An id. The pattern begins with plain letters, for which ``re`` looks 25 times as fast as for a choice."""
_COMMENT: Final = pattern(rb"^[ \t]*#.*", re.MULTILINE)
_AT_MARGIN: Final = pattern(rb"\n(?=[\"'a-z])")
_MOST: Final = 2_000
"""Ids that are offered at once; a shell cannot show more of them."""


def typed_so_far() -> list[str]:
    """The complete words after ``pathwayctl`` if a shell asks how they go on: one command is loaded then."""
    line = os.environ.get("_TYPER_COMPLETE_ARGS") or os.environ.get("COMP_WORDS", "")
    if "_PATHWAYCTL_COMPLETE" not in os.environ or not line:
        return []
    is_new_word = os.environ.get("_TYPER_COMPLETE_WORD_TO_COMPLETE") == ""
    return f"{line}{' ' * is_new_word}|".split()[1:-1]  # what touches the mark is still being typed


def ids_like(ctx: typer.Context, incomplete: str) -> list[str]:
    """The ids in the project that begin with what is typed, in the order of the alphabet."""
    return [one for one in _ids(ctx) if one.startswith(incomplete)][:_MOST]


def ids_of(section: str) -> Callable[[typer.Context, str], list[str]]:
    """What offers the ids of one section: tasks, people, or meetings."""

    def offer(ctx: typer.Context, incomplete: str) -> list[str]:
        return [one for one in _ids(ctx, section.encode()) if one.startswith(incomplete)][:_MOST]

    return offer


def saved_baselines(ctx: typer.Context, incomplete: str) -> list[str]:
    """The names of the baselines that were saved."""
    from pathwayctl.loading.files import baseline_names

    root = _root(ctx)
    names = baseline_names(root) if root is not None else ()
    return [one for one in sorted(names) if one.startswith(incomplete.lower())]


def earlier_states(ctx: typer.Context, incomplete: str) -> list[str]:
    """What ``diff`` compares with: baselines, and the branches and tags of git."""
    from pathwayctl.diagnostics import RevisionError
    from pathwayctl.revisions.history import history_of

    root = _root(ctx)
    try:
        names = [] if root is None else history_of(root).names
    except RevisionError:
        names = []
    return [*saved_baselines(ctx, incomplete), *(one for one in names if one.startswith(incomplete))][:_MOST]


def id_and_field(ctx: typer.Context, incomplete: str) -> list[str]:
    """``ID.`` for the ids that begin with what is typed, and the fields of the entry if only one does."""
    return _with_fields(ctx, incomplete, lists_only=False)


def kind_or_list(ctx: typer.Context, incomplete: str) -> list[str]:
    """The kinds of entries, and after an id and a period the lists of entries in it."""
    from pathwayctl.editing.new_entry import kinds

    if "." in incomplete:
        return _with_fields(ctx, incomplete, lists_only=True)
    return [kind for kind in kinds() if kind.startswith(incomplete.lower())]


def value_of_field(ctx: typer.Context, incomplete: str) -> list[str]:
    """What the field that ``set`` names can hold: words of a vocabulary, or ids."""
    from pathwayctl.editing.typed_text import field_path
    from pathwayctl.loading.fields import words_at
    from pathwayctl.model.references import use_at

    id_, _, parts = str(ctx.params.get("target") or "").partition(".")
    for path in _paths(ctx, id_):
        field = (*path, *field_path(parts))
        if words := words_at(field) or words_at((*field, 0)):
            return [word for word in words if word.startswith(incomplete.lower())]
        if use_at(field) is not None:
            return ids_like(ctx, incomplete)
    return []


def _with_fields(ctx: typer.Context, incomplete: str, *, lists_only: bool) -> list[str]:
    """Ids with a period; of a single one its fields too, since a shell puts a space after a single choice."""
    id_, period, field = incomplete.partition(".")
    if not period:
        singles = [] if lists_only else [name for name in ("project", "calendar") if name.startswith(id_)]
        found = [*singles, *ids_like(ctx, id_)]
        if len(found) != 1:
            return [f"{one}." for one in found]
        id_ = found[0]
    group = field.rpartition(".")[0]
    begun = f"{id_}.{group}." if group else f"{id_}."
    return [
        one
        for name in _fields(ctx, id_, group, lists_only=lists_only)
        if (one := begun + name).startswith(incomplete)
    ]


def _fields(ctx: typer.Context, id_: str, group: str, *, lists_only: bool) -> list[str]:
    """The fields of the entry with an id, or of a group in it, such as ``engagement``."""
    from pathwayctl.editing.typed_text import field_path
    from pathwayctl.loading.fields import keys, model_at

    found = []
    for entry in _paths(ctx, id_):
        path = (*entry, *field_path(group)) if group else entry
        model = model_at(path)
        for name in keys(model) if model else ():
            if name != "id" and (not lists_only or model_at((*path, name, 0)) is not None):
                found.append(name)
    return found


def _paths(ctx: typer.Context, id_: str) -> list[Path]:
    """The path in the plan of the entry with an id; none if there is no such entry."""
    if id_ in ("project", "calendar"):
        return [(id_,)]
    return [path for own, path in _entries(ctx, id_.encode()) if own == id_][:1]


def _entries(ctx: typer.Context, mark: bytes) -> Iterator[tuple[str, Path]]:
    """The ids in the files that hold some text, each with the path of its entry."""
    from pathwayctl.editing.draft import own_ids
    from pathwayctl.source.reading import read

    for text in _texts(ctx):
        value = read(text).value if mark in text else None
        if value:
            yield from own_ids(value)


def _ids(ctx: typer.Context, section: bytes = b"") -> list[str]:
    """All ids in the project, or those in one section, in the order of the alphabet.

    They are searched for in the text: reading it would take longer than all else that an answer takes.
    """
    texts = (_COMMENT.sub(b"", text) if b"#" in text else text for text in _texts(ctx))
    parts = (part for text in texts for part in (_parts(text, section) if section else (text,)))
    return sorted({found.decode() for part in parts for found in _ID.findall(part)})


def _parts(text: bytes, section: bytes) -> Iterator[bytes]:
    """What a file holds of a section: from its name at the margin to the next name there."""
    begins = tuple(b"%b%b%b:" % (quote, section, quote) for quote in (b"", b"'", b'"'))
    return (part for part in _AT_MARGIN.split(text.removeprefix(BOM_UTF8)) if part.startswith(begins))


def _texts(ctx: typer.Context) -> list[bytes]:
    from pathwayctl.loading.files import read_files

    root = _root(ctx)
    return [] if root is None else [file.data for file in read_files(root)[0]]


def _root(ctx: typer.Context) -> FilePath | None:
    """Find the folder of the project among the words typed so far."""
    from pathwayctl.loading.files import find_project

    params = getattr(ctx, "params", {})
    named = params.get("in_project") or params.get("project")
    try:
        return find_project(FilePath(named or "."))
    except OSError:
        return None
