"""Required agreements that are missing: a memorandum of understanding, and one on data sharing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.model.governance import AgreementKind, SharedQuestion

NO_MOU: Final = Rule("PW555")
NO_DATA: Final = Rule("PW558")


@check(NO_MOU, needs_all=True, guides=("components", "grades-9-14"))
def understanding(index: PlanIndex) -> Iterator[Problem]:
    """Report that no agreement is a memorandum of understanding, once there are agreements."""
    agreements = index.plan.agreements
    if agreements and not any(one.kind is AgreementKind.MOU for one in agreements):
        path = index.guide("components", "grades-9-14")
        yield NO_MOU.at(path, "No agreement is a memorandum of understanding.")


@check(NO_DATA, needs_all=True, guides=("components",))
def data(index: PlanIndex) -> Iterator[Problem]:
    """Report that no agreement covers data sharing, once there are agreements."""
    agreements = index.plan.agreements
    if agreements and not any(
        one.kind is AgreementKind.DATA or SharedQuestion.DATA in one.answers for one in agreements
    ):
        yield NO_DATA.at(index.guide("components"), "No agreement covers how partners share data.")
