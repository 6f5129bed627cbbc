from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from handout_plans import context, full

from pathwayctl.handouts.evaluation.measure_chart import number
from pathwayctl.handouts.evaluation.measures import view


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
        ("Courses completed", "Registrar\nEnrollment file\nPerkins V indicator 1S1", "Yearly", "Lee Park",
         "Jan 5, 2027: 140 (First year)"),
    )  # fmt: skip
    assert workforce.progress.rows == (
        ("Unfilled posts\nshould fall", "After ten years", "", "", "", "", "No reading yet"),
    )


def test_a_source_that_has_the_name_of_its_data_is_named_once() -> None:
    data = {"id": "d", "title": "State data", "provider": "o", "measures": ["m"]}
    plan = context(
        organizations=[{"id": "o", "name": "State", "category": "k-12"}],
        measures=[measure("m", source="State data")],
        data_sources=[data],
    )
    assert view(plan).headings[1].sources.rows[0][1] == "State data"


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


def test_a_part_of_a_period_is_not_judged_against_the_whole() -> None:
    one = measure("m", baseline=19.0, target=40.0, readings=[
        {"date": date(2026, 7, 31), "value": 19.0},
        {"date": date(2027, 1, 29), "value": 8.0, "from": date(2026, 8, 1)},
    ])  # fmt: skip
    page = view(context(measures=[one])).headings[1]
    assert page.progress.rows[0][5] == "19"
    assert page.progress.rows[0][-1] == (
        "At the baseline\nUnchanged\n8 from Aug 1, 2026 to Jan 29, 2027: part of the period, not compared"
    )
    assert "Aug 1, 2026 to Jan 29, 2027: 8" in page.sources.rows[0][-1]


def test_a_value_for_a_whole_period_is_compared() -> None:
    quarter = {"date": date(2027, 3, 31), "value": 8.0, "from": date(2027, 1, 1)}
    one = measure("m", period="quarterly", baseline=4.0, target=12.0, readings=[quarter])
    assert view(context(measures=[one])).headings[1].progress.rows[0][-1] == "50% of the way\nRising"


def test_groups_have_a_table_of_their_own() -> None:
    one = measure("m", readings=[
        {"date": date(2027, 6, 30), "value": 24.0, "of": 40.0},
        {"date": date(2027, 6, 30), "value": 4.0, "of": 9.0, "group": "English learners"},
    ])  # fmt: skip
    page = view(context(measures=[one])).headings[1]
    assert page.groups.rows == (("m", "English learners", "4 of 9 (44%)", "24 of 40 (60%)", "Jun 30, 2027"),)


def test_the_next_target_is_the_one_to_compare_with() -> None:
    one = measure("m", (20.0,), baseline=10.0, horizon=["one-year", "five-years"], targets=[
        {"due": date(2028, 6, 30), "value": 30.0}, {"due": date(2032, 6, 30), "value": 60.0},
    ])  # fmt: skip
    row = view(context(measures=[one])).headings[1].progress.rows[0]
    assert row[1:5] == (
        "After one year\nAfter five years", "10", "30\n60", "Jun 30, 2028\nJun 30, 2032",
    )  # fmt: skip
    assert row[-1].startswith("50% of the way")


YEARS = [(date(2026, 7, 31), 19.0, "")]
HALF = (date(2027, 1, 29), 8.0, "")


@pytest.mark.parametrize("direction", ["up", "down"])
@pytest.mark.parametrize(
    ("unit", "values"),
    [
        ("credentials a year", [*YEARS, HALF]),
        ("credentials", [*YEARS, (*HALF[:2], "Half a year")]),
        ("credentials a year", [HALF]),
        ("credentials a year", [HALF, *YEARS]),
    ],
)
def test_a_value_for_an_unknown_period_is_not_said_to_fall(
    unit: str, values: list[tuple[date, float, str]], direction: str
) -> None:
    target = 40 if direction == "up" else 2
    readings = [{"date": day, "value": value, "note": note or None} for day, value, note in values]
    given: dict[str, Any] = {
        "unit": unit,
        "direction": direction,
        "cadence": "twice-a-year",
        "baseline": 19,
        "target": target,
    }
    plan = context(measures=[measure("m", **given) | {"readings": readings}])
    said = view(plan).headings[1].progress.rows[0][-1]
    assert "8 on Jan 29, 2027: it is unknown what period this covers" in said
    assert not any(word in said for word in ("Falling", "Further", "of the way", "reached"))


@pytest.mark.parametrize(
    ("unit", "day", "note"),
    [
        ("percent", date(2027, 1, 29), "Half a year"),
        ("credentials a year", date(2027, 7, 30), ""),
        ("students", date(2027, 1, 29), "Two schools left"),
    ],
)
def test_a_value_that_can_be_compared_is_said_to_fall(unit: str, day: date, note: str) -> None:
    values = [{"date": date(2026, 7, 31), "value": 19}, {"date": day, "value": 8, "note": note or None}]
    given: dict[str, Any] = {
        "unit": unit,
        "direction": "up",
        "cadence": "twice-a-year",
        "baseline": 19,
        "target": 40,
    }
    plan = context(measures=[measure("m", **given) | {"readings": values}])
    assert "Falling; it should rise" in view(plan).headings[1].progress.rows[0][-1]


def test_the_value_after_a_part_is_compared_with_the_last_whole_one() -> None:
    days = (date(2026, 7, 31), date(2027, 1, 29), date(2027, 7, 30))
    values = [{"date": day, "value": value} for day, value in zip(days, (19, 8, 17), strict=True)]
    given: dict[str, Any] = {"unit": "credentials a year", "direction": "up", "baseline": 19, "target": 40}
    plan = context(measures=[measure("m", **given) | {"readings": values}])
    assert "Falling; it should rise" in view(plan).headings[1].progress.rows[0][-1]
