from __future__ import annotations

from datetime import date

from handout_plans import context, full

from pathwayctl.handouts.cells import when
from pathwayctl.handouts.schedule.master_schedule import blank, view

CHAIN = [
    {"id": "a", "title": "A", "duration": "2d"},
    {"id": "b", "title": "B", "duration": "3d", "depends_on": ["a"]},
    {"id": "c", "title": "C", "duration": "1d", "depends_on": ["a"]},
]


def test_a_small_schedule_row_by_row() -> None:
    page = view(context(tasks=CHAIN))
    assert page.grid.rows == (
        ("1", "A", "", "—", "2 days", "Jan 4, 2027", "Jan 5, 2027", "", "0 days", "", "Critical", "Planned"),
        ("2", "B", "", "1", "3 days", "Jan 6, 2027", "Jan 8, 2027", "", "0 days", "", "Critical", "Planned"),
        ("3", "C", "", "1", "1 day", "Jan 6, 2027", "Jan 6, 2027", "", "2 days", "", "—", "Planned"),
    )
    assert page.grid.marks == ("critical", "critical", "")
    assert page.facts == (
        ("Start", "January 4, 2027"),
        ("Finish", "January 8, 2027"),
        ("Critical tasks", "2 of 3"),
    )


def test_the_chart_is_described_in_words() -> None:
    page = view(context(tasks=CHAIN))
    assert page.description == (
        "A bar for each task, from January 4, 2027 to January 8, 2027: 3 tasks. "
        "The critical path runs through 1 A, 2 B. The table below has the same information."
    )
    assert page.chart is not None


def test_a_schedule_with_time_to_spare_has_no_critical_path() -> None:
    page = view(context({"finish_by": date(2027, 2, 26)}, tasks=CHAIN))
    assert page.description.endswith(": 3 tasks. The table below has the same information.")
    assert page.facts[-1] == ("Critical tasks", "0 of 3")


def test_a_long_critical_path_is_counted_and_not_told() -> None:
    tasks = [{"id": "t0", "title": "T", "duration": "1d"}] + [
        {"id": f"t{number}", "title": "T", "duration": "1d", "depends_on": [f"t{number - 1}"]}
        for number in range(1, 15)
    ]
    description = view(context(tasks=tasks)).description
    assert "4 T and 11 more tasks." in description


def test_all_kinds_of_rows() -> None:
    page = view(full())
    assert [row[1] for row in page.grid.rows] == ["Build", "Draft", "Agree", "Signed", "Meet"]
    assert [row[2] for row in page.grid.rows] == ["Certificate", "Certificate", "Certificate", "", ""]
    assert page.grid.rows[3][3] == "1.2 SS+2d, 1.1"
    assert page.grid.rows[3][4] == "Milestone"
    assert page.grid.marks[0] == "summary"
    assert page.grid.indents == (0, 1, 1, 0, 0)
    assert "2 tasks" not in page.description
    assert "3 tasks, 1 milestone, 1 group." in page.description


def test_milestones_and_set_days_by_date() -> None:
    plan = full()
    signed, meet = plan.schedule.by_id["signed"], plan.schedule.by_id["meet"]
    assert signed.finish < meet.finish
    assert view(plan).milestones.rows == (
        ("Signed", "2", when(signed.finish), "Hill College", "Planned"),
        ("Meet", "3", "Jan 21, 2027", "", "Planned"),
    )
    assert view(plan).gap == ""


def test_a_schedule_without_milestones_says_how_to_make_one() -> None:
    page = view(context(tasks=CHAIN))
    assert page.gap.startswith("No milestones yet.")
    assert page.milestones[0] == ("1", "", "", "", "")


def test_a_late_schedule_says_by_how_much() -> None:
    page = view(context({"finish_by": date(2027, 1, 6)}, tasks=CHAIN))
    assert page.late == "The schedule finishes 2 working days after the target date, January 6, 2027."
    assert ("Target date", "January 6, 2027") in page.facts
    assert view(context({"finish_by": date(2027, 1, 8)}, tasks=CHAIN)).late == ""


def test_what_was_dropped_stands_in_the_table_alone() -> None:
    page = view(context(tasks=[{"id": "a", "title": "A", "duration": "0d", "status": "dropped"}]))
    assert page.grid.rows[0][-1] == "Dropped"
    assert page.chart is None
    assert page.description == ""
    assert page.facts[-1] == ("Critical tasks", "0 of 0")
    assert page.milestones[0] == ("1", "", "", "", "")


def test_the_status_date_is_shown() -> None:
    assert view(full()).facts[-1] == ("Progress as of", "January 5, 2027")


def test_a_sheet_for_small_groups_is_blank() -> None:
    sheet = blank()
    assert [text for _, text in sheet.facts] == ["", ""]
    assert sheet.grid.rows[-1] == ("18", *[""] * 4)
    assert sheet.milestones.rows == ()


def test_an_empty_plan_gives_a_blank_schedule_for_a_small_group() -> None:
    page = view(context({"finish_by": date(2027, 1, 1)}))
    assert page.grid.rows[0] == ("1", *[""] * 11)
    assert len(page.grid.rows) == 10
    assert page.chart is None
    assert page.description == page.late == page.gap == ""
    assert page.facts[0] == ("Start", "January 4, 2027")
