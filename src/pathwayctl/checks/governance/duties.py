"""Responsibilities that nobody holds, role by role, and what keeps the work going after the project."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.facts import Facts
from pathwayctl.checks.phrases import named, quoted
from pathwayctl.checks.sources import COMPONENTS
from pathwayctl.diagnostics import Problem, Rule, Severity
from pathwayctl.model.governance_words import StakeholderRole
from pathwayctl.wording import listed

UNHELD: Final = Rule(
    "PW576",
    Severity.WARNING,
    "Responsibilities that nobody holds",
    "Each of six roles has its share in the seven components; what nobody holds is left undone.",
    "Add each under duties: with its role and holders: the people or organizations that take it on.",
    f"{COMPONENTS}, responsibilities by role and component",
    ("components",),
    bad="""\
project: {name: Example, start: 2027-01-04, guides: [components]}
organizations: [{id: hospital, name: Valley Hospital, category: business-industry-workforce}]
duties:
  - {responsibility: report-openings, role: employers-and-industry, holders: [hospital]}
""",
)
UNSUSTAINED: Final = Rule(
    "PW577",
    Severity.WARNING,
    "A sustainability plan with a part left open",
    "Its four parts are how partners stay together, who does what, who pays, and who follows whom.",
    "Add partnerships:, roles:, funding: and succession: under sustainability:.",
    f"{COMPONENTS}, Cross-Sector Partnerships, sustainability plan",
    ("components",),
    bad="""\
project: {name: Example, start: 2027-01-04, guides: [components]}
sustainability: {funding: The county pays half of the coordinator}
""",
    good="""\
project: {name: Example, start: 2027-01-04, guides: [components]}
sustainability:
  partnerships: All sign again every two years
  roles: Each college names a coordinator
  funding: The county pays half of the coordinator
  succession: Every lead has a deputy
""",
)

_PARTS: Final = ("partnerships", "roles", "funding", "succession")


def unheld(facts: Facts) -> Iterator[Problem]:
    """What nobody holds of each role, and the roles not touched yet in one finding; silent without duties."""
    if not facts.plan.duties:
        return
    from pathwayctl.evidence.governance.duties import duty_grid

    here, untouched = facts.guide("components"), []
    cells = duty_grid(facts.plan).cells
    for role in StakeholderRole:
        own = [cell for cell in cells if cell.role is role]
        left = [name for cell in own for name in cell.unheld]
        number = sum(len(cell.duties) for cell in own)
        if len(left) == number:
            untouched.append(f"{quoted(role.label)} ({number})")
        elif left:
            message = f"Nobody holds {len(left)} of the {number} responsibilities of {quoted(role.label)}"
            hint = f"Under duties: write {{responsibility: {left[0]}, role: {role}, holders: [...]}}"
            yield UNHELD.at(here, f"{message}: {named(left)}.", hint)
    if untouched:
        yield UNHELD.at(here, f"Nobody holds any of the responsibilities of {listed(untouched)}.")


def sustainability(facts: Facts) -> Iterator[Problem]:
    """The parts that the sustainability plan lacks, once there is one."""
    plan = facts.plan.sustainability
    missing = [part for part in _PARTS if plan is not None and getattr(plan, part) is None]
    if missing:
        message = f"The sustainability plan says nothing of {listed(missing, 'or')}."
        hint = f"Add {listed([f'{part}:' for part in missing])} under sustainability:."
        yield UNSUSTAINED.at(("sustainability",), message, hint)
