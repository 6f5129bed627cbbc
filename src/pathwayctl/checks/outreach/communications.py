"""Communication entries that say too little, have grown old, or leave a group of people out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.checks.facts import Facts
from pathwayctl.checks.grouping import gathered, without
from pathwayctl.checks.phrases import labels, quoted
from pathwayctl.checks.sources import CHAPTER_4
from pathwayctl.diagnostics import Problem, Rule, Severity
from pathwayctl.evidence.cadence import days_late
from pathwayctl.model.outreach import Communication
from pathwayctl.model.vocabulary import StakeholderCategory
from pathwayctl.wording import long_day

THIN_MESSAGE: Final = Rule(
    "PW550",
    Severity.WARNING,
    "An audience without messages, modes or frequency",
    "Each audience needs key messages, a way to reach it, and how often it hears from you.",
    "Add messages:, modes: and frequency: to the entry.",
    f"{CHAPTER_4}, exhibit 4 and handout 4E",
    ("ccrs",),
    bad="""\
communications:
  - {id: parents, audience: Parents and students, modes: [Flyers]}
""",
    good="""\
communications:
  - id: parents
    audience: Parents and students
    messages: [Courses count in high school and in college]
    modes: [Flyers]
    frequency: Each month
""",
)
UNREACHED: Final = Rule(
    "PW551",
    Severity.NOTE,
    "A stakeholder category that no audience reaches",
    "A group that hears nothing for long loses interest, or learns of changes from others.",
    "Add the category to the categories: of an audience, or add an audience for it.",
    f"{CHAPTER_4}, handout 4E",
    ("ccrs",),
    bad="""\
communications:
  - {id: schools, audience: Schools and colleges, categories: [k-12, postsecondary, cte]}
""",
    good="""\
communications:
  - id: schools
    audience: Schools and colleges
    categories: [k-12, postsecondary, cte, adult-education]
  - id: others
    audience: Employers, lawmakers and families
    categories: [business-industry-workforce, policymaker-legislative, individuals-community]
""",
)
STALE: Final = Rule(
    "PW552",
    Severity.WARNING,
    "A communication entry that nobody has looked at for long",
    "The plan for communication is a living document, kept up as often as its audience is written to.",
    "Go through the entry, and set reviewed: to the day you did.",
    f"{CHAPTER_4}, on handout 4E as a living document",
    ("ccrs",),
    bad="""\
project: {name: Example, start: 2027-01-04, status_date: 2027-06-01, guides: [ccrs]}
communications:
  - {id: parents, audience: Parents and students, cadence: monthly, reviewed: 2027-03-01}
""",
    good="""\
project: {name: Example, start: 2027-01-04, status_date: 2027-06-01, guides: [ccrs]}
communications:
  - {id: parents, audience: Parents and students, cadence: monthly, reviewed: 2027-05-10}
""",
)
RULES: Final = (THIN_MESSAGE, UNREACHED, STALE)


def communications(facts: Facts) -> Iterator[Problem]:
    """What the plan for communication lacks; silent while it has no entries."""
    entries = facts.plan.communications
    thin = [(place, entry, _missing(entry)) for place, entry in enumerate(entries)]
    lacks = (without(("communications", place), one.audience, left) for place, one, left in thin if left)
    yield from gathered(THIN_MESSAGE, lacks, "audience")
    for place, entry in enumerate(entries):
        overdue = _overdue(facts, entry)
        if overdue is not None:
            yield STALE.at(("communications", place, "reviewed"), overdue)
    reached = {category for entry in entries for category in entry.categories}
    unreached = [category for category in StakeholderCategory if category not in reached]
    if entries and unreached:
        hint = f"Add to the categories: of the audiences they belong to: {', '.join(unreached)}"
        yield UNREACHED.at(facts.guide("ccrs"), f"No audience includes {labels(unreached)}.", hint)


def _missing(entry: Communication) -> list[str]:
    missing = [field for field in ("messages", "modes") if not getattr(entry, field)]
    if entry.frequency is None and entry.cadence is None:
        missing.append("frequency")
    return missing


def _overdue(facts: Facts, entry: Communication) -> str | None:
    """What to say of an entry that was reviewed too long ago, as of the status date."""
    today, cadence, reviewed = facts.plan.project.status_date, entry.cadence, entry.reviewed
    if reviewed is None or cadence is None or not days_late(cadence, reviewed, today):
        return None
    looked = f"The entry for {quoted(entry.audience)} was last looked at on {long_day(reviewed)}"
    return f"{looked}, but should be kept up {cadence.label.lower()}."
