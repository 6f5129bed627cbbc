"""The sector partnership: what it covers, who belongs to it, and who keeps it going."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import spoken
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.vocabulary import Status
from pathwayctl.wording import count, listed

if TYPE_CHECKING:
    from pathwayctl.model.governance import Partnership

UNDEFINED: Final = Rule("PW533")
FEW_EMPLOYERS: Final = Rule("PW534")
NO_HOME: Final = Rule("PW529")

_FEWEST: Final = 5
_HANDED_OVER: Final = (16, 17)
_BEGUN: Final = (Status.IN_PROGRESS, Status.DONE)


@check(UNDEFINED, FEW_EMPLOYERS, NO_HOME, guides=("sector",))
def partnership(index: PlanIndex) -> Iterator[Problem]:
    """What the partnership lacks, once there is one; its convener is asked for by another rule."""
    here = index.plan.partnership
    if here is None:
        return
    missing = _missing(index, here)
    if missing:
        words = listed([spoken(field) for field in missing], "and no")
        hint = f"Add {listed([f'{field}:' for field in missing])} under partnership:."
        yield UNDEFINED.at(("partnership",), f"The partnership has no {words}.", hint)
    members = len(set(here.industry_members))
    if 0 < members < _FEWEST:
        message = f"The partnership has only {count(members, 'industry member')}."
        yield FEW_EMPLOYERS.at(("partnership", "industry_members"), message)
    if here.home is None and _is_handed_over(index):
        yield NO_HOME.at(("partnership",), "Nobody is named who keeps the work going after the hand-over.")


def _missing(index: PlanIndex, partnership: Partnership) -> list[str]:
    region = partnership.region or index.plan.project.region
    missing = [] if region else ["region"]
    fields = ("naics", "industry_members", "strategic_partners", "labor_market_brief")
    return missing + [field for field in fields if not getattr(partnership, field)]


def _is_handed_over(index: PlanIndex) -> bool:
    begun = any(row.task.step in _HANDED_OVER and row.task.status in _BEGUN for row in index.leaves)
    return begun or any(shown.step in _HANDED_OVER for shown in index.plan.evidence)
