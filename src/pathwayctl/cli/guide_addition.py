"""``pathwayctl init --add-guide``: one more guide for a project that exists, with the files it brings.

The files are planned and the project is checked as it would be before anything is written. All of them
are written together or none, and no file of the project is written over.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pathwayctl.cli.edited_project import write_and_record
from pathwayctl.cli.exits import stop
from pathwayctl.model.vocabulary import Guide, Status
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import listed

if TYPE_CHECKING:
    from pathwayctl.app import Project
    from pathwayctl.editing.transaction import Transaction
    from pathwayctl.loading.opening import Opened

_NOTHING: Final = "Nothing was changed."
_Joins = tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class AddedGuides:
    """What was done: the main file of the project, and the files that were made.

    ``twice`` are pairs of ids of tasks that are one, with the reason, and ``waits`` tasks of the project with
    what they should wait for.
    """

    main: Path
    made: tuple[str, ...]
    twice: _Joins
    waits: _Joins


def add_guides(folder: Path, guides: Iterable[str], *, dry_run: bool = False) -> AddedGuides:
    """Add guides to the project in or around a folder, so that ``undo`` takes it back.

    A ``dry_run`` only says what would be done. Stops, with nothing changed, if there is no project, it has
    errors, or it follows the guide already.
    """
    from pathwayctl.app import examine
    from pathwayctl.loading.files import find_project
    from pathwayctl.loading.opening import begin_reading
    from pathwayctl.reporters.shell import typed

    root = find_project(folder)
    if root is None:
        stop(f"There is no project in “{folder}”. Begin one with: pathwayctl init DIR --guide NAME")
    opened = begin_reading(root, in_one_process=True)
    opened = replace(opened, known=opened.readings())
    project = examine(opened)
    if project.errors:
        stop(f"The project has errors. Fix them first: pathwayctl validate. {_NOTHING}")
    named = set(guides)
    asked = tuple(guide.value for guide in Guide if guide.value in named)
    if known := [one for one in asked if one in project.plan.project.guides]:
        stop(f"The project follows {listed(known)} already. {_NOTHING}")
    found, twice, waits = _files(opened, project, asked)
    transaction = _planned(opened, project, asked, found)
    words = " ".join(map(typed, sys.argv[1:]))
    if not dry_run and (refused := write_and_record(transaction, words)):
        stop(f"{refused.message} {refused.hint}".strip())
    made = tuple(one.name for one in transaction.changes if one.before is None)
    rows = ((one, project.index.row_of(one[0])) for one in waits)
    ahead = tuple(one for one, row in rows if row is None or row.task.status is Status.PLANNED)
    return AddedGuides(root / "pathway.yaml", made, twice, ahead)


def left_to_join(done: AddedGuides, place: str) -> Iterator[str]:
    """Say how the plans of the guides become one; ``place`` is the project as it is typed, with a blank."""
    from pathwayctl.reporters.shell import typed

    if done.twice:
        yield "Two guides ask for the same here. Keep one of each two, and remove the other:"
    for own, new, why in done.twice:
        yield f"  {own} or {new}: {why}."
    if done.waits:
        yield "Your own tasks have not changed. To make them wait for new ones, type:"
    for task, after, _ in done.waits:
        yield f"  pathwayctl set {task}.depends_on += {typed(after)}{f' -p{place}' if place else ''}"


def _planned(
    opened: Opened, project: Project, guides: tuple[str, ...], files: Mapping[str, str]
) -> Transaction:
    """What is to be written; stops if that would bring errors."""
    from pathwayctl.app import edit, examine
    from pathwayctl.editing.edits import Refused, SetField
    from pathwayctl.editing.transaction import FileChange, Transaction
    from pathwayctl.loading.files import TextFile

    all_guides = [*(one.value for one in project.plan.project.guides), *guides]
    edited = edit(opened, [SetField(("project",), "guides", all_guides)])
    if isinstance(edited, Refused):
        stop(f"{edited.message} {edited.hint} {_NOTHING}")
    new = [FileChange(name, None, text.encode()) for name, text in files.items()]
    changes = sorted((*edited.transaction.changes, *new), key=lambda one: one.name)
    now = {file.name: file.data for file in opened.files} | {one.name: one.after or b"" for one in changes}
    there = tuple(TextFile(name, now[name]) for name in sorted(now))
    after = examine(replace(opened, files=there, known=()))
    if after.errors:
        stop(f"With this guide, the project would have errors: {after.errors[0].message} {_NOTHING}")
    return Transaction(opened.root, tuple(changes))


def _files(
    opened: Opened, project: Project, guides: tuple[str, ...]
) -> tuple[dict[str, str], _Joins, _Joins]:
    """The new files of all guides, each guide after those before it, and what is left to join."""
    from pathwayctl.editing.draft import own_ids
    from pathwayctl.scaffolds.additions import Present, addition, left_to_join
    from pathwayctl.scaffolds.joins import ids

    values = [reading.value for reading in opened.readings() if isinstance(reading.value, dict)]
    known = {one for value in values for one, _ in own_ids(value)}
    sections = {name for value in values for name, content in value.items() if content}
    found: dict[str, str] = {}
    twice: list[tuple[str, str, str]] = []
    waits: list[tuple[str, str, str]] = []
    followed = tuple(one.value for one in project.plan.project.guides)
    for guide in guides:
        taken = {*(file.name for file in opened.files), *found}
        present = Present(followed, project.plan.project.start, frozenset(known), sections, taken)
        found |= addition(guide, present)
        doubles, links = left_to_join(guide, present)
        twice += [(one.dropped, one.kept, one.why) for one in doubles]
        waits += [(one.task, one.after, one.why) for one in links]
        followed = (*followed, guide)
        known |= {one for text in found.values() for one in ids(text)}
    return found, tuple(twice), tuple(waits)
