"""Education and training programs with missing details, or not on the asset map."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import named
from pathwayctl.checks.shared_gaps import gathered, without
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.talent.programs import program_gaps
from pathwayctl.wording import count

ROUGH: Final = Rule("PW596")
NOT_MAPPED: Final = Rule("PW597")


@check(ROUGH, NOT_MAPPED, guides=("sector",))
def programs(index: PlanIndex) -> Iterator[Problem]:
    """Report what is not known of each program, and which programs the asset map leaves out."""
    gaps, titles = index.ask(program_gaps), [one.title for one in index.plan.programs]
    lacks = [without(("programs", place), titles[place], missing) for place, missing in gaps.details]
    yield from gathered(ROUGH, lacks, "program")
    if gaps.unmapped and index.plan.ksas:
        number = count(len(gaps.unmapped), "program is", "programs are")
        names = named([titles[place] for place in gaps.unmapped])
        message = f"{number} not on the asset map, because no KSAs are listed: {names}."
        yield NOT_MAPPED.at(("programs", gaps.unmapped[0]), message)
