"""What shows critical occupations, programs, employers' accounts, and KSAs, and what is missing.

Source: Creating Career Pathways in Colorado (2014), steps 5 to 13, known to us by its published summary;
what each step leaves behind is our own reading of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from pathwayctl.evidence.gap import Gap, Judgment, entries, want
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.talent.attainment import attainment
from pathwayctl.evidence.talent.occupations import MAIN_USES, occupation_gaps, skill_gaps
from pathwayctl.language import marked, phrase
from pathwayctl.model.talent import KsaPurpose
from pathwayctl.model.vocabulary import Status
from pathwayctl.wording import count, listed

_BEGUN: Final = (Status.IN_PROGRESS, Status.DONE)

occupations: Final = entries(
    "occupations",
    "critical occupation",
    want("SOC or O*NET code", "onet", "soc"),
    want("openings", "annual_openings", "employers_openings", "openings_range"),
    want("wage", "median_wage", "wage"),
    want("growth"),
    want("difficulty to fill", "difficulty"),
    want("entry education", "entry_education"),
)
programs: Final = entries(
    "programs",
    "program",
    want("CIP code", "cip"),
    want("length"),
    want("cost"),
    want("transfer status", "transfers"),
)
"""The rough inventory. A program may have no prerequisites and no credential, so neither is asked of each."""
shortage_actions: Final = entries(
    "shortage_actions", "action on a shortage|actions on shortages", want("owner"), want("due date", "due")
)
asset_map: Final = entries(
    "programs",
    "program",
    want("list of KSAs", "teaches"),
    want("provider review date", "refined"),
)
credentials: Final = entries(
    "credentials",
    "credential",
    want("recognition by an employer", "recognized_by"),
    want("employer review date", "reviewed"),
    want("portability", "portable"),
)
demand: Final = entries(
    "occupations",
    "occupation",
    want("openings", "annual_openings", "employers_openings", "openings_range"),
    want("source of its figures", "source"),
    want("employers’ account", "employers_account"),
)


def some_credential(index: PlanIndex) -> Judgment:
    """It is known what the programs lead to (step 6)."""
    plan = index.plan
    if not plan.programs or any(one.credentials for one in plan.programs):
        return Judgment()
    words = (marked("credentials that the programs lead to"),)
    gaps = [Gap("no-program-credential", ("programs", 0), words, entry=plan.programs[0])]
    if not plan.credentials:
        gaps.append(Gap("no-credential", ("credentials",), ("credentials (none yet)",)))
    return Judgment(gaps=tuple(gaps))


def programs_for_all(index: PlanIndex) -> Judgment:
    """Each critical occupation has a program, or a recorded gap (step 6)."""
    without = index.ask(occupation_gaps).without_programs
    return Judgment(gaps=_occupations(index, "no-program", marked("program"), without))


def _occupations(index: PlanIndex, kind: str, words: str, places: Iterable[int]) -> tuple[Gap, ...]:
    """A gap for each of some occupations, given by their positions."""
    found = index.plan.occupations
    return tuple(
        Gap(kind, ("occupations", place), (words,), "occupation", entry=found[place]) for place in places
    )


def employers_accounts(index: PlanIndex) -> Judgment:
    """Each critical occupation has the employers' account of it (step 7)."""
    found = index.plan.occupations
    if not found:
        return Judgment(
            gaps=(_none("to ask employers about", marked("occupations to ask employers about (none yet)")),)
        )
    silent = index.ask(occupation_gaps).without_account
    recorded = len(found) - len(silent)
    shown = (
        (phrase("employers’ account of {occupations}", occupations=count(recorded, "occupation")),)
        if recorded
        else ()
    )
    if silent and not (index.plan.interviews or index.plan.surveys):
        asked = tuple(found[place] for place in silent)
        words, number = (marked("employers’ account"),), len(asked)
        gap = Gap("no-interview", ("interviews",), words, "occupation", number, items=asked)
        return Judgment(shown, (gap,))
    return Judgment(shown, _occupations(index, "no-account", "employers’ account", silent))


def _none(purpose: str, words: str) -> Gap:
    """A gap for missing occupations that a later step needs."""
    return Gap("no-occupations", ("occupations",), (words,), items=(purpose,))


def shortage_begun(index: PlanIndex) -> Judgment:
    """Something is under way for at least one occupation (step 8)."""
    found = index.plan.shortage_actions
    if not found or any(one.status in _BEGUN for one in found):
        return Judgment()
    words = (marked("first action under way"),)
    return Judgment(gaps=(Gap("no-action-begun", ("shortage_actions", 0), words, entry=found[0]),))


def skill_sets(index: PlanIndex) -> Judgment:
    """Each critical occupation belongs to a skill set, and has a level (step 9)."""
    plan = index.plan
    if not plan.occupations:
        return Judgment(gaps=(_none("to put in order", marked("occupations to put in order (none yet)")),))
    groups = dict.fromkeys(one.group for one in plan.ksas if one.group)
    grouped = {demand.occupation for one in plan.ksas if one.group for demand in one.occupations}
    first: dict[str, int] = {}
    for place, ksa in enumerate(plan.ksas):
        for demand in ksa.occupations:
            first.setdefault(demand.occupation, place)
    gaps = []
    for place, one in enumerate(plan.occupations):
        if one.id not in grouped:
            at = first.get(one.id)
            path, entry = (("ksas",), None) if at is None else (("ksas", at), plan.ksas[at])
            words = (marked("skill set"),)
            gaps.append(Gap("no-skill-set", path, words, "occupation", entry=entry, items=(one,)))
        if one.level is None and one.entry_education is None:
            gaps.append(Gap("no-level", ("occupations", place), ("level",), "occupation", entry=one))
    return Judgment((count(len(groups), "skill set"),) if groups else (), tuple(gaps))


def ksas(index: PlanIndex) -> Judgment:
    """Each critical occupation has its KSAs, and each KSA its occupations (step 10)."""
    found = index.plan.ksas
    if not found:
        return Judgment(gaps=(Gap("no-ksas", ("ksas",), ("KSAs (none yet)",)),))
    unasked = tuple(
        Gap("unasked-ksa", ("ksas", place), ("occupation",), "KSA", entry=found[place])
        for place in index.ask(skill_gaps).unasked
    )
    gaps = _occupations(index, "no-occupation-ksas", marked("KSAs"), index.ask(occupation_gaps).without_ksas)
    return Judgment((count(len(found), "KSA"),), (*gaps, *unasked))


def uses(index: PlanIndex) -> Judgment:
    """The KSAs are used in curriculum, hiring, and assessment (step 12)."""
    found = index.plan.ksa_uses
    begun = {one.purpose for one in found if one.status in _BEGUN}
    gaps = []
    for purpose in MAIN_USES:
        if purpose not in begun:
            place = next((n for n, one in enumerate(found) if one.purpose is purpose), None)
            path: tuple[Any, ...] = ("ksa_uses",) if place is None else ("ksa_uses", place)
            entry = None if place is None else found[place]
            words = (phrase("use of the KSAs in {purpose}", purpose=purpose.label.lower()),)
            gaps.append(Gap("no-use", path, words, entry=entry, items=(purpose,)))
    used = listed([purpose.label.lower() for purpose in KsaPurpose if purpose in begun])
    return Judgment((phrase("KSAs used in {purposes}", purposes=used),) if used else (), tuple(gaps))


def map_is_whole(index: PlanIndex) -> Judgment:
    """From each KSA of an occupation the map leads to a program that reaches the level (step 13)."""
    found = index.ask(attainment)
    if not found.rows:
        return Judgment(gaps=(Gap("empty-map", ("ksas",), ("lines of the map (none yet)",)),))
    led = sum(bool(row.programs) for row in found.rows)
    recorded = {one.id for one in index.plan.occupations if one.gap}
    written = sum(row.occupation in recorded for row in found.gaps)
    shown = (
        [
            phrase(
                "a program for {number} of {lines} of the map",
                number=led,
                lines=count(len(found.rows), "line"),
            )
        ]
        if led
        else []
    )
    shown += (
        [phrase("a recorded gap for {lines} of the map", lines=count(written, "line"))] if written else []
    )
    titles = {one.id: one.title for one in index.plan.ksas}
    left: dict[str, list[str]] = {}
    for row in found.gaps:
        left.setdefault(row.occupation, []).append(titles[row.ksa])
    words, noun = (marked("program or recorded gap"),), marked("line of the map|lines of the map")
    gaps = tuple(
        Gap(
            "low-programs", ("occupations", n), words, noun, len(left[one.id]), one, items=tuple(left[one.id])
        )
        for n, one in enumerate(index.plan.occupations)
        if one.id in left and not one.gap
    )
    return Judgment(tuple(shown), gaps)
