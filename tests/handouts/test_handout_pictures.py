"""The facts of the pictures: what is in them, what is left out, and when there is no picture at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from handout_plans import context, full

from pathwayctl.evidence.governance.duties import duty_grid
from pathwayctl.evidence.pathways.pathway_routes import route
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.evaluation import measure_chart
from pathwayctl.handouts.governance import coverage_chart, partnership
from pathwayctl.handouts.governance.coverage_chart import HeatCell
from pathwayctl.handouts.governance.partnership import MemberBox, TeamBox
from pathwayctl.handouts.partners import engagement
from pathwayctl.handouts.partners.engagement import EngagementLine
from pathwayctl.handouts.pathways import pathway_chart
from pathwayctl.handouts.pathways.pathway_chart import MapCourse, PathwayMap
from pathwayctl.handouts.registry import HANDOUTS
from pathwayctl.handouts.risks import risk_breakdown
from pathwayctl.handouts.risks.risk_breakdown import RiskDot
from pathwayctl.handouts.schedule import network_page
from pathwayctl.handouts.schedule.network_chart import NetworkChart, network
from pathwayctl.handouts.sharing import shared
from pathwayctl.model.vocabulary import Audience
from pathwayctl.rendering.blocks import Figure
from pathwayctl.rendering.pages import Page
from pathwayctl.rendering.templates import Templates

ON_PAGES = ("1a-2", "4b", "network", "4c", "measures", "engagement", "components", "partnership", "pathway")


def figures(plan: Context) -> dict[str, list[Figure]]:
    found: dict[str, list[Figure]] = {}
    for handout in HANDOUTS:
        for view in handout.pages(plan):
            page = Templates(None).page(handout.template, view.title, view.view)
            assert isinstance(page, Page)
            if drawn := [block for block in page.blocks if isinstance(block, Figure)]:
                found.setdefault(handout.id, drawn)
    return found


def test_these_pages_have_pictures() -> None:
    assert set(ON_PAGES) <= set(figures(full()))


def test_an_empty_plan_has_no_picture() -> None:
    assert figures(context()) == {}


def test_a_picture_stands_beside_a_table_that_says_the_same() -> None:
    for drawn in figures(full()).values():
        # but for the money of a board report, whose figures are among its facts, and the schedule at a glance
        assert any(figure.same or "table" in figure.description for figure in drawn)


def person(key: str, current: str, desired: str, **given: Any) -> dict[str, Any]:
    return {"id": key, "name": key.upper(), "engagement": {"current": current, "desired": desired}, **given}


def test_who_is_how_engaged() -> None:
    chart = engagement.engagement_chart(full())
    assert chart is not None
    assert chart.lines == (
        EngagementLine("Dana Ruiz", "Hill College", 2, 4),
        EngagementLine("Lee Park", "", 3, 3),
    )
    assert engagement.in_words(chart) == (
        "2 people at 5 levels. C marks the current level, and D the desired level. "
        "1 should become more engaged."
    )


def test_some_may_be_less_engaged() -> None:
    chart = engagement.engagement_chart(context(people=[person("a", "leading", "neutral")]))
    assert chart is not None
    assert "1 can be less engaged." in engagement.in_words(chart)
    assert "more engaged" not in engagement.in_words(chart)


def test_what_is_shared_says_nothing_about_engagement() -> None:
    assert engagement.engagement_chart(shared(full(), Audience.PARTNERS)) is None


def risk(number: int, **given: Any) -> dict[str, Any]:
    return {"id": f"r{number}", "title": f"R{number}", "kind": "internal", "category": "Money", **given}


def test_risks_have_the_numbers_of_the_page_and_only_rated_ones_are_drawn() -> None:
    plan = context(
        risks=[
            risk(1, kind="external", likelihood="low", impact="high"),
            risk(2, likelihood="high", impact="high", effect="opportunity"),
            risk(3, likelihood="high"),
            risk(4, likelihood="medium", impact="high"),
        ]
    )
    chart = risk_breakdown.risk_chart(plan)
    assert chart is not None
    assert chart.dots == (
        RiskDot(1, "R2", external=False, opportunity=True, likelihood=2, impact=2),
        RiskDot(3, "R4", external=False, opportunity=False, likelihood=1, impact=2),
        RiskDot(4, "R1", external=True, opportunity=False, likelihood=0, impact=2),
    )
    assert risk_breakdown.in_words(chart).startswith("3 risks by likelihood")
    assert "1 threat and 1 opportunity are in the three cells" in risk_breakdown.in_words(chart)


def test_no_word_of_the_upper_right_where_nothing_is_there() -> None:
    chart = risk_breakdown.risk_chart(context(risks=[risk(1, likelihood="low", impact="low")]))
    assert chart is not None
    assert "upper right" not in risk_breakdown.in_words(chart)


def test_measures_come_in_the_order_of_the_page_with_the_readings_so_far() -> None:
    base = {"category": "workforce", "baseline": 1.0}
    plan = context(
        {"status_date": date(2027, 2, 1)},
        measures=[
            {"id": "a", "title": "A", **base, "horizon": "ten-years"},
            {"id": "b", "title": "B", **base, "direction": "down", "readings": [
                {"date": date(2027, 3, 1), "value": 9.0},
                {"date": date(2027, 1, 9), "value": 5.0},
                {"date": date(2027, 1, 5), "value": 4.0},
            ]},
            {"id": "c", "title": "C", "category": "secondary-postsecondary", "target": 3.0, "readings": [
                {"date": date(2027, 1, 5), "value": 2.0},
            ]},
            {"id": "d", "title": "D", "category": "long-term"},
        ],
    )  # fmt: skip
    chart = measure_chart.measure_chart(plan)
    assert chart is not None
    assert [panel.title for panel in chart.panels] == ["C", "B"]
    falling = chart.panels[1]
    assert not falling.rising
    assert falling.readings == ((date(2027, 1, 5), 4.0), (date(2027, 1, 9), 5.0))
    assert "2 measures: readings over time" in measure_chart.chart_in_words(chart)
    assert "2 measures have no reading yet." in measure_chart.chart_in_words(chart)
    assert "no reading" not in measure_chart.chart_in_words(replace(chart, silent=0))


def test_measures_without_readings_have_no_chart() -> None:
    plan = context(
        measures=[{"id": "a", "title": "A", "category": "workforce", "baseline": 1.0, "target": 3.0}]
    )
    assert measure_chart.measure_chart(plan) is None


def test_people_are_counted_by_role_and_stage() -> None:
    people = [
        {"id": f"p{n}", "name": f"P{n}", "roles": ["doer"], "stages": ["evaluation"]} for n in range(5)
    ] + [{"id": "q", "name": "Q", "roles": ["connector"], "stages": ["evaluation"]}]
    chart = coverage_chart.role_map(context(people=people))
    assert chart is not None
    assert chart.cells[3] == (HeatCell("0", 0), HeatCell("0", 0), HeatCell("0", 0), HeatCell("5", 4))
    assert chart.cells[1][3] == HeatCell("1", 1)
    assert coverage_chart.map_table(chart)[3] == ("Doer", "0", "0", "0", "5")
    assert coverage_chart.in_words(chart, "People") == ("People: 16 cells; 14 cells are empty.")


def test_responsibilities_are_shaded_by_the_share_that_is_held() -> None:
    chart = coverage_chart.duty_map(duty_grid(full().plan))
    assert chart is not None
    assert len(chart.rows) == 7
    assert len(chart.columns) == 6
    shades = [cell.shade for row in chart.cells for cell in row]
    assert shades.count(-1) == 2  # the source has two cells without any
    assert max(shades) in range(1, 5)
    assert all(0 <= shade <= 4 for shade in shades if shade != -1)
    assert {cell.words for row in chart.cells for cell in row if cell.shade < 0} == {"—"}


def pathway() -> dict[str, Any]:
    return {
        "pathways": [
            {"id": "m", "title": "M", "credentials": ["osha", "aas", "gone"], "courses": [
                {"title": "Later", "grade": 13, "credits": 4},
                {"title": "Algebra", "grade": 9},
                {"title": "Shop", "grade": 11, "credits": 1},
            ]},
        ],
        "credentials": [
            {"id": "osha", "title": "OSHA", "kind": "industry-certification", "recognized_by": ["shop"]},
            {"id": "aas", "title": "AAS", "kind": "associate-degree", "stacks_on": ["osha", "other"],
             "leads_to": ["welder"]},
        ],
        "occupations": [{"id": "welder", "title": "Welders", "soc": "51-4121"}],
        "programs": [
            {"id": "p", "title": "P", "provider": "c", "credentials": ["aas"], "occupations": ["welder"]}
        ],
    }  # fmt: skip


def map_of(plan: Context) -> PathwayMap | None:
    return pathway_chart.pathway_map(route(plan.plan.pathways[0], plan.plan), plan)


def test_the_map_of_a_pathway_from_left_to_right() -> None:
    chart = map_of(context(**pathway()))
    assert chart is not None
    assert [grade.label for grade in chart.grades] == ["Grade 9", "Grade 11", "Grade 13"]
    assert [(grade.is_entry, grade.is_exit, grade.college) for grade in chart.grades] == [
        (True, False, False),
        (False, True, False),
        (True, True, True),
    ]
    assert chart.grades[1].courses == (MapCourse("Shop", "1 college credit"),)
    assert [(one.builds_on, one.jobs, one.is_entry, one.is_exit) for one in chart.credentials] == [
        ((), (), True, True),
        ((0,), (0,), False, False),
    ]
    assert chart.jobs == ("Welders",)
    assert pathway_chart.in_words(chart) == (
        "3 courses, 2 credentials, and 1 job, from left to right. 3 entry points and 3 exit points are "
        "marked. The tables on this page say the same in words."
    )


def test_a_pathway_with_nothing_in_it_has_no_map() -> None:
    assert map_of(context(pathways=[{"id": "m", "title": "M"}])) is None


def test_how_the_partners_are_organized() -> None:
    chart = partnership.organization_chart(full())
    assert chart is not None
    assert (chart.convener, chart.facilitator) == ("Hill College", "Dana Ruiz")
    assert chart.teams == (
        TeamBox("Leaders", "Pathways leadership team", "", "", "2 members"),
        TeamBox("Evaluators", "Evaluation group", "Dana Ruiz", "Quarterly", ""),
    )
    assert chart.members == (
        MemberBox("K-12", ("Lee Park",)),
        MemberBox("Postsecondary", ("Hill College",)),
        MemberBox("Business / Industry / Workforce", ("Shop",)),
    )
    assert partnership.view(full()).members[0] == ("K-12", "Lee Park")
    assert partnership.view(full()).teams[0] == (
        "Leaders", "Pathways leadership team", "", "• Dana Ruiz\n• Shop", "",
    )  # fmt: skip
    assert partnership.in_words(chart) == (
        "Hill College convenes 2 teams and 3 members in 3 categories. The tables below say the same in words."
    )


def test_a_chart_without_a_convener_or_teams() -> None:
    chart = partnership.organization_chart(
        context(organizations=[{"id": "a", "name": "A", "category": "cte"}])
    )
    assert chart is not None
    assert partnership.in_words(chart).startswith("The chart shows 1 member in 1 category.")


def chain(critical: int, others: int) -> Context:
    """A chain of tasks, and tasks beside it with time to spare, the first of which waits for the chain."""
    tasks: list[dict[str, Any]] = [
        {"id": f"c{n}", "title": f"C{n}", "duration": "5d", "depends_on": [f"c{n - 1}"] if n else []}
        for n in range(critical)
    ]
    tasks += [
        {"id": f"o{n}", "title": f"O{n}", "duration": "1d", "depends_on": [] if n else ["c0"]}
        for n in range(others)
    ]
    return context(tasks=tasks)


def shown(page: network_page.NetworkPage) -> NetworkChart:
    assert page.chart is not None
    return page.chart


def test_a_small_network_is_shown_as_a_whole() -> None:
    page = network_page.view(chain(3, 2))
    assert shown(page) == network(chain(3, 2))
    assert page.left_out == ""
    assert page.chain == (
        "1 C0: Jan 4, 2027 to Jan 8, 2027", "2 C1: Jan 11, 2027 to Jan 15, 2027",
        "3 C2: Jan 18, 2027 to Jan 22, 2027",
    )  # fmt: skip
    assert [row[0] for row in page.grid.rows] == ["1", "2", "3", "4", "5"]
    assert page.grid.marks == ("critical",) * 3 + ("",) * 2


def test_of_a_large_network_what_is_critical_and_borders_on_it() -> None:
    page = network_page.view(chain(5, 80))
    assert [node.title for node in shown(page).nodes] == ["C0", "C1", "C2", "C3", "C4", "O0"]
    assert [(edge.before, edge.after) for edge in shown(page).edges] == [
        (0, 1),
        (1, 2),
        (2, 3),
        (3, 4),
        (0, 5),
    ]
    assert page.left_out.startswith(
        "The whole plan has 85 boxes. This page shows the critical tasks and those right before or after "
        "them; 79 boxes with float are left out."
    )


def test_where_that_is_too_much_what_is_critical_alone() -> None:
    page = network_page.view(chain(60, 2))
    assert len(shown(page).nodes) == 60
    assert "This page shows the critical tasks; 2 boxes" in page.left_out
    assert page.chain == ()


def test_some_boxes_keep_their_groups_and_arrows() -> None:
    groups = [
        {"id": f"g{n}", "title": f"G{n}", "tasks": [{"id": f"t{n}", "title": f"T{n}", "duration": "2d",
         "depends_on": [f"t{n - 1}"] if n else []}]}
        for n in range(3)
    ]  # fmt: skip
    whole = network(context(tasks=groups))
    assert whole is not None
    part = network_page.kept(whole, {1, 2})
    assert part.groups == ("2 G1", "3 G2")
    assert [(node.title, node.group) for node in part.nodes] == [("T1", 0), ("T2", 1)]
    assert [(edge.before, edge.after) for edge in part.edges] == [(0, 1)]


def test_without_tasks_there_is_room_to_write() -> None:
    page = network_page.view(context())
    assert page.chart is None
    assert page.grid.rows[0] == ("1", *[""] * 8)


def test_people_without_a_role_or_a_stage_make_no_map() -> None:
    assert coverage_chart.role_map(context(people=[{"id": "a", "name": "A", "roles": ["doer"]}])) is None


def test_a_plan_without_anything_critical_is_shown_as_a_whole() -> None:
    done = {"duration": "1d", "status": "done", "started": date(2027, 1, 4), "finished": date(2027, 1, 4)}
    plan = context(
        {"status_date": date(2027, 1, 8)},
        tasks=[{"id": f"t{n}", "title": f"T{n}", **done} for n in range(61)],
    )
    page = network_page.view(plan)
    assert len(shown(page).nodes) == 61
    assert page.left_out == ""


def test_teams_alone_are_a_chart_too() -> None:
    plan = context(teams=[{"id": "a", "title": "A", "kind": "planning"}])
    chart = partnership.organization_chart(plan)
    assert chart is not None
    words = "The chart shows 1 team. The tables below say the same in words."
    assert partnership.in_words(chart) == words
