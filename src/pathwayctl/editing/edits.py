"""What can be asked of the edit engine, and how it says no."""

from __future__ import annotations

from datetime import date
from typing import Any

from pathwayctl.diagnostics import FieldFix, Path
from pathwayctl.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Typed:
    """A value as it is typed on a command line, to be read as the field's type says; empty is no value.

    A list is typed in brackets, or as its one item.
    """

    text: str


Value = str | int | float | bool | date | None | list[Any] | dict[str, Any] | Typed
"""Plain data as it is read from a file, with lists and dictionaries of it."""

Place = str | Path
"""An entry: its id (``"dana-ruiz"``), or its path in the plan (``("meetings", 2, "agenda", 0)``)."""


@dataclass(frozen=True, slots=True)
class SetField:
    """Set a field of an entry, or take the field out with ``None``.

    ``field`` is the way from the entry to the field: as it is typed (``"complete"``, ``"members.1"`` for the
    first member), or a path, which counts from 0 (``("members", 0)``).
    """

    at: Place
    field: str | Path
    value: Value


@dataclass(frozen=True, slots=True)
class AddEntry:
    """Add an entry at the end of a list.

    ``into`` is a list section (``"risks"``), or the path of a list inside an entry, which begins with the
    entry's id: ``("sign-mou", "depends_on")``. ``file`` chooses the file, relative to the project's folder,
    for an entry of a section; without it, the entry goes where the section's last entry is.
    """

    into: str | Path
    value: Value
    file: str | None = None


@dataclass(frozen=True, slots=True)
class RemoveEntry:
    """Remove an entry, with the comments that belong to it."""

    at: Place


@dataclass(frozen=True, slots=True)
class RemoveItem:
    """Remove an item from a list inside an entry by what it is: an id, a text, or the link to a task.

    ``of`` is the path of the list, which begins with the entry's id: ``("sign-mou", "depends_on")``.
    """

    of: Path
    value: Value


@dataclass(frozen=True, slots=True)
class RemovePlaces:
    """Remove the entries, items, and fields at some paths in the plan as it is, with their comments.

    ``("tasks", 3, "assigned", "dana-ruiz")`` is the path of an item in ``{dana-ruiz: 0.5}``.
    """

    places: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class RenameId:
    """Change an id, and every reference to it in all files; that of a task in the saved baselines too."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class ReplaceReferences:
    """Refer to another entry at some places, which are the paths of fields, or of items of lists.

    ``("tasks", 3, "assigned", 0)`` is also the path of the first one in ``{dana-ruiz: 0.5}``.
    """

    places: tuple[Path, ...]
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class MoveEntry:
    """Move an entry, with the comments that belong to it, to exactly one of three places.

    To the end of its section in a ``file``, to the end of the tasks ``under`` a task, or to just
    ``before`` another entry.
    """

    at: Place
    file: str | None = None
    under: Place | None = None
    before: Place | None = None


@dataclass(frozen=True, slots=True)
class CorrectFields:
    """Type other values or names for fields of a file, none of which holds another of them."""

    file: str
    fixes: tuple[FieldFix, ...]


@dataclass(frozen=True, slots=True)
class SaveBaseline:
    """Save a baseline under a name that none has, with the text of its file."""

    name: str
    text: str


Edit = (
    SetField
    | AddEntry
    | RemoveEntry
    | RemoveItem
    | RemovePlaces
    | RenameId
    | ReplaceReferences
    | MoveEntry
    | CorrectFields
    | SaveBaseline
)


@dataclass(frozen=True, slots=True)
class Refused:
    """Why an edit is not made, in words for the person who asked for it, and what to do instead."""

    message: str
    hint: str = ""


class CannotEditError(Exception):
    """Ends the planning of an edit; it becomes ``Refused`` before it leaves this package."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.refused = Refused(message, hint)
