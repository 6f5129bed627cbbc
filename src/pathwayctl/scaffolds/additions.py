"""The files that one more guide brings to a project that exists.

Nothing is written over: where a file is there already, the entries of the guide go into a file beside it,
such as ``meetings-ccrs.yaml``. Entries whose ids the project has are left out, and so are sections that
stand once, or that have no ids, if the project has them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from string import Template
from typing import Final

from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scaffolds import folders, phase_days
from pathwayctl.scaffolds.joins import (
    DOUBLES,
    SESSIONS,
    WAITS,
    Double,
    GuideWait,
    ids,
    predecessors,
    renamed,
    starting,
    waiting,
    without,
)

WITHOUT_IDS: Final = frozenset(
    (
        "considerations", "definition", "duties", "evaluation", "partnership", "phases", "sustainability",
        "work_plan",
    )
)  # fmt: skip
"""Sections whose entries have no ids; a project has the whole of them or none."""
_SECTION: Final = re.compile(r"^([a-z_]+):", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Present:
    """What a project has: its guides, first day, ids, sections with something in them, and files."""

    guides: tuple[str, ...]
    start: date
    ids: Collection[str]
    sections: Collection[str]
    files: Collection[str]


def addition(guide: str, project: Present) -> dict[str, str]:
    """The new files that a guide brings, by their names relative to the project's folder."""
    found = {name: _fitted(text, project) for name, text in _parts(guide, project.guides).items()}
    days = {"start": project.start.isoformat(), **phase_days(project.start)}
    return {
        _free(name, guide, project.files): Template(text).substitute(days)
        for name, text in sorted(_linked(found, project.ids).items())
        if _SECTION.search(text)
    }


def left_to_join(guide: str, project: Present) -> tuple[tuple[Double, ...], tuple[GuideWait, ...]]:
    """What would join a guide to the project's own tasks, whose files it does not change.

    Returns the project's tasks that are also among those of the guide, and what its tasks should wait for.
    """
    texts = [_fitted(text, project) for text in _parts(guide, project.guides).values()]
    new = {one for text in texts for one in ids(text)}
    twice = tuple(one for one in DOUBLES if one.dropped in project.ids and one.kept in new)
    merged = [one for one in DOUBLES if one.kept in project.ids and one.dropped in new]
    new -= {one.dropped for one in merged}
    awaited = [
        GuideWait(one.kept, before, one.why)
        for one in merged
        for text in texts
        for before in predecessors(text, one.dropped)
        if not one.first and before.split()[0] in new
    ]
    return twice, (*(one for one in WAITS if one.task in project.ids and one.after in new), *awaited)


def _parts(guide: str, guides: tuple[str, ...]) -> dict[str, str]:
    """What the folders of a guide hold that those of the project's guides do not, by file."""
    before: dict[str, str] = {}
    found: dict[str, str] = {}
    for folder, names in folders((*guides, guide)):
        here = folder.name == "common" or not names.isdisjoint(guides)
        for path in sorted(folder.rglob("*.yaml")):
            file, text = path.relative_to(folder).as_posix(), path.read_text("utf-8")
            if here:
                before[file] = f"{before.get(file, '')}{text}"
            elif file in found:
                found[file] += f"\n{text}"
            else:
                found[file] = f"{_head(file, guide, before[file])}{text}" if file in before else text
    return found


def _head(file: str, guide: str, text: str) -> str:
    """The lines before further entries of the section that a file ends with."""
    *_, last = _SECTION.findall(text)
    return f"# Entries of the guide {guide}. The fields are explained in {file}.\n{last}:\n"


def _fitted(text: str, project: Present) -> str:
    """A text without what the project has already."""
    for one in list(ids(text)):
        if one in project.ids:
            text = without(text, one)
    for section in WITHOUT_IDS & set(project.sections):
        text = re.sub(rf"^{section}:.*\n(?:(?:[ #].*)?\n)*", "", text, flags=re.MULTILINE)
    return text


def _linked(texts: Mapping[str, str], known: Collection[str]) -> dict[str, str]:
    """The texts with the joins that lead from them to the project's own tasks."""
    found = dict(texts)
    for double in DOUBLES:
        if double.kept in known and double.dropped not in known:
            found = {
                name: renamed(without(text, double.dropped), double.dropped, double.kept)
                for name, text in found.items()
            }
    for wait in WAITS:
        if wait.after in known:
            found = {name: waiting(text, wait.task, (wait.after,)) for name, text in found.items()}
    for session in SESSIONS:
        if session.other in known:
            found = {name: starting(text, session) for name, text in found.items()}
    return found


def _free(name: str, guide: str, taken: Collection[str]) -> str:
    """A name that no file of the project has."""
    return next(one for one in _names(name, guide) if one not in taken)


def _names(name: str, guide: str) -> Iterator[str]:
    stem = name.removesuffix(".yaml")
    yield name
    yield f"{stem}-{guide}.yaml"
    number = 2
    while True:
        yield f"{stem}-{guide}-{number}.yaml"
        number += 1
