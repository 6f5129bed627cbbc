"""The sector partnership: what it covers, who belongs to it, and who keeps it going."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from pathwayctl.checks.facts import Facts
from pathwayctl.checks.phrases import spoken
from pathwayctl.checks.sources import STEPS
from pathwayctl.diagnostics import Problem, Rule, Severity
from pathwayctl.model.vocabulary import Status
from pathwayctl.wording import count, listed

if TYPE_CHECKING:
    from pathwayctl.model.governance import Partnership

UNDEFINED: Final = Rule(
    "PW533",
    Severity.WARNING,
    "A sector partnership that is not fully described",
    "Everyone should draw the same line around the region and the industry, and know who belongs to it.",
    "Add region:, naics:, industry_members:, strategic_partners: and labor_market_brief: under partnership:.",
    f"{STEPS}, steps 1 and 2, and the partnership's components",
    ("sector",),
    bad="""\
partnership: {scope: Machining and fabrication, region: Weld County}
""",
    good="""\
organizations:
  - {id: foundry, name: Valley Foundry, category: business-industry-workforce}
  - {id: college, name: Front Range College, category: postsecondary}
partnership:
  scope: Machining and fabrication
  region: Weld County
  naics: ["3327"]
  industry_members: [foundry]
  strategic_partners: [college]
  labor_market_brief: 400 openings a year, and 150 graduates
""",
)
FEW_EMPLOYERS: Final = Rule(
    "PW534",
    Severity.NOTE,
    "A sector partnership with few employers",
    "Employers of the region set its agenda; a few of them seldom speak for a whole industry.",
    "Ask more employers, and add their ids to industry_members:.",
    f"{STEPS}, the partnership's components (that fewer than five are few is our reading)",
    ("sector",),
    bad="""\
organizations: [{id: foundry, name: Valley Foundry, category: business-industry-workforce}]
partnership: {scope: Machining and fabrication, industry_members: [foundry]}
""",
    good="""\
organizations:
  - {id: foundry, name: Valley Foundry, category: business-industry-workforce}
  - {id: shop-1, name: Plains Machining, category: business-industry-workforce}
  - {id: shop-2, name: Larimer Tools, category: business-industry-workforce}
  - {id: shop-3, name: Greeley Gears, category: business-industry-workforce}
  - {id: shop-4, name: Poudre Welding, category: business-industry-workforce}
partnership:
  scope: Machining and fabrication
  industry_members: [foundry, shop-1, shop-2, shop-3, shop-4]
""",
)
NO_HOME: Final = Rule(
    "PW529",
    Severity.NOTE,
    "The work is handed over, and has no home yet",
    "A pathway lasts if it has owners and a home in the partnership.",
    "Add home: under partnership:, with who keeps the work going, and where.",
    f"{STEPS}, part V, steps 16 and 17",
    ("sector",),
    bad="""\
project: {name: Example, start: 2027-01-04, status_date: 2027-02-01, guides: [sector]}
partnership: {scope: Machining and fabrication}
tasks:
  - {id: hand-over, title: Hand the work over, step: 16, status: in-progress, started: 2027-01-11}
""",
    good="""\
project: {name: Example, start: 2027-01-04, status_date: 2027-02-01, guides: [sector]}
partnership: {scope: Machining and fabrication, home: The chamber's workforce committee}
tasks:
  - {id: hand-over, title: Hand the work over, step: 16, status: in-progress, started: 2027-01-11}
""",
)
RULES: Final = (UNDEFINED, FEW_EMPLOYERS, NO_HOME)

_FEWEST: Final = 5
_HANDED_OVER: Final = (16, 17)
_BEGUN: Final = (Status.IN_PROGRESS, Status.DONE)


def partnership(facts: Facts) -> Iterator[Problem]:
    """What the partnership lacks, once there is one; its convener is asked for by another rule."""
    here = facts.plan.partnership
    if here is None:
        return
    missing = _missing(facts, here)
    if missing:
        words = listed([spoken(field) for field in missing], "and no")
        hint = f"Add {listed([f'{field}:' for field in missing])} under partnership:."
        yield UNDEFINED.at(("partnership",), f"The partnership has no {words}.", hint)
    members = len(set(here.industry_members))
    if 0 < members < _FEWEST:
        message = f"The partnership has only {count(members, 'industry member')}."
        yield FEW_EMPLOYERS.at(("partnership", "industry_members"), message)
    if here.home is None and _is_handed_over(facts):
        yield NO_HOME.at(("partnership",), "Nobody is named who keeps the work going after the hand-over.")


def _missing(facts: Facts, partnership: Partnership) -> list[str]:
    region = partnership.region or facts.plan.project.region
    missing = [] if region else ["region"]
    fields = ("naics", "industry_members", "strategic_partners", "labor_market_brief")
    return missing + [field for field in fields if not getattr(partnership, field)]


def _is_handed_over(facts: Facts) -> bool:
    begun = any(row.task.step in _HANDED_OVER and row.task.status in _BEGUN for row in facts.leaves)
    return begun or any(shown.step in _HANDED_OVER for shown in facts.plan.evidence)
