"""Looks at critical occupations, the programs for them, and what employers say (steps 5 to 8).

Source: Creating Career Pathways in Colorado (2014), known to us by its published summary; what each
step leaves behind is our own reading of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pathwayctl.guidance import samples
from pathwayctl.guidance.proofs import added, entries, new, quoted, want, want_day, want_owner
from pathwayctl.guidance.state import Lack, Look
from pathwayctl.model.vocabulary import Status
from pathwayctl.wording import count

if TYPE_CHECKING:
    from pathwayctl.guidance.records import Records
    from pathwayctl.guidance.snippets import Fields

GAP: Final = "What is missing, and what comes of it"

occupations: Final = entries(
    "occupations",
    "critical occupation",
    "There are no critical occupations yet.",
    lambda _: {"id": "machinist", "title": "Machinists"},
    (
        want("onet", "SOC or O*NET code", "51-4041.00", "soc"),
        want("annual_openings", "openings", 74),
        want("median_wage", "wage", 58700),
        want("growth", "growth", 1.8),
        want("difficulty", "word on how hard it is to fill", "high"),
        want("entry_education", "entry education", "high-school"),
    ),
)

programs: Final = entries(
    "programs",
    "program",
    "There is no program in the inventory yet.",
    lambda records: {
        "id": "machining-certificate",
        "title": "The program’s title",
        "provider": samples.school(records),
        "occupations": [samples.occupation(records)],
    },
    (
        want("cip", "CIP code", "48.0501"),
        want("length", "length", "Two semesters"),
        want("cost", "cost", 3200),
        want("transfers", "word on whether it transfers", True),
    ),
)
"""The rough inventory. A program may have no prerequisites and no credential, so neither is asked of each."""


def some_credential(records: Records) -> Look:
    """Step 6: it is known what the programs lead to."""
    plan = records.plan
    if not plan.programs or any(one.credentials for one in plan.programs):
        return Look()
    text = "No program says which credential it leads to."
    credential = next((one.id for one in plan.credentials), "nims-machining-1")
    lacks = [added(text, "programs", 0, plan.programs[0], {"credentials": [credential]})]
    if not plan.credentials:
        fields = {"id": credential, "title": "The credential’s title", "kind": "industry-certification"}
        lacks.append(new("No credential is in the files.", "credentials", fields))
    return Look(lacks=tuple(lacks))


def programs_for_all(records: Records) -> Look:
    """Step 6: each critical occupation has a program, or a gap that is written down."""
    without = {
        one.occupation for one in records.attainment.coverage if not one.programs and not one.gap_recorded
    }
    return Look(lacks=gaps(records, without, "has no program that prepares for it, and no gap written down"))


def gaps(records: Records, without: set[str], words: str) -> tuple[Lack, ...]:
    """For each occupation that lacks something, the gap to write down if it cannot be mended."""
    return tuple(
        added(f"{quoted(one.title)} {words}.", "occupations", place, one, {"gap": GAP})
        for place, one in enumerate(records.plan.occupations)
        if one.id in without
    )


def employers_accounts(records: Records) -> Look:
    """Step 7: what employers say of each critical occupation."""
    if not records.plan.occupations:
        return Look(lacks=(no_occupations("to ask employers about"),))
    silent = [(place, one) for place, one in enumerate(records.plan.occupations) if not one.employers_account]
    told = len(records.plan.occupations) - len(silent)
    evidence = (f"employers’ account of {count(told, 'occupation')}",) if told else ()
    account = {"employers_account": "What employers say about it, in their own words"}
    lacks = tuple(
        added(
            f"Nothing says what employers say about {quoted(one.title)}.", "occupations", place, one, account
        )
        for place, one in silent
    )
    return Look(evidence, lacks)


def no_occupations(what: str) -> Lack:
    """What is lacking where a step works with occupations and there are none."""
    fields: Fields = {"id": "machinist", "title": "Machinists", "onet": "51-4041.00"}
    return new(f"There are no critical occupations yet {what} (step 5).", "occupations", fields)


shortage_actions: Final = entries(
    "shortage_actions",
    "action on a shortage|actions on shortages",
    "Nothing is planned yet against a shortage.",
    lambda records: {
        "id": "first-action-on-shortage",
        "title": "What is done at once",
        "occupation": samples.occupation(records),
    },
    (want_owner(), want_day("due", "day to be done by")),
)


def shortage_begun(records: Records) -> Look:
    """Step 8: something is under way for at least one occupation."""
    found = records.plan.shortage_actions
    if not found or any(begun(one.status) for one in found):
        return Look()
    text = "No action on a shortage is under way yet. Once one is, say so."
    return Look(lacks=(added(text, "shortage_actions", 0, found[0], {"status": "in-progress"}),))


def begun(status: Status) -> bool:
    """Whether something is more than planned."""
    return status in (Status.IN_PROGRESS, Status.DONE)
