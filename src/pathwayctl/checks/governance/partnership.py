"""The sector partnership: what it covers, who belongs to it, and who keeps the work going."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import spoken
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.governance.partnership import FEWEST_EMPLOYERS, partnership_review
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.wording import count, listed

UNDEFINED: Final = Rule("PW533")
FEW_EMPLOYERS: Final = Rule("PW534")
NO_HOME: Final = Rule("PW529")


@check(UNDEFINED, FEW_EMPLOYERS, NO_HOME, guides=("sector",))
def partnership(index: PlanIndex) -> Iterator[Problem]:
    """Report what the partnership lacks, once there is one; another rule asks for its convener."""
    found = index.ask(partnership_review)
    if found.missing:
        words = listed([spoken(field) for field in found.missing], "or")
        hint = f"Add {listed([f'{field}:' for field in found.missing])} under partnership:."
        yield UNDEFINED.at(("partnership",), f"The partnership has no {words}.", hint)
    if 0 < found.employers < FEWEST_EMPLOYERS:
        message = f"The partnership has only {count(found.employers, 'industry member')}."
        yield FEW_EMPLOYERS.at(("partnership", "industry_members"), message)
    if found.needs_home:
        yield NO_HOME.at(("partnership",), "The work is handed over, but has no permanent home.")
