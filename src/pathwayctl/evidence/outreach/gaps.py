"""What shows the meetings, the marketing, and the communications plan, and what is missing.

A meeting counts as held when it records who came, what was decided, who does what, or what was said when
looking back. A planned date alone does not count.

Source: Creating Career Pathways in Colorado (2014), steps 3, 4, 14, 16, and 17, and Designing a Career
Pathways System, chapter 4, exhibit 4 and handout 4E (CCRS Center, 2016).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.evidence.gap import Gap, Judgment, Question, entries, want
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.outreach.communications import marketing_entries
from pathwayctl.evidence.outreach.meetings import is_cancelled, is_held, meetings
from pathwayctl.language import marked, phrase
from pathwayctl.model.governance import Logistics
from pathwayctl.model.outreach import Meeting
from pathwayctl.model.vocabulary import MeetingKind
from pathwayctl.wording import count

REFLECTIONS: Final = ("worked", "did_not_work", "lessons", "next_phase")
"""What a look back says."""

marketing: Final = entries(
    "marketing", "marketing audience", want("message"), want("materials"), want("owner")
)
communications: Final = entries(
    "communications",
    "communications audience",
    want("messages"),
    want("way to reach it", "modes"),
    want("cadence or frequency", "cadence", "frequency"),
)


def all_audiences(index: PlanIndex) -> Judgment:
    """More than a few audiences hear of the pathway (step 14)."""
    if not index.ask(marketing_entries).too_few:
        return Judgment()
    found = len(index.plan.marketing)
    return Judgment(gaps=(Gap("few-audiences", ("marketing",), ("more audiences",), items=(found,)),))


def went_out(index: PlanIndex) -> Judgment:
    """Every audience was sent its message (step 14); one that is only planned is not done."""
    every = index.plan.marketing
    waiting = [(place, one) for place, one in enumerate(every) if one.sent is None]
    out = len(every) - len(waiting)
    shown = (phrase("{messages} sent", messages=count(out, "message")),) if out else ()
    if not waiting:
        return Judgment(shown)
    place, one = waiting[0]
    return Judgment(
        shown,
        (Gap("not-sent", ("marketing", place), (), "message to send|messages to send", len(waiting), one),),
    )


def meetings_of(index: PlanIndex, *kinds: MeetingKind) -> list[tuple[int, Meeting]]:
    """The meetings of some kinds with their places in the plan; those that were held come first."""
    every = enumerate(index.plan.meetings)
    found = [(place, one) for place, one in every if one.kind in kinds and not is_cancelled(one)]
    return sorted(found, key=lambda pair: not is_held(pair[1]))


def _meeting(kind: MeetingKind, what: str, suggested: str) -> Question:
    """Ask whether a meeting of a kind was held; ``what`` names it, ``suggested`` is an id for it."""

    def question(index: PlanIndex) -> Judgment:
        found = meetings_of(index, kind)
        if not found:
            return Judgment(gaps=(Gap("no-meeting", ("meetings",), (what,), items=(suggested, kind)),))
        place, one = found[0]
        if is_held(one):
            return Judgment((phrase("{meeting} held", meeting=phrase(what)),))
        planned = phrase("{meeting} planned", meeting=phrase(what))
        record = phrase("record of the {meeting}", meeting=phrase(what))
        return Judgment(
            (planned,) if one.invited or one.date else (),
            (Gap("no-meeting-record", ("meetings", place), (record,), entry=one),),
        )

    return question


launch: Final = _meeting(MeetingKind.SECTOR_LAUNCH, marked("launch meeting"), "launch-meeting")
hand_over: Final = _meeting(
    MeetingKind.IMPLEMENTATION, marked("implementation meeting"), "implementation-meeting"
)
kickoff: Final = _meeting(MeetingKind.KICKOFF, marked("kickoff meeting"), "kickoff")
_evaluation: Final = _meeting(MeetingKind.EVALUATION, marked("evaluation meeting"), "evaluation-meeting")
_reflection: Final = _meeting(MeetingKind.REFLECTION, marked("reflection meeting"), "reflection")


def launch_agenda(index: PlanIndex) -> Judgment:
    """A launch meeting that is still to come has an agenda (step 3)."""
    found = meetings_of(index, MeetingKind.SECTOR_LAUNCH)
    if not found or found[0][1].agenda or is_held(found[0][1]):
        return Judgment()
    place, one = found[0]
    return Judgment(
        gaps=(Gap("no-agenda", ("meetings", place), ("agenda of the launch meeting",), entry=one),)
    )


def minutes(index: PlanIndex) -> Judgment:
    """The launch meeting left decisions, and actions that have an owner and a due date (step 4)."""
    found = meetings_of(index, MeetingKind.SECTOR_LAUNCH)
    if not found or not is_held(found[0][1]):
        path, entry = (("meetings", found[0][0]), found[0][1]) if found else (("meetings",), None)
        return Judgment(gaps=(Gap("no-minutes", path, ("minutes of the launch meeting",), entry=entry),))
    place, one = found[0]
    gaps = []
    if not one.decisions:
        gaps.append(Gap("no-decisions", ("meetings", place), ("decisions of the launch meeting",), entry=one))
    loose = tuple(action.title for action in one.actions if not action.owner or not action.due)
    if loose or not one.actions:
        words = (marked("owner and due date"),) if loose else (marked("action items"),)
        noun = "action item" if loose else ""
        gaps.append(Gap("loose-actions", ("meetings", place), words, noun, len(loose), one, items=loose))
    left = (
        count(len(one.decisions), "decision") if one.decisions else "",
        count(len(one.actions), "action") if one.actions else "",
    )
    return Judgment(tuple(filter(None, left)), tuple(gaps))


def meets_again(index: PlanIndex) -> Judgment:
    """The partnership meets again after its launch (step 4)."""
    first = (MeetingKind.SECTOR_LAUNCH, MeetingKind.KICKOFF)
    if any(one.kind not in first for one in index.plan.meetings):
        return Judgment()
    return Judgment(gaps=(Gap("no-next-meeting", ("meetings",), ("meeting after the launch",)),))


def reviews(index: PlanIndex) -> Judgment:
    """Results were reviewed together (step 17)."""
    found = meetings_of(index, MeetingKind.EVALUATION, MeetingKind.REFLECTION)
    held = sum(is_held(one) for _, one in found)
    return (
        Judgment((phrase("results reviewed in {meetings}", meetings=count(held, "meeting")),))
        if held
        else _evaluation(index)
    )


def kickoff_needs(index: PlanIndex) -> Judgment:
    """A kickoff that is still to come has an agenda, and all of its eight preparations are done."""
    found = meetings_of(index, MeetingKind.KICKOFF)
    if not found or is_held(found[0][1]):
        return Judgment()
    place, one = found[0]
    gaps = []
    if not one.agenda:
        gaps.append(Gap("no-agenda", ("meetings", place), ("agenda of the kickoff meeting",), entry=one))
    done = {entry.item for entry in one.logistics if entry.done}
    left = tuple(needed for needed in Logistics if needed not in done)
    if left:
        noun = "open preparation"
        gaps.append(Gap("preparations", ("meetings", place), (), noun, len(left), one, items=left))
    ready = f"{len(done)} of {len(Logistics)} preparations for the kickoff done"
    return Judgment((ready,) if done else (), tuple(gaps))


def reflection(index: PlanIndex) -> Judgment:
    """The group has looked back, and has recorded what it learned and what comes next."""
    found = [(place, one) for place, one in enumerate(index.plan.meetings) if one.reflections]
    if not found:
        asked = _reflection(index)
        if asked.gaps:
            return asked
        place, one = meetings_of(index, MeetingKind.REFLECTION)[0]
        words, path = ("record of what was said",), ("meetings", place)
        return Judgment(asked.shown, (Gap("no-reflections", path, words, entry=one, fields=REFLECTIONS),))
    gaps = []
    for place, one in found:
        fields = tuple(
            field for field in REFLECTIONS if not any(getattr(said, field) for said in one.reflections)
        )
        if fields:
            gaps.append(
                Gap("thin-reflections", ("meetings", place), fields, "look back", entry=one, fields=fields)
            )
    return Judgment((f"looked back in {count(len(found), 'meeting')}",), (*gaps, *_to_come(index)))


def _to_come(index: PlanIndex) -> Iterator[Gap]:
    """The next meeting that looks back and is still to come."""
    known = index.ask(meetings)
    for place, one in enumerate(index.plan.meetings):
        if one.kind is MeetingKind.REFLECTION and known.is_to_come(one):
            yield Gap(
                "meeting-to-come", ("meetings", place), (), "reflection to come|reflections to come", 1, one
            )
            return
