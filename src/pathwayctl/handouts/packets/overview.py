"""The whole plan as plain text, for a project's own templates.

``view`` in such a template is an ``Overview``. Each list is a tuple of rows with named cells, so both
of these work::

    {{ table("Goals", ["Goal", "Detail", "Owner"], view.goals) }}
    {% for task in view.tasks if task.critical %}{{ task.wbs }} {{ task.title }} {% endfor %}

All cells are text; a cell without a value is empty. Dates look like ``Jan 4, 2027``, costs like
``$1,200``; several values in one cell are on separate lines.

========================= ==================================================================
``name``, ``summary``     the project
``region``, ``convener``  its region, and the organization that convenes it
``facilitator``           the person who leads it
``start``, ``finish``     first and last day of the schedule
``finish_by``             the target date
``status_date``           the date of the progress shown
``facts``                 the same as pairs of a name and a text, for ``facts(...)``
``organizations``         name, category, group, region, website, note
``people``                name, title, organization, category, email, phone, decides,
                          does_the_work, roles, stages, confirmed, engagement_now,
                          engagement_desired
``goals``                 title, detail, owner
``priorities``            title, tally, crosses, votes, voiced_by, goals
``frameworks``            industry, part, title, state, provider, note
``requirements``          title, area, state, industries, owner, detail
``tasks``                 wbs, title, kind, requirement, waits_for, duration, start, finish,
                          owner, total_float, critical, status, cost, outcome
``task_indents``          the depth of each task, for ``table(..., indents=...)``
``risks``                 title, kind, category, effect, likelihood, impact, tolerance,
                          response, trigger, owner, measure
``communications``        audience, messages, modes, frequency, owner, reviewed
``meetings``              title, kind, date, time, place, facilitator, purpose, outcomes, agenda
``chart``                 the Gantt chart for ``figure(...)``, or ``None`` without tasks
``chart_description``     the same in words
``network``               the network diagram for ``figure(...)``, or ``None`` without tasks
``network_description``   the same in words
``network_rows``          its boxes as a table: wbs, title, start, finish, duration, total_float,
                          critical, after, before
========================= ==================================================================
"""

from __future__ import annotations

from collections.abc import Iterator

from pathwayctl.handouts.cells import when
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.handout import filled
from pathwayctl.handouts.packets import overview_rows as rows
from pathwayctl.handouts.schedule.gantt_chart import GanttChart, gantt
from pathwayctl.handouts.schedule.master_schedule import description
from pathwayctl.handouts.schedule.network_chart import NetworkChart, network
from pathwayctl.handouts.schedule.network_page import NetworkRow, in_words, network_rows
from pathwayctl.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Overview:
    """The whole plan as text; the docstring of this module lists the fields."""

    name: str
    summary: str
    region: str
    convener: str
    facilitator: str
    start: str
    finish: str
    finish_by: str
    status_date: str
    facts: tuple[tuple[str, str], ...]
    organizations: tuple[rows.OrganizationRow, ...]
    people: tuple[rows.PersonRow, ...]
    goals: tuple[rows.GoalRow, ...]
    priorities: tuple[rows.PriorityRow, ...]
    frameworks: tuple[rows.FrameworkRow, ...]
    requirements: tuple[rows.RequirementRow, ...]
    tasks: tuple[rows.TaskRow, ...]
    task_indents: tuple[int, ...]
    risks: tuple[rows.RiskRow, ...]
    communications: tuple[rows.CommunicationRow, ...]
    meetings: tuple[rows.MeetingRow, ...]
    chart: GanttChart | None
    chart_description: str
    network: NetworkChart | None
    network_description: str
    network_rows: tuple[NetworkRow, ...]


def view(context: Context) -> Overview:
    """The plan and its schedule as text, with the project's terms for placeholders such as [COLLEGE]."""
    plan, schedule = context.plan, context.schedule
    project = plan.project
    diagram = network(context)
    overview = Overview(
        name=project.name,
        summary=project.summary or "",
        region=project.region or "",
        convener=context.name(project.convener),
        facilitator=context.name(project.facilitator),
        start=when(schedule.start),
        finish=when(schedule.finish),
        finish_by=when(project.finish_by),
        status_date=when(project.status_date),
        facts=tuple(_facts(context)),
        organizations=tuple(map(rows.organization, plan.organizations)),
        people=tuple(rows.person(item, context) for item in plan.people),
        goals=tuple(rows.goal(item, context) for item in plan.goals),
        priorities=tuple(rows.priorities(context)),
        frameworks=tuple(rows.frameworks(context)),
        requirements=tuple(rows.requirement(item, context) for item in plan.requirements),
        tasks=tuple(rows.task(item, context) for item in schedule.tasks),
        task_indents=context.indents,
        risks=tuple(rows.risk(item, context) for item in plan.risks),
        communications=tuple(rows.communication(item, context) for item in plan.communications),
        meetings=tuple(rows.meeting(item, context) for item in plan.meetings),
        chart=gantt(context),
        chart_description=description(context),
        network=diagram,
        network_description=in_words(diagram) if diagram else "",
        network_rows=network_rows(diagram) if diagram else (),
    )
    return filled(overview, project.terms)


def _facts(context: Context) -> Iterator[tuple[str, str]]:
    project, schedule = context.plan.project, context.schedule
    pairs = (
        ("Project", project.name),
        ("Region", project.region or ""),
        ("Convener", context.name(project.convener)),
        ("Facilitator", context.name(project.facilitator)),
        ("Start", when(schedule.start)),
        ("Finish", when(schedule.finish)),
        ("Target date", when(project.finish_by)),
        ("Progress as of", when(project.status_date)),
    )
    yield from (pair for pair in pairs if pair[1])
