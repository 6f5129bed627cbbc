"""Risks that nobody manages or has weighed, and kinds of risk that nobody has thought of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.facts import Facts
from pathwayctl.checks.grouping import Lack, gathered, without
from pathwayctl.checks.phrases import titles
from pathwayctl.checks.sources import CHAPTER_4, OURS
from pathwayctl.diagnostics import Problem, Rule, Severity
from pathwayctl.model.risks import Risk
from pathwayctl.model.vocabulary import RiskKind
from pathwayctl.wording import listed

UNMANAGED: Final = Rule(
    "PW540",
    Severity.WARNING,
    "A risk without a response or an owner",
    "Naming a risk helps only if someone watches it and it is settled how it will be managed.",
    "Add response: with how it is managed, and owner: with who watches it.",
    f"{CHAPTER_4}, handout 4C",
    ("ccrs",),
    bad="""\
risks:
  - {id: data, title: The data system is late, kind: internal, category: Technology}
""",
    good="""\
people:
  - {id: dana-ruiz, name: Dana Ruiz, category: k-12}
risks:
  - id: data
    title: The data system is late
    kind: internal
    category: Technology
    response: Agree on a smaller first release
    owner: dana-ruiz
""",
)
UNWEIGHED: Final = Rule(
    "PW541",
    Severity.NOTE,
    "A risk without likelihood or impact",
    "The two together show which risks to deal with first.",
    "Add likelihood: and impact:, each low, medium or high.",
    f"{OURS}, for handout 4C",
    ("ccrs",),
    bad="""\
risks:
  - {id: data, title: The data system is late, kind: internal, category: Technology}
""",
    good="""\
risks:
  - id: data
    title: The data system is late
    kind: internal
    category: Technology
    likelihood: medium
    impact: high
""",
)
ONE_KIND: Final = Rule(
    "PW542",
    Severity.NOTE,
    "No internal or no external risks",
    "Risks come from within the project and from outside; a list with only one kind is seldom complete.",
    "Ask the group for risks of the other kind, and add them with kind: internal or kind: external.",
    f"{CHAPTER_4}, exhibit 1",
    ("ccrs",),
    bad="""\
risks:
  - {id: data, title: The data system is late, kind: internal, category: Technology}
""",
    good="""\
risks:
  - {id: data, title: The data system is late, kind: internal, category: Technology}
  - {id: layoffs, title: A large employer leaves, kind: external, category: Economy}
""",
)
UNDECIDED: Final = Rule(
    "PW549",
    Severity.NOTE,
    "A risk without a tolerance or a measure",
    "For each risk the guide settles how much of it the project can bear, and how to tell that the response "
    "works.",
    "Add tolerance: and measure: to the risk.",
    f"{CHAPTER_4}, identify risks and define quality metrics",
    ("ccrs",),
    bad="""\
risks:
  - {id: data, title: The data system is late, kind: internal, category: Technology}
""",
    good="""\
risks:
  - id: data
    title: The data system is late
    kind: internal
    category: Technology
    tolerance: Two months without a loss to students
    measure: The first report comes from the new system
""",
)
NOT_RECKONED: Final = Rule(
    "PW543",
    Severity.NOTE,
    "A risk that pathwayctl simulate cannot reckon with",
    "It needs both the chance that the risk happens and the tasks that it then moves.",
    "Add probability: from 0 to 1, and delays: [{task: ..., by: 5d}].",
    f"{OURS}, for handout 4C",
    bad="""\
tasks: [{id: link-data, title: Connect the data, duration: 20d}]
risks:
  - id: data
    title: The data system is late
    kind: internal
    category: Technology
    delays: [{task: link-data, by: 15d}]
""",
    good="""\
tasks: [{id: link-data, title: Connect the data, duration: 20d}]
risks:
  - id: data
    title: The data system is late
    kind: internal
    category: Technology
    probability: 0.3
    delays: [{task: link-data, by: 15d}]
""",
)
RULES: Final = (UNMANAGED, UNWEIGHED, ONE_KIND, UNDECIDED)


_ADVICE: Final = {
    "response": "response: with how it is managed",
    "owner": "owner: with who watches it",
}


def risks(facts: Facts) -> Iterator[Problem]:
    """What the risk breakdown lacks; silent while there are no risks."""
    yield from gathered(UNMANAGED, _unmanaged(facts), "risk")
    yield from gathered(UNWEIGHED, _unweighed(facts), "risk")
    everything = enumerate(facts.plan.risks)
    undecided = [(place, risk.title) for place, risk in everything if _missing(risk, "tolerance", "measure")]
    if undecided:
        message = f"No tolerance or no measure is written down for {titles(undecided)}."
        yield UNDECIDED.at(("risks", undecided[0][0]), message)
    kinds = {risk.kind for risk in facts.plan.risks}
    for kind in RiskKind:
        if kinds and kind not in kinds:
            yield ONE_KIND.at(facts.guide("ccrs"), f"There is no {kind} risk among the risks.")


def _unmanaged(facts: Facts) -> Iterator[Lack]:
    for place, risk in enumerate(facts.plan.risks):
        missing = _missing(risk, "response", "owner")
        if missing:
            hint = f"Add {', and '.join(_ADVICE[field] for field in missing)}."
            yield without(("risks", place), risk.title, missing, hint)


def _unweighed(facts: Facts) -> Iterator[Lack]:
    """A chance in figures says how likely a risk is, as well as a word does."""
    for place, risk in enumerate(facts.plan.risks):
        weights = ("impact",) if risk.probability is not None else ("likelihood", "impact")
        missing = _missing(risk, *weights)
        if missing:
            hint = f"Add {listed([f'{field}:' for field in missing])} with low, medium or high."
            yield without(("risks", place), risk.title, missing, hint)


def reckoning(facts: Facts) -> Iterator[Problem]:
    """Risks with a chance and no delays, and with delays and no chance, in one finding of each."""
    risks = tuple(enumerate(facts.plan.risks))
    unmoved = [
        (place, risk.title) for place, risk in risks if risk.probability is not None and not risk.delays
    ]
    if unmoved:
        message = f"No task is named that is moved if the risk happens: {titles(unmoved)}."
        yield NOT_RECKONED.at(("risks", unmoved[0][0]), message, "Add delays: [{task: ..., by: 5d}] to it.")
    uncertain = [(place, risk.title) for place, risk in risks if risk.probability is None and risk.delays]
    if uncertain:
        message = f"How likely the risk is has no figure, though it moves tasks: {titles(uncertain)}."
        yield NOT_RECKONED.at(("risks", uncertain[0][0]), message, "Add probability: from 0 to 1 to it.")


def _missing(risk: Risk, *fields: str) -> list[str]:
    return [field for field in fields if getattr(risk, field) is None]
