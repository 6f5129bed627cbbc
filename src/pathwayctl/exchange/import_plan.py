"""What a file would change in the project: shown first, then made by edits, all of them or none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from pathwayctl.editing.edits import MoveEntry, RemoveEntry, RemovePlaces
from pathwayctl.quick_dataclass import dataclass

if TYPE_CHECKING:
    from datetime import date

    from pathwayctl.editing.edits import Edit


class StepKind(StrEnum):
    """What becomes of one entry or field of an imported file."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"
    CONFLICT = "conflict"
    """Both the file and the project have changed it; it counts only once it is settled."""
    KEPT = "kept"
    """It is not in the file any more, and stays in the project."""
    IGNORED = "ignored"
    """It is nothing that can be imported, and the note says why."""
    ADAPTED = "adapted"
    """It is imported in a different form; the note says which."""
    PROBLEM = "problem"
    """It should be imported and cannot be used; the note says why, and what to type."""


class Side(StrEnum):
    """Whose value is taken where the file and the project disagree."""

    THEIRS = "theirs"
    OURS = "ours"


@dataclass(frozen=True, slots=True)
class ImportStep:
    """One thing that the file says: where in the file, about which entry and field, and the values.

    ``edits`` make it. ``before`` is what the project says and ``after`` what the file says.
    """

    kind: StepKind
    place: str
    entry: str = ""
    field: str = ""
    before: str = ""
    after: str = ""
    note: str = ""
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """Everything that a file would change. ``mapping`` has the columns of a list as they were understood.

    ``days`` has the first and the last day of each task by its id, in a file that says when tasks are done.
    """

    file: str
    steps: tuple[ImportStep, ...]
    mapping: Mapping[str, str] | None = None
    days: Mapping[str, tuple[date, date]] = field(default_factory=dict)

    def of(self, *kinds: StepKind) -> tuple[ImportStep, ...]:
        """The steps of some kinds, in the order of the file."""
        return tuple(step for step in self.steps if step.kind in kinds)

    @property
    def edits(self) -> tuple[Edit, ...]:
        """The edits that make all of it, but for conflicts that are not settled.

        Entries move when those that they go under are there. They are removed last and together, since edits
        of others may count the entries of their list.
        """
        kinds = (StepKind.CHANGED, StepKind.ADDED, StepKind.REMOVED)
        edits = [edit for kind in kinds for step in self.of(kind) for edit in step.edits]
        edits.sort(key=_order)
        places = tuple(one.at for one in edits if isinstance(one, RemoveEntry) and isinstance(one.at, tuple))
        kept = [one for one in edits if not (isinstance(one, RemoveEntry) and isinstance(one.at, tuple))]
        return (*kept, RemovePlaces(places)) if places else tuple(kept)

    def settled(self, sides: Iterator[Side]) -> ImportPlan:
        """The same with each conflict settled by the next of some sides, as far as there are any."""
        return replace(self, steps=tuple(_settled(step, sides) for step in self.steps))


def _order(edit: Edit) -> int:
    return 2 if isinstance(edit, RemoveEntry) else int(isinstance(edit, MoveEntry))


def _settled(step: ImportStep, sides: Iterator[Side]) -> ImportStep:
    side = next(sides, None) if step.kind is StepKind.CONFLICT else None
    if side is Side.THEIRS:
        gone = any(isinstance(edit, RemoveEntry) for edit in step.edits)
        return replace(step, kind=StepKind.REMOVED if gone else StepKind.CHANGED)
    return replace(step, kind=StepKind.KEPT, note="The project’s value stays.") if side else step


@dataclass(frozen=True, slots=True)
class ImportOrder:
    """How to read a file.

    ``kind`` says what each row of a list is, empty for a file that says so itself. ``mapping`` has the fields
    of headings, and ``fill`` values for fields that a row lacks. With ``remove``, what is no longer in the
    file goes.
    """

    kind: str = ""
    mapping: Mapping[str, str] | None = None
    fill: Mapping[str, str] | None = None
    remove: bool = False
