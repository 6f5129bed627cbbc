"""Where a project stands in the 17 steps, by what each has left in its files.

A step is done when something shows it, nothing of what it leaves behind is lacking, and none of its tasks
is open. It is under way when something of it is there or its tasks have begun. For a step that was a
meeting or something done, an entry under ``evidence`` shows it. A scaffold's own text shows nothing.
``pathwayctl next`` comes to the same and also says what to type.

Source: Creating Career Pathways in Colorado (2014), known to us by its published summary; what each
step leaves behind is our own reading of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.steps import signs, talent
from pathwayctl.evidence.steps.ground import Ground, entries
from pathwayctl.evidence.untouched import touched
from pathwayctl.model.governance_words import Progress
from pathwayctl.model.vocabulary import Status
from pathwayctl.scheduling.breakdown import break_down
from pathwayctl.wording import count

if TYPE_CHECKING:
    from pathwayctl.evidence.steps.ground import Look
    from pathwayctl.model.plan import Plan
    from pathwayctl.model.work import Task

_OCCUPATIONS: Final = entries(
    "occupations",
    "critical occupation",
    {
        "SOC or O*NET code": ("onet", "soc"),
        "openings": ("annual_openings",),
        "wage": ("median_wage",),
        "growth": ("growth",),
        "difficulty to fill": ("difficulty",),
        "entry education": ("entry_education",),
    },
)
_PROGRAMS: Final = entries(
    "programs",
    "program",
    {
        "CIP code": ("cip",),
        "length": ("length",),
        "cost": ("cost",),
        "word on transfer": ("transfers",),
    },
)
_ASSETS: Final = entries(
    "programs", "program", {"KSAs taught": ("teaches",), "check with the provider": ("refined",)}
)
_SHORTAGES: Final = entries(
    "shortage_actions",
    "action on a shortage|actions on shortages",
    {"owner": ("owner",), "day": ("due",)},
)
_MARKETING: Final = entries(
    "marketing", "audience", {"message": ("message",), "materials": ("materials",), "owner": ("owner",)}
)
_MEASURES: Final = entries(
    "measures", "measure", {"target": ("target",), "cadence": ("cadence",), "owner": ("owner",)}
)
_PRIORITIES: Final = entries("priorities", "priority|priorities", {})

SIGNS: Final[Mapping[int, tuple[Look, ...]]] = {
    1: (signs.scope,),
    2: (signs.invited, signs.brief),
    3: (signs.launch_agenda, signs.launch, _PRIORITIES),
    4: (signs.minutes, signs.priority_owners, signs.meets_again),
    5: (_OCCUPATIONS,),
    6: (_PROGRAMS, talent.some_credential, talent.programs_for_all),
    7: (talent.employers_accounts,),
    8: (_SHORTAGES, talent.shortage_begun),
    9: (talent.skill_sets,),
    10: (talent.ksas,),
    11: (_ASSETS,),
    12: (talent.uses,),
    13: (talent.map_is_whole,),
    14: (_MARKETING, talent.all_audiences),
    15: (signs.actions,),
    16: (signs.home, signs.handing_over),
    17: (_MEASURES, signs.read_on_time, signs.reviews),
}
"""What shows that each step is done."""

SHOWN_BY_AN_ENTRY: Final = frozenset({2, 3, 4, 7, 8, 12, 14, 16})
"""Steps whose result is something that happened; the others leave what later steps work with."""


@dataclass(frozen=True, slots=True)
class StepStanding:
    """One step: how far it has come, what shows it, and what it lacks, each in a few words."""

    number: int
    state: Progress
    shown: tuple[str, ...]
    lacking: tuple[str, ...]


def step_standings(plan: Plan) -> tuple[StepStanding, ...]:
    """All 17 steps in their order."""
    tasks = _tasks(plan)
    leaves = tuple(task for task, _ in tasks)
    ground, touched_ground = Ground(plan, leaves), Ground(touched(plan), leaves)
    return tuple(
        _standing(number, ground, touched_ground, [task for task, step in tasks if step == number])
        for number in SIGNS
    )


def _standing(number: int, ground: Ground, touched_ground: Ground, tasks: list[Task]) -> StepStanding:
    """One step; what is shown is judged by ``touched_ground``, which is without the scaffolds' own text."""
    signs = [look(ground) for look in SIGNS[number]]
    said = [entry.text for entry in ground.plan.evidence if entry.step == number]
    shown = dict.fromkeys(words for look in SIGNS[number] for words in look(touched_ground).shown)
    shown |= dict.fromkeys((*said, *_work(tasks)))
    lacking = dict.fromkeys(words for sign in signs for words in sign.lacking)
    if said and number in SHOWN_BY_AN_ENTRY:
        lacking = {}
    waiting = sum(task.status is not Status.DONE for task in tasks)
    lacking |= dict.fromkeys([f"{count(waiting, 'task')} still open"] if waiting else [])
    is_done = shown and not lacking
    state = Progress.DONE if is_done else Progress.UNDER_WAY if shown else Progress.NOT_BEGUN
    return StepStanding(number, state, tuple(shown), tuple(lacking))


def _work(tasks: list[Task]) -> tuple[str, ...]:
    """Tasks that are done or in progress show that a step has begun, never that it is done."""
    done = sum(task.status is Status.DONE for task in tasks)
    if done:
        return (f"{done} of {count(len(tasks), 'task')} done",)
    begun = sum(task.status is Status.IN_PROGRESS for task in tasks)
    return (f"{count(begun, 'task')} in progress",) if begun else ()


def _tasks(plan: Plan) -> list[tuple[Task, int | None]]:
    """The smallest tasks that are not dropped, with their step: their own or the nearest summary’s."""
    steps: list[int | None] = []
    found: list[tuple[Task, int | None]] = []
    for row in break_down(plan.tasks).rows:
        above = steps[row.parent] if row.parent >= 0 else None
        steps.append(row.task.step if row.task.step is not None else above)
        if not row.is_summary and row.task.status is not Status.DROPPED:
            found.append((row.task, steps[-1]))
    return found
