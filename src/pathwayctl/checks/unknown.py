"""The rules for names that nothing in the plan has: one for each kind of thing that is referred to."""

from __future__ import annotations

from typing import Final

from pathwayctl.diagnostics import Rule

UNKNOWN_TASK: Final = Rule("PW302")
UNKNOWN_PARTY: Final = Rule("PW303")
UNKNOWN_ORGANIZATION: Final = Rule("PW304")
UNKNOWN_REQUIREMENT: Final = Rule("PW305")
UNKNOWN_FRAMEWORK: Final = Rule("PW306")
UNKNOWN_GOAL: Final = Rule("PW307")
UNKNOWN_OCCUPATION: Final = Rule("PW313")
UNKNOWN_KSA: Final = Rule("PW314")
UNKNOWN_CREDENTIAL: Final = Rule("PW315")
UNKNOWN_TEAM: Final = Rule("PW316")
UNKNOWN_MEETING: Final = Rule("PW317")
UNKNOWN_PRIORITY: Final = Rule("PW318")

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
