"""The rules for names that nothing in the plan has: one for each kind of thing that is referred to."""

from __future__ import annotations

from typing import Final

from pathwayctl.checks.sources import OURS
from pathwayctl.diagnostics import Rule, Severity

UNKNOWN_TASK: Final = Rule(
    "PW302",
    Severity.ERROR,
    "A task that is not in the plan",
    "The dates follow from what waits for what; a link that leads nowhere would be left out.",
    "Write the id of a task of this plan, or take the name out.",
    OURS,
    bad="""\
tasks:
  - {id: kickoff, title: Hold the kickoff meeting}
  - {id: charter, title: Write the charter, depends_on: [kickof]}
""",
    good="""\
tasks:
  - {id: kickoff, title: Hold the kickoff meeting}
  - {id: charter, title: Write the charter, depends_on: [kickoff]}
""",
)
UNKNOWN_PARTY: Final = Rule(
    "PW303",
    Severity.ERROR,
    "A person or organization that is not in the plan",
    "Handouts, workloads and invitations are made from these names; an unknown one would be missing there.",
    "Write the id of an entry under people: or organizations:, or add the entry.",
    OURS,
    bad="""\
people:
  - {id: dana-ruiz, name: Dana Ruiz, category: k-12}
tasks:
  - {id: kickoff, title: Hold the kickoff meeting, owner: dana-riuz}
""",
    good="""\
people:
  - {id: dana-ruiz, name: Dana Ruiz, category: k-12}
tasks:
  - {id: kickoff, title: Hold the kickoff meeting, owner: dana-ruiz}
""",
)
UNKNOWN_ORGANIZATION: Final = Rule(
    "PW304",
    Severity.ERROR,
    "An organization that is not in the plan",
    "A person's stakeholder category comes from the organization; without it they count for no sector.",
    "Write the id of an entry under organizations:, or add the organization there.",
    OURS,
    bad="""\
people:
  - {id: dana-ruiz, name: Dana Ruiz, organization: front-range}
""",
    good="""\
organizations:
  - {id: front-range, name: Front Range Community College, category: postsecondary}
people:
  - {id: dana-ruiz, name: Dana Ruiz, organization: front-range}
""",
)
UNKNOWN_REQUIREMENT: Final = Rule(
    "PW305",
    Severity.ERROR,
    "A requirement that is not in the plan",
    "The requirements document shows the tasks under the requirement that they serve.",
    "Write the id of an entry under requirements:, or add the requirement there.",
    OURS,
    bad="""\
tasks:
  - {id: draft, title: Draft the agreement, requirement: partnerships}
""",
    good="""\
requirements:
  - {id: partnerships, title: Agreements with employers, area: partnerships}
tasks:
  - {id: draft, title: Draft the agreement, requirement: partnerships}
""",
)
UNKNOWN_FRAMEWORK: Final = Rule(
    "PW306",
    Severity.ERROR,
    "A framework that is not in the plan",
    "A requirement is shown with the industries that ask for it.",
    "Write the id of an entry under frameworks:, or add the framework there.",
    OURS,
    bad="""\
requirements:
  - {id: welding, title: A welding course, area: course-sequences, frameworks: [machining]}
""",
    good="""\
frameworks:
  - {id: machining, industry: Precision machining}
requirements:
  - {id: welding, title: A welding course, area: course-sequences, frameworks: [machining]}
""",
)
UNKNOWN_GOAL: Final = Rule(
    "PW307",
    Severity.ERROR,
    "A goal that is not in the plan",
    "Priorities are shown beside the goals that they serve.",
    "Write the id of an entry under goals:, or add the goal there.",
    OURS,
    bad="""\
priorities:
  - {id: entry-points, title: Multiple entry points, goals: [graduates]}
""",
    good="""\
goals:
  - {id: graduates, title: More graduates find skilled work}
priorities:
  - {id: entry-points, title: Multiple entry points, goals: [graduates]}
""",
)
UNKNOWN_OCCUPATION: Final = Rule(
    "PW313",
    Severity.ERROR,
    "An occupation that is not in the plan",
    "Programs, skills and quick actions are shown beside the critical occupations that they are for.",
    "Write the id of an entry under occupations:, or add the occupation there.",
    OURS,
    bad="""\
occupations:
  - {id: machinist, title: Machinist}
shortage_actions:
  - {id: open-house, title: Hold an open house, occupation: machinists}
""",
    good="""\
occupations:
  - {id: machinist, title: Machinist}
shortage_actions:
  - {id: open-house, title: Hold an open house, occupation: machinist}
""",
)
UNKNOWN_KSA: Final = Rule(
    "PW314",
    Severity.ERROR,
    "Knowledge, a skill or an ability that is not in the plan",
    "The asset map shows which program teaches what; an unknown name would be missing there.",
    "Write the id of an entry under ksas:, or add the entry there.",
    OURS,
    bad="""\
ksas:
  - {id: read-blueprints, title: Read blueprints, kind: skill}
ksa_uses:
  - {id: hiring, title: Ask for it in interviews, purpose: hiring, ksas: [blueprints]}
""",
    good="""\
ksas:
  - {id: read-blueprints, title: Read blueprints, kind: skill}
ksa_uses:
  - {id: hiring, title: Ask for it in interviews, purpose: hiring, ksas: [read-blueprints]}
""",
)
UNKNOWN_CREDENTIAL: Final = Rule(
    "PW315",
    Severity.ERROR,
    "A credential that is not in the plan",
    "The ladder of credentials is drawn from these names; an unknown one would be missing on it.",
    "Write the id of an entry under credentials:, or add the credential there.",
    OURS,
    bad="""\
credentials:
  - {id: welder, title: Certified Welder, kind: industry-certification}
  - {id: welding-1, title: Welding certificate, kind: level-1-certificate, stacks_on: [weldr]}
""",
    good="""\
credentials:
  - {id: welder, title: Certified Welder, kind: industry-certification}
  - {id: welding-1, title: Welding certificate, kind: level-1-certificate, stacks_on: [welder]}
""",
)
UNKNOWN_TEAM: Final = Rule(
    "PW316",
    Severity.ERROR,
    "A team that is not in the plan",
    "How often a team meets is seen from the meetings that name it.",
    "Write the id of an entry under teams:, or add the team there.",
    OURS,
    bad="""\
meetings:
  - {id: may, title: Meeting in May, kind: team, date: 2027-05-12, team: leaders}
""",
    good="""\
teams:
  - {id: leaders, title: Leadership team, kind: leadership}
meetings:
  - {id: may, title: Meeting in May, kind: team, date: 2027-05-12, team: leaders}
""",
)
UNKNOWN_MEETING: Final = Rule(
    "PW317",
    Severity.ERROR,
    "A meeting that is not in the plan",
    "An invitation takes its day and place from the meeting that it asks people to.",
    "Write the id of an entry under meetings:, or add the meeting there.",
    OURS,
    bad="""\
people:
  - {id: lee-park, name: Lee Park, category: k-12}
invitations:
  - {id: ask-lee, to: lee-park, meeting: kickoff}
""",
    good="""\
people:
  - {id: lee-park, name: Lee Park, category: k-12}
invitations:
  - {id: ask-lee, to: lee-park, meeting: kickoff}
meetings:
  - {id: kickoff, title: Kickoff, kind: kickoff, date: 2027-02-10}
""",
)
UNKNOWN_PRIORITY: Final = Rule(
    "PW318",
    Severity.ERROR,
    "A priority that is not in the plan",
    "What people said in the first discussion is shown beside the priorities that it goes with.",
    "Write the id of an entry under priorities:, or add the priority there.",
    OURS,
    bad="""\
beliefs:
  - {id: change-course, text: Students should be able to change course, priorities: [entry-points]}
""",
    good="""\
beliefs:
  - {id: change-course, text: Students should be able to change course, priorities: [entry-points]}
priorities:
  - {id: entry-points, title: Multiple entry points}
""",
)

RULE_OF: Final = {
    "task": UNKNOWN_TASK,
    "person": UNKNOWN_PARTY,
    "organization": UNKNOWN_ORGANIZATION,
    "requirement": UNKNOWN_REQUIREMENT,
    "framework": UNKNOWN_FRAMEWORK,
    "goal": UNKNOWN_GOAL,
    "occupation": UNKNOWN_OCCUPATION,
    "KSA": UNKNOWN_KSA,
    "credential": UNKNOWN_CREDENTIAL,
    "team": UNKNOWN_TEAM,
    "meeting": UNKNOWN_MEETING,
    "priority": UNKNOWN_PRIORITY,
}
"""The rule for an unknown name, by the first kind of thing that fits."""
