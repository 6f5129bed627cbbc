"""The baseline that a project is compared with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import quoted
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.wording import listed, suggestion

UNKNOWN_BASELINE: Final = Rule("PW332")


@check(UNKNOWN_BASELINE)
def named(index: PlanIndex) -> Iterator[Problem]:
    """The name of a baseline without a file."""
    name = index.plan.project.baseline
    if name is None or name in index.baselines:
        return
    message = f"The baseline {quoted(name)} was never saved, so the project cannot be compared with it."
    there_is = f"The baselines are {listed(index.baselines)}." if index.baselines else ""
    save = f"To save it now: pathwayctl baseline save {name}"
    hint = " ".join(filter(None, (suggestion(name, index.baselines) or there_is, save)))
    yield UNKNOWN_BASELINE.at(("project", "baseline"), message, hint)
