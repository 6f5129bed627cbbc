from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from handout_plans import context, full

from pathwayctl.handouts.schedule.gantt_chart import SHADED_UP_TO, ChartLink, GanttChart, gantt


def chart(**given: object) -> GanttChart:
    made = gantt(context(**given))  # type: ignore[arg-type]  # tests hand over what YAML would
    assert made is not None
    return made


def test_no_tasks_no_chart() -> None:
    assert gantt(context()) is None


def test_what_was_dropped_has_no_bar() -> None:
    dropped = {"id": "b", "title": "B", "status": "dropped"}
    made = chart(tasks=[dropped, {"id": "a", "title": "A", "depends_on": ["b"]}])
    assert [bar.label for bar in made.bars] == ["A"]
    assert made.links == ()
    assert gantt(context(tasks=[dropped])) is None


def test_bars_follow_the_work_breakdown() -> None:
    made = gantt(full())
    assert made is not None
    assert [(bar.wbs, bar.label, bar.kind, bar.depth) for bar in made.bars] == [
        ("1", "Build", "summary", made.bars[0].depth),
        ("1.1", "Draft", "task", made.bars[0].depth + 1),
        ("1.2", "Agree", "task", made.bars[0].depth + 1),
        ("2", "Signed", "milestone", made.bars[0].depth),
        ("3", "Meet", "task", made.bars[0].depth),
        ("", "Due: Report", "milestone", 0),
    ]
    assert [bar.note for bar in made.bars] == ["", "Dana Ruiz", "", "Hill College", "", "Dana Ruiz"]
    assert made.bars[1].complete == 40
    assert made.status_date == date(2027, 1, 5)


def test_links_are_positions_of_bars() -> None:
    made = gantt(full())
    assert made is not None
    assert made.links == (ChartLink(1, 2), ChartLink(2, 3, "SS"), ChartLink(1, 3))


def test_days_off_are_put_together() -> None:
    closure = {"name": "Break", "from": date(2027, 1, 11), "to": date(2027, 1, 12)}
    made = chart(tasks=[{"id": "a", "title": "A", "duration": "10d"}], calendar={"closures": [closure]})
    assert (made.start, made.finish) == (date(2027, 1, 4), date(2027, 1, 19))
    assert made.shaded == (
        (date(2027, 1, 9), date(2027, 1, 12)),
        (date(2027, 1, 16), date(2027, 1, 17)),
    )


def test_a_chart_of_years_still_tells_every_day_off() -> None:
    closure = {"name": "Break", "from": date(2027, 7, 1), "to": date(2027, 7, 2)}
    made = chart(tasks=[{"id": "a", "title": "A", "duration": "900d"}], calendar={"closures": [closure]})
    assert (date(2027, 7, 1), date(2027, 7, 4)) in made.shaded
    assert (date(2029, 1, 6), date(2029, 1, 7)) in made.shaded


def test_a_chart_of_very_many_years_tells_closures_of_a_week_or_more() -> None:
    closures = [
        {"name": "Rebuilding", "from": date(2030, 7, 1), "to": date(2030, 12, 31)},
        {"name": "Winter", "from": date(2026, 12, 20), "to": date(2027, 1, 10)},
        {"name": "A long day", "from": date(2028, 7, 1), "to": date(2028, 7, 6)},
        {"name": "Before", "from": date(2020, 7, 1), "to": date(2020, 8, 6)},
    ]
    openings = [
        {"name": "Fair", "from": date(2030, 7, 1), "to": date(2030, 7, 2)},
        {"name": "Elections", "date": date(2030, 11, 5)},
        {"name": "New year", "from": date(2030, 12, 30), "to": date(2031, 1, 5)},
    ]
    long = [{"id": "a", "title": "A", "duration": "9000d"}]
    made = chart(tasks=long, calendar={"closures": closures})
    assert (made.finish - made.start).days > SHADED_UP_TO
    assert made.start == date(2027, 1, 11)
    assert made.shaded == ((date(2030, 7, 1), date(2030, 12, 31)),)
    made = chart(tasks=long, calendar={"closures": closures, "openings": openings})
    assert made.shaded == (
        (date(2030, 7, 3), date(2030, 11, 4)),
        (date(2030, 11, 6), date(2030, 12, 29)),
    )


def test_a_chart_without_days_off_shades_nothing() -> None:
    made = chart(tasks=[{"id": "a", "title": "A", "duration": "3d"}])
    assert made.shaded == ()


def test_stretches_are_apart_and_in_order() -> None:
    made = chart(tasks=[{"id": "a", "title": "A", "duration": "60d"}])
    assert all(later[0] - earlier[1] > timedelta(days=1) for earlier, later in pairwise(made.shaded))


def test_a_status_date_outside_the_chart_is_not_drawn() -> None:
    made = chart(
        project={"status_date": date(2026, 1, 5)}, tasks=[{"id": "a", "title": "A", "duration": "3d"}]
    )
    assert made.status_date is None


def test_the_chart_reaches_around_every_bar() -> None:
    made = gantt(full())
    assert made is not None
    assert made.start == min(bar.start for bar in made.bars)
    assert made.finish == max(bar.finish for bar in made.bars)


def test_what_a_bar_tells_beside_its_days() -> None:
    made = chart(
        project={"near_critical_float": 2, "status_date": date(2027, 1, 6)},
        tasks=[
            {"id": "a", "title": "A", "duration": "10d", "deadline": date(2027, 1, 8)},
            {"id": "b", "title": "B", "duration": "8d", "deadline": date(2027, 1, 29)},
            {"id": "c", "title": "C", "duration": "2d"},
            {"id": "d", "title": "D", "status": "done", "finished": date(2027, 1, 5)},
            {"id": "s", "title": "S", "tasks": [{"id": "e", "title": "E", "duration": "9d"}]},
        ],
    )
    a, b, c, d, s, e = made.bars
    assert (a.critical, a.near, a.slack, a.late, a.deadline, a.missed) == (
        True,
        False,
        0,
        None,
        date(2027, 1, 8),
        True,
    )
    assert (b.critical, b.near, b.slack, b.late, b.missed) == (False, True, 2, date(2027, 1, 19), False)
    assert (c.near, c.slack, c.deadline) == (False, 8, None)
    assert (d.near, d.slack, d.late) == (False, 0, None)
    assert (s.near, s.slack, s.late) == (True, 0, None)
    assert e.slack == 1
    assert made.near == 2


def test_a_baseline_is_given_by_the_ids_of_tasks() -> None:
    kept = {"a": (date(2027, 1, 4), date(2027, 1, 5)), "gone": (date(2027, 1, 4), date(2027, 1, 4))}
    given = context(tasks=[{"id": "a", "title": "A", "duration": "3d"}, {"id": "b", "title": "B"}])
    made = gantt(replace(given, baseline=kept))
    assert made is not None
    assert [bar.baseline for bar in made.bars] == [kept["a"], None]


def test_a_chart_of_critical_tasks_alone() -> None:
    made = gantt(full(), critical_only=True)
    assert made is not None
    assert all(bar.critical for bar in made.bars)
    assert all(link.after < len(made.bars) for link in made.links)
    loose = context({"finish_by": date(2027, 6, 1)}, tasks=[{"id": "a", "title": "A", "duration": "3d"}])
    assert gantt(loose, critical_only=True) is None


def test_what_is_not_far_off_makes_the_chart_longer() -> None:
    """A sixth of it at most: four days of the 26 here."""
    task = {"id": "a", "title": "A", "duration": "20d"}
    made = [chart(tasks=[{**task, "deadline": date(2027, 2, day)}]).finish.isoformat() for day in (2, 3)]
    assert made == ["2027-02-02", "2027-01-29"]
    days = (date(2026, 12, 31), date(2027, 1, 10)), (date(2026, 12, 30), date(2027, 1, 10))
    charts = [gantt(replace(context(tasks=[task]), baseline={"a": kept})) for kept in days]
    assert [one.start.isoformat() for one in charts if one] == ["2026-12-31", "2027-01-04"]
