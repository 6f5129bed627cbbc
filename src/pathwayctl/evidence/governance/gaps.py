"""What shows how partners work together: the partnership, agreements, teams, duties, sustainability.

Source: Texas Regional Pathways Network, Key Stakeholders (undated); the Grades 9-14 work plan of the
Pathways to Prosperity Network (undated), Shared Agreements and Work Planning; and Creating Career Pathways
in Colorado (2014), steps 1, 2, and 16.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from textwrap import shorten
from typing import Final

from pathwayctl.evidence.gap import Gap, Judgment, Question
from pathwayctl.evidence.governance.duties import DutyCell, DutyGrid, duty_grid
from pathwayctl.evidence.governance.partnership import PARTS, missing_parts, own_partnerships
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.language import phrase
from pathwayctl.model.governance import AgreementKind, DutyState, Progress, SharedQuestion, Team, TeamKind
from pathwayctl.model.vocabulary import Cadence
from pathwayctl.wording import count

OFTEN: Final = frozenset({Cadence.WEEKLY, Cadence.MONTHLY, Cadence.QUARTERLY})
"""How often teams meet: every month if possible, every quarter at least."""
_LONGEST: Final = 60
"""Characters of a scope that are shown."""
_PARTNERSHIP: Final = ("partnership",)


def scope(index: PlanIndex) -> Judgment:
    """The partnership has a scope, a region, and an industry (step 1).

    The region may also be in ``project``, and the industry's codes in a framework.
    """
    plan, partnership = index.plan, index.plan.partnership
    if partnership is None and plan.partnerships:
        shown = phrase(
            "{partnerships} with a scope", partnerships=count(len(plan.partnerships), "sector partnership")
        )
        return Judgment((shown,))
    if partnership is None:
        return Judgment(gaps=(Gap("no-partnership", _PARTNERSHIP, ("scope, region, and industry",)),))
    gaps = []
    if not (partnership.region or partnership.counties or plan.project.region):
        gaps.append(Gap("no-region", _PARTNERSHIP, ("region",)))
    if not (partnership.naics or any(one.naics for one in plan.frameworks)):
        gaps.append(Gap("no-naics", _PARTNERSHIP, ("NAICS codes of the industry",)))
    return Judgment(
        (phrase("scope: “{scope}”", scope=shorten(partnership.scope, _LONGEST, placeholder="…")),),
        tuple(gaps),
    )


def brief(index: PlanIndex) -> Judgment:
    """There is a short labor market brief (step 2)."""
    gap = Gap("no-brief", _PARTNERSHIP, ("labor market brief",))
    return _in_each(index, "labor_market_brief", phrase("a labor market brief"), gap)


def home(index: PlanIndex) -> Judgment:
    """Someone keeps the work going (step 16)."""
    gap = Gap("no-home", _PARTNERSHIP, ("home for the work",))
    return _in_each(index, "home", phrase("a home for the work"), gap)


def _in_each(index: PlanIndex, field: str, shown: str, gap: Gap) -> Judgment:
    """Judge whether every partnership has a field; the gap points at the first without it."""
    given = own_partnerships(index)
    lacking = [path for path, one in given if not getattr(one, field)]
    if given and not lacking:
        return Judgment((shown,))
    return Judgment(gaps=(replace(gap, path=lacking[0] if lacking else _PARTNERSHIP),))


def duties(index: PlanIndex) -> DutyGrid:
    """Who holds which responsibility."""
    return duty_grid(index.plan)


def held_and_met(index: PlanIndex, cell: DutyCell) -> Judgment:
    """Someone holds each responsibility of a role in a component, and has met it."""
    held = len(cell.used) - len(cell.unheld)
    shown = [f"{held} of {len(cell.used)} held"] if held else []
    shown += [f"{len(cell.done)} met"] if cell.done else []
    gaps = []
    if cell.unheld:
        gaps.append(_duty(index, "not-held", "holder", cell, cell.unheld))
    unmet = tuple(duty for duty in cell.used if duty.holders and duty.state is not Progress.DONE)
    if unmet:
        gaps.append(_duty(index, "not-met", "result", cell, tuple(one.responsibility for one in unmet)))
    return Judgment(tuple(shown), tuple(gaps))


def _duty(index: PlanIndex, kind: str, words: str, cell: DutyCell, lacking: tuple[str, ...]) -> Gap:
    """Some responsibilities of a cell; the place is the first one's earliest open entry, if it has one."""
    places = (
        place
        for place, one in enumerate(index.plan.duties)
        if one.responsibility == lacking[0]
        and one.role is cell.role
        and not (one.holders and one.state is DutyState.DONE)
    )
    place = next(places, None)
    path = ("duties",) if place is None else ("duties", place)
    noun = "responsibility|responsibilities"
    return Gap(kind, path, (words,), noun, len(lacking), items=(cell, lacking[0]))


@cache
def signed(what: str, suggested: str, *kinds: AgreementKind) -> Question:
    """Ask whether an agreement of some kinds is signed; ``what`` names it, ``suggested`` is an id for it."""

    def question(index: PlanIndex) -> Judgment:
        found = [(n, one) for n, one in enumerate(index.plan.agreements) if one.kind in kinds]
        done = sum(bool(one.signed) for _, one in found)
        if done:
            return Judgment((f"{count(done, what)} signed",))
        if found:
            place, one = found[0]
            gap = Gap("not-signed", ("agreements", place), (f"signed {what}",), entry=one)
            return Judgment((f"{what} begun",), (gap,))
        return Judgment(gaps=(Gap("no-agreement", ("agreements",), (what,), items=(suggested, kinds[0])),))

    return question


def questions_settled(index: PlanIndex) -> Judgment:
    """The shared agreement answers each of its eight questions."""
    shared = [(n, one) for n, one in enumerate(index.plan.agreements) if one.kind is AgreementKind.SHARED]
    if not shared:
        return Judgment()
    answered = settled(index)
    left = tuple(question for question in SharedQuestion if question not in answered)
    shown = (f"{len(answered)} of {len(SharedQuestion)} questions settled",) if answered else ()
    place, one = shared[0]
    gap = Gap("open-questions", ("agreements", place), ("answer",), "question", len(left), one, items=left)
    return Judgment(shown, (gap,) if left else ())


def settled(index: PlanIndex) -> frozenset[SharedQuestion]:
    """The questions of a shared agreement that some shared agreement answers."""
    shared = (one for one in index.plan.agreements if one.kind is AgreementKind.SHARED)
    return frozenset(question for one in shared for question in one.answers)


@cache
def team(what: str, suggested: str, *kinds: TeamKind) -> Question:
    """Ask whether a team of some kinds has a lead and members, and meets every quarter at least."""

    def question(index: PlanIndex) -> Judgment:
        found = [(n, one) for n, one in enumerate(index.plan.teams) if one.kind in kinds]
        if not found:
            return Judgment(gaps=(Gap("no-team", ("teams",), (what,), items=(suggested, kinds[0])),))
        place, one = min(found, key=lambda pair: len(_team_fields(pair[1])))
        shown, fields = (f"{what}: “{one.title}”",), _team_fields(one)
        gap = Gap("incomplete-team", ("teams", place), fields, what, entry=one, fields=fields)
        return Judgment(shown, (gap,) if fields else ())

    return question


def _team_fields(team: Team) -> tuple[str, ...]:
    """The fields that a team has yet to fill."""
    fields = [field for field in ("lead", "members") if not getattr(team, field)]
    return tuple(fields if team.cadence in OFTEN else [*fields, "cadence"])


def sustainability(index: PlanIndex) -> Judgment:
    """The sustainability plan has its four parts."""
    fields = PARTS if index.plan.sustainability is None else index.ask(missing_parts)
    there = len(PARTS) - len(fields)
    shown = (f"{there} of {len(PARTS)} parts of a sustainability plan",) if there else ()
    gap = Gap("sustainability", ("sustainability",), fields, fields=fields)
    return Judgment(shown, (gap,) if fields else ())
