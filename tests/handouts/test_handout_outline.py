"""The short charts of a schedule: groups and milestones for the whole time, and those of a board report."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from handout_plans import context

from pathwayctl.evidence.packets import PACKETS
from pathwayctl.handouts.packets.packet_pages import packet_pages
from pathwayctl.handouts.registry import HANDOUTS
from pathwayctl.handouts.schedule.board import view as board
from pathwayctl.handouts.schedule.board_parts import money_chart
from pathwayctl.handouts.schedule.master_schedule import view
from pathwayctl.handouts.schedule.outline_chart import MOST_GROUPS, MOST_ROWS, outline
from pathwayctl.model.vocabulary import MeetingKind
from pathwayctl.rendering.charts import money_bars
from pathwayctl.rendering.drawings import draw


def groups(number: int, tasks: int = 3, *, deep: bool = False) -> list[dict[str, object]]:
    """Groups of tasks one after the other, each with a milestone at its end."""
    found: list[dict[str, object]] = []
    for place in range(number):
        leaves: list[dict[str, object]] = [
            {"id": f"t{place}-{one}", "title": f"Task {one}", "duration": "5d"} for one in range(tasks)
        ]
        point: dict[str, object] = {
            "id": f"m{place}",
            "title": f"Point {place}",
            "duration": "0d",
            "depends_on": [leaves[-1]["id"]],
        }
        inner: list[object] = (
            [{"id": f"i{place}", "title": "Inner", "tasks": leaves}, point] if deep else [*leaves, point]
        )
        found.append({"id": f"g{place}", "title": f"Group {place}", "tasks": inner})
    return found


def kinds(number: int, tasks: int = 3, *, deep: bool = False) -> list[str]:
    chart = outline(context(tasks=groups(number, tasks, deep=deep)))
    assert chart is not None
    return [f"{bar.kind} {bar.depth}" for bar in chart.bars]


def test_a_short_schedule_has_no_chart_of_groups() -> None:
    page = view(context(tasks=groups(2)))
    assert page.detail is None
    assert page.chart is not None
    assert len(page.chart.bars) == 10


def test_a_longer_one_shows_groups_as_deep_as_fit_and_milestones_over_the_whole_time() -> None:
    assert kinds(4, deep=True) == ["summary 0", "summary 1", "milestone 1"] * 4
    assert kinds(8) == ["summary 0", "milestone 1"] * 8
    assert kinds(MOST_ROWS) == ["summary 0"] * MOST_ROWS
    page = view(context(tasks=groups(8)))
    assert page.chart
    assert page.detail
    assert (page.chart.start, page.chart.finish) == (page.detail.start, page.detail.finish)
    assert len(page.detail.bars) == 8 * 5
    assert draw(page.chart, "Whole", "k").count("<svg") == 1


def test_each_part_of_the_detail_shows_its_own_months() -> None:
    tasks = groups(8)
    for earlier, later in pairwise(tasks):
        later["depends_on"] = [earlier["id"]]
    detail = view(context(tasks=tasks)).detail
    assert detail
    part = detail.part(10, 20)
    assert detail.start < part.start < part.finish < detail.finish
    assert part.start == min(bar.start for bar in detail.bars[10:20])


def test_a_plan_without_groups_or_milestones_has_only_the_chart_of_all_tasks() -> None:
    tasks = [{"id": f"t{one}", "title": "Task", "duration": "1d"} for one in range(40)]
    assert outline(context(tasks=tasks)) is None


def test_board_packets_have_the_schedule_at_a_glance_and_others_the_whole() -> None:
    plan = context(tasks=groups(8))
    slugs = {packet.id: {page.slug for _, page in packet_pages(packet, HANDOUTS, plan)} for packet in PACKETS}
    assert slugs["board"] & {"4b", "4b-at-a-glance"} == {"4b-at-a-glance"}
    for packet in ("implementation", "reflection"):
        assert slugs[packet] & {"4b", "4b-at-a-glance"} == {"4b"}
    own = replace(PACKETS[0], handouts=("4b",), kinds=(MeetingKind.BOARD, MeetingKind.REFLECTION))
    assert "4b" in {page.slug for _, page in packet_pages(own, HANDOUTS, plan)}


def test_the_timeline_of_a_board_has_some_groups_and_says_what_is_left_out() -> None:
    page = board(context({"status_date": date(2027, 1, 11)}, tasks=groups(9)))
    assert page.timeline
    assert page.timeline.upright
    assert sum(bar.kind == "summary" for bar in page.timeline.bars) == MOST_GROUPS
    assert "3 more groups" in page.further
    assert draw(page.timeline, "Board", "k").count("<svg") == 1


@pytest.mark.parametrize(
    ("sums", "words"),
    [
        ((1000.0, 250.0, 1200.0), ["$1,000", "$250", "$1,200"]),
        ((1000.0, None, 900.0), ["$1,000", "$900"]),
        ((1000.0, None, None), None),
        ((0.0, 10.0, None), None),
    ],
)
def test_money_is_drawn_where_there_is_something_to_compare(
    sums: tuple[float | None, ...], words: list[str] | None
) -> None:
    chart = money_chart(sums, "USD")
    assert (chart and [figure.words for figure in chart.figures]) == words
    if chart:
        drawn = money_bars.draw(chart, "Cost", "k")
        assert all(word in drawn for word in words or ())
        assert ("stroke-dasharray" in drawn) == (max(filter(None, sums)) > 1000)
