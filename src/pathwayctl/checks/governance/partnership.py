"""The sector partnership, responsibilities by role, the sustainability plan, and overdue reviews."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import named, quoted, spoken
from pathwayctl.checks.shared_gaps import in_one_finding
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.governance.partnership import (
    FEWEST_EMPLOYERS,
    PARTS,
    missing_parts,
    partnership_reviews,
)
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.governance import StakeholderRole
from pathwayctl.wording import count, listed, long_day

UNDEFINED: Final = Rule("PW533")
FEW_EMPLOYERS: Final = Rule("PW534")
NO_HOME: Final = Rule("PW529")


@check(UNDEFINED, FEW_EMPLOYERS, NO_HOME, guides=("sector",))
def partnership(index: PlanIndex) -> Iterator[Problem]:
    """Report what each partnership lacks; another rule asks for its convener."""
    for found in index.ask(partnership_reviews):
        name = f"The partnership {quoted(found.title)}" if found.title else "The partnership"
        if found.missing:
            words = listed([spoken(field) for field in found.missing], "or")
            hint = f"Add {listed([f'{field}:' for field in found.missing])} under {found.path[0]}:."
            yield UNDEFINED.at(found.path, f"{name} has no {words}.", hint)
        if 0 < found.employers < FEWEST_EMPLOYERS:
            message = f"{name} has only {count(found.employers, 'industry member')}."
            yield FEW_EMPLOYERS.at((*found.path, "industry_members"), message)
        if found.needs_home:
            yield NO_HOME.at(found.path, "The work is handed over, but has no permanent home.")


UNHELD: Final = Rule("PW576")
UNSUSTAINED: Final = Rule("PW577")


@check(UNHELD, needs_all=True, guides=("components",))
def unheld(index: PlanIndex) -> Iterator[Problem]:
    """Report responsibilities without an owner: a finding for each role, one for all roles not begun.

    A responsibility that the project leaves out has no use in the region, and a role without any entry is not
    begun. There are no findings before the first responsibility has a holder or a state.
    """
    from pathwayctl.evidence.governance.duties import duties_begun, duty_grid, totals

    if not duties_begun(index.plan):
        return
    here, untouched, grid = index.guide("components"), [], duty_grid(index.plan)
    begun = {duty.role for duty in index.plan.duties}
    for role in (one for one in StakeholderRole if one in begun):
        own = grid.of_role(role)
        number = totals(own)
        left = [name for cell in own for name in cell.unheld if name not in cell.left_out]
        if left and not number.held:
            untouched.append(f"{quoted(role.label)} ({len(left)})")
        elif left:
            of_role = f"the {number.listed} responsibilities of {quoted(role.label)}"
            message = f"Nobody holds {len(left)} of {of_role}"
            hint = f"Under duties:, add {{responsibility: {left[0]}, role: {role}, holders: [...]}}"
            yield UNHELD.at(here, f"{message}: {named(index, left)}.", hint)
    if untouched:
        yield UNHELD.at(here, f"Nobody holds any of the responsibilities of {listed(untouched)}.")


@check(UNSUSTAINED, guides=("components",))
def sustainability(index: PlanIndex) -> Iterator[Problem]:
    """Report the parts that the sustainability plan lacks, once it has one."""
    missing = index.ask(missing_parts)
    if 0 < len(missing) < len(PARTS):
        message = f"The sustainability plan has no text on {listed(missing, 'or')}."
        hint = f"Add {listed([f'{part}:' for part in missing])} under sustainability:."
        yield UNSUSTAINED.at(("sustainability",), message, hint)


NOT_REVIEWED: Final = Rule("PW608")

_YEAR: Final = 366


@check(NOT_REVIEWED, guides=("components",))
def reviews(index: PlanIndex) -> Iterator[Problem]:
    """Report overdue reviews, in one finding for each section."""
    plan = index.plan
    if index.today is None:
        return
    for section, field, noun in (
        ("programs", "refined", "program"),
        ("credentials", "reviewed", "credential"),
    ):
        entries = enumerate(getattr(plan, section))
        old = [(place, one.title) for place, one in entries if _is_old(index.today, getattr(one, field))]
        subject, what = (f"{noun} has", f"{noun}s have"), "not been reviewed for a year"
        hint = f"After the review, set {field}: to the date of the review."
        yield from in_one_finding(index, NOT_REVIEWED, section, old, subject, what, hint)
    sustained = plan.sustainability
    if sustained is not None and _is_old(index.today, sustained.reviewed):
        last = f"since {long_day(sustained.reviewed)}" if sustained.reviewed else "yet"
        message = f"The sustainability plan has not been reviewed {last}."
        yield NOT_REVIEWED.at(("sustainability",), message, "Review it, then set reviewed: to the date.")


def _is_old(today: date, seen: date | None) -> bool:
    return seen is None or (today - seen).days > _YEAR
