"""Who is missing at the table: categories, stages, and the two kinds of people that must be there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.facts import Facts
from pathwayctl.checks.phrases import labels
from pathwayctl.checks.sources import CHAPTER_1
from pathwayctl.diagnostics import Problem, Rule, Severity
from pathwayctl.model.vocabulary import Stage, StakeholderCategory
from pathwayctl.wording import listed

NOBODY: Final = Rule(
    "PW501",
    Severity.WARNING,
    "Nobody is named yet",
    "The first step is to gather a team that stands for many perspectives, experiences and interests.",
    "Add a file with people: and the first few of them, each with an id and a name.",
    f"{CHAPTER_1}, table 2",
    ("ccrs",),
    bad="""\
people: []
""",
    good="""\
people:
  - {id: dana-ruiz, name: Dana Ruiz, category: k-12}
""",
)
MISSING_CATEGORY: Final = Rule(
    "PW502",
    Severity.WARNING,
    "A stakeholder category that nobody represents",
    "All seven groups of stakeholders can play a vital part in designing a career pathways system.",
    "Add a person of that category, or settle with the group that it is not needed.",
    f"{CHAPTER_1}, table 2",
    ("ccrs",),
    bad="""\
people:
  - {id: a, name: Ana, category: k-12}
""",
    good="""\
people:
  - {id: a, name: Ana, category: k-12}
  - {id: b, name: Ben, category: postsecondary}
  - {id: c, name: Cam, category: cte}
  - {id: d, name: Dee, category: adult-education}
  - {id: e, name: Eve, category: business-industry-workforce}
  - {id: f, name: Flo, category: policymaker-legislative}
  - {id: g, name: Gus, category: individuals-community}
""",
)
NO_AUTHORITY: Final = Rule(
    "PW508",
    Severity.WARNING,
    "Nobody can decide, or nobody does the work",
    "A team needs both: people who can decide for their group, and people who will do the work.",
    "Add decision_authority: true or does_the_work: true to the people for whom it holds.",
    f"{CHAPTER_1}, handout 1A part 1",
    ("ccrs",),
    bad="""\
people:
  - {id: a, name: Ana, category: k-12, decision_authority: true}
""",
    good="""\
people:
  - {id: a, name: Ana, category: k-12, decision_authority: true}
  - {id: b, name: Ben, category: k-12, does_the_work: true}
""",
)
EMPTY_STAGE: Final = Rule(
    "PW510",
    Severity.WARNING,
    "A stage of the work in which nobody takes part",
    "Each stage has its own duties; one without people shows where capacity is still to be found.",
    "Add the stage to the stages: of the people who will take part in it.",
    f"{CHAPTER_1}, table 4 and handout 1A part 2",
    ("ccrs",),
    bad="""\
people:
  - {id: a, name: Ana, category: k-12, stages: [evaluation]}
""",
    good="""\
people:
  - {id: a, name: Ana, category: k-12, stages: [process-and-logistics, policy-development]}
  - {id: b, name: Ben, category: cte, stages: [capacity-building, evaluation]}
""",
)
RULES: Final = (NOBODY, MISSING_CATEGORY, NO_AUTHORITY, EMPTY_STAGE)


def table(facts: Facts) -> Iterator[Problem]:
    """What is missing from the table of stakeholders as a whole."""
    here = facts.guide("ccrs")
    people = facts.plan.people
    if not people:
        if not facts.unread:  # else they may stand in what could not be read
            yield NOBODY.at(here, "Nobody is named yet: the project has no people.")
        return
    missing = [category for category in StakeholderCategory if category not in facts.sectors]
    if missing:
        hint = f"Add people who do, with category: {listed(missing, 'or')}"
        yield MISSING_CATEGORY.at(here, f"Nobody represents {labels(missing)}.", hint)
    if not any(person.decision_authority for person in people):
        message = "Nobody in the plan can decide for their group."
        yield NO_AUTHORITY.at(here, message, "Add decision_authority: true to the people who can.")
    if not any(person.does_the_work for person in people):
        message = "Nobody in the plan will be tasked with doing the work."
        yield NO_AUTHORITY.at(here, message, "Add does_the_work: true to the people who will do it.")
    stages = {stage for person in people for stage in person.stages}
    empty = [stage for stage in Stage if stage not in stages]
    if empty:
        hint = f"Write it under the people who take part: stages: [{', '.join(empty)}]"
        yield EMPTY_STAGE.at(here, f"Nobody takes part in {labels(empty)}.", hint)
