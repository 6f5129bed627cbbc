from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from handout_plans import context, full

from pathwayctl.handouts.evaluation.measures import view
from pathwayctl.handouts.evaluation.reading_words import number


def measure(key: str, values: tuple[float, ...] = (), **given: Any) -> dict[str, Any]:
    readings = [{"date": date(2027, 1, 5 + at), "value": value} for at, value in enumerate(values)]
    return {"id": key, "title": key, "category": "workforce", "readings": readings, **given}


def progress(*values: float, **given: Any) -> str:
    plan = context(measures=[measure("m", values, **given)])
    return view(plan).headings[1].progress.rows[0][-1]


def test_a_measure_with_everything() -> None:
    page = view(full())
    education, workforce, _ = page.headings
    assert page.as_of == "Readings up to Jan 5, 2027."
    assert education.progress.rows == (
        ("Courses completed\nstudents, should rise", "After one year", "100", "200", "Jun 30, 2028", "140",
         "40% of the way\nRising"),
    )  # fmt: skip
    assert education.sources.rows == (
        ("Courses completed", "Registrar\nPerkins V indicator 1S1", "Yearly", "Lee Park",
         "Jan 5, 2027: 140 (First year)"),
    )  # fmt: skip
    assert workforce.progress.rows == (
        ("Unfilled posts\nshould fall", "After ten years", "", "", "", "", "No reading yet"),
    )


def test_what_is_missing() -> None:
    page = view(full())
    assert page.gaps == (
        "No measure yet under Long-term success.",
        "No measure is expected to show results after each phase or after five years.",
        "Progress cannot be shown without a baseline and a target: Unfilled posts.",
    )
    assert page.headings[2].examples.startswith("For example: Fewer people under 25")
    assert page.headings[0].examples == ""


def test_measures_under_every_heading_and_for_every_horizon_lack_nothing() -> None:
    categories = ("secondary-postsecondary", "workforce", "long-term", "workforce")
    horizons = ("each-phase", "one-year", "five-years", "ten-years")
    plan = context(
        measures=[
            measure(horizon, horizon=horizon, baseline=1.0, target=2.0) | {"category": category}
            for category, horizon in zip(categories, horizons, strict=True)
        ]
    )
    assert view(plan).gaps == ()


def test_readings_that_are_late() -> None:
    late = measure("m", (1.0,), cadence="weekly", baseline=1.0, target=2.0)
    page = view(context({"status_date": date(2027, 1, 20)}, measures=[late]))
    assert page.gaps[-1] == "The next reading of m is 8 days late."


@pytest.mark.parametrize(
    ("words", "values", "given"),
    [
        ("Target reached\nRising", (12.0,), {"baseline": 0.0, "target": 10.0}),
        ("At the baseline\nUnchanged", (5.0,), {"baseline": 5.0, "target": 10.0}),
        ("At the baseline\nUnchanged", (5.0,), {"baseline": 5.0, "target": 0.0, "direction": "down"}),
        ("50% of the way\nFalling", (5.0,), {"baseline": 10.0, "target": 0.0, "direction": "down"}),
        (
            "Further from the target than the baseline\nFalling; it should rise",
            (4.0,),
            {"baseline": 5.0, "target": 9.0},
        ),
        ("Rising; it should fall", (1.0, 2.0), {"direction": "down"}),
        ("", (1.0,), {}),
    ],
)
def test_how_far_a_measure_is(words: str, values: tuple[float, ...], given: dict[str, Any]) -> None:
    assert progress(*values, **given) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, ""),
        (43800.0, "43,800"),
        (100.0, "100"),
        (8.5, "8.5"),
        (-2.25, "-2.25"),
        (0.0, "0"),
        (-0.0, "0"),
        (-1e-9, "0"),
        (1234567.125, "1,234,567.125"),
    ],
)
def test_numbers_as_people_write_them(value: float | None, words: str) -> None:
    assert number(value) == words


def test_measures_stand_in_the_order_of_their_horizons() -> None:
    horizons = ("ten-years", "each-phase", "one-year")
    plan = context(measures=[measure(horizon, horizon=horizon) for horizon in horizons])
    rows = view(plan).headings[1].progress.rows
    assert [row[1] for row in rows] == ["After each phase", "After one year", "After ten years"]


def test_readings_after_the_status_date_do_not_count_yet() -> None:
    plan = context({"status_date": date(2027, 1, 5)}, measures=[measure("m", (1.0, 9.0))])
    heading = view(plan).headings[1]
    assert heading.progress.rows[0][5] == "1"
    assert heading.sources.rows[0][4] == "Jan 5, 2027: 1"


def test_an_empty_plan_leaves_room_under_each_heading_and_says_how_to_begin() -> None:
    page = view(context())
    assert page.gaps == ()
    assert page.as_of == ""
    assert all(heading.progress.rows[0] == ("1", *[""] * 6) and heading.examples for heading in page.headings)
