"""``pathwayctl minutes``: record who was at a meeting, what was decided, and who does what by when."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from pathwayctl.cli.checked_project import opened
from pathwayctl.cli.completion import ids_like, ids_of
from pathwayctl.cli.edited_project import DryRun, EditForm, make_in, the_form
from pathwayctl.cli.exits import stop
from pathwayctl.cli.named_entry import meeting_in
from pathwayctl.cli.options import FolderOption, option
from pathwayctl.cli.project_paths import HERE, as_option, root_of
from pathwayctl.cli.questions import on_terminal

if TYPE_CHECKING:
    from pathlib import Path

    from pathwayctl.app import Project
    from pathwayctl.cli.meeting_notes import Notes
    from pathwayctl.model.outreach import Meeting

MeetingName = Annotated[
    str,
    typer.Argument(
        metavar="MEETING",
        help="The meeting: its id or a part of its title.",
        autocompletion=ids_of("meetings"),
    ),
]
Several = list[str] | None
Present = Annotated[
    Several, option("--present", "NAMES", "Who was there, with commas between.", autocompletion=ids_like)
]
Guest = Annotated[Several, option("--guest", "NAME", "A guest who was there and is not in the project.")]
Absent = Annotated[
    Several,
    option("--absent", "NAMES", "Who sent regrets, with commas between.", autocompletion=ids_of("people")),
]
Decision = Annotated[Several, option("--decision", "TEXT", "A decision, in a sentence.")]
Action = Annotated[
    Several, option("--action", "TEXT", "An action item, as WHAT; WHO; WHEN. The last two may be left out.")
]
Done = Annotated[Several, option("--done", "TEXT", "An open action item that is done, by its title.")]


def minutes(
    meeting: MeetingName,
    present: Present = None,
    guest: Guest = None,
    absent: Absent = None,
    decision: Decision = None,
    action: Action = None,
    done: Done = None,
    project: FolderOption = None,
    dry_run: DryRun = False,
    form: EditForm = "text",
) -> None:
    """Take the minutes of a meeting: attendance, decisions, and action items, saved after each answer.

    pathwayctl minutes may-meeting
    pathwayctl minutes may-meeting --present "Dana Ruiz, Lee Wong" --absent ana-cruz
    pathwayctl minutes may-meeting --decision "Approve the agreement (board, 7 to 1)"
    pathwayctl minutes may-meeting --action "Call the college; Dana Ruiz; 5/14" --done "Book a room"
    pathwayctl minutes may-meeting < notes.txt
    """
    form, place = the_form(form), project or HERE
    there = opened(root_of(place))
    held = meeting_in(there, meeting)
    typed = (present, guest, absent, decision, action, done)
    if not any(typed) and form == "text" and on_terminal():
        _ask(place, there, held, dry_run=dry_run)
    else:
        _record(there, held, _notes(held, typed, place), form, dry_run=dry_run)


def _notes(meeting: Meeting, typed: tuple[Several, ...], place: Path) -> Notes:
    """What the options say; if they say nothing, what is piped in. Stops if nothing is."""
    from pathwayctl.cli.meeting_notes import KINDS, notes_in

    notes = {kind: said for kind, said in zip(KINDS, typed, strict=True) if said}
    if not notes and sys.stdin is not None and not sys.stdin.isatty():
        notes = notes_in(_piped())
    if not notes:
        _nothing_said(meeting, place)
    return notes


def _piped() -> str:
    try:
        return sys.stdin.read()
    except (OSError, UnicodeDecodeError):
        stop("The notes cannot be read. Save them as plain text (UTF-8).")


def _nothing_said(meeting: Meeting, place: Path) -> NoReturn:
    stop(
        "There is nothing to record. Give it in options, such as --present, --decision, and --action, or run "
        f"this in a terminal to be asked: pathwayctl minutes {meeting.id}{as_option(place)}"
    )


def _record(project: Project, meeting: Meeting, notes: Notes, form: str, *, dry_run: bool) -> None:
    """Record notes in one edit."""
    from pathwayctl.cli.meeting_notes import open_actions_in, record_of
    from pathwayctl.editing.meeting_record import record_edits, record_said
    from pathwayctl.evidence.meeting_days import held_on

    record = record_of(notes, project, meeting, held_on(project.index, meeting))
    open_ = open_actions_in(project)
    said = record_said(record, project.index.name_of, lambda *place: open_[place])
    unowned = [f"“{one.title}” has no owner." for one in record.actions if not one.owners]
    edits = record_edits(meeting, record)
    make_in(project, edits, form, dry_run=dry_run, did=list(said) if edits else (), warnings=unowned)


def _ask(place: Path, project: Project, meeting: Meeting, *, dry_run: bool) -> None:
    from pathwayctl.cli.minutes_questions import take_minutes

    take_minutes(place, project, meeting.id, dry_run=dry_run)
