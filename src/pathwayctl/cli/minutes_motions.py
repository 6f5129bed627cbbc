"""The questions of ``pathwayctl minutes`` about motions, and about the minutes of the meeting before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pathwayctl.cli.field_answers import id_of, read_answer
from pathwayctl.cli.meeting_notes import ATTENDED, kinds_at
from pathwayctl.cli.questions import Again, ask, say, yes_or_no
from pathwayctl.wording import long_day

if TYPE_CHECKING:
    from collections.abc import Callable

    from pathwayctl.cli.minutes_session import MinutesSession
    from pathwayctl.model.outreach import Meeting

_MOTION_HELP: Final = (
    "Type one motion in a sentence, such as: Approve the budget. The next questions ask who moved and "
    "seconded it, how the vote went, and what became of it."
)
_NAME_HELP: Final = "Type a name, also that of a guest, or press Enter to skip the question."
_VOTE_HELP: Final = "Type, for example: 7 to 1, or unanimous."
_RESULT_HELP: Final = "Type adopted, defeated, postponed, or withdrawn."
_RESULT: Final = ("meetings", 0, "motions", 0, "result")


def ask_motions(session: MinutesSession) -> None:
    """Ask for motions, one after the other, at meetings of boards and where the project has motions."""
    from pathwayctl.model.vocabulary import MeetingKind

    uses_motions = any(one.motions for one in session.project.plan.meetings)
    if session.meeting.kind is not MeetingKind.BOARD and not uses_motions:
        return
    say("")
    while True:
        more = "What else was moved?" if session.meeting.motions else "What was moved?"
        motion = ask(f"{more} Press Enter if there was no {_other(session)}motion.", "", _or(_MOTION_HELP))
        if not motion:
            return
        entry: dict[str, Any] = {"motion": motion}
        for field, question in (("moved", "Who moved it?"), ("seconded", "Who seconded it?")):
            if name := ask(question, "", _or(_NAME_HELP)):
                known = id_of(name, kinds_at(ATTENDED), session.names)
                entry[field] = name if isinstance(known, Again) else known
        if vote := ask("How did the vote go?", "", _or(_VOTE_HELP)):
            entry["vote"] = vote
        if result := ask("What was the result?", "adopted", _result_of(session)):
            entry["result"] = str(result)
        by = " and ".join(session.name(entry[field]) for field in ("moved", "seconded") if field in entry)
        how = ", ".join(filter(None, (by, entry.get("vote"), entry.get("result"))))
        session.add((session.id, "motions"), entry, said=f"{motion.rstrip('.')} ({how}).")


def _other(session: MinutesSession) -> str:
    return "other " if session.meeting.motions else ""


def _or(help_text: str) -> Callable[[str], str | Again]:
    return lambda text: Again(help_text) if text == "?" else text


def _result_of(session: MinutesSession) -> Callable[[str], Any]:
    def read(text: str) -> Any:
        return Again(_RESULT_HELP) if text == "?" else read_answer(_RESULT, text, session.names)

    return read


def ask_approval(session: MinutesSession) -> None:
    """Ask whether this meeting approved the minutes of the one before it, if they wait for that."""
    earlier = _waiting(session)
    if earlier is None or session.day is None:
        return
    say("")
    question = f"Were the minutes of “{earlier.title}” approved?"
    if ask(question, "no", yes_or_no):
        said = f"The minutes of “{earlier.title}” were approved on {long_day(session.day)}."
        session.set_field((earlier.id,), "approved", session.day, said=said)


def _waiting(session: MinutesSession) -> Meeting | None:
    """The last meeting of the same kind and team before this one, if it has minutes that are not approved."""
    from pathwayctl.evidence.meeting_days import held_on

    meeting, index = session.meeting, session.project.index
    days = [
        (day, one)
        for one in session.project.plan.meetings
        if one.id != meeting.id and (one.kind, one.team) == (meeting.kind, meeting.team)
        if (day := held_on(index, one)) and session.day and day < session.day
    ]
    last = max(days, key=lambda pair: pair[0], default=(None, None))[1]
    return last if last and last.attended and not last.approved else None
