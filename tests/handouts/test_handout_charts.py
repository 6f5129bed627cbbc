from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from handout_plans import context, full

from pathwayctl.handouts.charts import SHADED_UP_TO, WEEKENDS_UP_TO, GanttChart, gantt


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
    ]
    assert [bar.note for bar in made.bars] == ["", "Dana Ruiz", "", "Hill College", ""]
    assert made.bars[1].complete == 40
    assert made.status_date == date(2027, 1, 5)


def test_links_are_positions_of_bars() -> None:
    made = gantt(full())
    assert made is not None
    assert made.links == ((1, 2), (2, 3), (1, 3))


def test_days_off_are_put_together() -> None:
    closure = {"name": "Break", "from": date(2027, 1, 11), "to": date(2027, 1, 12)}
    made = chart(tasks=[{"id": "a", "title": "A", "duration": "10d"}], calendar={"closures": [closure]})
    assert (made.start, made.finish) == (date(2027, 1, 4), date(2027, 1, 19))
    assert made.shaded == (
        (date(2027, 1, 9), date(2027, 1, 12)),
        (date(2027, 1, 16), date(2027, 1, 17)),
    )


def test_a_long_chart_shades_closures_but_no_plain_weekends() -> None:
    closure = {"name": "Break", "from": date(2027, 7, 1), "to": date(2027, 7, 2)}
    made = chart(tasks=[{"id": "a", "title": "A", "duration": "200d"}], calendar={"closures": [closure]})
    assert (made.finish - made.start).days > WEEKENDS_UP_TO
    assert made.shaded == ((date(2027, 7, 1), date(2027, 7, 4)),)


def test_a_chart_of_many_years_shades_nothing() -> None:
    made = chart(tasks=[{"id": "a", "title": "A", "duration": "2000d"}])
    assert (made.finish - made.start).days > SHADED_UP_TO
    assert made.shaded == ()


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
