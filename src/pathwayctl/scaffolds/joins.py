"""What the scaffolds of several guides share: one task where two ask for the same, and links between them.

A join is applied where both of its tasks are in a new project. Which tasks are doubles, and what waits
for what, is our own reading of the guides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from pathwayctl.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Double:
    """Two entries that are one: ``kept`` stands for ``dropped`` everywhere.

    It also waits for what the other waited for, unless ``first``: then it comes before that.
    ``title`` is its new title.
    """

    kept: str
    dropped: str
    why: str
    first: bool = False
    title: str = ""


@dataclass(frozen=True, slots=True)
class GuideWait:
    """A task that waits for one of another guide."""

    task: str
    after: str
    why: str


@dataclass(frozen=True, slots=True)
class Session:
    """A meeting on the same day as another one, which begins later because of it."""

    meeting: str
    other: str
    starts: str


_KICKOFF: Final = "Hold the kickoff: employers first, then all partners"
DOUBLES: Final = (
    Double(
        "hold-kickoff", "hold-first-planning-meeting", "The planning team begins on the day of the kickoff"
    ),
    Double("hold-launch", "hold-first-planning-meeting", "The planning team begins on the day of the launch"),
    Double(
        "hold-launch",
        "hold-kickoff",
        "One kickoff day: the employers first, then all partners",
        title=_KICKOFF,
    ),
    Double("choose-scope", "choose-industries", "The partnership’s industry is the first industry", True),
    Double("choose-scope", "choose-target-industries", "The partnership’s industry is the target industry"),
    Double("choose-industries", "choose-target-industries", "The industries are chosen once"),
    Double("merge-inventory", "map-assets", "The inventory of programs is the beginning of the asset map"),
    Double("sum-up-visits", "hear-industry", "Employers are asked once"),
    Double("hold-reflection", "reflect-together", "One meeting looks back on all of the work"),
    Double("looking-back", "partnership-review", "One meeting looks back on all of the work"),
    Double("order-work-experiences", "order-experiences", "Work-based learning has one sequence"),
)
"""Tasks and meetings that two guides both ask for, in the order in which they are joined."""
WAITS: Final = (
    GuideWait("list-stakeholders", "form-core-team", "The core team is formed first"),
    GuideWait("form-leadership-team", "form-core-team", "The core team is formed first"),
    GuideWait("form-planning-team", "form-core-team", "The core team is formed first"),
    GuideWait("form-leadership-team", "list-stakeholders", "The leaders are among the stakeholders"),
    GuideWait("form-planning-team", "list-stakeholders", "The planning team is among the stakeholders"),
    GuideWait("form-planning-team", "form-leadership-team", "The leaders approve the planning team"),
    GuideWait("choose-pathway", "choose-scope", "The pathway is in the industry of the partnership"),
    GuideWait("win-champion", "hold-launch", "Champions come from the employers at the launch"),
    GuideWait("draft-frameworks", "name-occupations", "A framework begins with the critical occupations"),
    GuideWait("check-ladders", "plan-scope", "The ladders are those of the careers in the frameworks"),
    GuideWait("identify-requirements", "record-gaps", "The gaps of the asset map are requirements"),
    GuideWait("find-duty-holders", "form-teams", "The teams of the partnership hold responsibilities"),
    GuideWait("find-duty-holders", "goals-agreed", "Goals come before responsibilities"),
    GuideWait("collect-programs", "form-implementation-team", "The implementation team maps the programs"),
    GuideWait("crosswalk-courses", "draft-sequence", "The sequence of courses says which to compare"),
    GuideWait("look-back-on-launch", "first-students-at-work", "The first term includes learning at work"),
    GuideWait(
        "next-phase-agreed", "first-students-at-work", "The next phase follows the first students at work"
    ),
    GuideWait("next-phase-agreed", "second-group-begins", "The next phase follows the first year"),
    GuideWait(
        "begin-next-round", "first-students-at-work", "The next round follows the first students at work"
    ),
    GuideWait("begin-next-round", "second-group-begins", "The next round follows the first year"),
    GuideWait("begin-next-round", "next-phase-agreed", "The next round is the next phase of the system"),
)
"""Links between the tasks of two guides."""
SESSIONS: Final = (
    Session("kickoff", "launch-meeting", "11:00"),
    Session("first-planning-meeting", "launch-meeting", "13:00"),
    Session("first-planning-meeting", "kickoff", "15:30"),
)
"""Meetings of one day, the later ones last."""

_REFERRING: Final = re.compile(r"(?:\b(?:depends_on|tasks?): )")
_DEPENDS: Final = re.compile(r"^( *)depends_on: \[(.*)\]$")


def joined(texts: Mapping[str, str]) -> dict[str, str]:
    """The files of a new project, with the entries that several guides share as one."""
    found = dict(texts)
    for double in DOUBLES:
        if all(any(_span(text, one) for text in found.values()) for one in (double.kept, double.dropped)):
            found = _as_one(found, double)
    for wait in WAITS:
        if any(_span(text, wait.after) for text in found.values()):
            found = {name: waiting(text, wait.task, (wait.after,)) for name, text in found.items()}
    for session in SESSIONS:
        if any(_span(text, session.other) for text in found.values()):
            found = {name: starting(text, session) for name, text in found.items()}
    return found


def without(text: str, entry: str) -> str:
    """A text without the entry of this id."""
    span = _span(text, entry)
    if span is None:
        return text
    lines = text.splitlines(keepends=True)
    return "".join((*lines[: span[0]], *lines[span[1] :])).rstrip("\n") + "\n"


def renamed(text: str, old: str, new: str) -> str:
    """A text in which everything that refers to a task refers to another one instead."""
    word = re.compile(rf"(?<![\w-]){re.escape(old)}(?![\w-])")
    lines = (
        _once(word.sub(new, line)) if _REFERRING.search(line) else line
        for line in text.splitlines(keepends=True)
    )
    return "".join(lines)


def ids(text: str) -> Iterator[str]:
    """The ids of the entries in a text, at any depth."""
    for match in re.finditer(r"^ *- id: (\S+)$", text, re.MULTILINE):
        yield match[1]


def _as_one(texts: Mapping[str, str], double: Double) -> dict[str, str]:
    waited = (one for text in texts.values() for one in predecessors(text, double.dropped))
    waits = () if double.first else tuple(waited)
    found: dict[str, str] = {}
    for name, text in texts.items():
        rest = renamed(without(text, double.dropped), double.dropped, double.kept)
        found[name] = _titled(waiting(rest, double.kept, waits), double)
    return found


def _titled(text: str, double: Double) -> str:
    span = _span(text, double.kept)
    if span is None or not double.title:
        return text
    lines = text.splitlines(keepends=True)
    at = next(at for at in range(*span) if lines[at].lstrip().startswith("title:"))
    lines[at] = re.sub(r"title: .*", f'title: "{double.title}"', lines[at])
    return "".join(lines)


def _span(text: str, entry: str) -> tuple[int, int] | None:
    """The lines of an entry: from its id to the next line that is not deeper."""
    if f"- id: {entry}" not in text:  # as in most files; to look at each line takes long
        return None
    lines = text.splitlines()
    for start, line in enumerate(lines):
        if line.strip() == f"- id: {entry}":
            depth = len(line) - len(line.lstrip())
            end = start + 1
            while end < len(lines) and (not lines[end].strip() or _depth(lines[end]) > depth):
                end += 1
            return start, end
    return None


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())


def predecessors(text: str, task: str) -> tuple[str, ...]:
    """What a task of a text waits for, as it is written there; nothing if the text does not have it."""
    span = _span(text, task)
    for line in text.splitlines()[slice(*span)] if span else ():
        if match := _DEPENDS.match(line):
            return tuple(one.strip() for one in match[2].split(","))
    return ()


def waiting(text: str, task: str, more: tuple[str, ...]) -> str:
    """A text in which a task waits for more, if the text has it."""
    span = _span(text, task)
    if span is None or not more:
        return text
    lines = text.splitlines(keepends=True)
    for at in range(*span):
        if match := _DEPENDS.match(lines[at].rstrip("\n")):
            lines[at] = _once(f"{match[1]}depends_on: [{', '.join((match[2], *more))}]\n")
            return "".join(lines)
    indent = " " * (_depth(lines[span[0]]) + 2)
    lines.insert(span[0] + 1, f"{indent}depends_on: [{', '.join(more)}]\n")
    return "".join(lines)


def _once(line: str) -> str:
    """A line of dependencies without repetitions."""
    match = _DEPENDS.match(line.rstrip("\n"))
    if match is None:
        return line
    kept = dict.fromkeys(one.strip() for one in match[2].split(","))
    return f"{match[1]}depends_on: [{', '.join(kept)}]\n"


def starting(text: str, session: Session) -> str:
    """A text in which a meeting begins at the time of its session, if the text has the meeting."""
    span = _span(text, session.meeting)
    if span is None:
        return text
    lines = text.splitlines(keepends=True)
    for at in range(*span):
        lines[at] = re.sub(r'^( *starts: )".*"$', rf'\1"{session.starts}"', lines[at])
    return "".join(lines)
