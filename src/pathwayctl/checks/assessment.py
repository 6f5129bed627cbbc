"""Ratings without a next step, unknown criteria, and programs that do not meet Workforce Pell yet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import quoted
from pathwayctl.checks.shared_gaps import few_or_one
from pathwayctl.diagnostics import Judged, Problem, Rule
from pathwayctl.evidence.assessment.ratings import CriterionRating, all_criteria, self_assessments
from pathwayctl.evidence.assessment.workforce_pell import workforce_pell
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.loading.naming import Speller
from pathwayctl.wording import listed

UNKNOWN: Final = Rule("PW670")
OFF_THE_SCALE: Final = Rule("PW446", Judged.WHOLE_ENTRY)
NO_NEXT_STEP: Final = Rule("PW666")
NOT_READY: Final = Rule("PW667")


@check(UNKNOWN, OFF_THE_SCALE)
def criteria(index: PlanIndex) -> Iterator[Problem]:
    """Ratings of criteria that are in no guide and have no title, and ratings above the scale."""
    if not index.plan.assessments:
        return
    known = all_criteria()
    for place, assessment in enumerate(index.plan.assessments):
        for number, rated in enumerate(assessment.ratings):
            if rated.rating > assessment.scale:
                message = f"{quoted(rated.title or rated.criterion)} is rated {rated.rating}, but the scale "
                path = ("assessments", place, "ratings", number, "rating")
                yield OFF_THE_SCALE.at(path, f"{message}of this assessment ends at {assessment.scale}.")
            if rated.criterion not in known and rated.title is None:
                path = ("assessments", place, "ratings", number, "criterion")
                message = f"{quoted(rated.criterion)} is not a criterion of the guides, and has no title."
                hint = Speller(known).hint(rated.criterion) or "Add title: with what is rated."
                yield UNKNOWN.at(path, message, hint)


@check(NO_NEXT_STEP)
def ratings(index: PlanIndex) -> Iterator[Problem]:
    """The latest ratings that are low and have no next step."""

    def problem(one: CriterionRating) -> Problem:
        message = f"{quoted(one.criterion.name)} is rated {one.latest.rating}, and has no next step."
        return NO_NEXT_STEP.at(one.path, message, "Add next_step: with what you will do, and owner:.")

    low = index.ask(self_assessments).low
    yield from few_or_one(
        index, low, problem, "low ratings have no next step", lambda one: one.criterion.name
    )


@check(NOT_READY)
def programs(index: PlanIndex) -> Iterator[Problem]:
    """Programs marked for Workforce Pell that do not meet one of its requirements."""
    ready = [one for one in index.ask(workforce_pell) if one.program.workforce_pell and one.unmet]
    if not ready:
        return
    from pathwayctl.catalog.reading import standards

    names = {one.id: one.name for one in standards().workforce_pell}
    for one in ready:
        title = quoted(one.program.title)
        wanting = listed([re.sub(r"^\w", lambda m: m[0].lower(), names[key]) for key in one.unmet])
        message = f"{title} does not meet a requirement of Workforce Pell yet: {wanting}."
        yield NOT_READY.at(("programs", one.place), message)
