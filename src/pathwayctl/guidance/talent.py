"""Words for gaps in occupations, programs, credentials, and KSAs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pathwayctl.guidance import samples
from pathwayctl.guidance.lists import plain
from pathwayctl.guidance.phrases import few, named
from pathwayctl.wording import count

if TYPE_CHECKING:
    from pathwayctl.evidence.gap import Gap
    from pathwayctl.evidence.index import PlanIndex
    from pathwayctl.guidance.snippets import Wordings, Words

_MOST_ASKED: Final = 3
"""Occupations that one interview of an example is about."""
_SKILL_SET: Final = {"group": "The skill set it belongs to"}


def _no_program_credential(gap: Gap, index: PlanIndex) -> Words:
    credential = next((one.id for one in index.plan.credentials), "nims-machining-1")
    return "No program says which credential it leads to.", {"credentials": [credential]}


def _no_credential(gap: Gap, index: PlanIndex) -> Words:
    fields = {**samples.first_entry(index, "credentials"), "id": "nims-machining-1"}
    return "There are no credentials yet.", fields


def _no_occupations(gap: Gap, index: PlanIndex) -> Words:
    text = f"There are no critical occupations yet {gap.items[0]} (step 5)."
    return text, samples.first_entry(index, "occupations", "onet")


def _no_interview(gap: Gap, index: PlanIndex) -> Words:
    number = count(gap.number, "occupation has", "occupations have")
    text = (
        f"{number} no employers’ account yet: {few([one.title for one in gap.items])}. Record an interview "
        "or a survey that is about them, or write employers_account: for each of them."
    )
    fields = {
        "id": "first-interview",
        "employer": samples.employer(index),
        "date": samples.day(index),
        "occupations": [one.id for one in gap.items[:_MOST_ASKED]],
        "summary": "What they said, in a few sentences",
    }
    return text, fields


def _no_skill_set(gap: Gap, index: PlanIndex) -> Words:
    (occupation,) = gap.items
    text = f"{named(occupation)} belongs to no skill set yet: it has no KSA with a group."
    if gap.entry:
        return text, _SKILL_SET
    fields = {
        "id": f"first-of-{occupation.id}",
        "title": "What a person has to know or do",
        "kind": "skill",
        **_SKILL_SET,
        "occupations": [{"occupation": occupation.id, "level": "working"}],
    }
    return text, fields


def _unasked_ksa(gap: Gap, index: PlanIndex) -> Words:
    fields = {"occupations": [{"occupation": samples.occupation(index), "level": "working"}]}
    return f"No critical occupation asks for {named(gap.entry)}.", fields


def _no_use(gap: Gap, index: PlanIndex) -> Words:
    (purpose,) = gap.items
    text = (
        f"No use of the KSAs in {purpose.label.lower()} is under way. Mark one as in progress when it starts."
    )
    if gap.entry:
        return text, {"status": "in-progress"}
    fields = {
        "id": f"use-in-{purpose.value}",
        "title": "How they are used",
        "purpose": purpose.value,
        "ksas": [samples.ksa(index)],
        "status": "in-progress",
    }
    return text, fields


def _low_programs(gap: Gap, index: PlanIndex) -> Words:
    text = (
        f"No program reaches the level that {named(gap.entry)} needs in {few(gap.items)}. "
        "Find one, or record the gap."
    )
    return text, samples.fields_of(index, "occupations", "gap")


WORDINGS: Final[Wordings] = {
    "no-program-credential": _no_program_credential,
    "no-credential": _no_credential,
    "no-occupations": _no_occupations,
    "no-program": plain(
        "{entry} has no program that prepares for it, and no recorded gap.",
        samples.examples("occupations", "gap"),
    ),
    "no-interview": _no_interview,
    "no-account": plain(
        "No interview, survey, or note has the employers’ account of {entry} yet.",
        samples.examples("occupations", "employers_account"),
    ),
    "no-action-begun": plain(
        "No action on a shortage is under way yet. Mark one as in progress when it starts.",
        {"status": "in-progress"},
    ),
    "no-skill-set": _no_skill_set,
    "no-level": plain(
        "{entry} has no level yet: the education that a beginner needs.",
        samples.examples("occupations", "entry_education"),
    ),
    "no-ksas": plain(
        "There are no KSAs (knowledge, skills, and abilities) yet.", {**samples.NEW_KSA, **_SKILL_SET}
    ),
    "unasked-ksa": _unasked_ksa,
    "no-occupation-ksas": plain(
        "{entry} has no KSAs and no recorded gap.", samples.examples("occupations", "gap")
    ),
    "no-use": _no_use,
    "empty-map": plain("The map is empty: no occupation has KSAs yet (step 10).", samples.NEW_KSA),
    "low-programs": _low_programs,
}
"""The words for each kind of gap."""
