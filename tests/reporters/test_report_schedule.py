"""The master schedule in every format."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from report_plans import WORK, scheduled, written
from rich.cells import cell_len

from pathwayctl.reporters.lines import Line
from pathwayctl.reporters.registry import SCHEDULE
from pathwayctl.reporters.schedule import table
from pathwayctl.reporters.schedule.as_json import FIELDS
from pathwayctl.reporters.schedule.table import TextScale
from pathwayctl.reporters.schedule.view import Only
from snapshots import check_snapshot

EXPECTED = Path(__file__).parent / "expected"
ODD_NAMES = (
    "職業訓練センターの職業訓練センターの職業訓練センター",
    "👩\u200d🏫👍🏽🇺🇸 the teachers meet ❤️ and greet the others",
    "שלום עולם",
    "e\u0301\u0301\u0301 accents written apart",
    "one\nline\tonly \u2028 please",
    "\x1b[31mred\u202e turned\x07",
    "x" * 300,
)
WIDTHS = (40, 53, 54, 71, 72, 80, 99, 100, 119, 120, 140, 200, 400)


@pytest.mark.parametrize("form", SCHEDULE)
def test_the_formats(form: str) -> None:
    check_snapshot(EXPECTED / f"schedule-{form}.txt", written(form, scheduled(WORK)))


@pytest.mark.parametrize("form", SCHEDULE)
def test_the_formats_with_critical_tasks_alone(form: str) -> None:
    text = written(form, scheduled(WORK, critical_only=True))
    assert "Invite employers" in text
    assert "Book a room" not in text


@pytest.mark.parametrize("form", SCHEDULE)
def test_the_formats_of_a_plan_without_tasks(form: str) -> None:
    check_snapshot(EXPECTED / f"no-tasks-{form}.txt", written(form, scheduled([])))


@pytest.mark.parametrize("form", SCHEDULE)
def test_the_formats_where_nothing_is_critical(form: str) -> None:
    report = scheduled(WORK, critical_only=True, finish_by="2027-12-31")
    text = written(form, report)
    assert "Invite" not in text
    if form == "table":
        assert text == (
            "4 tasks from January 4, 2027 to January 22, 2027. No task is critical. Durations\n"
            "and float are in working days.\n"
        )


@pytest.mark.parametrize("width", WIDTHS)
def test_the_table_fits_the_screen_whatever_the_names_hold(width: int) -> None:
    tasks = [{"id": f"t{number}", "title": name, "duration": "5d"} for number, name in enumerate(ODD_NAMES)]
    lines = written("table", scheduled(tasks), width).splitlines()
    rows = [line for line in lines if "  Jan 8  " in line]
    assert len(rows) == len(ODD_NAMES)
    assert max(map(cell_len, lines)) <= width
    assert len({cell_len(row[: row.index("  Jan 8  ")]) for row in rows}) == 1
    assert "\x1b" not in "".join(lines)


@pytest.mark.parametrize("width", [100, 140, 200])
def test_the_table_uses_the_whole_screen(width: int) -> None:
    assert max(map(cell_len, written("table", scheduled(WORK), width).splitlines())) == width


def test_wider_screens_show_more_columns() -> None:
    heads = [
        next(line for line in written("table", scheduled(WORK), width).splitlines() if "Task" in line).split()
        for width in (40, 60, 80, 100, 120)
    ]
    assert heads == [
        ["Task", "Finish", "Float"],
        ["Task", "Start", "Finish", "Float"],
        ["Task", "Start", "Finish", "Float"],
        ["Task", "Days", "Start", "Finish", "Float", "Jan"],
        ["Task", "Owner", "Days", "Start", "Finish", "Float", "Jan"],
    ]


def test_there_is_no_column_of_owners_where_nobody_owns_a_task() -> None:
    assert "Owner" not in written("table", scheduled([{"id": "a", "title": "A", "duration": "1d"}]), 200)


def test_a_task_stands_deeper_than_the_one_that_it_is_in_but_not_without_end() -> None:
    task: dict[str, Any] = {"id": "t9", "title": "Do it", "duration": "1d"}
    for level in range(8, 0, -1):
        task = {"id": f"t{level}", "title": f"Level {level}", "tasks": [task]}
    rows = [row for row in written("table", scheduled([task]), 140).splitlines() if "  Jan 4  " in row]
    assert [len(row) - len(row.lstrip()) for row in rows] == [0, 2, 4, 6, 8, 10, 12, 12, 12]


LONG = "Gather jobs, wages, and openings for manufacturing in both counties from the last three years"


@pytest.mark.parametrize("width", [40, 60, 80, 100, 140])
def test_a_long_title_takes_a_second_line_before_it_is_cut(width: int) -> None:
    tasks = [{"id": "a", "title": LONG, "duration": "5d"}, {"id": "b", "title": "B", "duration": "5d"}]
    head, first, second, third, *_ = written("table", scheduled(tasks), width).splitlines()[-1000:]
    rows = [head, first, second, third] if width < 100 else [first, second, third]
    rows = [row for row in rows if not row.lstrip().startswith("Task")]
    assert "Jan 8" in rows[0]
    assert "Jan 8" not in rows[1]
    assert rows[1].startswith("  ")
    shown = f"{rows[0].partition('  ')[0]} {rows[1].strip()}".removeprefix("1 ").rstrip("…").rstrip()
    assert LONG.startswith(shown)
    assert len(shown) > min(len(LONG) - 1, 2 * (width - 40) // 2)


def test_a_day_of_another_year_says_so() -> None:
    tasks: list[dict[str, Any]] = [
        {"id": "a", "title": "A", "date": "2027-01-04"},
        {"id": "b", "title": "B", "date": "2028-02-01"},
    ]
    lines = written("table", scheduled(tasks)).splitlines()
    assert lines[1].split()[:6] == ["1", "A", "Jan", "4", "Jan", "4"]
    assert lines[2].split()[:8] == ["2", "B", "Feb", "1", "’28", "Feb", "1", "’28"]


@pytest.mark.parametrize("width", [60, 80, 140])
def test_ids_are_shown_whole(width: int) -> None:
    name = "a-very-long-id-of-a-task-that-somebody-has-to-type"
    tasks: list[dict[str, Any]] = [
        {"id": name, "title": "Do it", "duration": "5d"},
        {"id": "b", "title": "Report", "duration": "1d", "depends_on": [name]},
    ]
    report = replace(scheduled(tasks), ids=True)
    lines = written("table", report, width).splitlines()
    assert any(name in line for line in lines)
    assert any(line.split()[-1] == "b" or " b  " in line for line in lines)
    assert max(map(cell_len, lines)) <= width


@pytest.mark.parametrize("form", ["table", "json", "csv", "markdown"])
@pytest.mark.parametrize(
    ("only", "titles"),
    [
        (Only(("dana",)), {"Invite employers"}),
        (Only(("dana", "lee")), {"Invite employers", "Book a room"}),
        (Only(first=date(2027, 1, 7)), {"Invite employers", "All have agreed", "Write the report"}),
        (Only(last=date(2027, 1, 6)), {"Invite employers", "Book a room"}),
        (Only(("lee",), date(2027, 1, 5), date(2027, 1, 5)), {"Book a room"}),
    ],
)
def test_only_the_tasks_of_some_people_and_days(form: str, only: Only, titles: set[str]) -> None:
    text = written(form, replace(scheduled(WORK), only=only), 120)
    body = text.partition("\nShown: ")[0]
    every = {
        "Launch the partnership",
        "Invite employers",
        "Book a room",
        "All have agreed",
        "Write the report",
    }
    assert {title for title in every if title in body} == titles
    if form == "table":
        assert f"Shown: {len(titles)} task" in text


def bars(tasks: list[dict[str, Any]], **project: Any) -> dict[str, str]:
    """The bar of each task by its id, at 100 columns."""
    report = scheduled(tasks, **project)
    lines = list(table.write(report, 100))
    rows = lines[2 : 2 + len(report.tasks)]
    return {task.id: _text(row[-1:]) for task, row in zip(report.tasks, rows, strict=True)}


def _text(line: Line) -> str:
    return "".join(text for text, _ in line).strip()


def test_what_is_critical_has_a_bar_of_another_form() -> None:
    shown = bars([*WORK, {"id": "fair", "title": "Fair", "duration": "0d"}])
    assert {name: bar[0] for name, bar in shown.items()} == {
        "launch": "┅",
        "invite": "█",
        "book": "━",
        "agreed": "◆",
        "report": "█",
        "fair": "◇",
    }
    assert len(shown["agreed"]) == len(shown["fair"]) == 1


@pytest.mark.parametrize(
    ("status", "shown"),
    [
        pytest.param("2027-01-08", {"a": "━", "b": "┊ ━", "c": "━ ┊"}, id="between, before and after bars"),
        pytest.param("2027-01-15", {"a": "━", "b": "━", "c": "━ ┊"}, id="on the last day"),
        pytest.param("2027-03-01", {"a": "━", "b": "━", "c": "━"}, id="not after the end"),
    ],
)
def test_the_status_date_is_a_line_through_the_bars(status: str, shown: dict[str, str]) -> None:
    tasks = [
        {"id": "a", "title": "A", "status": "done", "started": "2027-01-04", "finished": "2027-01-15"},
        {"id": "b", "title": "B", "status": "done", "started": "2027-01-13", "finished": "2027-01-15"},
        {"id": "c", "title": "C", "status": "done", "started": "2027-01-04", "finished": "2027-01-05"},
    ]
    report = scheduled(tasks, status_date=status)
    rows = list(table.write(report, 100))[2:5]
    found = [re.sub(r"(.)\1+", r"\1", "".join(text for text, _ in row[2:]).strip()) for row in rows]
    assert dict(zip(shown, found, strict=True)) == shown
    assert ("┊ status date" in written("table", report, 100)) == (status < "2027-02")
    assert all(cell_len(line) <= 100 for line in written("table", report, 100).splitlines())


def test_what_is_critical_is_called_so_in_words() -> None:
    rows = written("table", scheduled(WORK)).splitlines()
    words = {row.split("  Jan ")[0].split(maxsplit=1)[1].strip(): row.split()[-2:] for row in rows[1:6]}
    assert "critical" in words["Invite employers"]
    assert "8d" in words["Book a room"]


def test_a_task_that_has_ended_says_so_in_place_of_its_float() -> None:
    tasks = [
        {"id": "a", "title": "A", "duration": "3d", "status": "done", "finished": "2027-01-06"},
        {"id": "b", "title": "B", "duration": "3d", "status": "dropped"},
        {"id": "c", "title": "C", "duration": "9d"},
    ]
    text = written("table", scheduled(tasks, status_date="2027-01-11"))
    assert "  Jan 6   done\n" in text
    assert "  dropped\n" in text
    assert "\nProgress as of January 11, 2027. To see what is overdue" in text


@pytest.mark.parametrize(
    ("project", "said"),
    [
        ({}, "3 tasks are critical: each day they slip moves the finish by a day."),
        ({"critical_float": 5}, "3 tasks are critical: they have a float of 5 days or less."),
        ({"critical_float": 1}, "3 tasks are critical: they have a float of 1 day or less."),
        (
            {"finish_by": "2027-01-15"},
            "finishes after January 15, 2027, the day by which",
        ),
    ],
)
def test_the_foot_says_what_the_plan_comes_to(project: dict[str, Any], said: str) -> None:
    assert said in written("table", scheduled(WORK, **project), 200)


def test_deadlines_that_are_missed_are_named() -> None:
    late = {"title": "Do\nit", "duration": "10d", "deadline": "2027-01-08"}
    kept = {"id": "kept", "title": "Kept", "duration": "5d", "deadline": "2027-01-08"}
    done = {**late, "id": "done", "status": "done", "finished": "2027-01-15"}
    dropped = {**late, "id": "dropped", "status": "dropped"}
    one = written("table", scheduled([kept, {"id": "a", **late}, done, dropped]), 200)
    assert "\n1 task misses its deadline: 2 Do it (due Jan 8, 2027, finishes Jan 15, 2027).\n" in one
    many = written("table", scheduled([{"id": f"t{number}", **late} for number in range(13)]), 4000)
    assert "\n13 tasks miss their deadlines: 1 Do it (due" in many
    assert many.count("(due") == 10
    assert ", finishes Jan 15, 2027), and 3 more.\n" in many
    assert "deadline" not in written("table", scheduled([kept]))


@pytest.mark.parametrize(
    ("start", "finish", "width", "years", "months"),
    [
        ("2027-01-04", "2027-02-28", 18, "2027", "Jan      Feb"),
        ("2027-01-04", "2027-07-31", 32, "2027", "Jan Feb Mar  Apr May  Jun  Jul"),
        ("2027-02-15", "2028-02-15", 30, "2027                      2028", " Mar  May  Jul  Sep  Nov  Jan"),
        ("2027-02-15", "2028-06-15", 30, "2027               2028", "  Apr   Jul   Oct  Jan   Apr"),
        ("2027-11-20", "2029-06-15", 20, " 2028         2029", " Jan   Jul    Jan"),
        ("2027-12-30", "2028-01-20", 30, "  2028", "  Jan"),
        ("2027-01-04", "2032-01-15", 40, "", "2027   2028    2029    2030    2031"),
        ("2027-06-04", "2041-01-15", 30, "", "2027 2030       2035"),
        ("2027-01-04", "2057-01-15", 24, "", "  2030    2040    2050"),
        ("0001-01-01", "9999-12-31", 18, "", "0001    5000"),
    ],
)  # fmt: skip
def test_the_months_stand_at_regular_steps(
    start: str, finish: str, width: int, years: str, months: str
) -> None:
    scale = TextScale(date.fromisoformat(start), date.fromisoformat(finish), width)
    assert scale.labels() == (years, months)


@pytest.mark.parametrize("days", [1, 2, 27, 60, 200, 400, 900, 3000, 20_000, 200_000])
@pytest.mark.parametrize("width", [12, 18, 40, 90, 300])
@pytest.mark.parametrize("start", ["2027-01-01", "2027-02-28", "2027-12-31"])
def test_no_label_touches_another_or_leaves_the_scale(days: int, width: int, start: str) -> None:
    first = date.fromisoformat(start)
    scale = TextScale(first, date.fromordinal(first.toordinal() + days - 1), width)
    for text in scale.labels():
        assert len(text) <= width
        assert {len(label) for label in text.split()} <= {3, 4}


@pytest.mark.parametrize(
    ("width", "begins", "ends"),
    [(10, [0, 0, 0, 1, 9, 9], [0, 0, 0, 1, 9, 9]), (60, [0, 0, 3, 6, 57, 59], [0, 2, 5, 8, 59, 59])],
)
def test_a_day_has_its_columns_and_days_outside_stand_at_the_edge(
    width: int, begins: list[int], ends: list[int]
) -> None:
    scale = TextScale(date(2027, 1, 4), date(2027, 1, 23), width)
    days = [date(2027, 1, day) for day in (1, 4, 5, 6, 23, 31)]
    assert [scale.begin(day) for day in days] == begins
    assert [scale.end(day) for day in days] == ends


def test_json_names_its_fields_and_counts_in_working_days() -> None:
    document = json.loads(written("json", scheduled(WORK)))
    assert (document["version"], document["start"], document["finish"]) == (1, "2027-01-04", "2027-01-22")
    assert document["critical_path"] == ["invite", "agreed", "report"]
    assert [tuple(task) for task in document["tasks"]] == [FIELDS] * 5
    by_id = {task["id"]: task for task in document["tasks"]}
    assert by_id["book"]["total_float"] == 8
    assert by_id["launch"]["kind"] == "summary"
    assert by_id["report"]["depends_on"] == ["launch", "book"]


def test_mermaid_of_a_long_schedule_comes_in_charts_that_it_can_draw() -> None:
    title = "Expand the manufacturing pathway to more schools of the region"
    groups: list[dict[str, Any]] = [
        {"id": f"g{group}", "title": f"Region {group}", "tasks": [
            {"id": f"g{group}t{place}", "title": title, "duration": "1d"} for place in range(25)
        ]}
        for group in range(40)
    ]  # fmt: skip
    text = written("mermaid", scheduled(groups))
    charts = re.findall(r"```mermaid\n(.*?)\n```\n", text, re.DOTALL)
    assert len(charts) == 11
    assert all(chart.startswith("gantt\n") and len(chart) < 50_000 for chart in charts)
    assert sum(chart.count(f"{title} :") for chart in charts) == 1000
    assert "section 4 Region 3, continued" in charts[1]
    assert written("mermaid", scheduled(groups[:3])).startswith("gantt\n    dateFormat")


def test_mermaid_says_why_it_shows_nothing() -> None:
    task = {"id": "a", "title": "A", "duration": "1d"}
    loose = scheduled([task], critical_only=True, finish_by="2027-12-01")
    assert "title No task is critical\n" in written("mermaid", loose)
    assert "title There are no tasks yet\n" in written("mermaid", scheduled([]))


def test_csv_runs_nothing_in_a_spreadsheet() -> None:
    names = ('=HYPERLINK("x")', "+1", "-1", "@x", " \x1b=1+1", "\t=2", 'quote " and, comma', "=a\nb")
    tasks = [{"id": f"t{number}", "title": name, "duration": "1d"} for number, name in enumerate(names)]
    rows = list(csv.DictReader(written("csv", scheduled(tasks)).splitlines()))
    assert [row["title"] for row in rows] == [
        "'=HYPERLINK(\"x\")", "'+1", "'-1", "'@x", "'=1+1", "'=2", 'quote " and, comma', "'=a b",
    ]  # fmt: skip
    assert rows[0]["critical"] == "yes"
    assert rows[0]["owner"] == ""


@pytest.mark.parametrize(
    "title",
    ["1.10", "1.1.1", "3-4", "1/2", "10:30", "9 am", "1e5", "007", "1,000", "50%", "$5", "(3)",
     "12345678901234567", "May 4", "4-may", "March1", "3 Mar 2027", "TRUE", "=1", "+1", "-x", "@x", "＝1"],
)  # fmt: skip
def test_csv_keeps_texts_that_a_spreadsheet_would_turn_into_something_else(title: str) -> None:
    tasks = [{"id": "a", "title": title, "duration": "1d"}]
    (row,) = csv.DictReader(written("csv", scheduled(tasks)).splitlines())
    assert row["title"] == f"'{title}"


@pytest.mark.parametrize(
    "title", ["2027", "0", "Grade 9-12", "Maybe", "A-1", "3 Marches", "1.10 Sign", "e", "2 x 3"]
)
def test_csv_leaves_other_texts_alone(title: str) -> None:
    tasks = [{"id": "a", "title": title, "duration": "1d"}]
    (row,) = csv.DictReader(written("csv", scheduled(tasks)).splitlines())
    assert row["title"] == title


def test_csv_has_codes_as_texts_dates_as_dates_and_names_beside_ids() -> None:
    tasks: list[dict[str, Any]] = [
        {"id": "3-4", "title": "A", "duration": "1d", "owner": "dana"},
        {"id": "b", "title": "B", "duration": "1d", "depends_on": ["3-4"]},
    ]
    first, second = csv.DictReader(written("csv", scheduled(tasks)).splitlines())
    assert list(first)[4:7] == ["owner", "owner_name", "duration"]
    assert (first["id"], first["wbs"], first["start"]) == ("'3-4", "'1", "2027-01-04")
    assert (first["owner"], first["owner_name"]) == ("dana", "Dana Ruiz")
    assert (second["owner_name"], second["depends_on"]) == ("", "'3-4")
