"""``pathwayctl init --add-guide``: one more guide for a project that exists, with the files it brings.

The files are planned and the project is checked as it would be before anything is written. All of them
are written together or none, and no file of the project is written over.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pathwayctl.cli.exits import stop
from pathwayctl.model.vocabulary import Guide
from pathwayctl.wording import listed

if TYPE_CHECKING:
    from pathwayctl.app import Project
    from pathwayctl.editing.transaction import Transaction
    from pathwayctl.loading.opening import Opened

_NOTHING: Final = "Nothing was changed."


def add_guides(folder: Path, guides: Iterable[str]) -> tuple[Path, tuple[str, ...]]:
    """Add guides to the project in or around a folder; its main file and the files that were made.

    Stops, with nothing changed, if there is no project, it has errors, or it follows the guide already.
    """
    from pathwayctl.app import examine
    from pathwayctl.loading.files import find_project
    from pathwayctl.loading.opening import begin_reading

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
    transaction = _planned(opened, project, asked)
    if refused := transaction.write():
        stop(f"{refused.message} {refused.hint}".strip())
    return root / "pathway.yaml", tuple(one.name for one in transaction.changes if one.before is None)


def _planned(opened: Opened, project: Project, guides: tuple[str, ...]) -> Transaction:
    """What is to be written; stops if that would bring errors."""
    from pathwayctl.app import edit, examine
    from pathwayctl.editing.edits import Refused, SetField
    from pathwayctl.editing.transaction import FileChange, Transaction
    from pathwayctl.loading.files import TextFile

    all_guides = [*(one.value for one in project.plan.project.guides), *guides]
    edited = edit(opened, [SetField(("project",), "guides", all_guides)])
    if isinstance(edited, Refused):
        stop(f"{edited.message} {edited.hint} {_NOTHING}")
    new = [FileChange(name, None, text.encode()) for name, text in _files(opened, project, guides).items()]
    changes = sorted((*edited.transaction.changes, *new), key=lambda one: one.name)
    now = {file.name: file.data for file in opened.files} | {one.name: one.after or b"" for one in changes}
    files = tuple(TextFile(name, now[name]) for name in sorted(now))
    after = examine(replace(opened, files=files, known=()))
    if after.errors:
        stop(f"With this guide, the project would have errors: {after.errors[0].message} {_NOTHING}")
    return Transaction(opened.root, tuple(changes))


def _files(opened: Opened, project: Project, guides: tuple[str, ...]) -> dict[str, str]:
    """The new files of all guides, each guide after those before it."""
    from pathwayctl.editing.draft import own_ids
    from pathwayctl.scaffolds.additions import Present, addition
    from pathwayctl.scaffolds.joins import ids

    values = [reading.value for reading in opened.readings() if isinstance(reading.value, dict)]
    known = {one for value in values for one, _ in own_ids(value)}
    sections = {name for value in values for name, content in value.items() if content}
    found: dict[str, str] = {}
    followed = tuple(one.value for one in project.plan.project.guides)
    for guide in guides:
        taken = {*(file.name for file in opened.files), *found}
        found |= addition(guide, Present(followed, project.plan.project.start, known, sections, taken))
        followed = (*followed, guide)
        known |= {one for text in found.values() for one in ids(text)}
    return found
