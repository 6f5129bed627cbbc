"""Parts of a guide that no task belongs to: its steps, focus areas, phases, or components.

A part that the project has already completed is shown by a task with ``status: done``, or for a step by an
entry under ``evidence:``. Each guide gets one finding that lists all of its parts without a task.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, TypeVar

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import labels
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.tags import Tag
from pathwayctl.model.vocabulary import Component, FocusArea, Phase, Word
from pathwayctl.wording import listed, long_day

ALL_STEPS: Final = range(1, 18)

MISSING_STEP: Final = Rule("PW570")
MISSING_FOCUS_AREA: Final = Rule("PW573")
MISSING_PHASE: Final = Rule("PW574")
MISSING_COMPONENT: Final = Rule("PW575")

_Part = TypeVar("_Part")


@check(MISSING_STEP, guides=("sector",))
def steps(index: PlanIndex) -> Iterator[Problem]:
    """Report steps of the 17-step guide without a task or evidence."""
    shown = {entry.step for entry in index.plan.evidence}
    missing = [step for step in _missing(index, "step", ALL_STEPS) if step not in shown]
    if missing:
        yield MISSING_STEP.at(index.guide("sector"), f"No task belongs to {_numbers(missing)}.")


@check(MISSING_FOCUS_AREA, MISSING_PHASE, guides=("grades-9-14",))
def work_plan_parts(index: PlanIndex) -> Iterator[Problem]:
    """Report focus areas and phases of the grades 9-14 plan without a task."""
    if not index.plan.work_plan:  # a row of the work plan counts instead of a task
        yield from _parts(index, MISSING_FOCUS_AREA, "focus_area", FocusArea)
    yield from _parts(index, MISSING_PHASE, "phase", Phase)


@check(MISSING_COMPONENT, guides=("components",))
def components(index: PlanIndex) -> Iterator[Problem]:
    """Report components of a high-quality pathway without a task."""
    yield from _parts(index, MISSING_COMPONENT, "component", Component)


def _parts(index: PlanIndex, rule: Rule, tag: Tag, words: type[Word]) -> Iterator[Problem]:
    """One finding for all parts of a guide, given by their vocabulary, without a task."""
    if missing := _missing(index, tag, tuple(words)):
        hint = f"Add {tag}: {listed(missing, 'or')} to the tasks that belong to it."
        path = index.guide("components" if words is Component else "grades-9-14")
        yield rule.at(path, f"No task belongs to {labels(missing)}.", hint)


def _missing(index: PlanIndex, tag: Tag, parts: Sequence[_Part]) -> tuple[_Part, ...]:
    if index.unread and not index.breakdown.rows:
        return ()  # the tasks may be in what could not be read
    return index.parts_without_tasks(tag, parts)


def _numbers(missing: Sequence[int]) -> str:
    if len(missing) == len(ALL_STEPS):
        return "any of the 17 steps"
    spans: list[list[int]] = []
    for step in missing:
        if spans and spans[-1][-1] == step - 1:
            spans[-1].append(step)
        else:
            spans.append([step])
    texts = [f"{span[0]} to {span[-1]}" if len(span) > 1 else f"{span[0]}" for span in spans]
    return f"{'step' if len(missing) == 1 else 'steps'} {listed(texts, 'or')} of the 17"


STEP_TOO_EARLY: Final = Rule("PW571")
NO_CONVENER: Final = Rule("PW572")

_BUILDS_ON: Final = ((11, 6), (13, 10), (13, 11))
"""Steps and the earlier ones that they build on: the asset map on the inventory, the skill attainment
map on the knowledge, skills, and abilities and on the asset map."""


@check(NO_CONVENER, guides=("sector",))
def convener(index: PlanIndex) -> Iterator[Problem]:
    """Report a project without a convener, once it has organizations or a partnership."""
    if not index.conveners and (index.plan.organizations or index.plan.partnership):
        yield NO_CONVENER.at(
            index.guide("sector"), "The project has no convener, and neither has its partnership."
        )


@check(STEP_TOO_EARLY, needs_schedule=True, guides=("sector",))
def order(index: PlanIndex) -> Iterator[Problem]:
    """Report steps that the schedule starts before a step they build on."""
    first: dict[int, tuple[date, int]] = {}
    for row in index.live:
        step = row.task.step
        placed = None if step is None else index.scheduled(row)
        if step is not None and placed is not None:
            first[step] = min(first.get(step, (placed.start, row.index)), (placed.start, row.index))
    for step, earlier in _BUILDS_ON:
        if step in first and earlier in first and first[step][0] < first[earlier][0]:
            row = index.breakdown.rows[first[step][1]]
            message = (
                f"Step {step} starts on {long_day(first[step][0])}, before step {earlier}, which it "
                f"builds on and which starts on {long_day(first[earlier][0])}."
            )
            yield STEP_TOO_EARLY.at((*row.path, "step"), message)
