"""Responsibilities that nobody holds, role by role, and what keeps the work going after the project."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import named, quoted
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.governance_words import StakeholderRole
from pathwayctl.wording import listed

UNHELD: Final = Rule("PW576")
UNSUSTAINED: Final = Rule("PW577")

_PARTS: Final = ("partnerships", "roles", "funding", "succession")


@check(UNHELD, needs_all=True, guides=("components",))
def unheld(index: PlanIndex) -> Iterator[Problem]:
    """What nobody holds of each role, and the roles not touched yet in one finding; silent without duties."""
    if not index.plan.duties:
        return
    from pathwayctl.evidence.governance.duties import duty_grid

    here, untouched = index.guide("components"), []
    cells = duty_grid(index.plan).cells
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


@check(UNSUSTAINED, guides=("components",))
def sustainability(index: PlanIndex) -> Iterator[Problem]:
    """The parts that the sustainability plan lacks, once there is one."""
    plan = index.plan.sustainability
    missing = [part for part in _PARTS if plan is not None and getattr(plan, part) is None]
    if missing:
        message = f"The sustainability plan says nothing of {listed(missing, 'or')}."
        hint = f"Add {listed([f'{part}:' for part in missing])} under sustainability:."
        yield UNSUSTAINED.at(("sustainability",), message, hint)
