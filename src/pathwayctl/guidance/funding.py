"""Words for gaps in funding, and for what a grant asks for and is overdue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pathwayctl.guidance import samples
from pathwayctl.guidance.phrases import named, quoted
from pathwayctl.wording import money, short_day

if TYPE_CHECKING:
    from pathwayctl.evidence.gap import Gap
    from pathwayctl.evidence.index import PlanIndex
    from pathwayctl.guidance.snippets import Wordings, Words


def _short_year(gap: Gap, index: PlanIndex) -> Words:
    year, short = gap.items
    when = f"fiscal year {year}" if year else "the project"
    text = f"The budget of {when} is {money(short, index.plan.project.currency)} more than its funding."
    fields = {"id": "more-funding", "title": "Where the money comes from", "amount": int(-(-short // 1))}
    return text, {**fields, "fiscal_year": year} if year else fields


def _overdue_grant(gap: Gap, index: PlanIndex) -> Words:
    (due,) = gap.items
    text = (
        f"{quoted(due.title)} of {named(gap.entry)} was due on {short_day(due.due)}. Record when it is done."
    )
    done = {"Report": ("reports", "submitted"), "Deliverable": ("deliverables", "delivered")}
    field, day = done[due.kind]
    return text, {field: [{"title": due.title, "due": due.due, day: samples.day(index)}]}


WORDINGS: Final[Wordings] = {"short-year": _short_year, "overdue-grant": _overdue_grant}
"""The words for each kind of gap."""
