"""Looks at how partners work together: agreements, teams, sustainability, and who holds which duty.

Source: Texas Regional Pathways Network, Key Stakeholders (undated), and the Grades 9-14 work plan of
the Pathways to Prosperity Network (undated), Shared Agreements and Work Planning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pathwayctl.guidance import samples
from pathwayctl.guidance.proofs import added, few, new, none_of, quoted, set_once
from pathwayctl.guidance.state import Look, Proof
from pathwayctl.model.governance_words import AgreementKind, SharedQuestion, TeamKind
from pathwayctl.model.vocabulary import Cadence
from pathwayctl.wording import count, listed

if TYPE_CHECKING:
    from pathwayctl.guidance.records import Records
    from pathwayctl.guidance.snippets import Fields
    from pathwayctl.model.governance import Team

PARTS: Final = {
    "partnerships": "How partners stay together",
    "roles": "Who does what in the long run",
    "funding": "Where the money comes from",
    "succession": "Who follows when somebody leaves",
}
"""The four parts of a sustainability plan, with a sample of each."""
OFTEN: Final = frozenset({Cadence.WEEKLY, Cadence.MONTHLY, Cadence.QUARTERLY})
"""How often teams meet: every month if possible, every quarter at least."""


def signed(what: str, suggested: str, *kinds: AgreementKind) -> Proof:
    """An agreement of one of some kinds is signed; ``what`` is such an agreement in words."""

    def look(records: Records) -> Look:
        found = [(n, one) for n, one in enumerate(records.plan.agreements) if one.kind in kinds]
        done = [one for _, one in found if one.signed]
        if done:
            return Look((f"{count(len(done), what)} signed",))
        if found:
            place, one = found[0]
            text = f"{quoted(one.title)} is not signed yet."
            return Look((f"{what} begun",), (added(text, "agreements", place, one, _signature(records)),))
        fields: Fields = {
            "id": suggested,
            "title": "The agreement’s title",
            "kind": kinds[0].value,
            "parties": [samples.school(records)],
            **_signature(records),
        }
        return Look(lacks=(new(f"There is no {what} in the files.", "agreements", fields),))

    return look


def _signature(records: Records) -> dict[str, object]:
    return {"signed": samples.day(records)}


def questions_settled(records: Records) -> Look:
    """The shared agreement answers each of its eight questions."""
    shared = [(n, one) for n, one in enumerate(records.plan.agreements) if one.kind is AgreementKind.SHARED]
    if not shared:
        return Look()
    answered = {question for _, one in shared for question in one.answers}
    left = [question for question in SharedQuestion if question not in answered]
    evidence = (f"{len(answered)} of {len(SharedQuestion)} questions settled",) if answered else ()
    if not left:
        return Look(evidence)
    place, one = shared[0]
    text = f"{quoted(one.title)} leaves open: {few([question.label for question in left])}."
    answers: Fields = {"answers": {question.value: "What was settled" for question in left}}
    return Look(evidence, (added(text, "agreements", place, one, answers),))


def team(what: str, suggested: str, *kinds: TeamKind) -> Proof:
    """A team of one of some kinds has a lead and members, and meets every quarter at least."""

    def look(records: Records) -> Look:
        found = [(n, one) for n, one in enumerate(records.plan.teams) if one.kind in kinds]
        wanted: dict[str, object] = {
            "lead": samples.someone(records),
            "members": [samples.someone(records)],
            "cadence": Cadence.MONTHLY.value,
        }
        if not found:
            fields = {"id": suggested, "title": "The team’s name", "kind": kinds[0].value, **wanted}
            return Look(lacks=(new(f"There is no {what} in the files.", "teams", fields),))
        place, one = min(found, key=lambda pair: len(_missing(pair[1])))
        missing = _missing(one)
        if not missing:
            return Look((f"{what}: {quoted(one.title)}",))
        text = f"{quoted(one.title)} has {none_of(list(missing.values()))}."
        fields = {field: wanted[field] for field in missing}
        return Look((f"{what}: {quoted(one.title)}",), (added(text, "teams", place, one, fields),))

    return look


def _missing(team: Team) -> dict[str, str]:
    """What a team lacks: fields, and what to call them."""
    words = {}
    if not team.lead:
        words["lead"] = "lead"
    if not team.members:
        words["members"] = "members"
    if team.cadence not in OFTEN:
        words["cadence"] = "meeting every quarter at least"
    return words


def sustainability(records: Records) -> Look:
    """The sustainability plan has its four parts."""
    plan = records.plan.sustainability
    missing = {part: sample for part, sample in PARTS.items() if not getattr(plan, part, None)}
    there = len(PARTS) - len(missing)
    evidence = (f"{there} of {len(PARTS)} parts of a sustainability plan",) if there else ()
    if not missing:
        return Look(evidence)
    text = f"The sustainability plan says nothing about {listed(list(missing))}."
    return Look(evidence, (set_once(text, "sustainability", missing),))
