"""Problems that only follow from something that was refused when the files were read.

A value that was refused is reported as such; what depends on it is judged once it can be read. So an
entry with a refused field is not called incomplete, and nothing is called missing from a section of
which something was left out.
"""

from __future__ import annotations

from collections.abc import Iterable

from pathwayctl.diagnostics import Judged, Path, Problem
from pathwayctl.model.plan import Plan, section_of
from pathwayctl.model.references import sections_by_kind


def on_their_own(problems: Iterable[Problem], refused: frozenset[Path]) -> tuple[Problem, ...]:
    """The problems that would be there even if all that was refused could be read."""
    sections = {path[0] for path in refused if path} & Plan.model_fields.keys()
    counted = {code for section in sections for code in section_of(str(section)).counted_by.split()}
    around = {path[:end] for path in refused for end in range(1, len(path) + 1)}
    return tuple(
        problem for problem in problems if problem.rule.code not in counted and _judged(problem) not in around
    )


def _judged(problem: Problem) -> Path | None:
    """The way to the entry of a list, or to the section, that a problem is about as a whole."""
    path, judged = problem.path, problem.rule.judged
    if judged is Judged.VALUE:
        return None
    if judged is Judged.WHOLE_ENTRY:
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
