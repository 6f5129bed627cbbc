"""Problems that only follow from something that was refused when the files were read.

A value that was refused is reported as such; what depends on it is judged once it can be read. So an
entry with a refused field is not called incomplete, and nothing is called missing from a section of
which something was left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from pathwayctl.diagnostics import Path, Problem
from pathwayctl.model.references import SECTIONS

_SECTION: Final = {kind: section for section, kind, _ in SECTIONS} | {
    "task": "tasks",
    "framework entry": "frameworks",
}
_OF_ENTRIES: Final = ("PW311", "PW331", "PW335", "PW406", "PW421", "PW424", "PW425", "PW429")
"""Rules before PW500 that say that an entry lacks something, or that its fields do not agree."""
_COUNTED: Final = {
    "calendar": "PW410 PW417 PW435",
    "people": "PW310 PW435 PW501 PW502 PW503 PW504 PW505 PW506 PW507 PW508 PW510",
    "organizations": "PW566",
    "project": "PW312 PW425 PW566 PW572",
    "considerations": "PW516",
    "teams": "PW514 PW566 PW567 PW590 PW591",
    "agreements": "PW514 PW555 PW558",
    "requirements": "PW521",
    "tasks": "PW406 PW438 PW522 PW530 PW532 PW570 PW573 PW574 PW575 PW580 PW589",
    "occupations": "PW599",
    "ksas": "PW536",
    "programs": "PW528 PW536 PW598",
    "credentials": "PW581 PW584",
    "ksa_uses": "PW527",
    "pathways": "PW514",
    "phases": "PW514 PW594",
    "work_plan": "PW514 PW573 PW593",
    "measures": "PW544 PW546",
    "evaluation": "PW553",
    "risks": "PW542",
    "communications": "PW551",
    "meetings": "PW524 PW568 PW607",
}
"""The rules that say that something is missing from a whole section, or seen from elsewhere."""


def on_their_own(problems: Iterable[Problem], refused: frozenset[Path]) -> tuple[Problem, ...]:
    """The problems that would be there even if all that was refused could be read."""
    sections = {str(path[0]) for path in refused if path}
    counted = {code for section in sections for code in _COUNTED.get(section, "").split()}
    around = {path[:end] for path in refused for end in range(1, len(path) + 1)}
    return tuple(
        problem
        for problem in problems
        if problem.rule.code not in counted and not (_judges(problem) and _entry(problem.path) in around)
    )


def _judges(problem: Problem) -> bool:
    """Whether a problem is about an entry as a whole."""
    return problem.rule.code >= "PW5" or problem.rule.code in _OF_ENTRIES


def _entry(path: Path) -> Path:
    """The entry of a list, or the section, in which a path ends."""
    while len(path) > 1 and isinstance(path[-1], str):
        path = path[:-1]
    return path


def kinds_with_lost_ids(refused: frozenset[Path]) -> frozenset[str]:
    """The kinds of entries of which one was refused whose id nobody can tell."""
    sections = {path[0] for path in refused if path and path[-1] in ("id", "tasks", path[0])}
    return frozenset(kind for kind, section in _SECTION.items() if section in sections)
