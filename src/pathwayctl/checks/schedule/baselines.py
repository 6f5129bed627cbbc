"""The baseline that a project names to be compared with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.facts import Facts
from pathwayctl.checks.phrases import quoted
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.wording import listed, suggestion

UNKNOWN_BASELINE: Final = Rule("PW332")


@check(UNKNOWN_BASELINE)
def named(facts: Facts) -> Iterator[Problem]:
    """The name of a baseline that there is no file of."""
    name = facts.plan.project.baseline
    if name is None or name in facts.baselines:
        return
    message = f"The project is compared with the baseline {quoted(name)}, which was never saved."
    there_is = f"The baselines are {listed(facts.baselines)}." if facts.baselines else ""
    save = f"To save it now: pathwayctl baseline save {name}"
    hint = " ".join(filter(None, (suggestion(name, facts.baselines) or there_is, save)))
    yield UNKNOWN_BASELINE.at(("project", "baseline"), message, hint)
