"""References to things that are not in the plan, or that are something else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import a, quoted
from pathwayctl.checks.spelling import Speller
from pathwayctl.checks.unknown import RULE_OF
from pathwayctl.checks.uses import ASSIGNED, Reference, stray_references
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex

WRONG_KIND: Final = Rule("PW308")
RULES: Final = (*RULE_OF.values(), WRONG_KIND)


@check(*RULES)
def names(index: PlanIndex) -> Iterator[Problem]:
    """References that lead nowhere, or to a thing of another kind."""
    spellers: dict[tuple[str, ...], Speller] = {}
    for reference in stray_references(index):
        entry, kinds = index.find(reference.id), reference.use.kinds
        if entry is not None:
            yield _wrong_kind(reference, entry.kind)
        elif reference.id not in index.unread:
            if kinds not in spellers:
                spellers[kinds] = Speller(index.ids_of(kinds))
            yield _unknown(reference, spellers[kinds].hint(reference.id))


def _wrong_kind(reference: Reference, kind: str) -> Problem:
    wanted = " or ".join(a(fitting) for fitting in reference.use.kinds)
    message = f"{_said(reference)}, which is {a(kind)}, not {wanted}."
    return WRONG_KIND.at(reference.path, message, on_key=reference.use is ASSIGNED)


def _unknown(reference: Reference, hint: str) -> Problem:
    rule = RULE_OF[reference.use.kinds[0]]
    message = f"{_said(reference)}, but no {reference.use.wanted} has that id."
    return rule.at(reference.path, message, hint, on_key=reference.use is ASSIGNED)


def _said(reference: Reference) -> str:
    return f"{reference.subject} {reference.use.said} {quoted(reference.id)}"
