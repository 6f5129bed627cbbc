"""Looks at how people were asked to take part, and whether they can be reached.

Source: Designing a Career Pathways System, chapter 1, on outreach and communication, with the five
parts of an invitation (CCRS Center, 2016).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pathwayctl.guidance import samples
from pathwayctl.guidance.proofs import added, few, grouped, named, new, none_of, quoted
from pathwayctl.guidance.state import Look
from pathwayctl.wording import count

if TYPE_CHECKING:
    from pathwayctl.guidance.records import Records

PARTS: Final = {
    "rationale": ("reason for the work", "Why the system is being built"),
    "role": ("role", "What they are asked to do"),
    "importance": ("word on why it matters to them", "What it does for their own work"),
    "supports": ("word on what they receive", "What they receive for taking part"),
}
"""The parts of an invitation but for its dates: in words, and a sample."""


def whole(records: Records) -> Look:
    """Every invitation has its five parts, and has been sent."""
    lacks = []
    for place, one in enumerate(records.plan.invitations):
        missing = {field: said for field, said in PARTS.items() if not getattr(one, field)}
        words = [said for said, _ in missing.values()]
        fields: dict[str, object] = {field: sample for field, (_, sample) in missing.items()}
        if not one.dates:
            words.append("dates")
            fields["dates"] = [samples.day(records)]
        if not one.sent:
            words.append("day on which it was sent")
            fields["sent"] = samples.day(records)
        if fields:
            name = quoted(records.names.get(one.to, one.to))
            text = f"The invitation to {name} has {none_of(words)}."
            lacks.append(added(text, "invitations", place, one, fields))
    found = records.plan.invitations
    ready = len(found) - len(lacks)
    evidence = (f"{count(ready, 'invitation')} sent with all five parts",) if ready else ()
    return Look(evidence, tuple(lacks))


def reached(records: Records) -> Look:
    """Everyone who is named has confirmed, or was invited, themselves or their organization."""
    plan = records.plan
    asked = {one.to for one in plan.invitations}
    waiting = [
        one
        for one in plan.people
        if one.confirmation is None and one.id not in asked and one.organization not in asked
    ]
    if not plan.people or waiting:
        to = waiting[0].id if waiting else samples.someone(records)
        number = count(len(waiting), "person has", "people have")
        text = (
            f"{number} neither been invited nor confirmed: {few([named(one) for one in waiting])}."
            if waiting
            else "Nobody is named in the files yet whom you could invite."
        )
        fields = {
            "id": f"invite-{to}",
            "to": to,
            **{field: sample for field, (_, sample) in PARTS.items()},
            "dates": [samples.day(records)],
            "sent": samples.day(records),
        }
        return Look(lacks=(new(text, "invitations", fields),))
    return Look((f"{count(len(plan.people), 'person', 'people')} reached",))


def contacts(records: Records) -> Look:
    """There is a way to reach everyone."""
    silent = [(n, one) for n, one in enumerate(records.plan.people) if not one.email and not one.phone]
    words = ("person cannot be reached", "people cannot be reached")
    return Look(lacks=grouped(silent, words, "people", {"email": "name@example.org"}))
