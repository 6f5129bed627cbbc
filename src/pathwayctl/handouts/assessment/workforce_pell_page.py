"""Programs beside the requirements of Workforce Pell.

Source: One Big Beautiful Bill Act, Pub. L. 119-21, section 83002 (20 U.S.C. 1070a(k)).
"""

from __future__ import annotations

from typing import Final

from pathwayctl.evidence.assessment.workforce_pell import FIELDS, Readiness, workforce_pell
from pathwayctl.handouts.cells import stacked, when
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.handout import Handout, PageView
from pathwayctl.handouts.tables import HandoutTable, Head, table
from pathwayctl.language import marked, phrase
from pathwayctl.model.vocabulary import Audience, Guide
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import count

MET: Final = {True: marked("Met"), False: marked("Not met"), None: marked("Not recorded")}
COLUMNS: Final = (
    Head(marked("Requirement"), width="wide"),
    Head(marked("What the law asks"), width="wide"),
    marked("Recorded"),
    Head(marked("Met"), width="narrow"),
)


@dataclass(frozen=True, slots=True)
class ProgramReadiness:
    """One program, with a row for each requirement."""

    title: str
    answers: HandoutTable


@dataclass(frozen=True, slots=True)
class WorkforcePell:
    """The page: the programs that prepare for Workforce Pell."""

    programs: tuple[ProgramReadiness, ...]


def view(context: Context) -> WorkforcePell:
    """Return each program with its requirements, in the order of the law; without any, a blank list."""
    from pathwayctl.catalog.reading import standards

    found = context.index.ask(workforce_pell)
    if found:
        return WorkforcePell(tuple(_program(one, context) for one in found))
    rows = ((one.name, one.text, "", "") for one in standards().workforce_pell)
    return WorkforcePell((ProgramReadiness(phrase("A program"), table(COLUMNS, rows)),))


def _program(one: Readiness, context: Context) -> ProgramReadiness:
    from pathwayctl.catalog.reading import standards

    asked = {entry.id: entry for entry in standards().workforce_pell}
    recorded = _recorded(one, context)
    rows = (
        (
            asked[each.requirement].name,
            asked[each.requirement].text,
            recorded[each.requirement],
            phrase(MET[each.met]),
        )
        for each in one.answers
    )
    title = f"{one.program.title}, {context.name(one.program.provider)}"
    return ProgramReadiness(title, table(COLUMNS, rows))


def _recorded(one: Readiness, context: Context) -> dict[str, str]:
    program = one.program
    credentials = (each.title for each in context.plan.credentials if each.id in program.credentials)
    cost = phrase("Cost {money}", money=context.money(program.cost)) if program.cost is not None else ""
    earned = program.value_added_earnings
    earnings = phrase("Earnings {money}", money=context.money(earned)) if earned is not None else ""
    approved = (
        phrase("Approved {state_approved}", state_approved=when(program.state_approved))
        if program.state_approved
        else ""
    )
    transfers = (
        phrase("Transfers to {names}", names=context.names(program.transfers_to))
        if program.transfers_to
        else ""
    )
    credit = {True: phrase("Credits transfer"), False: phrase("Credits do not transfer"), None: ""}[
        program.transfers
    ]
    return {
        "pell-weeks": _counted(program.weeks, "week"),
        "pell-hours": _counted(program.clock_hours, "clock hour"),
        "pell-offered": phrase("Since {offered_since}", offered_since=when(program.offered_since))
        if program.offered_since
        else "",
        "pell-demand": approved,
        "pell-credential": stacked(*credentials),
        "pell-credit": transfers or credit,
        "pell-completion": _percent(program.completion_rate),
        "pell-placement": _percent(program.placement_rate),
        "pell-cost": stacked(cost, earnings),
    }


def _counted(value: int | None, unit: str) -> str:
    return "" if value is None else count(value, unit)


def _percent(value: int | None) -> str:
    return "" if value is None else f"{value}%"


def _views(context: Context) -> tuple[PageView, ...]:
    return (PageView("workforce-pell", phrase("Workforce Pell readiness"), view(context)),)


HANDOUT: Final = Handout(
    "workforce-pell",
    "Workforce Pell readiness",
    "workforce-pell",
    "One Big Beautiful Bill Act, Pub. L. 119-21, section 83002 (20 U.S.C. 1070a)",
    "Programs beside the requirements of Workforce Pell: what is met, not met, or not recorded.",
    _views,
    audience=Audience.PARTNERS,
    guides=(Guide.SECTOR, Guide.COMPONENTS),
    sections=tuple(f"programs.{field}" for field in FIELDS),
)
