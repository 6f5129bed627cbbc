"""Knowledge, skills, and abilities (KSAs) that nobody teaches, asks for, or uses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import labels, named
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.talent.skills import skill_gaps, skill_uses
from pathwayctl.model.talent import KsaPurpose
from pathwayctl.wording import listed

NOT_TAUGHT: Final = Rule("PW598")
TOO_LOW: Final = Rule("PW528")
NOT_ASKED: Final = Rule("PW599")
UNUSED: Final = Rule("PW527")

_MAIN_USES: Final = (KsaPurpose.CURRICULUM, KsaPurpose.HIRING, KsaPurpose.ASSESSMENT)
_MOST: Final = 10


@check(NOT_TAUGHT, TOO_LOW, NOT_ASKED, UNUSED, needs_all=True, guides=("sector",))
def skills(index: PlanIndex) -> Iterator[Problem]:
    """Report the gaps of the asset map, KSAs that no job asks for, and missing uses, each in one finding."""
    plan, gaps = index.plan, index.ask(skill_gaps)
    cases = (
        (
            NOT_TAUGHT,
            gaps.untaught if plan.programs else (),
            "Jobs ask for these, and no program teaches them",
        ),
        (TOO_LOW, gaps.taught_too_low, "No program teaches these to the level that jobs ask for"),
        (NOT_ASKED, gaps.unasked, "No occupation asks for these"),
    )
    for rule, places, words in cases:
        if places:
            yield rule.at(("ksas", places[0]), f"{words}: {_titles(index, places)}.")
    missing = [purpose for purpose in index.ask(skill_uses).missing if purpose in _MAIN_USES]
    if plan.ksa_uses and missing:
        hint = f"Add a use with purpose: {listed(missing, 'or')}."
        yield UNUSED.at(index.guide("sector"), f"The KSAs are not used for {labels(missing)}.", hint)


def _titles(index: PlanIndex, places: Sequence[int]) -> str:
    return named([index.plan.ksas[place].title for place in places], _MOST)
