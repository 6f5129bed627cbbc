"""Looks at knowledge, skills and abilities: who asks for them, who teaches them, what they are used for.

Source: Creating Career Pathways in Colorado (2014), steps 9 to 13, known to us by its published
summary; what each step leaves behind is our own reading of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.grids import demand_grid
from pathwayctl.guidance import samples
from pathwayctl.guidance.looks import occupations
from pathwayctl.guidance.proofs import Want, added, entries, few, new, quoted, want_day
from pathwayctl.guidance.state import Lack, Look
from pathwayctl.model.talent_words import KsaPurpose
from pathwayctl.wording import count, listed

if TYPE_CHECKING:
    from pathwayctl.guidance.records import Records
    from pathwayctl.guidance.snippets import Fields
    from pathwayctl.model.talent import Occupation

USES: Final = (KsaPurpose.CURRICULUM, KsaPurpose.HIRING, KsaPurpose.ASSESSMENT)
"""The uses that step 12 leaves behind at least."""


def skill_sets(records: Records) -> Look:
    """Step 9: each critical occupation belongs to a skill set, and has a level."""
    plan = records.plan
    if not plan.occupations:
        return Look(lacks=(occupations.no_occupations("to put in order"),))
    groups = dict.fromkeys(one.group for one in plan.ksas if one.group)
    sorted_in = {demand.occupation for one in plan.ksas if one.group for demand in one.occupations}
    first: dict[str, int] = {}
    for number, ksa in enumerate(plan.ksas):
        for demand in ksa.occupations:
            first.setdefault(demand.occupation, number)
    lacks: list[Lack] = []
    for place, one in enumerate(plan.occupations):
        if one.id not in sorted_in:
            lacks.append(_ungrouped(one, first.get(one.id), records))
        if one.entry_education is None:
            text = f"{quoted(one.title)} has no level: no education that is asked of beginners."
            lacks.append(added(text, "occupations", place, one, {"entry_education": "high-school"}))
    return Look((count(len(groups), "skill set"),) if groups else (), tuple(lacks))


def _ungrouped(occupation: Occupation, asked: int | None, records: Records) -> Lack:
    """An occupation in no skill set: the group for the first KSA that it asks for, or a first KSA."""
    text = f"{quoted(occupation.title)} belongs to no skill set yet: it has no KSA with a group."
    if asked is not None:
        return added(text, "ksas", asked, records.plan.ksas[asked], {"group": "The skill set it belongs to"})
    fields: Fields = {
        "id": f"first-of-{occupation.id}",
        "title": "What a person has to know or do",
        "kind": "skill",
        "group": "The skill set it belongs to",
        "occupations": [{"occupation": occupation.id, "level": "working"}],
    }
    return new(text, "ksas", fields)


def ksas(records: Records) -> Look:
    """Step 10: each critical occupation has its KSAs, and each KSA its occupations."""
    plan = records.plan
    if not plan.ksas:
        fields: Fields = {
            "id": "read-prints",
            "title": "Read prints",
            "kind": "skill",
            "group": "The skill set it belongs to",
            "occupations": [{"occupation": samples.occupation(records), "level": "working"}],
        }
        return Look(lacks=(new("No knowledge, skill or ability is written down yet.", "ksas", fields),))
    without = {one.occupation for one in records.attainment.coverage if not one.ksas and not one.gap_recorded}
    unasked = set(demand_grid(plan).empty_rows)
    demand: Fields = {"occupations": [{"occupation": samples.occupation(records), "level": "working"}]}
    lacks = tuple(
        added(f"No critical occupation asks for {quoted(one.title)}.", "ksas", place, one, demand)
        for place, one in enumerate(plan.ksas)
        if one.id in unasked
    )
    gaps = occupations.gaps(records, without, "has no KSAs, and no gap written down")
    return Look((count(len(plan.ksas), "KSA"),), (*gaps, *lacks))


asset_map: Final = entries(
    "programs",
    "program",
    "There is no inventory of programs to refine (step 6).",
    lambda records: {
        "id": "machining-certificate",
        "title": "The program’s title",
        "provider": samples.school(records),
    },
    (
        Want(
            "KSAs that it teaches",
            ("teaches",),
            lambda records: [{"ksa": samples.ksa(records), "level": "working"}],
        ),
        want_day("refined", "day on which the provider checked it"),
    ),
)


def uses(records: Records) -> Look:
    """Step 12: the KSAs are at work in curriculum, hiring and assessment."""
    plan = records.plan
    at_work = {one.purpose for one in plan.ksa_uses if occupations.begun(one.status)}
    lacks: list[Lack] = []
    for purpose in USES:
        if purpose in at_work:
            continue
        text = f"No use of the KSAs in {purpose.label.lower()} is under way. Once one is, say so."
        planned = next(((n, one) for n, one in enumerate(plan.ksa_uses) if one.purpose is purpose), None)
        if planned:
            lacks.append(added(text, "ksa_uses", *planned, {"status": "in-progress"}))
        else:
            fields: Fields = {
                "id": f"use-in-{purpose.value}",
                "title": "How they are used",
                "purpose": purpose.value,
                "ksas": [samples.ksa(records)],
                "status": "in-progress",
            }
            lacks.append(new(text, "ksa_uses", fields))
    words = listed([purpose.label.lower() for purpose in KsaPurpose if purpose in at_work])
    return Look((f"KSAs used in {words}",) if words else (), tuple(lacks))


def map_is_whole(records: Records) -> Look:
    """Step 13: from each KSA of an occupation the map leads to a program that reaches the level."""
    found = records.attainment
    if not found.rows:
        text = "The map is empty: no occupation has KSAs yet (step 10)."
        fields: Fields = {
            "id": "read-prints",
            "title": "Read prints",
            "kind": "skill",
            "occupations": [{"occupation": samples.occupation(records), "level": "working"}],
        }
        return Look(lacks=(new(text, "ksas", fields),))
    led = sum(bool(row.programs) for row in found.rows)
    recorded = {one.id for one in records.plan.occupations if one.gap}
    written = sum(row.occupation in recorded for row in found.gaps)
    evidence = [f"a program behind {led} of {count(len(found.rows), 'line')} of the map"] if led else []
    evidence += [f"a gap written down for {count(written, 'line')} of the map"] if written else []
    titles = {one.id: one.title for one in records.plan.ksas}
    open_rows: dict[str, list[str]] = {}
    for row in found.gaps:
        open_rows.setdefault(row.occupation, []).append(titles[row.ksa])
    lacks = [
        added(
            f"No program takes students as far as {quoted(one.title)} asks in {few(open_rows[one.id])}. "
            "Find one, or write the gap down.",
            "occupations",
            place,
            one,
            {"gap": occupations.GAP},
        )
        for place, one in enumerate(records.plan.occupations)
        if one.id in open_rows and not one.gap
    ]
    return Look(tuple(evidence), tuple(lacks))
