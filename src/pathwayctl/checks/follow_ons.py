"""Problems that only follow from something that was refused when the files were read.

A value that was refused is reported as such; what depends on it is judged once it can be read. So an
entry with a refused field is not called incomplete, and nothing is called missing from a section of
which something was left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from pathwayctl.diagnostics import Path, Problem
from pathwayctl.model.plan import Plan, section_of
from pathwayctl.model.references import sections_by_kind

_OF_ENTRIES: Final = (
    "PW311",
    "PW331",
    "PW335",
    "PW351",
    "PW352",
    "PW406",
    "PW421",
    "PW424",
    "PW425",
    "PW429",
    "PW443",
    "PW444",
    "PW445",
)
"""Rules before PW500 that say that an entry lacks something, or that its fields do not agree."""

_OF_WHOLE_ENTRIES: Final = ("PW446",)
"""Rules on an entry in a list of another one, which they compare with the fields of that."""


def on_their_own(problems: Iterable[Problem], refused: frozenset[Path]) -> tuple[Problem, ...]:
    """The problems that would be there even if all that was refused could be read."""
    sections = {path[0] for path in refused if path} & Plan.model_fields.keys()
    counted = {code for section in sections for code in section_of(str(section)).counted_by.split()}
    around = {path[:end] for path in refused for end in range(1, len(path) + 1)}
    return tuple(
        problem
        for problem in problems
        if problem.rule.code not in counted and not (_judges(problem) and _entry(problem) in around)
    )


def _judges(problem: Problem) -> bool:
    """Whether a problem is about an entry as a whole."""
    return problem.rule.code >= "PW5" or problem.rule.code in (*_OF_ENTRIES, *_OF_WHOLE_ENTRIES)


def _entry(problem: Problem) -> Path:
    """The entry of a list, or the section, that a problem is about."""
    path = problem.path
    if problem.rule.code in _OF_WHOLE_ENTRIES:
        return path[:2]
    while len(path) > 1 and isinstance(path[-1], str):
        path = path[:-1]
    return path


def kinds_with_lost_ids(refused: frozenset[Path]) -> frozenset[str]:
    """The kinds of entries of which one was refused whose id nobody can tell."""
    sections = {path[0] for path in refused if path and path[-1] in ("id", "tasks", path[0])}
    if not sections:
        return frozenset()
    return frozenset(kind for kind, section in sections_by_kind().items() if section in sections)
