"""What to record of a meeting, from the options of ``minutes`` or from lines such as ``decision: ...``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final, NoReturn

from pathwayctl.cli.exits import stop
from pathwayctl.cli.field_answers import id_of, parts_of, read_answer, some_of
from pathwayctl.cli.questions import Again
from pathwayctl.wording import listed, suggestion

if TYPE_CHECKING:
    from datetime import date

    from pathwayctl.app import Project
    from pathwayctl.diagnostics import Path as PlanPath
    from pathwayctl.editing.meeting_record import AgreedAction, MeetingRecord
    from pathwayctl.evidence.index import PlanIndex
    from pathwayctl.loading.naming import Names
    from pathwayctl.model.outreach import Meeting

ATTENDED: Final = ("meetings", 0, "attended", 0)
ABSENT: Final = ("meetings", 0, "absent", 0)
OWNER: Final = ("meetings", 0, "actions", 0, "owner")
DATE: Final = ("meetings", 0, "date")
DUE: Final = ("meetings", 0, "actions", 0, "due")
_ALL: Final = re.compile(r"(?:all|everyone|everybody)(?:,? (?:but|except)(?: for)? (.+))?", re.IGNORECASE)
LABELS: Final = {
    **dict.fromkeys(("present", "attended", "attendance"), "present"),
    **dict.fromkeys(("guest", "guests"), "guest"),
    **dict.fromkeys(("absent", "regrets", "regret"), "absent"),
    **dict.fromkeys(("decision", "decided", "decisions"), "decision"),
    **dict.fromkeys(("action", "action item", "actions", "todo"), "action"),
    **dict.fromkeys(("done", "completed"), "done"),
}
"""How a line of notes may begin, before a colon, and what it then is."""
KINDS: Final = ("present", "guest", "absent", "decision", "action", "done")
Notes = dict[str, list[str]]
"""What was typed, by its kind."""


def notes_in(text: str) -> Notes:
    """The notes in lines such as ``decision: Approve the agreement``; stops at any other line."""
    found: Notes = {}
    for number, row in enumerate(text.splitlines(), 1):
        row = row.strip(" \t\ufeff-*•")
        label, colon, said = row.partition(":")
        kind = LABELS.get(label.strip().lower())
        if row and (kind is None or not colon):
            near = f" {suggestion(label.strip().lower(), LABELS)}" if colon else ""
            which = listed([f"{one}:" for one in KINDS], "or")
            stop(f"Line {number} of the notes is not clear: “{row}”.{near} Begin it with {which}")
        if kind and said.strip():
            found.setdefault(kind, []).append(" ".join(said.split()))
    return found


def record_of(notes: Notes, project: Project, meeting: Meeting, since: date | None) -> MeetingRecord:
    """What notes record, with names as ids and days as they are in files; stops where one is not clear."""
    from pathwayctl.editing.meeting_record import MeetingRecord
    from pathwayctl.loading.naming import names_in

    names = names_in(project.loaded.written(()))

    def people(kind: str, path: PlanPath) -> Iterator[str]:
        for said in notes.get(kind, ()):
            for one in people_in(said, path, names, project.index, meeting):
                yield one if isinstance(one, str) else _stop_at(*one)

    return MeetingRecord(
        present=_once((*people("present", ATTENDED), *notes.get("guest", ()))),
        regrets=_once(people("absent", ABSENT)),
        decisions=_once(notes.get("decision", ())),
        actions=tuple(_action(one, names, since) for one in notes.get("action", ())),
        done=tuple(_done(one, project) for one in notes.get("done", ())),
    )


def people_in(
    text: str, path: PlanPath, names: Names, index: PlanIndex, meeting: Meeting
) -> list[str | tuple[str, str]]:
    """The people whom an answer about attendance names: ids, guests of the meeting, or “all but Lee Wong”.

    For a name that the project does not have, the name and why it is not known.
    """
    all_ = _ALL.fullmatch(text.strip(" ."))
    if all_:
        but = people_in(all_[1] or "", path, names, index, meeting)
        left = [
            one for one in not_recorded(index, meeting) if path == ATTENDED or _is_one_of(one, path, names)
        ]
        return [*(one for one in left if one not in but), *(one for one in but if not isinstance(one, str))]
    found: list[str | tuple[str, str]] = []
    for part in parts_of(text, kinds_at(path), names):
        id_ = part if part in meeting.guests else id_of(part, kinds_at(path), names)
        found.append((part, id_.hint) if isinstance(id_, Again) else id_)
    return found


def kinds_at(path: PlanPath) -> tuple[str, ...]:
    """The kinds of entries that a field refers to."""
    from pathwayctl.model.references import use_at

    use = use_at(path)
    return use.kinds if use else ()


def not_recorded(index: PlanIndex, meeting: Meeting) -> list[str]:
    """Those who were invited, and are not recorded as present or with regrets."""
    from pathwayctl.evidence.outreach.meetings import asked

    every = (*asked(index, meeting), *meeting.guests)
    return [one for one in every if one not in meeting.attended and one not in meeting.absent]


def _is_one_of(id_: str, path: PlanPath, names: Names) -> bool:
    return id_ in names.ids and names.ids[id_].kind in kinds_at(path)


def _once(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found))


def _stop_at(text: str, hint: str) -> NoReturn:
    """Stop at a person whom the project does not have."""
    more = "" if "Did you mean" in hint or "could be" in hint else f" {_how_to_add(text)}"
    stop(f"{hint}{more}")


def _how_to_add(text: str) -> str:
    return f'To add a person: pathwayctl add person --name "{text}". A guest: --guest "{text}"'


def _action(text: str, names: Names, since: date | None) -> AgreedAction:
    """An action item from ``WHAT; WHO; WHEN``, of which the last two may be left out."""
    from pathwayctl.editing.meeting_record import AgreedAction

    what, *rest = [part.strip() for part in text.split(";")]
    if len(rest) > 2 or not what:
        stop(f'“{text}” is not clear. Write "WHAT; WHO; WHEN", such as "Call the college; Dana Ruiz; 3/12".')
    who, when = (*rest, "", "")[:2]
    owners, due = (_read(OWNER, who, names, since), _read(DUE, when, names, since))
    return AgreedAction(what, tuple([owners] if isinstance(owners, str) else owners or ()), due)


def _read(path: Any, text: str, names: Names, since: date | None) -> Any:
    found = read_answer(path, text, names, since) if text else None
    if isinstance(found, Again):
        stop(found.hint)
    return found


def open_actions_in(project: Project) -> dict[tuple[str, int], str]:
    """The title of each action item that is open, by its meeting and position; the oldest meeting first."""
    from pathwayctl.evidence.outreach.meetings import meetings, open_actions

    return {
        (meeting.id, number): action.title
        for meeting in project.index.ask(meetings).in_order
        for number, action in open_actions(meeting)
    }


def _done(text: str, project: Project) -> tuple[str, int]:
    """The open action item that a text names, by its title or a part of it."""
    open_ = open_actions_in(project)
    word = text.lower()
    found = [place for place, title in open_.items() if title.lower() == word]
    found = found or [place for place, title in open_.items() if word in title.lower()]
    if len(found) != 1:
        titles = [f"“{open_[one]}”" for one in found or open_]
        said = f"“{text}” could be" if found else f"No open action item is called “{text}”. Open are"
        stop(f"{said} {some_of(titles, 5)}." if titles else "No action item is open.")
    return found[0]
