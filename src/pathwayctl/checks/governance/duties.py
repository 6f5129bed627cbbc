"""Responsibilities without an owner, role by role, and an incomplete sustainability plan."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import named, quoted
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.governance.sustainability import missing_parts
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.governance import StakeholderRole
from pathwayctl.wording import listed

UNHELD: Final = Rule("PW576")
UNSUSTAINED: Final = Rule("PW577")


@check(UNHELD, needs_all=True, guides=("components",))
def unheld(index: PlanIndex) -> Iterator[Problem]:
    """Report responsibilities without an owner: a finding for each role, one for all roles not begun."""
    if not index.plan.duties:
        return
    from pathwayctl.evidence.governance.duties import duty_grid, totals

    here, untouched, grid = index.guide("components"), [], duty_grid(index.plan)
    for role in StakeholderRole:
        own = grid.of_role(role)
        number = totals(own)
        if not number.held:
            untouched.append(f"{quoted(role.label)} ({number.listed})")
        elif number.unheld:
            left = [name for cell in own for name in cell.unheld]
            of_role = f"the {number.listed} responsibilities of {quoted(role.label)}"
            message = f"Nobody holds {number.unheld} of {of_role}"
            hint = f"Under duties:, add {{responsibility: {left[0]}, role: {role}, holders: [...]}}"
            yield UNHELD.at(here, f"{message}: {named(left)}.", hint)
    if untouched:
        yield UNHELD.at(here, f"Nobody holds any of the responsibilities of {listed(untouched)}.")


@check(UNSUSTAINED, guides=("components",))
def sustainability(index: PlanIndex) -> Iterator[Problem]:
    """Report the parts that the sustainability plan lacks, once there is one."""
    if missing := index.ask(missing_parts):
        message = f"The sustainability plan has no text on {listed(missing, 'or')}."
        hint = f"Add {listed([f'{part}:' for part in missing])} under sustainability:."
        yield UNSUSTAINED.at(("sustainability",), message, hint)
