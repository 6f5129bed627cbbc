"""Critical occupations: the figures they need, and whether anybody trains for them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from pathwayctl.checks.check import check
from pathwayctl.checks.grouping import gathered, without
from pathwayctl.checks.phrases import named, titles
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.wording import count, listed

if TYPE_CHECKING:
    from pathwayctl.model.talent import Occupation

NO_FIGURES: Final = Rule("PW535")
UNCOVERED: Final = Rule("PW536")
NO_ACCOUNT: Final = Rule("PW537")

_FIGURES: Final = ("annual_openings", "median_wage", "growth", "difficulty", "entry_education")


@check(NO_FIGURES, UNCOVERED, NO_ACCOUNT, guides=("sector",))
def occupations(index: PlanIndex) -> Iterator[Problem]:
    """What the critical occupations lack; silent while there are none."""
    lacks = []
    for place, occupation in enumerate(index.plan.occupations):
        missing = _missing(occupation)
        if missing:
            hint = f"Add {listed(['onet:' if field == 'code' else f'{field}:' for field in missing])} to it."
            lacks.append(without(("occupations", place), occupation.title, missing, hint))
    yield from gathered(NO_FIGURES, lacks, "occupation")
    if index.plan.occupations:
        yield from _coverage(index)
        yield from _accounts(index)


def _missing(occupation: Occupation) -> list[str]:
    missing = [field for field in _FIGURES if getattr(occupation, field) is None]
    if occupation.soc is None and occupation.onet is None:
        missing.insert(0, "code")
    return missing


def _coverage(index: PlanIndex) -> Iterator[Problem]:
    """KSAs and programs are asked for only once the project has any of them at all."""
    from pathwayctl.evidence.talent.attainment import attainment_map

    if not index.plan.ksas and not index.plan.programs:
        return
    places = {one.id: place for place, one in enumerate(index.plan.occupations)}
    covered = [one for one in attainment_map(index.plan).coverage if not one.gap_recorded]
    asked = (
        ("KSAs", [one.occupation for one in covered if index.plan.ksas and not one.ksas]),
        ("program", [one.occupation for one in covered if index.plan.programs and not one.programs]),
    )
    for what, bare in asked:
        if bare:
            number = count(len(bare), "occupation has", "occupations have")
            names = named([index.plan.occupations[places[name]].title for name in bare])
            message = f"{number} no {what}, and no gap is written down: {names}."
            yield UNCOVERED.at(("occupations", places[bare[0]]), message)


def _accounts(index: PlanIndex) -> Iterator[Problem]:
    unheard = [
        (place, one.title) for place, one in enumerate(index.plan.occupations) if not one.employers_account
    ]
    if unheard:
        message = f"What employers say is not written down for {titles(unheard)}."
        yield NO_ACCOUNT.at(("occupations", unheard[0][0]), message)
