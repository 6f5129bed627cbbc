"""The status in words, in sections that text and Markdown show alike: the most important one first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.gap import State
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.reporters.guidance.view import standing_alone
from pathwayctl.reporters.status import words
from pathwayctl.wording import brief_day, count, listed, long_day

if TYPE_CHECKING:
    from datetime import date

    from pathwayctl.evidence.work.due_items import DueItem
    from pathwayctl.guidance.status_report import StatusReport

Row = tuple[str, str]
"""A day, a name, or another short text, and what it is about."""

_FEW: Final = 3
_SOME: Final = 5
_PEOPLE: Final = 8
_EACH: Final = 2
"""How many rows of a section are shown, and of each person, unless everything is asked for."""


@dataclass(frozen=True, slots=True)
class StatusSection:
    """A part of the screen: its title, sentences, and rows. One that is ``late`` deserves attention first."""

    title: str
    rows: tuple[Row, ...] = ()
    sentences: tuple[str, ...] = ()
    late: bool = False


@dataclass(frozen=True, slots=True)
class StatusView:
    """What to show. ``place`` is the project as it is typed after a command, with a blank before it.

    ``unfixed`` counts the warnings and notes of ``validate``; with ``whole``, no section is cut short.
    """

    report: StatusReport
    place: str = ""
    unfixed: int = 0
    whole: bool = False

    @property
    def title(self) -> str:
        """The name of the project."""
        return " ".join(self.report.index.plan.project.name.split())

    @property
    def subject(self) -> str:
        """``Status as of February 26, 2027``, and whose it is."""
        report, index, parties = self.report, self.report.index, self.report.scope.parties
        day = f"Status as of {long_day(report.as_of)}" if report.as_of else "Status (there is no status date)"
        if not parties:
            return day
        around = "with their teams and organizations"
        if index.people.keys().isdisjoint(parties):
            around = "with its people and teams" if len(parties) == 1 else "with their people and teams"
        return f"{day}, for {listed([index.name_of(one) for one in parties])} ({around})"

    def sections(self) -> list[StatusSection]:
        """Every section that has something to say."""
        asked_since = self.report.scope.since is not None
        changed = [self._changes()]
        found = [
            self._finish(),
            *(changed if asked_since else ()),
            self._overdue(),
            self._blocked(),
            self._missed_deadlines(),
            self._due(),
            self._milestones(),
            self._meetings(),
            self._actions(),
            self._overloaded(),
            self._risks(),
            self._measures(),
            self._agreements(),
            self._communications(),
            self._engagement(),
            *(() if asked_since else changed),
            self._guides(),
        ]
        return [one for one in found if one.rows or one.sentences]

    def notes(self) -> Iterator[str]:
        """What cannot be said and why, and what to type next."""
        report, index = self.report, self.report.index
        if not index.leaves:
            yield "There are no tasks yet. Write them under tasks: in a file of the project."
        elif report.as_of is None:
            day = f"pathwayctl set project.status_date {index.plan.project.start}"
            yield f"Nothing counts as overdue without a status date. Once work has begun, set it: {day}"
        elif report.comparison is None:
            save = "pathwayctl baseline save approved"
            yield f"No baseline saved, so changes cannot be shown. To save one: {save}"
        if self.unfixed:
            number = count(self.unfixed, "warning or note", "warnings and notes")
            yield f"To see {number}: pathwayctl validate{self.place}"
        if not self.whole:
            yield f"To see every line: pathwayctl status{self.place} --all"
        if report.guides:
            yield f"What to do next, and what to type: pathwayctl next{self.place}"

    def _rows(self, rows: Iterable[Row], most: int) -> tuple[Row, ...]:
        """The first rows, and how many more there are."""
        every = tuple(rows)
        left = 0 if self.whole else len(every) - most
        return every if left <= 1 else (*every[:most], ("", f"… and {left} more"))

    def _finish(self) -> StatusSection:
        report = self.report
        if not report.index.leaves:
            return StatusSection("Finish")
        return StatusSection("Finish", sentences=tuple(words.finish(report)), late=report.target is not None)

    def _overdue(self) -> StatusSection:
        items = self.report.overdue
        rows = ((self._day(one.due), words.overdue(self.report, one)) for one in items)
        return StatusSection(f"Overdue ({len(items):,})", self._rows(rows, _SOME), late=True)

    def _blocked(self) -> StatusSection:
        tasks = self.report.blocked
        rows = ((self._day(one.finish), words.task(self.report, one)) for one in tasks)
        return StatusSection(f"Blocked ({len(tasks):,})", self._rows(rows, _SOME), late=True)

    def _missed_deadlines(self) -> StatusSection:
        found = self.report.missed_deadlines
        rows = ((self._day(one.due), words.missed_deadline(self.report, one)) for one in found)
        return StatusSection(
            f"Deadlines that will be missed ({len(found):,})", self._rows(rows, _SOME), late=True
        )

    def _due(self) -> StatusSection:
        """What is due, by the person who is accountable; the one whose work is due first comes first."""
        report = self.report
        owners: dict[str, list[DueItem]] = {}
        for one in report.due:
            owners.setdefault(words.accountable(report, one), []).append(one)
        people = list(owners.items())
        shown = people if self.whole or len(people) <= _PEOPLE + 1 else people[:_PEOPLE]
        each = _EACH if len(people) > 1 else _SOME
        rows = [row for name, items in shown for row in self._due_of(name, items, each)]
        if len(shown) < len(people):
            left = sum(len(items) for _, items in people[len(shown) :])
            rows.append(("", f"… and {left} more, of {count(len(people) - len(shown), 'other')}"))
        when = "Due by" if report.as_of else f"Due in the first {count(report.scope.weeks, 'week')}, by"
        return StatusSection(f"{when} {self._day(report.last)} ({len(report.due):,})", tuple(rows))

    def _due_of(self, name: str, items: Sequence[DueItem], most: int) -> tuple[Row, ...]:
        texts = [f"{self._day(one.day)}: {words.due(one)}" for one in items]
        rows = self._rows((("", text) for text in texts), most)
        return ((name, rows[0][1]), *rows[1:])

    def _milestones(self) -> StatusSection:
        found = self.report.milestones
        rows = ((self._day(one.task.finish), words.milestone(self.report, one)) for one in found)
        against = self.report.comparison
        name = f", compared with “{against.baseline.name}”" if against else ""
        return StatusSection(f"Next milestones{name}", self._rows(rows, _FEW))

    def _meetings(self) -> StatusSection:
        report = self.report
        rows = [(self._day(day), words.meeting(report, one)) for one, day in report.meetings]
        decisions = f", with {count(len(report.decisions), 'decision')} to make" if report.decisions else ""
        return StatusSection(f"Meetings until {self._day(report.last)}{decisions}", self._rows(rows, _FEW))

    def _actions(self) -> StatusSection:
        found = sorted(self.report.actions, key=lambda one: -(one.age or 0))
        late = sum(one.overdue for one in found)
        number = f"{len(found):,}, {late:,} overdue" if late else f"{len(found):,}"
        rows = ((words.age(one.age), words.action(self.report, one)) for one in found)
        return StatusSection(f"Open action items ({number}), oldest first", self._rows(rows, _FEW))

    def _overloaded(self) -> StatusSection:
        found = self.report.overloaded
        name = self.report.index.name_of
        rows = ((name(party), words.overload(self.report, weeks)) for party, weeks in found)
        return StatusSection(f"Overbooked ({len(found):,})", self._rows(rows, _FEW))

    def _risks(self) -> StatusSection:
        high = [
            ("Rated high", words.owned(self.report, one.title, one.owner)) for one in self.report.high_risks
        ]
        changed = [words.changed_risk(self.report, one) for one in self.report.changes.risks]
        number = f"{len(self.report.risks):,} open, {len(high):,} rated high"
        return StatusSection(f"Risks ({number})", self._rows((*changed, *high), _SOME))

    def _measures(self) -> StatusSection:
        found = self.report.measures
        rows = (words.measure(self.report, one, standing, why) for one, standing, why in found)
        return StatusSection(f"Measures off track ({len(found):,})", self._rows(rows, _FEW))

    def _agreements(self) -> StatusSection:
        rows = (words.agreement(self.report, one) for one in self.report.agreements)
        return StatusSection(f"Agreements to renew ({len(self.report.agreements):,})", self._rows(rows, _FEW))

    def _communications(self) -> StatusSection:
        found = self.report.communications
        rows = ((self._day(one.due), words.communication(self.report, one)) for one in found)
        return StatusSection(f"Communications due ({len(found):,})", self._rows(rows, _FEW))

    def _engagement(self) -> StatusSection:
        found, name = self.report.engagement, self.report.index.name_of
        by_gap: dict[str, list[str]] = {}
        for one in found:
            gap = f"{one.current.label} to {one.desired.label.lower()}"
            by_gap.setdefault(gap, []).append(name(one.person))
        rows = ((gap, listed(names)) for gap, names in by_gap.items())
        return StatusSection(f"Engagement to raise ({len(found):,})", self._rows(rows, _FEW))

    def _changes(self) -> StatusSection:
        changes = self.report.changes
        since = f"“{changes.baseline}”" if changes.baseline else changes.day and long_day(changes.day)
        rows = tuple(words.changes(self.report, whole=self.whole))
        return StatusSection(f"Since {since}", rows)

    def _guides(self) -> StatusSection:
        rows = []
        for guide in self.report.guides:
            done = f"{guide.number(State.DONE):,} of {count(len(guide.items), guide.kind)} done."
            then = f" Next: {standing_alone(guide.next, guide)}." if guide.next else ""
            rows.append((guide.guide.value, done + then))
        return StatusSection("Guides", tuple(rows))

    def _day(self, day: date) -> str:
        return brief_day(day, self.report.first.year)
