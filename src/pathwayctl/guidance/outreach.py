"""Words for gaps in meetings, marketing, and communications."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pathwayctl.guidance import samples
from pathwayctl.guidance.lists import plain
from pathwayctl.guidance.phrases import few, named
from pathwayctl.model.vocabulary import MeetingKind
from pathwayctl.wording import count, listed, long_day

if TYPE_CHECKING:
    from pathwayctl.evidence.gap import Gap
    from pathwayctl.evidence.index import PlanIndex
    from pathwayctl.guidance.snippets import Wordings, Words

_REFLECTIONS: Final = {
    "worked": ("what worked", "What worked"),
    "did_not_work": ("what did not work", "What to change"),
    "lessons": ("what was learned", ["What was learned"]),
    "next_phase": ("what comes next", "What was agreed on"),
}
"""What a look back says: in words, and an example."""


def _few_audiences(gap: Gap, index: PlanIndex) -> Words:
    (found,) = gap.items
    text = f"Only {count(found, 'audience')} so far; think of students, parents, job seekers, and employers."
    fields = {
        "id": f"audience-{found + 1}",
        "audience": "Who it is for",
        **samples.fields_of(index, "marketing", "message", "materials", "owner"),
    }
    return text, fields


def _no_meeting(gap: Gap, index: PlanIndex) -> Words:
    suggested, kind = gap.items
    fields = {
        "id": suggested,
        "title": gap.missing[0].capitalize(),
        "kind": kind.value,
        "date": samples.day(index),
        "agenda": [{"title": "Welcome", "minutes": 10}],
    }
    return f"There is no {gap.missing[0]} yet.", fields


def _no_agenda(gap: Gap, index: PlanIndex) -> Words:
    first = {"title": "Welcome, and why each of us came", "minutes": 20}
    if gap.entry.kind is MeetingKind.SECTOR_LAUNCH:
        first = {"title": "What is growing", "minutes": 45}
    return f"{named(gap.entry)} has no agenda yet.", {"agenda": [first]}


def _no_minutes(gap: Gap, index: PlanIndex) -> Words:
    fields = {"decisions": ["What was decided"], "actions": [samples.action(index)]}
    text = "The launch meeting has no minutes yet."
    if gap.entry:
        return text, fields
    return text, {"id": "launch-meeting", "title": "Launch meeting", "kind": "sector-launch", **fields}


def _loose_actions(gap: Gap, index: PlanIndex) -> Words:
    action = samples.action(index)
    if not gap.items:
        return f"{named(gap.entry)} has no action items yet.", {"actions": [action]}
    verb = "has" if len(gap.items) == 1 else "have"
    text = f"After {named(gap.entry)}, {few(gap.items)} {verb} no owner or no due date."
    return text, {"actions": [{**action, "title": gap.items[0]}]}


def _preparations(gap: Gap, index: PlanIndex) -> Words:
    labels = ", ".join(needed.label for needed in gap.items)
    done = [{"item": needed.value, "done": True} for needed in gap.items]
    return f"Not done yet for {named(gap.entry)}: {labels}.", {"logistics": done}


def _no_reflections(gap: Gap, index: PlanIndex) -> Words:
    return f"{named(gap.entry)} has no record of what was said.", {"reflections": [_said(gap)]}


def _thin_reflections(gap: Gap, index: PlanIndex) -> Words:
    words = listed([_REFLECTIONS[field][0] for field in gap.fields], "or")
    return f"The look back in {named(gap.entry)} does not say {words}.", {"reflections": [_said(gap)]}


def _not_sent(gap: Gap, index: PlanIndex) -> Words:
    due = f", due on {long_day(gap.entry.due)}" if gap.entry.due else ""
    text = f"{count(gap.number, 'message')} not sent yet, starting with {named(gap.entry)}{due}."
    return text, {"sent": samples.day(index)}


def _said(gap: Gap) -> dict[str, object]:
    return {field: _REFLECTIONS[field][1] for field in gap.fields}


WORDINGS: Final[Wordings] = {
    "few-audiences": _few_audiences,
    "no-meeting": _no_meeting,
    "no-meeting-record": plain(
        "{entry} has no record yet of who came and what was decided.",
        {"attended": lambda index: [samples.someone(index)], "decisions": ["What was decided"]},
    ),
    "no-agenda": _no_agenda,
    "no-minutes": _no_minutes,
    "no-decisions": plain("{entry} has no decisions yet.", {"decisions": ["What was decided"]}),
    "loose-actions": _loose_actions,
    "no-next-meeting": plain(
        "There is no meeting after the launch yet.",
        {"id": "next-meeting", "title": "Next meeting", "kind": "board", "date": samples.day},
    ),
    "preparations": _preparations,
    "no-reflections": _no_reflections,
    "not-sent": _not_sent,
    "meeting-to-come": plain(
        "{entry} is still to come. Record what the group says, and set the next one.",
        {"reflections": [{"worked": "What worked", "lessons": ["What was learned"]}]},
    ),
    "thin-reflections": _thin_reflections,
}
"""The words for each kind of gap."""
