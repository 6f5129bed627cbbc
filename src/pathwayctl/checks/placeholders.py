"""Words in brackets, such as [COLLEGE], that are not filled in yet.

Templates come with such placeholders. One is filled in where ``terms`` of the project has an entry
for it: ``[COLLEGE NAME]`` takes the term ``college-name``, or ``college``. A term that itself still
contains a placeholder is not used.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import quoted
from pathwayctl.diagnostics import Path, Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.base import Model
from pathwayctl.model.plan import Plan
from pathwayctl.quick_pattern import pattern
from pathwayctl.wording import count

PLACEHOLDER: Final = Rule("PW312")

# Words in capitals, and the template's few others; not the text of a web link: [MOU](https://...).
_PLACEHOLDER: Final = pattern(r"\[([A-Z][A-Z /-]+[A-Z]|xxx|date|Month(?: Year)?|#(?:/%)?)\](?!\()")
_GROUPS: Final = (Model, dict, tuple)
_TASK_TEXTS: Final = ("title", "outcome", "detail")


@check(PLACEHOLDER)
def placeholders(index: PlanIndex) -> Iterator[Problem]:
    """Each placeholder without a term, once, at the first place where it appears."""
    places: dict[str, list[Path]] = {}
    for path, text in _texts(index):
        for word in _PLACEHOLDER.findall(text):
            places.setdefault(word, []).append(path)
    if places:
        from pathwayctl.catalog.terms import term_for

        terms = index.plan.project.terms
        filled = {key: text for key, text in terms.items() if not _PLACEHOLDER.search(text)}
        for word, paths in places.items():
            if term_for(word, filled) is None:
                yield PLACEHOLDER.at(paths[0], _message(word, len(paths)), _hint(word))


def _message(word: str, times: int) -> str:
    if times == 1:
        return f"{quoted(f'[{word}]')} is not filled in yet."
    return f"{quoted(f'[{word}]')} is not filled in yet. It appears in {count(times, 'place')}, first here."


def _hint(word: str) -> str:
    from pathwayctl.catalog.terms import keys_of

    key = keys_of(word)[0]
    return f"Under project: write terms: {{{key}: ...}} with what it stands for, or write that in the text."


def _texts(index: PlanIndex) -> Iterator[tuple[Path, str]]:
    """Every text of the plan that contains a bracket, with its path."""
    for section in Plan.model_fields:
        if section != "tasks":
            yield from _inside((), {section: getattr(index.plan, section)})
    for row in index.breakdown.rows:
        task = row.task
        if "[" in f"{task.title}{task.outcome}{task.detail}":
            for field in _TASK_TEXTS:
                yield (*row.path, field), getattr(task, field) or ""


def _inside(path: Path, value: object) -> Iterator[tuple[Path, str]]:
    """The texts in a group or a list; texts are not gone into, since each generator takes its time."""
    parts = enumerate(value) if isinstance(value, tuple) else _named(value).items()
    for name, part in parts:
        if part.__class__ is str:  # not a ``Word``
            if "[" in part:
                yield (*path, name), part
        elif part and isinstance(part, _GROUPS):
            yield from _inside((*path, name), part)


def _named(value: object) -> dict[str, object]:
    return value if isinstance(value, dict) else vars(value)
