"""Agreements that a project has not thought of: a memorandum of understanding, and one on data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.facts import Facts
from pathwayctl.checks.sources import COMPONENTS, WORK_PLAN
from pathwayctl.diagnostics import Problem, Rule, Severity
from pathwayctl.model.governance_words import AgreementKind, SharedQuestion

NO_MOU: Final = Rule(
    "PW555",
    Severity.WARNING,
    "Agreements, but no memorandum of understanding",
    "Partners draw up, sign and carry out an MOU, so that what was promised outlasts who promised it.",
    "Add an agreement with kind: mou, and a task: that brings it about.",
    f"{COMPONENTS}, Cross-Sector Partnerships; {WORK_PLAN}, phase II, activity 6",
    ("components", "grades-9-14"),
    bad="""\
project: {name: Example, start: 2027-01-04, guides: [components]}
agreements:
  - {id: transfer, title: Transfer agreement, kind: transfer}
""",
    good="""\
project: {name: Example, start: 2027-01-04, guides: [components]}
agreements:
  - {id: region, title: Regional memorandum of understanding, kind: mou}
  - {id: transfer, title: Transfer agreement, kind: transfer}
""",
)
NO_DATA: Final = Rule(
    "PW558",
    Severity.NOTE,
    "No agreement on sharing data",
    "Partners share data so that all can follow the work and its results; students' data need an agreement.",
    "Add an agreement with kind: data-sharing, or answer data: in the shared agreement.",
    f"{COMPONENTS}, Cross-Sector Partnerships",
    ("components",),
    bad="""\
project: {name: Example, start: 2027-01-04, guides: [components]}
agreements:
  - {id: region, title: Regional memorandum of understanding, kind: mou}
""",
    good="""\
project: {name: Example, start: 2027-01-04, guides: [components]}
agreements:
  - {id: region, title: Regional memorandum of understanding, kind: mou}
  - {id: figures, title: Agreement on enrollment figures, kind: data-sharing}
""",
)


def understanding(facts: Facts) -> Iterator[Problem]:
    """Agreements of which none is a memorandum of understanding."""
    agreements = facts.plan.agreements
    if agreements and not any(one.kind is AgreementKind.MOU for one in agreements):
        path = facts.guide("components", "grades-9-14")
        yield NO_MOU.at(path, "None of the agreements is a memorandum of understanding.")


def data(facts: Facts) -> Iterator[Problem]:
    """Agreements of which none settles how data are shared."""
    agreements = facts.plan.agreements
    if agreements and not any(
        one.kind is AgreementKind.DATA or SharedQuestion.DATA in one.answers for one in agreements
    ):
        yield NO_DATA.at(facts.guide("components"), "No agreement settles how partners share data.")
