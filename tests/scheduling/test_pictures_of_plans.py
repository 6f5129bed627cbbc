"""Pictures of any plan: they never fail, are sound XML, and show each task where its dates are."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from plans import make_plan, plans, task

from pathwayctl.handouts.context import Context
from pathwayctl.handouts.schedule.gantt_chart import gantt
from pathwayctl.handouts.schedule.network_chart import network
from pathwayctl.model.plan import Plan
from pathwayctl.rendering.network.layers import columns
from pathwayctl.reporters.lines import plain
from pathwayctl.reporters.registry import SCHEDULE
from pathwayctl.reporters.schedule.view import ScheduleReport
from pathwayctl.scheduling.schedule import NoSchedule, Schedule, make_schedule

SVG = "{http://www.w3.org/2000/svg}"
TITLES = (
    "שלום עולם",
    "職業訓練",
    "👩\u200d🏫 <b>&amp;",
    "]]>",
    "\x00\x1b[31m",
    "x" * 200,
    "\u202eback",
)


def picture(form: str, plan: Plan, *, critical_only: bool = False) -> ET.Element:
    made = make_schedule(plan)
    assert isinstance(made, Schedule)
    text = plain(SCHEDULE.writer(form)(ScheduleReport(plan, made, critical_only), 80))
    assert text.isascii()
    return ET.fromstring(text)


@settings(max_examples=150, deadline=None)
@given(plans())
def test_every_plan_can_be_drawn(plan: Plan) -> None:
    made = make_schedule(plan)
    if isinstance(made, NoSchedule):
        return
    context = Context(plan, made)
    chart = network(context)
    if chart:
        arrows = [(edge.before, edge.after) for edge in chart.edges]
        place = columns(len(chart.nodes), arrows, 3)
        assert all(place[before] < place[after] for before, after in arrows)  # there is no ring
    bars = gantt(context)
    assert (bars is None) == (chart is None)
    for form in ("gantt", "network"):
        for critical_only in (False, True):
            drawing = picture(form, plan, critical_only=critical_only)
            assert drawing.attrib["role"] == "img"


@pytest.mark.parametrize("form", ["gantt", "network"])
@pytest.mark.parametrize("title", TITLES)
def test_titles_that_mean_harm_stay_titles(title: str, form: str) -> None:
    tasks: list[dict[str, Any]] = [
        {**task("a", "2d"), "title": title},
        {**task("s"), "title": title, "depends_on": ["a"], "tasks": [{**task("b", "0d"), "title": title}]},
    ]
    drawing = picture(form, make_plan(tasks, name=title))
    assert {element.tag for element in drawing.iter()} <= {
        SVG + tag for tag in ("svg", "title", "desc", "defs", "style", "pattern", "rect", "path", "text", "g")
    }
    assert all((style.text or "").lstrip().startswith("@font-face") for style in drawing.iter(f"{SVG}style"))


@pytest.mark.parametrize("form", ["gantt", "network"])
def test_a_plan_with_nothing_to_draw_says_so(form: str) -> None:
    assert "There are no tasks yet." in "".join(picture(form, make_plan([])).itertext())
    loose = make_plan([task("a", "2d")], finish_by="2027-12-31")
    assert "No task is critical." in "".join(picture(form, loose, critical_only=True).itertext())


@pytest.mark.parametrize("form", ["gantt", "network"])
def test_the_line_below_the_title_tells_the_facts(form: str) -> None:
    plan = make_plan([task("a", "2d"), task("b", "1d")], status_date="2027-01-04")
    words = "".join(picture(form, plan).itertext())
    assert (
        "2 tasks from January 4, 2027 to January 5, 2027, 1 of them critical. Progress as of January 4, 2027."
        in words
    )
    assert "Only these are shown." in "".join(picture(form, plan, critical_only=True).itertext())


@pytest.mark.parametrize("form", ["gantt", "network"])
def test_plans_to_the_end_of_time_can_be_drawn(form: str) -> None:
    plan = make_plan([task("a", "2d"), {**task("b", "1d"), "date": "9999-12-30", "deadline": "2027-01-05"}])
    assert picture(form, plan).findtext(f"{SVG}title") == "Example"
