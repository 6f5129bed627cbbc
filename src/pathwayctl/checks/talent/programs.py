"""Programs of education and training: the rough inventory, and the asset map that it becomes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from pathwayctl.checks.check import check
from pathwayctl.checks.grouping import gathered, without
from pathwayctl.checks.phrases import titles
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.wording import count

if TYPE_CHECKING:
    from pathwayctl.model.talent import Program

ROUGH: Final = Rule("PW596")
NOT_MAPPED: Final = Rule("PW597")

_FACTS: Final = ("cip", "credentials", "length", "cost", "prerequisites")


@check(ROUGH, NOT_MAPPED, guides=("sector",))
def programs(index: PlanIndex) -> Iterator[Problem]:
    """What is not known of each program, and which the asset map leaves out."""
    rough = [(place, program, _missing(program)) for place, program in enumerate(index.plan.programs)]
    lacks = (without(("programs", place), one.title, left) for place, one, left in rough if left)
    yield from gathered(ROUGH, lacks, "program")
    unmapped = [(place, one.title) for place, one in enumerate(index.plan.programs) if not one.teaches]
    if unmapped and index.plan.ksas:
        number = count(len(unmapped), "program is", "programs are")
        message = f"{number} not on the asset map, as no KSAs are named: {titles(unmapped)}."
        yield NOT_MAPPED.at(("programs", unmapped[0][0]), message)


def _missing(program: Program) -> list[str]:
    """What the inventory leaves open; once the provider has checked an entry, what is empty is so."""
    if program.refined is not None:
        return []
    missing = [field for field in _FACTS if getattr(program, field) in (None, ())]
    if program.transfers is None and not program.transfers_to:
        missing.append("transfers")
    return missing
