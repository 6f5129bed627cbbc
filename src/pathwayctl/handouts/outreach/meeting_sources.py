"""The source of a meeting's pages: the guide that the meeting follows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pathwayctl.handouts.handout import CHAPTER_1, CHAPTER_4, COLORADO, STAKEHOLDERS, WORK_PLAN
from pathwayctl.model.vocabulary import Guide, MeetingKind

if TYPE_CHECKING:
    from pathwayctl.handouts.context import Context

KICKOFF: Final = CHAPTER_1.format("planning the kickoff meeting")
MINUTES: Final = CHAPTER_1.format("table 4, process and logistics")
_CHAPTERS: Final = {
    MeetingKind.KICKOFF: KICKOFF,
    MeetingKind.PRIORITIZATION: CHAPTER_1.format("define goals"),
    MeetingKind.IMPLEMENTATION: CHAPTER_4.format("scope and breakdown of the work"),
    MeetingKind.EVALUATION: CHAPTER_4.format("identify evaluation metrics"),
    MeetingKind.COMMUNICATION: CHAPTER_4.format("reflect on the implementation process"),
    MeetingKind.REFLECTION: CHAPTER_4.format("reflect on the implementation process"),
}
_STEPS: Final = {
    MeetingKind.SECTOR_LAUNCH: "step 3",
    MeetingKind.TALENT_LANDSCAPE: "steps 5 to 7",
    MeetingKind.ACTION_PLAN: "step 15",
    MeetingKind.IMPLEMENTATION: "step 16",
    MeetingKind.EVALUATION: "step 17",
    MeetingKind.REFLECTION: "step 17",
}
_OWN: Final = {
    MeetingKind.KICKOFF: Guide.CCRS,
    MeetingKind.PRIORITIZATION: Guide.CCRS,
    MeetingKind.SECTOR_LAUNCH: Guide.SECTOR,
    MeetingKind.TALENT_LANDSCAPE: Guide.SECTOR,
    MeetingKind.ACTION_PLAN: Guide.SECTOR,
    MeetingKind.WORK_PLAN: Guide.GRADES_9_14,
    MeetingKind.TEAM: Guide.COMPONENTS,
}
"""The guide that asks for a kind of meeting, where only one does."""


def guide_of(kind: MeetingKind | None, context: Context) -> Guide:
    """Return the guide that a kind of meeting follows in this project."""
    guides = context.plan.project.guides or (Guide.CCRS,)
    own = _OWN.get(kind) if kind else None
    if own in guides or kind is MeetingKind.SECTOR_LAUNCH:
        return own or Guide.SECTOR
    return Guide.CCRS if Guide.CCRS in guides else guides[0]


def planned_by(kind: MeetingKind | None, context: Context) -> str:
    """Return the source of pages that prepare a meeting."""
    return _source(kind, context, _CHAPTERS.get(kind, MINUTES) if kind else KICKOFF)


def recorded_by(kind: MeetingKind | None, context: Context) -> str:
    """Return the source of pages that record a meeting."""
    if guide_of(kind, context) is Guide.SECTOR:
        return COLORADO.format("step 4")
    return _source(kind, context, MINUTES)


def _source(kind: MeetingKind | None, context: Context, ccrs: str) -> str:
    step = _STEPS.get(kind, "step 4") if kind else "step 4"
    return {
        Guide.CCRS: ccrs,
        Guide.SECTOR: COLORADO.format(step),
        Guide.GRADES_9_14: WORK_PLAN.format("work planning"),
        Guide.COMPONENTS: STAKEHOLDERS.format("cross-sector partnerships"),
    }[guide_of(kind, context)]
