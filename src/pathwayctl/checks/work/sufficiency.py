"""Tasks that are not broken down far enough: no estimate, too little to go ahead, or nobody accountable."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import named
from pathwayctl.checks.shared_gaps import Lack, gathered
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.work.sufficiency import OpenWork, Sufficiency, open_work
from pathwayctl.wording import count

NO_ESTIMATE: Final = Rule("PW530")
NO_DETAIL: Final = Rule("PW531")
NOT_ACCOUNTABLE: Final = Rule("PW532")

_Lacks = tuple[str, str]
"""What a task lacks, and a hint of its own, or an empty text."""


@check(NO_ESTIMATE, NO_DETAIL, NOT_ACCOUNTABLE, guides=("ccrs",))
def breakdown(index: PlanIndex) -> Iterator[Problem]:
    """Report what each of the smallest tasks still to be done lacks."""
    work = index.ask(open_work)
    yield from gathered(NO_ESTIMATE, _unestimated(work), "task")
    yield from gathered(NOT_ACCOUNTABLE, _unaccountable(work), "task")
    vague = [row for row, answers in work.tasks if not answers.can_go_ahead]
    if vague:
        number, names = count(len(vague), "task"), named([row.task.title for row in vague])
        message = f"{number} cannot go ahead, because nobody is named or no detail is given: {names}."
        yield NO_DETAIL.at(vague[0].path, message)


def _unestimated(work: OpenWork) -> Iterator[Lack]:
    for row, answers in work.tasks:
        cost = answers.has_cost or not work.costed
        if not answers.has_duration and not cost:
            what, hint = "no duration and no cost", "Add duration: and cost: with your estimates."
            yield Lack(row.path, row.task.title, what, hint)
        elif not answers.has_duration:
            yield Lack(row.path, row.task.title, "no duration")
        elif not cost:
            what, hint = "no cost, though other tasks have one", "Add cost:, and write 0 if it costs nothing."
            yield Lack(row.path, row.task.title, what, hint)


def _unaccountable(work: OpenWork) -> Iterator[Lack]:
    for row, answers in work.tasks:
        if not answers.is_accountable:
            yield Lack(row.path, row.task.title, *_accountability(answers))


def _accountability(answers: Sufficiency) -> _Lacks:
    if not answers.has_owner and not answers.has_outcome:
        return "no owner and no outcome", ""
    if not answers.has_owner:
        return "no owner", "Add owner: with the one person or organization that is accountable for it."
    return "no outcome", "Add outcome: with what exists when it is done."
