"""Knowledge, skills and abilities: which nobody teaches, or not far enough, asks for or puts to use."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import labels, named
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.talent_words import KsaPurpose
from pathwayctl.wording import listed

NOT_TAUGHT: Final = Rule("PW598")
TOO_LOW: Final = Rule("PW528")
NOT_ASKED: Final = Rule("PW599")
UNUSED: Final = Rule("PW527")

_MAIN_USES: Final = (KsaPurpose.CURRICULUM, KsaPurpose.HIRING, KsaPurpose.ASSESSMENT)
_MOST: Final = 10


@check(NOT_TAUGHT, TOO_LOW, NOT_ASKED, UNUSED, needs_all=True, guides=("sector",))
def skills(index: PlanIndex) -> Iterator[Problem]:
    """The gaps of the asset map, what nobody asks for, and uses not made; each in one finding."""
    plan = index.plan
    if plan.ksas and plan.programs:
        yield from _gaps(index)
    unasked = [place for place, ksa in enumerate(plan.ksas) if not ksa.occupations]
    if unasked:
        message = f"No occupation asks for {_titles(index, unasked)}."
        yield NOT_ASKED.at(("ksas", unasked[0]), message)
    unused = [purpose for purpose in _MAIN_USES if purpose not in {use.purpose for use in plan.ksa_uses}]
    if plan.ksa_uses and unused:
        hint = f"Add a use with purpose: {listed(unused, 'or')}"
        yield UNUSED.at(index.guide("sector"), f"The KSAs are not used for {labels(unused)}.", hint)


def _gaps(index: PlanIndex) -> Iterator[Problem]:
    """What is asked for by an occupation without a gap written down, and is not taught, or not far enough."""
    from pathwayctl.evidence.talent.attainment import attainment_map

    written_down = {one.id for one in index.plan.occupations if one.gap}
    gaps = [row for row in attainment_map(index.plan).gaps if row.occupation not in written_down]
    untaught = {row.ksa for row in gaps if row.untaught}
    low = {row.ksa for row in gaps if row.too_low}
    ids = [ksa.id for ksa in index.plan.ksas]
    places = [place for place, name in enumerate(ids) if name in untaught]
    if places:
        message = f"Jobs ask for it, and no program teaches it: {_titles(index, places)}."
        yield NOT_TAUGHT.at(("ksas", places[0]), message)
    places = [place for place, name in enumerate(ids) if name in low]
    if places:
        message = f"No program teaches it as far as jobs ask for: {_titles(index, places)}."
        yield TOO_LOW.at(("ksas", places[0]), message)


def _titles(index: PlanIndex, places: Sequence[int]) -> str:
    return named([index.plan.ksas[place].title for place in places], _MOST)
