"""Industry frameworks with empty parts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import quoted
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.frameworks.frameworks import PART_LABELS, framework_gaps
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.wording import listed

EMPTY_PART: Final = Rule("PW520")


@check(EMPTY_PART, guides=("ccrs",))
def parts(index: PlanIndex) -> Iterator[Problem]:
    """Report each framework with empty parts, all of them in one finding."""
    for place, gaps in enumerate(index.ask(framework_gaps)):
        if gaps.empty_parts:
            names = listed([PART_LABELS[part].lower() for part in gaps.empty_parts], "or")
            message = f"The framework for {quoted(gaps.framework.industry)} has no {names}."
            fields = listed([f"{part}:" for part in gaps.empty_parts], "or")
            yield EMPTY_PART.at(
                ("frameworks", place), message, f"Add entries with a title and a state under {fields}."
            )
