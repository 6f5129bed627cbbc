"""Occupation codes against the titles that the classification gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import quoted
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.talent import Occupation

NO_OCCUPATION: Final = Rule("PW679")
OTHER_TITLE: Final = Rule("PW681")

_SOC_LENGTH: Final = len("51-4041")
_STEM: Final = 4
"""Letters that two words must share to be taken as the same: welding, welders."""
_WORD: Final = re.compile(r"[a-z]{4,}")


@check(NO_OCCUPATION, OTHER_TITLE)
def titles(index: PlanIndex) -> Iterator[Problem]:
    """Report codes that stand for several occupations, and titles unlike the one that is published."""
    occupations = index.plan.occupations
    if not any(one.soc or one.onet for one in occupations):
        return
    from pathwayctl.catalog.reading import standards

    known = {one.code: one.name for one in standards().soc_occupations}
    aggregates = {one.code: one.name for one in standards().soc_aggregates}
    for place, one in enumerate(occupations):
        field = "soc" if one.soc else "onet"
        code = (one.soc or one.onet or "")[:_SOC_LENGTH]
        if code in aggregates:
            message = f"{quoted(one.title)} has the code {code}, which combines several SOC 2018 occupations."
            yield NO_OCCUPATION.at(
                ("occupations", place, field), message, f"Write {aggregates[code]} instead."
            )
        elif code in known and not _alike(one, known[code]):
            message = f"{quoted(one.title)} has the code {code}, which is the code of {quoted(known[code])}."
            yield OTHER_TITLE.at(("occupations", place, field), message)


def _alike(one: Occupation, title: str) -> bool:
    """Whether a title, or one that employers use, has a word of the published title."""
    own = {stem for name in (one.title, *one.also_called) for stem in _stems(name)}
    return bool(own & _stems(title)) or not own


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in _WORD.findall(text.lower())}
