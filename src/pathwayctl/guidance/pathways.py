"""Words for gaps in pathways, the ladder of credentials, and the year-one work plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.pathways.offerings import LATEST_PLAN_GRADE, least_credits
from pathwayctl.evidence.pathways.work_plan import row_name
from pathwayctl.guidance import samples
from pathwayctl.guidance.phrases import few, named, quoted, sentence
from pathwayctl.model.governance import Progress
from pathwayctl.model.vocabulary import Status
from pathwayctl.wording import count, listed

if TYPE_CHECKING:
    from pathwayctl.evidence.gap import Gap
    from pathwayctl.evidence.index import PlanIndex
    from pathwayctl.guidance.snippets import Fields, Wordings, Words

_SHOWN: Final = 3
"""How many open questions a snippet shows."""


def _late_plans(gap: Gap, index: PlanIndex) -> Words:
    grade = gap.entry.individual_plans_by_grade
    text = f"{named(gap.entry)} has individual plans for students only by grade {grade}."
    return text, {"individual_plans_by_grade": LATEST_PLAN_GRADE}


def _thin_program(gap: Gap, index: PlanIndex) -> Words:
    words, sample = {
        "college_credits": (f"offers fewer than {least_credits()} college credits", least_credits()),
        "transfers": ("does not say that its college credits transfer", True),
        "eligibility": (
            "has fewer than two measures of eligibility for dual enrollment",
            ["Grades", "A teacher’s recommendation"],
        ),
    }[gap.fields[0]]
    return f"{named(gap.entry)} {words}.", {gap.fields[0]: sample}


def _credential_ring(gap: Gap, index: PlanIndex) -> Words:
    return f"These credentials build on each other in a circle: {few(gap.items)}.", {"stacks_on": []}


def _no_ladder(gap: Gap, index: PlanIndex) -> Words:
    first = gap.items[0].id
    return "No credential builds on another one.", {
        "id": f"after-{first}",
        "title": "The credential’s title",
        "kind": "level-1-certificate",
        "stacks_on": [first],
        **samples.fields_of(index, "credentials", "portable", "recognized_by", "reviewed"),
    }


def _no_row(gap: Gap, index: PlanIndex) -> Words:
    (guide,) = gap.items
    text = f"The work plan has no row for {row_name(guide)} yet."
    return text, {**_keys(gap), **samples.fields_of(index, "work_plan", "owner", "due")}


def _keys(gap: Gap) -> Fields:
    guide = gap.items[0]
    return {"focus_area": guide.focus_area.value, "deliverable": guide.id}


def _incomplete_row(gap: Gap, index: PlanIndex) -> Words:
    words = listed([{"owner": "owner", "due": "due date"}[field] for field in gap.fields], "or")
    fields = samples.fields_of(index, "work_plan", *gap.fields)
    return f"{row_name(gap.items[0])} has no {words} yet.", {**_keys(gap), **fields}


def _row_questions(gap: Gap, index: PlanIndex) -> Words:
    guide, *left = gap.items
    first = sentence(left[0].text)
    text = f"{row_name(guide)} has {count(len(left), 'open question')}. The first: {first}"
    return text, {**_keys(gap), "answers": {one.id: "What was decided" for one in left[:_SHOWN]}}


def _row_tasks_open(gap: Gap, index: PlanIndex) -> Words:
    text = f"{_waiting(gap)} Mark {quoted(gap.entry.title)} as done when it is finished."
    return text, {"status": Status.DONE.value, "finished": samples.day(index)}


def _row_tasks_gone(gap: Gap, index: PlanIndex) -> Words:
    text = f"{_waiting(gap)} {quoted(gap.items[3])} is dropped, or not in the plan."
    return text, {**_keys(gap), "tasks": [_task(gap)]}


def _waiting(gap: Gap) -> str:
    guide, waiting, tasks, _ = gap.items
    return f"{row_name(guide)} is waiting for {waiting} of its {count(tasks, 'task')}."


def _no_row_tasks(gap: Gap, index: PlanIndex) -> Words:
    guide = gap.items[0]
    text = f"{row_name(guide)} has no tasks yet."
    if gap.section == "tasks":
        return text, {
            "id": _task(gap),
            "title": "What to do",
            "focus_area": guide.focus_area.value,
            **samples.fields_of(index, "tasks", "owner", "duration"),
        }
    tasks = [row.task.id for row in index.tagged("focus_area", guide.focus_area)]
    return text, {**_keys(gap), "tasks": tasks[:_SHOWN]}


def _task(gap: Gap) -> str:
    return f"first-task-of-{gap.items[0].id}"


def _row_not_done(gap: Gap, index: PlanIndex) -> Words:
    text = f"{row_name(gap.items[0])} is not marked as done. Mark it as done when it is finished."
    return text, {**_keys(gap), "state": Progress.DONE.value}


def _no_phase_dates(gap: Gap, index: PlanIndex) -> Words:
    day = samples.day(index)
    return "The phase has no start and end dates yet.", {"phase": gap.items[0].value, "from": day, "to": day}


def _unowned_rows(gap: Gap, index: PlanIndex) -> Words:
    number = count(gap.number, "row of the work plan has", "rows of the work plan have")
    text = f"{number} no owner or no due date. The first: {row_name(gap.items[0])}."
    return text, {**_keys(gap), **samples.fields_of(index, "work_plan", "owner", "due")}


WORDINGS: Final[Wordings] = {
    "late-plans": _late_plans,
    "thin-program": _thin_program,
    "credential-ring": _credential_ring,
    "no-ladder": _no_ladder,
    "no-row": _no_row,
    "incomplete-row": _incomplete_row,
    "row-questions": _row_questions,
    "row-tasks-open": _row_tasks_open,
    "row-tasks-gone": _row_tasks_gone,
    "no-row-tasks": _no_row_tasks,
    "row-not-done": _row_not_done,
    "no-phase-dates": _no_phase_dates,
    "unowned-rows": _unowned_rows,
}
"""The words for each kind of gap."""
