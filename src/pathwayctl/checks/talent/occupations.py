"""Critical occupations with missing figures, without KSAs or programs, or without an employers' account."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import named
from pathwayctl.checks.shared_gaps import gathered, without
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.talent.occupations import CODE, OccupationGaps, occupation_gaps
from pathwayctl.wording import count, listed

NO_FIGURES: Final = Rule("PW535")
UNCOVERED: Final = Rule("PW536")
NO_ACCOUNT: Final = Rule("PW537")


@check(NO_FIGURES, UNCOVERED, NO_ACCOUNT, guides=("sector",))
def occupations(index: PlanIndex) -> Iterator[Problem]:
    """Report what the critical occupations lack; silent while there are none."""
    plan = index.plan
    if not plan.occupations:
        return
    gaps = index.ask(occupation_gaps)
    lacks = []
    for place, missing in gaps.figures:
        hint = f"Add {listed(['onet:' if figure == CODE else f'{figure}:' for figure in missing])} to it."
        lacks.append(without(("occupations", place), plan.occupations[place].title, missing, hint))
    yield from gathered(NO_FIGURES, lacks, "occupation")
    yield from _coverage(index, gaps)
    if silent := gaps.without_account:
        message = f"No employers’ account is recorded for {_titles(index, silent)}."
        yield NO_ACCOUNT.at(("occupations", silent[0]), message)


def _coverage(index: PlanIndex, gaps: OccupationGaps) -> Iterator[Problem]:
    """KSAs and programs are asked for only once the project has any of them at all."""
    asked = (
        ("KSAs", gaps.without_ksas if index.plan.ksas else ()),
        ("program", gaps.without_programs if index.plan.programs else ()),
    )
    for what, places in asked:
        if places:
            number = count(len(places), "occupation has", "occupations have")
            message = f"{number} no {what} and no recorded gap: {_titles(index, places)}."
            yield UNCOVERED.at(("occupations", places[0]), message)


def _titles(index: PlanIndex, places: tuple[int, ...]) -> str:
    return named([index.plan.occupations[place].title for place in places])
