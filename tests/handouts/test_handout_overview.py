from __future__ import annotations

import re
from dataclasses import fields

from handout_plans import context, full, texts

from pathwayctl.handouts.packets import overview, overview_rows
from pathwayctl.handouts.packets.overview import Overview, view
from pathwayctl.handouts.schedule.network_page import NetworkRow


def test_the_project() -> None:
    page = view(full())
    assert (page.name, page.summary, page.region) == ("Example", "In short", "North")
    assert page.facts == (
        ("Project", "Example"),
        ("Region", "North"),
        ("Convener", "Hill College"),
        ("Facilitator", "Dana Ruiz"),
        ("Start", "Jan 4, 2027"),
        ("Finish", page.finish),
        ("Target date", "Jan 21, 2027"),
        ("Progress as of", "Jan 5, 2027"),
    )


def test_people_and_organizations() -> None:
    page = view(full())
    assert page.organizations[0] == (
        "Hill College", "Postsecondary", "College", "North", "https://example.org", "Note",
    )  # fmt: skip
    dana, lee = page.people
    assert dana.category == "Postsecondary"
    assert dana.roles == "Champion\nDecision maker"
    assert (dana.engagement_now, dana.engagement_desired) == ("Neutral", "Leading")
    assert (lee.organization, lee.confirmed, lee.decides, lee.does_the_work) == ("", "", "No", "Yes")


def test_a_person_of_whom_little_is_known() -> None:
    (row,) = view(context(people=[{"id": "a", "name": "A"}])).people
    assert row == ("A", "", "", "", "", "", "No", "No", "", "", "", "", "")


def test_goals_and_priorities() -> None:
    page = view(full())
    assert page.goals == (("Reach all", "Everyone", "Dana Ruiz"),)
    assert page.priorities[0] == (
        "Alignment", "2", "X X", "Table 1: Saves time\nTable 2", "Dana Ruiz", "Reach all",
    )  # fmt: skip


def test_frameworks_and_requirements() -> None:
    page = view(full())
    assert [row.part for row in page.frameworks[:3]] == ["Career options"] * 2 + ["Industry partnerships"]
    assert page.frameworks[2] == (
        "Machining", "Industry partnerships", "Council", "Needed", "Shop", "Ask",
    )  # fmt: skip
    assert len(page.frameworks) == 7
    assert page.requirements[0] == (
        "Certificate", "Postsecondary opportunities", "Needed", "Machining", "Dana Ruiz", "A year long",
    )  # fmt: skip


def test_tasks_with_their_dates() -> None:
    page = view(full())
    draft = page.tasks[1]
    assert (draft.wbs, draft.title, draft.kind, draft.requirement) == ("1.1", "Draft", "Task", "Certificate")
    assert (draft.cost, draft.outcome, draft.status) == ("$1,200", "A draft", "In progress, 40% done")
    assert (page.tasks[3].kind, page.tasks[3].cost) == ("Milestone", "")
    assert page.task_indents == (0, 1, 1, 0, 0)
    assert page.chart is not None
    assert page.chart_description.startswith("A bar for each task")
    assert page.network is not None
    assert page.network_description.startswith("4 boxes and 3 arrows. ")
    assert page.network_rows[1].after == "1.1"


def test_risks_communications_and_meetings() -> None:
    page = view(full())
    assert page.risks[0].likelihood == "High (30%)"
    assert page.risks[1] == ("A grant", "External", "Money", "Opportunity", *[""] * 7)
    assert page.communications[0].frequency == "At term start (at least: quarterly)"
    assert page.meetings[0] == (
        "Kickoff", "Kickoff", "Thursday, January 21, 2027", "1:30 PM to 2:35 PM", "Library", "Dana Ruiz",
        "To begin", "Roles agreed", "1:30 PM Welcome\n1:50 PM Roles",
    )  # fmt: skip


def test_notes_for_the_facilitator_are_not_in_it() -> None:
    assert not any("Keep it short" in text for text in texts(view(full())))


def test_the_projects_words_are_filled_in() -> None:
    assert view(context({"name": "For [COLLEGE]", "terms": {"college": "Hill"}})).name == "For Hill"


def test_an_empty_plan() -> None:
    page = view(context())
    assert page.facts == (("Project", "Example"), ("Start", "Jan 4, 2027"), ("Finish", page.finish))
    assert (page.people, page.tasks, page.meetings, page.task_indents) == ((), (), (), ())
    assert page.chart is None
    assert page.chart_description == ""
    assert (page.network, page.network_description, page.network_rows) == (None, "", ())


def test_the_description_names_every_field_and_every_cell() -> None:
    described = set(re.findall(r"\w+", overview.__doc__ or ""))
    assert {field.name for field in fields(Overview)} <= described
    rows = [row for row in vars(overview_rows).values() if hasattr(row, "_fields")]
    rows.append(NetworkRow)
    assert {cell for row in rows for cell in row._fields} <= described
