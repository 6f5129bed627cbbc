"""The entry that a command is about, in its checked project."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pathwayctl.cli.checked_project import opened
from pathwayctl.cli.exits import stop
from pathwayctl.cli.project_paths import root_of
from pathwayctl.wording import suggestion

if TYPE_CHECKING:
    from pathwayctl.app import Project
    from pathwayctl.evidence.entries import Entry
    from pathwayctl.model.outreach import Meeting


def entry_named(place: Path, id_: str) -> tuple[Project, Entry]:
    """The project in a place, and its entry with an id; stops with the nearest id if none has it."""
    project = opened(root_of(place))
    return project, entry_in(project, id_)


def entry_in(project: Project, id_: str) -> Entry:
    """The entry with an id; stops with the nearest id if none has it, and if several have it."""
    found = project.index.find(id_)
    if found is None:
        stop(f"No entry has the id “{id_}”. {suggestion(id_, project.loaded.ids)}".rstrip())
    if id_ in project.index.shared:
        stop(
            f"More than one entry has the id “{id_}”. Give each a different id in the files, then try again."
        )
    return found


def meeting_in(project: Project, name: str) -> Meeting:
    """The meeting that is named; stops with the nearest one, or with all meetings, if there is none."""
    from pathwayctl.cli.field_answers import id_of, some_of
    from pathwayctl.cli.questions import Again
    from pathwayctl.loading.naming import names_in

    meetings = {one.id: one for one in project.plan.meetings}
    if not meetings:
        stop('The project has no meetings. To add one: pathwayctl add meeting --title "May meeting"')
    found = id_of(name, ("meeting",), names_in(project.loaded.written(())))
    if isinstance(found, Again) or found not in meetings:
        hint = found.hint if isinstance(found, Again) else f"“{name}” has errors."
        stop(hint if "“" in hint.partition(". ")[2] else f"{hint} The meetings: {some_of([*meetings])}.")
    return meetings[found]


def next_meeting_in(project: Project, *, is_internal: bool) -> str:
    """The id of the next meeting that is to come; stops if there is none."""
    from pathwayctl.evidence.outreach.meetings import next_meeting

    day = project.history.as_of(project.index.asked_on)
    among = [one for one in project.plan.meetings if is_internal or not one.private]
    from pathwayctl.wording import long_day

    found = next_meeting(project.index, day, among)
    if found is None:
        after = f" on or after {long_day(day)}" if day else ""
        stop(f"No meeting{after} has a date. Name the meeting: pathwayctl render --meeting ID")
    return found.id
