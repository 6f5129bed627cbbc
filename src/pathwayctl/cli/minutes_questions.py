"""The questions of ``pathwayctl minutes``; each answer is saved before the next question is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Final

from pathwayctl.cli.field_answers import id_of, near_to, read_answer, some_of
from pathwayctl.cli.meeting_notes import (
    ABSENT,
    ATTENDED,
    DATE,
    DUE,
    OWNER,
    kinds_at,
    not_recorded,
    open_actions_in,
    people_in,
)
from pathwayctl.cli.minutes_motions import ask_approval, ask_motions
from pathwayctl.cli.minutes_session import MinutesSession
from pathwayctl.cli.questions import Again, ask, say
from pathwayctl.wording import long_day

if TYPE_CHECKING:
    from pathlib import Path

    from pathwayctl.app import Project
    from pathwayctl.diagnostics import Path as PlanPath

_LOOKING_BACK: Final = {
    "worked": "What worked?",
    "did_not_work": "What did not work, and what should change?",
    "timeline": "What may change the timeline?",
    "commitment": "Is everyone still committed? If not, what should be revisited?",
    "next_phase": "What was agreed for the next phase?",
}
_DECISION_HELP: Final = (
    "Type one decision in a sentence, such as: Approve the data agreement. The next question asks who "
    "decided it, and by what vote."
)
_VOTE_HELP: Final = (
    "Type, for example: the steering committee, 7 to 1. It is added to the decision in parentheses."
)
_ACTION_HELP: Final = (
    "Type one action item in a few words, such as: Call the college. The next questions ask who does it, and "
    "by when."
)
_DAY_HELP: Final = (
    "Type the day as 3/12, March 12, or 2027-03-12. Friday is the first one after the meeting, and next "
    "Friday is in the week after it. You can also type: in 2 weeks."
)
_TIME_HELP: Final = "Type the time of day, such as 15:30, or press Enter to skip the question."
_NO_HELP: Final = "Type the answer in your own words, or press Enter to skip the question."


def take_minutes(place: Path, project: Project, meeting: str, *, dry_run: bool) -> None:
    """Ask for the minutes of a meeting, which is given by its id, until Ctrl-C or the last question."""
    session = MinutesSession(place, project, meeting, dry_run=dry_run)
    session.begin()
    try:
        for question in (
            _day, _attendance, ask_approval, _earlier_actions, _decisions, ask_motions, _actions,
            _looking_back, _closing,
        ):  # fmt: skip
            question(session)
    except (EOFError, KeyboardInterrupt):
        session.end("\nStopped.")
    else:
        session.end("")


def _day(session: MinutesSession) -> None:
    """Ask for the day of a meeting that has none; other days are counted from it."""
    if session.day is None:
        say("")
        day = ask("On which day was it held? Write it as 2027-03-12.", "", _field(session, DATE))
        if day:
            session.set_field((session.id,), "date", day, said=f"{day:%A}, {long_day(day)}.")


def _attendance(session: MinutesSession) -> None:
    """Ask who was there, and who sent regrets."""
    left = _left(session)
    if left:
        say("", f"Invited: {some_of([session.name(one) for one in left])}.")
    else_ = " else" if session.meeting.attended else ""
    _ask_people(session, f"Who{else_} was there? Type names, with commas between, or all.", ATTENDED)
    if _left(session):
        _ask_people(session, "Who sent regrets?", ABSENT)
    absent = [session.name(one) for one in _left(session)]
    if absent and session.meeting.attended:
        say(f"Absent without regrets: {some_of(absent)}.")


def _left(session: MinutesSession) -> list[str]:
    return not_recorded(session.project.index, session.meeting)


def _ask_people(session: MinutesSession, question: str, path: PlanPath) -> None:
    """Ask for several people, save those who are known, and ask about each of the others."""
    kinds, names, index, meeting = kinds_at(path), session.names, session.project.index, session.meeting

    def read(text: str) -> list[str | tuple[str, str]] | Again:
        if text == "?":
            return _choices(session, kinds)
        found = people_in(text, path, names, index, meeting) if text else []
        unclear = [one for one in found if not isinstance(one, str) and "could be" in one[1]]
        return Again(unclear[0][1]) if unclear else found

    found = ask(question, "", read)
    known = [one for one in found if isinstance(one, str)]
    for text, hint in (one for one in found if not isinstance(one, str)):
        known += _unknown(session, text, hint, kinds, guest=path == ATTENDED)
    if known:
        session.record(**{"present" if path == ATTENDED else "regrets": tuple(dict.fromkeys(known))})


def _choices(session: MinutesSession, kinds: tuple[str, ...]) -> Again:
    """Everyone who can be named, as help."""
    rows = [f"  {one.id} ({one.name})" for one in session.names.of(kinds)]
    return Again("\n".join(("You can type a part of a name. In the project are:", *rows)))


def _unknown(
    session: MinutesSession, text: str, hint: str, kinds: tuple[str, ...], *, guest: bool = False
) -> Iterator[str]:
    """Ask who somebody is that the project does not have: a person to be added, a guest, or another name."""
    as_guest = "guest to record the name only, " if guest else ""
    near = near_to(text, kinds, session.names)

    def read(answer: str) -> str | Again:
        if answer == "?":
            return _choices(session, kinds)
        if answer.lower() in ("", "person", "none", *(["guest"] if guest else [])):
            return answer.lower()
        return id_of(answer, kinds, session.names)

    choices = f"Type person to add them to the project, {as_guest}none to leave them out, or the right name."
    answer = ask(f"{hint} {choices}", near.id if near else "none", read)
    if answer == "guest":
        yield text
    elif answer == "person":
        yield from session.add_person(text)
    elif answer != "none":
        yield answer


def _earlier_actions(session: MinutesSession) -> None:
    """Ask which open action items of other meetings are done."""
    open_ = {
        place: title for place, title in open_actions_in(session.project).items() if place[0] != session.id
    }
    if not open_:
        return
    places = list(open_)
    rows = [f"  {number}. {session.action_said(*place)}" for number, place in enumerate(places, 1)]
    say("", "Open action items of other meetings:", *rows)

    def read(text: str) -> tuple[tuple[str, int], ...] | Again:
        words = text.replace(",", " ").replace(" and ", " ").split()
        if all(word.isascii() and word.isdigit() and 1 <= int(word) <= len(places) for word in words):
            return tuple(places[int(word) - 1] for word in dict.fromkeys(words))
        return Again(f"Type the numbers of those that are done, from 1 to {len(places)}, or press Enter.")

    done = ask("Which of them are done? Type their numbers.", "", read)
    if done:
        session.record(done=done)


def _decisions(session: MinutesSession) -> None:
    """Ask for decisions, one after the other, until there are no more."""
    say("")
    while True:
        more = "What else was decided?" if session.meeting.decisions else "What was decided?"
        text = ask(f"{more} Press Enter if there is nothing more.", "", _words(_DECISION_HELP))
        if not text:
            return
        session.record(decisions=(text,))
        number = session.meeting.decisions.index(text)
        vote = ask("Who decided it, and by what vote?", "", _words(_VOTE_HELP))
        if vote:
            end = "." if text.endswith(".") else ""
            session.set_field(
                (session.id, "decisions"), number, f"{text.rstrip('.')} ({vote.rstrip('.')}){end}"
            )


def _words(help_text: str) -> Callable[[str], str | Again]:
    return lambda text: Again(help_text) if text == "?" else text


def _actions(session: MinutesSession) -> None:
    """Ask for what is missing of the action items, and then for new ones, until there are no more."""
    say("")
    for number, action in enumerate(session.meeting.actions):
        if not action.done and not (action.owner and action.due):
            say(f"“{action.title}” has no {'owner' if not action.owner else 'due date'} yet.")
            _who_and_when(session, number)
    while True:
        more = "What else is to be done?" if session.meeting.actions else "What is to be done?"
        title = ask(f"{more} Press Enter if there is nothing more.", "", _words(_ACTION_HELP))
        if not title:
            return
        from pathwayctl.editing.meeting_record import AgreedAction

        session.record(actions=(AgreedAction(title),))
        titles = [one.title for one in session.meeting.actions]
        if title in titles:  # else it could not be saved
            _who_and_when(session, titles.index(title))


def _who_and_when(session: MinutesSession, number: int) -> None:
    """Ask for the owner and the day of an action item, as far as they are missing."""
    action, place = session.meeting.actions[number], (session.id, "actions", number)
    if not action.owner and (owner := ask("Who does it?", "", _field(session, OWNER))):
        if isinstance(owner, tuple):
            text, hint = owner
            owner = next(_unknown(session, text, hint, kinds_at(OWNER)), None)
        if owner:
            session.set_field(place, "owner", owner)
    if not action.due and (due := ask("By when?", "", _field(session, DUE))):
        session.set_field(place, "due", due, said=f"Due {due:%A}, {long_day(due)}.")


def _field(session: MinutesSession, path: PlanPath) -> Callable[[str], Any]:
    """The function that reads the answer for the owner or the day of an action item; it may be empty.

    A name that the project does not have comes with why it is not known.
    """

    def read(text: str) -> Any:
        if not text:
            return None
        if text == "?" and path in (DUE, DATE):
            return Again(_DAY_HELP)
        if text == "?":
            return _choices(session, kinds_at(OWNER))
        found = read_answer(path, text, session.names, session.day)
        return (
            (text, found.hint) if isinstance(found, Again) and found.hint.startswith("There is no") else found
        )

    return read


def _closing(session: MinutesSession) -> None:
    """Ask when the meeting was adjourned, and who took the minutes."""
    meeting, names = session.meeting, session.names
    path: PlanPath = ("meetings", 0, "adjourned")

    def time_of(text: str) -> Any:
        return Again(_TIME_HELP) if text == "?" else read_answer(path, text, names) if text else None

    if not meeting.adjourned and (ended := ask("When was it adjourned?", "", time_of)):
        session.set_field((session.id,), "adjourned", ended, said=f"Adjourned at {ended}.")
    if not session.meeting.minutes_by and (by := ask("Who took the minutes?", "", _words(_NO_HELP))):
        known = id_of(by, kinds_at(ATTENDED), names)
        session.set_field((session.id,), "minutes_by", by if isinstance(known, Again) else known)


def _looking_back(session: MinutesSession) -> None:
    """At a meeting of reflection, ask what the group said, as far as that is not recorded."""
    from pathwayctl.model.vocabulary import MeetingKind

    if session.meeting.kind is not MeetingKind.REFLECTION:
        return
    say("", "The group looked back. What did it say?")
    for field, question in _LOOKING_BACK.items():
        reflections = session.meeting.reflections
        if reflections and getattr(reflections[-1], field):
            continue
        text = ask(question, "", _words(_NO_HELP))
        if text and reflections:
            session.set_field((session.id, "reflections", len(reflections) - 1), field, text)
        elif text:
            session.add((session.id, "reflections"), {field: text})
