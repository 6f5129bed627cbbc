"""What tasks, summaries, and milestones lack, or have without effect, and assignments above capacity."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import named, quoted
from pathwayctl.checks.shared_gaps import SharedGap, gathered
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.work.sufficiency import OpenWork, Sufficiency, open_work
from pathwayctl.model.partners import Organization, Person
from pathwayctl.model.vocabulary import Status
from pathwayctl.model.work import Task
from pathwayctl.scheduling.breakdown import Row
from pathwayctl.wording import count, listed

NO_ESTIMATE: Final = Rule("PW530")
NO_DETAIL: Final = Rule("PW531")
NOT_ACCOUNTABLE: Final = Rule("PW532")

_Lacks = tuple[str, str]
"""What a task lacks, and a hint of its own, or an empty text."""


@check(NO_ESTIMATE, NO_DETAIL, NOT_ACCOUNTABLE, guides=("ccrs",))
def breakdown(index: PlanIndex) -> Iterator[Problem]:
    """Report what each of the smallest tasks still to be done lacks; names, once there is anyone to name."""
    work = index.ask(open_work)
    yield from gathered(index, NO_ESTIMATE, _unestimated(work), "task")
    if not index.parties:
        return
    yield from gathered(index, NOT_ACCOUNTABLE, _unaccountable(work), "task")
    vague = [row for row, answers in work.tasks if not answers.can_go_ahead]
    if vague:
        number, names = count(len(vague), "task"), named(index, [row.task.title for row in vague])
        message = f"{number} cannot start, because no one is named or no detail is given: {names}."
        yield NO_DETAIL.at(vague[0].path, message)


def _unestimated(work: OpenWork) -> Iterator[SharedGap]:
    for row, answers in work.tasks:
        cost = answers.has_cost or not work.costed
        if not answers.has_duration and not cost:
            what, hint = "no duration and no cost", "Add duration: and cost: with your estimates."
            yield SharedGap(row.path, row.task.title, what, hint)
        elif not answers.has_duration:
            yield SharedGap(row.path, row.task.title, "no duration")
        elif not cost:
            what, hint = (
                "no cost, though other tasks have one",
                "Add cost: with your estimate, or 0 if there is no cost.",
            )
            yield SharedGap(row.path, row.task.title, what, hint)


def _unaccountable(work: OpenWork) -> Iterator[SharedGap]:
    for row, answers in work.tasks:
        if not answers.is_accountable:
            yield SharedGap(row.path, row.task.title, *_accountability(answers))


def _accountability(answers: Sufficiency) -> _Lacks:
    if not answers.has_owner and not answers.has_outcome:
        return "no owner and no outcome", ""
    if not answers.has_owner:
        return "no owner", "Add owner: with the one person or organization that is accountable for the task."
    return "no outcome", "Add outcome: with what exists when the task is done."


OWN_FIGURES: Final = Rule("PW419")
WORKED_MILESTONE: Final = Rule("PW420")
NO_MILESTONES: Final = Rule("PW580")

_COUNTED: Final = ("duration", "cost", "date", "started", "finished", "complete", "remaining")


@check(OWN_FIGURES, WORKED_MILESTONE)
def summaries(index: PlanIndex) -> Iterator[Problem]:
    """Report fields that have no effect on a summary or a milestone."""
    for row in index.live:
        if row.task.tasks:
            own = _own_figures(row.task)
            if own:
                title, verb = quoted(row.task.title), "is" if len(own) == 1 else "are"
                message = f"The summary {title} has its own {listed(own)}, which {verb} not used."
                yield OWN_FIGURES.at((*row.path, own[0]), message, on_key=True)
    for row in index.milestones:
        task = row.task
        if task.assigned or task.cost:
            what = "people assigned" if task.assigned else "a cost"
            message = f"The milestone {quoted(task.title)} has {what}, but it takes no time."
            yield WORKED_MILESTONE.at((*row.path, "assigned" if task.assigned else "cost"), message)


def _own_figures(task: Task) -> list[str]:
    own = [field for field in _COUNTED if getattr(task, field) is not None]
    if task.assigned:
        own.append("assigned")
    if task.status is not Status.PLANNED:
        own.append("status")
    return own


@check(NO_MILESTONES, guides=("ccrs",))
def milestones(index: PlanIndex) -> Iterator[Problem]:
    """Report a plan with tasks but no milestone."""
    if index.live and not index.milestones:
        yield NO_MILESTONES.at(index.guide("ccrs"), "The plan has no milestone.")


ABOVE_CAPACITY: Final = Rule("PW426")


@check(ABOVE_CAPACITY)
def assignments(index: PlanIndex) -> Iterator[Problem]:
    """Report assignments above the capacity of the party assigned, in units a day."""
    parties = index.parties
    for row in index.leaves:
        for place, assignment in enumerate(row.task.assigned):
            party = parties.get(assignment.resource)
            if party is not None and assignment.units > party.capacity:
                yield above_capacity(row, place, party)


def above_capacity(row: Row, place: int, party: Organization | Person) -> Problem:
    """Make the problem of one assignment of a task, at ``place``, that exceeds the capacity of a party."""
    units = row.task.assigned[place].units
    message = (
        f"{quoted(row.task.title)} needs {units:g} a day of {quoted(party.name)}, "
        f"whose capacity is {party.capacity:g}."
    )
    hint = f"Write assigned: {{{party.id}: {party.capacity:g}}}, or raise capacity: of that entry."
    return ABOVE_CAPACITY.at((*row.path, "assigned", place), message, hint)
