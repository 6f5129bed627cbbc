"""Which file to begin for a section that is in no file yet: one file per topic, as in new projects."""

from __future__ import annotations

from typing import Final

MAIN: Final = "pathway.yaml"

FILES: Final[dict[str, tuple[str, ...]]] = {
    MAIN: ("pathwayctl", "project", "calendar"),
    "partnership.yaml": ("partnership", "evidence"),
    "partners.yaml": ("organizations", "people"),
    "stakeholders.yaml": ("considerations", "invitations"),
    "definition.yaml": ("definition", "beliefs"),
    "goals.yaml": ("goals", "priorities"),
    "teams.yaml": ("teams",),
    "duties.yaml": ("duties",),
    "agreements.yaml": ("agreements",),
    "sustainability.yaml": ("sustainability",),
    "frameworks.yaml": ("frameworks",),
    "requirements.yaml": ("requirements",),
    "work.yaml": ("tasks",),
    "talent.yaml": ("occupations", "ksas", "shortage_actions", "ksa_uses"),
    "programs.yaml": ("programs", "credentials"),
    "marketing.yaml": ("marketing",),
    "pathways.yaml": ("pathways", "clusters"),
    "work_plan.yaml": ("phases", "work_plan"),
    "evaluation.yaml": ("measures", "evaluation"),
    "risks.yaml": ("risks",),
    "communications.yaml": ("communications",),
    "meetings.yaml": ("meetings",),
    "packets.yaml": ("packets",),
}
"""The suggested files with their sections."""

_FILE_OF: Final = {section: file for file, sections in FILES.items() for section in sections}


def suggested_file(section: str) -> str:
    """The file to begin for a section."""
    return _FILE_OF[section]
