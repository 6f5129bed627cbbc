"""What every check may ask: the plan, its work breakdown, its dates, and look-ups made only once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar, cast

from pathwayctl.diagnostics import Path
from pathwayctl.evidence.entries import Entry, entries_of, entry_of
from pathwayctl.evidence.meeting_days import next_day
from pathwayctl.evidence.parties import name_in_full, party_names
from pathwayctl.evidence.tags import Tag, tag_values
from pathwayctl.model.one_or_more import ids_of
from pathwayctl.model.partners import Organization, Person
from pathwayctl.model.vocabulary import Status
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.assignees import Assignees
from pathwayctl.scheduling.schedule import Schedule
from pathwayctl.scheduling.workdays import work_calendar

if TYPE_CHECKING:
    from datetime import date

    from pathwayctl.model.frameworks import Requirement
    from pathwayctl.model.governance import Team
    from pathwayctl.model.outreach import Meeting
    from pathwayctl.model.partnerships import Partnership
    from pathwayctl.model.plan import Plan
    from pathwayctl.model.vocabulary import StakeholderCategory
    from pathwayctl.scheduling.breakdown import Breakdown, Row
    from pathwayctl.scheduling.schedule import NoSchedule, ScheduledTask
    from pathwayctl.scheduling.strands import Ties
    from pathwayctl.scheduling.workdays import WorkCalendar

T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class PlanIndex:
    """A plan, its dates if it has any, and every look-up in it, each made once.

    ``schedule`` is ``None`` where none was asked for. ``unread`` are ids in files or
    entries that could not be read: a reference to one of them is not reported as unknown.
    ``baselines`` are the names of the baselines that were saved. ``asked_on`` is today's
    date if it was given; no clock is ever read. ``handouts`` are the names of all
    handouts, if the plan has packets. ``found`` are the codes of what reading the files has found.
    ``refused`` are the paths of what could not be read and was left out; where a whole entry was left out,
    its number is missing in the path: ``("tasks", "id")``. With ``whole``, each case is reported by itself,
    and no list of names is cut short.
    """

    plan: Plan
    breakdown: Breakdown
    schedule: Schedule | NoSchedule | None = None
    unread: frozenset[str] = frozenset()
    baselines: tuple[str, ...] = ()
    asked_on: date | None = None
    handouts: tuple[str, ...] = ()
    found: frozenset[str] = frozenset()
    refused: frozenset[Path] = frozenset()
    whole: bool = False

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Everything with an id except the tasks, of which there may be very many."""
        return tuple(entries_of(self.plan))

    @property
    def every_entry(self) -> Iterator[Entry]:
        """Everything with an id, the tasks last."""
        yield from self.entries
        yield from map(entry_of, self.breakdown.rows)

    @cached_property
    def _by_id(self) -> dict[str, Entry]:
        return {entry.id: entry for entry in reversed(self.entries)}

    def find(self, name: str) -> Entry | None:
        """What an id names; of an id used twice, the first, and tasks come last."""
        row = self.row_of(name)
        return self._by_id.get(name) or (None if row is None else entry_of(row))

    @cached_property
    def shared(self) -> dict[str, list[Entry]]:
        """The ids that more than one thing has, with all of these things."""
        tasks, rows = self.breakdown.by_id, self.breakdown.rows
        alone = len(self._by_id) == len(self.entries) and len(tasks) == len(rows)
        if alone and self._by_id.keys().isdisjoint(tasks):
            return {}
        found: dict[str, list[Entry]] = {}
        for entry in (*self.entries, *map(entry_of, rows)):
            found.setdefault(entry.id, []).append(entry)
        return {name: entries for name, entries in found.items() if len(entries) > 1}

    def ids_of(self, kinds: tuple[str, ...]) -> Collection[str]:
        """The ids of all things of some kinds."""
        if kinds == ("task",):
            return self.breakdown.by_id.keys()
        if kinds not in self._of_kinds:
            self._of_kinds[kinds] = {entry.id: None for entry in self.entries if entry.kind in kinds}
        return self._of_kinds[kinds].keys()

    @cached_property
    def _of_kinds(self) -> dict[tuple[str, ...], dict[str, None]]:
        return {}

    @cached_property
    def live(self) -> tuple[Row, ...]:
        """The rows that count: tasks that are not dropped, and summaries with such tasks in them."""
        rows = self.breakdown.rows
        counts = [not row.task.tasks and row.task.status is not Status.DROPPED for row in rows]
        for row in reversed(rows):
            if row.parent >= 0 and counts[row.index]:
                counts[row.parent] = True
        return tuple([row for row, count in zip(rows, counts, strict=True) if count])

    @cached_property
    def leaves(self) -> tuple[Row, ...]:
        """The rows that count and are no summaries: where the work is done."""
        return tuple([row for row in self.live if not row.task.tasks])

    @cached_property
    def still_open(self) -> tuple[Row, ...]:
        """The leaves that are not done."""
        return tuple([row for row in self.leaves if row.task.status is not Status.DONE])

    @cached_property
    def milestones(self) -> tuple[Row, ...]:
        """The rows that count and are points in time: they have a duration, and that is 0 days."""
        spans = [(row, row.task.duration) for row in self.leaves]
        return tuple([row for row, span in spans if span is not None and not span.likely.amount])

    @cached_property
    def calendar(self) -> WorkCalendar:
        """The project's working days."""
        return self.schedule.calendar if isinstance(self.schedule, Schedule) else work_calendar(self.plan)

    def ask(self, question: Callable[[PlanIndex], T]) -> T:
        """What a topic's function says about this plan; worked out once, however many rooms ask."""
        if question not in self._answered:
            self._answered[question] = question(self)
        return cast("T", self._answered[question])

    @cached_property
    def _answered(self) -> dict[Callable[[PlanIndex], object], object]:
        return {}

    @property
    def today(self) -> date | None:
        """The day as of which the plan is judged, if it gives one."""
        return self.plan.project.status_date

    @cached_property
    def ties(self) -> Ties:
        """What drives each start and waits for each finish; only for a plan that has dates."""
        from pathwayctl.scheduling.strands import ties_of

        if not isinstance(self.schedule, Schedule):
            raise TypeError("a plan without dates has no ties")
        return ties_of(self.schedule)

    def scheduled(self, row: Row) -> ScheduledTask | None:
        """A task with its dates, if the plan has any."""
        return self.schedule.at(row.index) if isinstance(self.schedule, Schedule) else None

    def row_of(self, task: str | None) -> Row | None:
        """The row of a task, if the plan has it."""
        index = self.breakdown.by_id.get(task or "")
        return None if index is None else self.breakdown.rows[index]

    def day_of(self, meeting: Meeting) -> date | None:
        """The next day on which a meeting is held, else the last one; ``None`` if unknown or cancelled."""
        return next_day(self, meeting)

    @cached_property
    def people(self) -> Mapping[str, Person]:
        """People by id."""
        return {person.id: person for person in self.plan.people}

    @cached_property
    def organizations(self) -> Mapping[str, Organization]:
        """Organizations by id."""
        return {organization.id: organization for organization in self.plan.organizations}

    @cached_property
    def requirements(self) -> Mapping[str, Requirement]:
        """Requirements by id."""
        return {requirement.id: requirement for requirement in self.plan.requirements}

    @cached_property
    def industries(self) -> Mapping[str, str]:
        """The industry of each framework, by the framework's id."""
        return {framework.id: framework.industry for framework in self.plan.frameworks}

    def tagged(self, tag: Tag, value: object) -> tuple[Row, ...]:
        """The leaves that belong to a step, phase, focus area, component, or requirement."""
        return self.leaves_by(tag).get(value, ())

    def leaves_by(self, tag: Tag) -> Mapping[object, tuple[Row, ...]]:
        """The leaves by what they belong to."""
        if tag not in self._leaves_by:
            values = tag_values(self.breakdown.rows, tag)
            found: dict[object, list[Row]] = {}
            for row in self.leaves:
                if values[row.index] is not None:
                    found.setdefault(values[row.index], []).append(row)
            self._leaves_by[tag] = {value: tuple(rows) for value, rows in found.items()}
        return self._leaves_by[tag]

    def parts_without_tasks(self, tag: Tag, parts: Iterable[T]) -> tuple[T, ...]:
        """The parts of a guide that no task belongs to, in their order."""
        return tuple(part for part in parts if part not in self.leaves_by(tag))

    @cached_property
    def _leaves_by(self) -> dict[Tag, Mapping[object, tuple[Row, ...]]]:
        return {}

    @cached_property
    def touched(self) -> PlanIndex:
        """The same plan without the scaffolds' unchanged text: only what people have written."""
        from pathwayctl.evidence.untouched import touched

        own = touched(self.plan)
        return self if own is self.plan else replace(self, plan=own)

    @cached_property
    def requirement_of(self) -> Mapping[str, str]:
        """The requirement that each task serves: its own, else that of the nearest summary above it."""
        rows = zip(self.breakdown.rows, tag_values(self.breakdown.rows, "requirement"), strict=True)
        return {row.task.id: requirement for row, requirement in rows if requirement is not None}

    def organization_of(self, person: Person) -> Organization | None:
        """The organization that someone represents, of several the main one, if it is known."""
        return self.organizations.get(person.organization or "")

    def organizations_of(self, person: Person) -> tuple[Organization, ...]:
        """Every known organization that someone represents, the main one first."""
        named = ids_of(person.organization)
        return tuple(self.organizations[name] for name in named if name in self.organizations)

    @cached_property
    def parties(self) -> Mapping[str, Organization | Person]:
        """The people and organizations by their ids; a new project lists none, so no owner can be named."""
        return {**self.organizations, **self.people}

    @cached_property
    def assignees(self) -> Assignees:
        """Who does which task, with the members of teams."""
        return Assignees.of(self.plan)

    def name_of(self, party: str) -> str:
        """The name of a person, organization, or team; of an unknown one the id.

        Of a field that names several, the first counts, and the others are named with it:
        ``Dana Ruiz, with Lee Park``.
        """
        return name_in_full(party, self._names)

    @cached_property
    def teams(self) -> Mapping[str, Team]:
        """Teams by id."""
        return {team.id: team for team in self.plan.teams}

    @cached_property
    def _names(self) -> Mapping[str, str]:
        return party_names(self.plan)

    def category_of(self, party: Organization | Person) -> StakeholderCategory | None:
        """The stakeholder category of an organization, or of a person: of several, the first."""
        return next(iter(self.categories_of(party)), None)

    def categories_of(self, party: Organization | Person) -> tuple[StakeholderCategory, ...]:
        """The stakeholder category of an organization; those of a person, or else of their organizations."""
        if isinstance(party, Organization):
            return (party.category,)
        own = [one.category for one in self.organizations_of(party)]
        return party.category or tuple(dict.fromkeys(own))

    @cached_property
    def partnerships(self) -> tuple[tuple[Path, Partnership], ...]:
        """Every sector partnership with its place in the plan: the main one first."""
        plan = self.plan
        own = ((("partnership",), plan.partnership),) if plan.partnership else ()
        return (*own, *((("partnerships", place), one) for place, one in enumerate(plan.partnerships)))

    @cached_property
    def conveners(self) -> frozenset[str]:
        """The organizations that convene the project or one of its partnerships."""
        named = list(ids_of(self.plan.project.convener))
        for _, partnership in self.partnerships:
            named += (*ids_of(partnership.convener), *partnership.conveners)
        return frozenset(named)

    def guide(self, *names: str) -> Path:
        """Where the project says that it follows one of some guides: the place of what is missing."""
        guides = self.plan.project.guides
        return ("project", "guides", next(place for place, guide in enumerate(guides) if guide in names))
