"""What the slides of a meeting show of its own work, by the kind of meeting.

Source: the steps during the meetings of Designing a Career Pathways System, chapters 1 and 4 (CCRS Center,
2016), and, for launches of sector partnerships, Creating Career Pathways in Colorado (2014), step 3.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from pathwayctl.handouts.cells import figure
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.tables import HandoutTable, table
from pathwayctl.language import marked, phrase
from pathwayctl.model.vocabulary import ItemState, MeetingKind, RequirementArea
from pathwayctl.quick_dataclass import dataclass

NO_TABLE: Final = table(())
MOST_ROWS: Final = 7
"""The most rows on a slide that can be read from the back of a room."""
SYSTEM: Final = marked("What a career pathways system is")


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide: its title, its contents, and the notes below it.

    ``lines`` is the number of lines to write on if the plan has no contents yet.
    """

    title: str
    text: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    points: tuple[str, ...] = ()
    caption: str = ""
    table: HandoutTable = NO_TABLE
    lines: int = 0
    notes: tuple[str, ...] = ()


def slides_of(kind: MeetingKind | None, context: Context) -> Iterator[Slide]:
    """Yield the slides on what a kind of meeting works on; none for a kind without work of its own."""
    for make in _BY_KIND.get(kind, ()) if kind else ():
        yield make(context)


def _table_slide(title: str, caption: str, found: HandoutTable, notes: tuple[str, ...]) -> Slide:
    """Return a slide with a table, or with lines to write on where the plan has nothing for it."""
    return Slide(title, caption=caption, table=found, lines=0 if found else 4, notes=notes)


def _steps(activity: str) -> tuple[str, ...]:
    """Return what the guide says to do during an activity."""
    from pathwayctl.catalog.reading import ccrs

    every = (one for objective in ccrs().objectives for one in objective.activities)
    return next(one.during for one in every if one.id == activity)


def _roles(_: Context) -> Slide:
    from pathwayctl.catalog.reading import ccrs

    pairs = tuple((one.id.label, one.text) for one in ccrs().roles)
    return Slide(phrase("Roles: who does what"), facts=pairs, notes=_steps("confirm-commitment"))


def _system(context: Context) -> Slide:
    from pathwayctl.catalog.catalog_entry import find
    from pathwayctl.catalog.reading import ccrs

    own = context.plan.definition
    published = find(ccrs().definitions, "federal-agencies")
    if own is not None:
        said = phrase("Source: {source}", source=own.source) if own.source else phrase("Our definition")
        return Slide(phrase(SYSTEM), text=own.text, points=(said,), notes=_steps("define-pathways"))
    quoted = phrase("One definition: “{published}”", published=published.text)
    return Slide(phrase(SYSTEM), text=quoted, points=(published.source,), notes=_steps("define-pathways"))


def _wishes(_: Context) -> Slide:
    asked = (
        phrase("What does your organization want from a career pathways system?"),
        phrase("What can it contribute?"),
    )
    return Slide(
        phrase("What each of us wants from it"), points=asked, lines=4, notes=_steps("share-beliefs")
    )


def _elements(context: Context) -> Slide:
    return Slide(
        phrase("What comes first"),
        text=phrase("Choose the elements that matter most, and say why."),
        points=elements_to_choose(context)[:MOST_ROWS],
        notes=_steps("prioritize-elements"),
    )


def elements_to_choose(context: Context) -> tuple[str, ...]:
    """Return the elements that small groups choose from: those of the plan, else those of the guide."""
    from pathwayctl.catalog.reading import ccrs

    plan = context.plan
    own = [one.title for one in plan.priorities] or list(plan.definition.elements if plan.definition else ())
    return tuple(own) or tuple(one.text for one in ccrs().priority_elements)


def _goals(context: Context) -> Slide:
    goals = tuple(one.title for one in context.plan.goals)[:MOST_ROWS]
    return Slide(
        phrase("Our goals"),
        points=goals,
        lines=0 if goals else 4,
        notes=(phrase("Ask whether each goal follows from what people said they want."),),
    )


def _requirements(context: Context) -> Slide:
    rows = []
    for area in RequirementArea:
        states = [one.state for one in context.plan.requirements if one.area is area]
        if states or area is not RequirementArea.OTHER:
            row = area.label, str(states.count(ItemState.EXISTS)), str(states.count(ItemState.NEEDED))
            rows.append(row)
    found = (
        table((phrase("Area"), phrase("Exists"), phrase("Needed")), rows)
        if context.plan.requirements
        else NO_TABLE
    )
    return _table_slide(
        phrase("What exists and what is needed"),
        phrase("Requirements by area"),
        found,
        (phrase("Name the requirements that surprised you when you put the frameworks together."),),
    )


def _breaking_down(_: Context) -> Slide:
    return Slide(
        phrase("In small groups: from requirements to tasks"),
        points=_steps("make-work-plan"),
        notes=(
            phrase(
                "Give each group a blank work plan. Visit every group, and say when five minutes are left."
            ),
        ),
    )


def _measures(context: Context) -> Slide:
    rows = [(one.title, one.category.label) for one in context.plan.measures][:MOST_ROWS]
    found = table((phrase("Measure"), phrase("Category")), rows)
    return _table_slide(phrase("Measures to consider"), phrase("Measures"), found, _steps("choose-measures"))


def _questions(title: str, name: str, activity: str) -> Callable[[Context], Slide]:
    def make(_: Context) -> Slide:
        from pathwayctl.catalog.catalog_entry import find
        from pathwayctl.catalog.reading import ccrs

        asked = find(ccrs().questions, name)
        return Slide(title, points=tuple(one.text for one in asked.items), notes=_steps(activity))

    return make


def _audiences(context: Context) -> Slide:
    entries = context.plan.communications[:MOST_ROWS]
    found = table(
        (phrase("Audience"), phrase("First message")),
        ((one.audience, "".join(one.messages[:1])) for one in entries),
    )
    return _table_slide(
        phrase("Who hears what"),
        phrase("Audiences"),
        found,
        (phrase("Ask who in the room can speak to each audience."),),
    )


def _occupations(context: Context) -> Slide:
    entries = context.plan.occupations[:MOST_ROWS]
    found = table(
        (phrase("Occupation"), phrase("Openings a year")),
        ((one.title, figure(one.annual_openings)) for one in entries),
    )
    return _table_slide(
        phrase("Jobs in our industry"),
        phrase("Critical occupations"),
        found,
        (phrase("Ask employers what the figures get wrong."),),
    )


def _growth(_: Context) -> Slide:
    asked = (phrase("What is growing?"), phrase("What is in the way?"))
    return Slide(phrase("At your tables"), points=asked, lines=4, notes=_launch_steps())


def _industry_priorities(context: Context) -> Slide:
    found = tuple(one.title for one in context.plan.priorities)[:MOST_ROWS]
    return Slide(
        phrase("Our priorities, and who leads them"),
        points=found,
        lines=0 if found else 4,
        notes=(phrase("Only employers choose. Set aside a priority that no employer leads."),),
    )


def _launch_steps() -> tuple[str, ...]:
    from pathwayctl.catalog.reading import sector

    return _first(one.during for one in sector().facilitation if one.meeting is MeetingKind.SECTOR_LAUNCH)


def _first(found: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return next(iter(found), ())


_BY_KIND: Final[Mapping[MeetingKind, tuple[Callable[[Context], Slide], ...]]] = {
    MeetingKind.KICKOFF: (_roles, _wishes, _system, _elements, _goals),
    MeetingKind.PRIORITIZATION: (_system, _elements, _goals),
    MeetingKind.SECTOR_LAUNCH: (_occupations, _growth, _industry_priorities),
    MeetingKind.TALENT_LANDSCAPE: (_occupations,),
    MeetingKind.IMPLEMENTATION: (_requirements, _breaking_down),
    MeetingKind.EVALUATION: (
        _measures,
        _questions(marked("Questions for today"), "metrics-discussion", "choose-measures"),
    ),
    MeetingKind.COMMUNICATION: (_audiences,),
    MeetingKind.REFLECTION: (
        _questions(marked("Questions for each milestone"), "reflection-condensed", "reflect-together"),
    ),
}
"""The slides of each kind, in the order of its agenda."""
