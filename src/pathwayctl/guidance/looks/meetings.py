"""Looks at meetings: whether one of a kind was held, and what it left.

A meeting counts as held when it is written down who came, what was decided, who does what, or what
was said when looking back. A day on which it was planned shows nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pathwayctl.guidance import samples
from pathwayctl.guidance.proofs import added, few, new, quoted
from pathwayctl.guidance.records import held
from pathwayctl.guidance.state import Lack, Look, Proof
from pathwayctl.model.governance_words import Logistics
from pathwayctl.model.vocabulary import MeetingKind
from pathwayctl.wording import count, listed

if TYPE_CHECKING:
    from pathwayctl.guidance.records import Records
    from pathwayctl.guidance.snippets import Fields


def meeting(kind: MeetingKind, what: str, suggested: str) -> Proof:
    """A meeting of a kind was held, and it is written down who came or what was decided.

    ``what`` is the meeting in words, ``suggested`` an id for it.
    """

    def look(records: Records) -> Look:
        found = records.meetings(kind)
        if not found:
            fields: Fields = {
                "id": suggested,
                "title": what.capitalize(),
                "kind": kind.value,
                "date": samples.day(records),
                "agenda": [{"title": "Welcome", "minutes": 10}],
            }
            return Look(lacks=(new(f"There is no {what} in the files.", "meetings", fields),))
        place, one = found[0]
        if held(one):
            return Look((f"{what} held",))
        planned = (f"{what} planned",) if one.invited or one.date else ()
        fields = {"attended": [samples.someone(records)], "decisions": ["What was decided"]}
        text = f"Nothing is written down yet of {quoted(one.title)}: who came, and what was decided."
        return Look(planned, (added(text, "meetings", place, one, fields),))

    return look


launch: Final = meeting(MeetingKind.SECTOR_LAUNCH, "launch meeting", "launch-meeting")
handing_over: Final = meeting(MeetingKind.IMPLEMENTATION, "implementation meeting", "implementation-meeting")


def launch_agenda(records: Records) -> Look:
    """Step 3: the launch meeting has an agenda."""
    found = records.meetings(MeetingKind.SECTOR_LAUNCH)
    if not found or found[0][1].agenda or held(found[0][1]):
        return Look()
    place, one = found[0]
    fields: Fields = {"agenda": [{"title": "What is growing", "minutes": 45}]}
    return Look(lacks=(added(f"{quoted(one.title)} has no agenda.", "meetings", place, one, fields),))


def minutes(records: Records) -> Look:
    """Step 4: the launch meeting left decisions, and actions that have an owner and a day."""
    launched = [(place, one) for place, one in records.meetings(MeetingKind.SECTOR_LAUNCH) if held(one)]
    if not launched:
        return Look(lacks=(_record(records),))
    place, one = launched[0]
    lacks = []
    if not one.decisions:
        text = f"No decision of {quoted(one.title)} is written down."
        lacks.append(added(text, "meetings", place, one, {"decisions": ["What was decided"]}))
    loose = [action.title for action in one.actions if not action.owner or not action.due]
    if loose or not one.actions:
        verb = "have" if len(loose) > 1 else "has"
        said = f"{few(loose)} {verb} no owner or no day" if loose else "nobody was given anything to do"
        action = {**samples.action(records), **({"title": loose[0]} if loose else {})}
        text = f"After {quoted(one.title)} {said}."
        lacks.append(added(text, "meetings", place, one, {"actions": [action]}))
    left = ((len(one.decisions), "decision"), (len(one.actions), "action"))
    return Look(tuple(count(number, word) for number, word in left if number), tuple(lacks))


def _record(records: Records) -> Lack:
    """What is lacking of a launch that has left no minutes, or has not been."""
    found = records.meetings(MeetingKind.SECTOR_LAUNCH)
    left: Fields = {"decisions": ["What was decided"], "actions": [samples.action(records)]}
    text = "There are no minutes of the launch meeting."
    if found:
        return added(text, "meetings", *found[0], left)
    launched = {"id": "launch-meeting", "title": "Launch meeting", "kind": "sector-launch"}
    return new(text, "meetings", {**launched, **left})


def meets_again(records: Records) -> Look:
    """Step 4: the partnership meets again after its launch."""
    later = [one for one in records.plan.meetings if one.kind is not MeetingKind.SECTOR_LAUNCH]
    if any(one.kind is not MeetingKind.KICKOFF for one in later):
        return Look()
    fields: Fields = {
        "id": "next-meeting",
        "title": "Next meeting",
        "kind": "board",
        "date": samples.day(records),
    }
    return Look(lacks=(new("No meeting after the launch is in the files.", "meetings", fields),))


def reviews(records: Records) -> Look:
    """Step 17: results were looked at together."""
    found = records.meetings(MeetingKind.EVALUATION, MeetingKind.REFLECTION)
    if found and held(found[0][1]):
        number = sum(held(one) for _, one in found)
        return Look((f"results looked at in {count(number, 'meeting')}",))
    return meeting(MeetingKind.EVALUATION, "evaluation meeting", "evaluation-meeting")(records)


kickoff: Final = meeting(MeetingKind.KICKOFF, "kickoff meeting", "kickoff")


def kickoff_needs(records: Records) -> Look:
    """A kickoff that is still to come has an agenda, and all of its eight things are seen to."""
    found = records.meetings(MeetingKind.KICKOFF)
    if not found or held(found[0][1]):
        return Look()
    place, one = found[0]
    lacks = []
    if not one.agenda:
        agenda: Fields = {"agenda": [{"title": "Welcome, and why each of us came", "minutes": 20}]}
        lacks.append(added(f"{quoted(one.title)} has no agenda.", "meetings", place, one, agenda))
    seen_to = {entry.item for entry in one.logistics if entry.done}
    left = [needed for needed in Logistics if needed not in seen_to]
    if left:
        text = f"Still to see to for {quoted(one.title)}: {', '.join(needed.label for needed in left)}."
        rest: Fields = {"logistics": [{"item": needed.value, "done": True} for needed in left]}
        lacks.append(added(text, "meetings", place, one, rest))
    ready = f"{len(seen_to)} of {len(Logistics)} things for the kickoff seen to"
    return Look((ready,) if seen_to else (), tuple(lacks))


def reflection(records: Records) -> Look:
    """The group has looked back, and it is written down what was learned and what comes next."""
    found = [(place, one) for place, one in enumerate(records.plan.meetings) if one.reflections]
    if not found:
        look = meeting(MeetingKind.REFLECTION, "reflection meeting", "reflection")(records)
        if not look.lacks:
            place, one = records.meetings(MeetingKind.REFLECTION)[0]
            text = f"Nothing is written down of what was said in {quoted(one.title)}."
            look = Look(look.evidence, (added(text, "meetings", place, one, {"reflections": [_SAID]}),))
        return look
    lacks = []
    for place, one in found:
        missing = {
            field: sample
            for field, sample in _SAID.items()
            if not any(getattr(said, field) for said in one.reflections)
        }
        if missing:
            words = listed([_SAID_WORDS[field] for field in missing], "or")
            text = f"The look back in {quoted(one.title)} does not say {words}."
            lacks.append(added(text, "meetings", place, one, {"reflections": [missing]}))
    return Look((f"looked back in {count(len(found), 'meeting')}",), tuple(lacks))


_SAID: Final[dict[str, object]] = {
    "worked": "What worked",
    "did_not_work": "What to change",
    "lessons": ["What was learned"],
    "next_phase": "What was agreed on",
}
_SAID_WORDS: Final = {
    "worked": "what worked",
    "did_not_work": "what did not work",
    "lessons": "what was learned",
    "next_phase": "what comes next",
}
