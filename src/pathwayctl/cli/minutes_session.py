"""The minutes of a meeting as they are being taken: the project after each answer, and what was saved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pathwayctl.cli.edited_project import finish, write_and_record
from pathwayctl.cli.exits import stop
from pathwayctl.cli.meeting_notes import open_actions_in
from pathwayctl.cli.project_paths import as_argument, as_option
from pathwayctl.cli.questions import say
from pathwayctl.wording import count, long_day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from pathwayctl.app import Project
    from pathwayctl.editing.edits import Edit, Refused
    from pathwayctl.editing.transaction import Transaction
    from pathwayctl.loading.naming import Names
    from pathwayctl.model.outreach import Meeting


class MinutesSession:
    """Minutes being taken of the meeting with an id; with ``dry_run``, nothing is written."""

    def __init__(self, place: Path, project: Project, meeting: str, *, dry_run: bool) -> None:
        self.place, self.project, self.id, self.dry_run = place, project, meeting, dry_run
        self._first = project
        self._edits: list[Edit] = []
        self._saved = 0

    @property
    def meeting(self) -> Meeting:
        """The meeting by now."""
        found = next((one for one in self.project.plan.meetings if one.id == self.id), None)
        return found or stop(f"The meeting “{self.id}” is no longer in the project.")

    @property
    def day(self) -> date | None:
        """The day of the meeting, from which days such as next Friday are counted."""
        from pathwayctl.evidence.meeting_days import held_on

        return held_on(self.project.index, self.meeting)

    @property
    def names(self) -> Names:
        """Everything in the project that has a name, by now."""
        from pathwayctl.loading.naming import names_in

        return names_in(self.project.loaded.written(()))

    def name(self, id_: str) -> str:
        """The name of a person, an organization, or a team."""
        return self.project.index.name_of(id_)

    def begin(self) -> None:
        """Say which meeting it is, what can be typed, and what is recorded so far."""
        from pathwayctl.editing.meeting_record import recorded

        day = f", {self.day:%A}, {long_day(self.day)}" if self.day else ""
        say(f"Minutes of “{self.meeting.title}”{day}", "")
        saved = "Nothing is saved, because of --dry-run." if self.dry_run else "Each answer is saved at once."
        say(f"{saved} Press Enter to skip a question, type ? for help, and press Ctrl-C to stop.")
        rows = list(self._rows())
        if rows:
            say("", f"Recorded so far: {recorded(self.meeting)}.", *rows)

    def _rows(self) -> Iterator[str]:
        """What is recorded, a line each."""
        meeting = self.meeting
        for label, ids in (("Present", meeting.attended), ("Regrets", meeting.absent)):
            if ids:
                yield f"  {label}: {', '.join(map(self.name, ids))}"
        yield from (f"  Decision: {one}" for one in meeting.decisions)
        for number, action in enumerate(meeting.actions):
            yield f"  Action item: {self.action_said(self.id, number)}{': done' if action.done else ''}"

    def action_said(self, meeting: str, number: int) -> str:
        """An action item of a meeting, with its owners and its day."""
        from pathwayctl.editing.meeting_record import AgreedAction, action_said
        from pathwayctl.model.one_or_more import ids_of

        found = next(one for one in self.project.plan.meetings if one.id == meeting).actions[number]
        return action_said(
            AgreedAction(found.title, tuple(map(str, ids_of(found.owner))), found.due), self.name
        )

    def record(self, **what: Any) -> None:
        """Save what belongs to a ``MeetingRecord``."""
        from pathwayctl.editing.meeting_record import MeetingRecord, record_edits, record_said

        record, open_ = MeetingRecord(**what), open_actions_in(self.project)
        said = record_said(record, self.name, lambda *place: open_[place])
        self._save(" ".join(said), *record_edits(self.meeting, record))

    def set_field(self, place: tuple[Any, ...], field: str | int, value: Any, said: str = "") -> None:
        """Save a field of an entry, or an item of a list, in the meeting."""
        from pathwayctl.editing.edits import SetField

        words = value if isinstance(value, list) else [str(value)]
        self._save(
            said or f"{', '.join(map(self.name, words)).rstrip('.')}.", SetField(place, (field,), value)
        )

    def add(self, into: tuple[Any, ...], entry: dict[str, Any], said: str = "") -> None:
        """Save an entry in a list of the meeting."""
        from pathwayctl.editing.edits import AddEntry

        self._save(said or " ".join(map(str, entry.values())), AddEntry(into, entry))

    def add_person(self, name: str) -> Iterator[str]:
        """Ask for what a person needs, and add them to the project; yields the id if that could be done."""
        from pathwayctl.cli.add_questions import new_entry
        from pathwayctl.editing.edits import AddEntry
        from pathwayctl.editing.new_entry import EntryTarget

        target = EntryTarget("people", ("people", 0))
        entry = new_entry(self.project, target, {"name": name}, ("category", "organization"))
        if self._save(f"New person “{entry['id']}”.", AddEntry("people", entry)):
            yield entry["id"]

    def _save(self, said: str, *edits: Edit) -> bool:
        """Save an answer, and say what was saved, or why it was not."""
        from pathwayctl.app import open_project
        from pathwayctl.editing.edits import Refused

        if not edits:
            say("  This is recorded already.")
            return False
        if self.dry_run:
            found = self._first.edit(*self._edits, *edits)
        else:  # the files may have changed since the last question
            found = open_project(self.project.root).edit(*edits)
        if isinstance(found, Refused):
            return _not_saved(found)
        refused = None if self.dry_run else self._write(found.transaction, said)
        if refused is not None:
            return _not_saved(refused)
        self.project = found.project
        self._edits += edits
        self._saved += 1
        say(f"  {'Would save' if self.dry_run else 'Saved'}: {said}")
        return True

    def _write(self, transaction: Transaction, said: str) -> Refused | None:
        return write_and_record(transaction, f"minutes {self.id} ({said.rstrip('.')})")

    def end(self, first: str) -> None:
        """Say what was saved, and what to type next; with ``--dry-run``, show the difference."""
        from pathwayctl.editing.meeting_record import recorded

        place = as_option(self.place)
        said = f"Saved {count(self._saved, 'answer')}." if self._saved else "Nothing was saved."
        if self.dry_run:
            self._show_difference()
            return
        say(
            "",
            " ".join(filter(None, (first, said))),
            f"“{self.meeting.title}” has {recorded(self.meeting)}.",
            "",
        )
        again = "go on with the minutes" if first else "add to the minutes"
        rows = [("print the minutes", f"render{as_argument(self.place)} --handout minutes")]
        rows += [(again, f"minutes {self.id}{place}")]
        rows += [("take back the last answer", f"undo{as_argument(self.place)}")] if self._saved else []
        left = max(len(what) for what, _ in rows)
        say(*(f"To {what + ':':{left + 1}}  pathwayctl {command}" for what, command in rows))

    def _show_difference(self) -> None:
        from pathwayctl.editing.edits import Refused
        from pathwayctl.editing.transaction import Transaction

        found = self._first.edit(*self._edits)
        transaction = Transaction(self._first.root) if isinstance(found, Refused) else found.transaction
        say("")
        finish(transaction, "text", dry_run=True)


def _not_saved(refused: Refused) -> bool:
    say("  Not saved. " + " ".join(filter(None, (refused.message, refused.hint))))
    return False
