"""A workbook that came back: what a partner has changed is in the project, and nothing else is."""

from __future__ import annotations

import re
import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from workbook_samples import Desk, add, column, desk, put, row

from pathwayctl import Audience, Refused
from pathwayctl.exchange.import_plan import ImportPlan, Side, StepKind


@pytest.fixture
def small(tmp_path: Path) -> Desk:
    return desk(tmp_path)


def steps(plan: ImportPlan) -> list[tuple[str, str, str]]:
    """Each step's kind, its field and place without the letters of the column, and its note."""
    return [
        (step.kind.value, re.sub("![A-Z]+", f"!{step.field}", step.place), step.note) for step in plan.steps
    ]


def take(small: Desk, plan: ImportPlan) -> None:
    """Make the changes of a plan."""
    edited = small.project.edit(*plan.edits)
    assert not isinstance(edited, Refused), edited
    assert edited.transaction.write() is None


def test_an_unchanged_workbook_changes_no_byte(small: Desk) -> None:
    plan = small.plan(small.edited(lambda book: None))
    assert plan.steps == ()
    assert small.diff(plan) == []


def test_an_afternoon_with_a_partner(small: Desk) -> None:
    """Ten things that people do to workbooks, and exactly the changes that they meant."""

    def change(book: Any) -> None:
        tasks = book["Tasks"]
        put(book, "Tasks", "draft", "Deadline", "February 5, 2027")  # 1 a day as a text
        put(book, "Tasks", "review", "Owner", "Dana Ruiz")  # 2 a name in place of an id
        put(book, "Tasks", "kickoff", "(auto) Start", date(2027, 9, 9))  # 3 typed where dates are worked out
        put(book, "Tasks", "review", "Status", "in progress")  # 4 a word in other letters
        values = [[cell.value for cell in cells] for cells in tasks.iter_rows(min_row=2)]
        for at, cells in enumerate(reversed(values), 2):  # 5 sorted the other way round
            for number, value in enumerate(cells, 1):
                tasks.cell(at, number).value = value
        add(
            book, "Tasks", {"Title": "Book the room", "Duration": "2 days", "Part of": "Plan the partnership"}
        )
        tasks.move_range(f"A1:{tasks.cell(1, tasks.max_column).coordinate[:-1]}{tasks.max_row}", rows=3)
        tasks.cell(1, 1).value = "As discussed on Monday"  # 6 a title above the headings
        risks = book["Risks"]
        at, moved = column(risks, "Response"), column(risks, "Title")
        for number in range(1, risks.max_row + 1):  # 7 columns in another order
            one, other = risks.cell(number, at), risks.cell(number, moved)
            one.value, other.value = other.value, one.value
        risks.cell(1, risks.max_column + 1).value = "Our notes"  # 8 a column of their own
        risks.cell(2, risks.max_column).value = "Ask Sam"
        risks.delete_rows(row(risks, "no-teacher"))  # 9 a row cut away
        book["Measures - readings"].row_dimensions[2].hidden = True  # 10 filtered
        add(
            book,
            "Measures - readings",
            {"Part of": "graduates", "Date": date(2027, 2, 28), "Value": "84.5"},
        )

    plan = small.plan(small.edited(change))
    assert steps(plan) == [
        ("changed", "Tasks!Owner6", ""), ("changed", "Tasks!Status6", ""),
        ("changed", "Tasks!Deadline7", "It was typed as “February 5, 2027”."),
        ("ignored", "Risks!1", "The column “Our notes” is not one of the project’s."),
        ("kept", "Risks", "Its row was deleted. To remove the entry too, add --remove."),
        ("added", "Measures - readings!4", ""), ("added", "Tasks!9", ""),
    ]  # fmt: skip
    assert small.diff(plan) == [
        "+      - {date: 2027-02-28, value: 84.5}",
        "-        deadline: 2027-02-01",
        "+        deadline: 2027-02-05",
        "-        owner: lee",
        "+        owner: dana",
        "+        status: in-progress",
        "+      - id: book-the-room",
        "+        title: Book the room",
        "+        duration: 2d",
    ]


def test_it_is_one_change_that_can_be_taken_back(small: Desk) -> None:
    def change(book: Any) -> None:
        put(book, "Tasks", "draft", "Title", "Draft it")
        put(book, "Risks", "bus-route", "Response", None)

    edited = small.project.edit(*small.plan(small.edited(change)).edits)
    assert not isinstance(edited, Refused)
    assert [one.name for one in edited.transaction.changes] == ["more.yaml", "work.yaml"]
    before = {path.name: path.read_bytes() for path in small.folder.iterdir() if path.is_file()}
    assert edited.transaction.write() is None
    assert edited.transaction.inverse().write() is None
    assert {path.name: path.read_bytes() for path in small.folder.iterdir() if path.is_file()} == before


def test_the_same_workbook_twice_adds_nothing_twice(small: Desk) -> None:
    def change(book: Any) -> None:
        put(book, "Tasks", "draft", "Title", "Draft it")
        add(book, "Tasks", {"Title": "Book the room", "Duration": "2d", "Part of": "plan"})
        add(book, "Risks", {"ID": "no-room", "Title": "No room", "Kind": "External", "Category": "Access"})
        add(book, "Measures - readings", {"Part of": "graduates", "Date": date(2027, 2, 28), "Value": 84})

    returned = small.edited(change)
    first = small.project.edit(*small.plan(returned).edits)
    assert not isinstance(first, Refused)
    assert first.transaction.write() is None
    again = small.plan(returned)
    assert {step.kind for step in again.steps} == {StepKind.IGNORED}
    assert again.edits == ()


def test_both_have_changed_a_value(small: Desk) -> None:
    returned = small.edited(lambda book: put(book, "Tasks", "draft", "Deadline", date(2027, 3, 1)))
    small.write("work.yaml", "deadline: 2027-02-01", "deadline: 2027-04-01")
    plan = small.plan(returned)
    (conflict,) = plan.steps
    assert steps(plan)[0][:2] == ("conflict", "Tasks!Deadline3")
    assert (conflict.entry, conflict.field) == ("Draft the agreement", "Deadline")
    assert (conflict.before, conflict.after) == ("2027-04-01", "2027-03-01")
    assert plan.edits == ()
    assert small.diff(plan.settled(iter([Side.THEIRS]))) == [
        "-        deadline: 2027-04-01",
        "+        deadline: 2027-03-01",
    ]
    assert small.diff(plan.settled(iter([Side.OURS]))) == []


def test_both_have_made_the_same_change(small: Desk) -> None:
    returned = small.edited(lambda book: put(book, "Tasks", "draft", "Deadline", date(2027, 3, 1)))
    small.write("work.yaml", "deadline: 2027-02-01", "deadline: 2027-03-01")
    assert small.plan(returned).steps == ()


def test_a_change_here_and_another_there_are_both_kept(small: Desk) -> None:
    returned = small.edited(lambda book: put(book, "Tasks", "draft", "Title", "Draft it"))
    small.write("work.yaml", "deadline: 2027-02-01", "deadline: 2027-04-01")
    assert small.diff(small.plan(returned)) == [
        "-        title: Draft the agreement",
        "+        title: Draft it",
    ]


def test_lists_are_merged_item_by_item_and_keep_what_is_hidden(small: Desk) -> None:
    returned = small.edited(lambda book: put(book, "Tasks", "draft", "Informed", "dana"))
    assert small.diff(small.plan(returned)) == [
        "-        informed: [lee, hidden]",
        "+        informed: [dana, hidden]",
    ]
    emptied = small.edited(lambda book: put(book, "Tasks", "draft", "Informed", None))
    assert small.diff(small.plan(emptied)) == [
        "-        informed: [lee, hidden]",
        "+        informed: [hidden]",
    ]


def test_a_text_with_a_name_that_partners_do_not_see_is_not_overwritten(small: Desk) -> None:
    small.write("work.yaml", "deadline: 2027-02-01", "detail: Ask Uma Reyes first")
    returned = small.edited(lambda book: put(book, "Tasks", "draft", "Detail", "Ask (not named) second"))
    ((kind, place, note),) = steps(small.plan(returned))
    assert (kind, place) == ("problem", "Tasks!Detail3")
    assert note.startswith("The project says more here than this workbook shows.")


def test_deleted_rows_go_only_if_asked(small: Desk) -> None:
    def change(book: Any) -> None:
        book["Risks"].delete_rows(row(book["Risks"], "no-teacher"))
        book["Measures - readings"].delete_rows(2)

    returned = small.edited(change)
    assert {step.kind for step in small.plan(returned).steps} == {StepKind.KEPT}
    gone = small.plan(returned, remove=True)
    assert {step.kind for step in gone.steps} == {StepKind.REMOVED}
    assert small.diff(gone) == [
        "-      - {date: 2026-06-30, value: 82}",
        "-  - {id: no-teacher, title: No teacher is found, kind: external, category: Staff, "
        "likelihood: high}",
    ]
    small.write("more.yaml", "likelihood: high", "likelihood: low")
    changed = [step for step in small.plan(returned, remove=True).steps if step.kind is StepKind.CONFLICT]
    assert [step.note for step in changed] == [
        "Its row was deleted, and the project has changed Likelihood since."
    ]


def test_what_the_project_has_removed_since_is_not_brought_back(small: Desk) -> None:
    returned = small.edited(lambda book: put(book, "Risks", "bus-route", "Response", "Ask the state"))
    text = (small.folder / "more.yaml").read_text("utf-8")
    (small.folder / "more.yaml").write_text(text[: text.index("  - {id: bus-route")], "utf-8")
    assert steps(small.plan(returned)) == [
        ("ignored", "Risks!Response3", "The entry has been removed from the project.")
    ]


def test_entries_without_ids_are_found_by_what_they_say(small: Desk) -> None:
    returned = small.edited(lambda book: put(book, "Measures - readings", "graduates#2", "Value", 84))
    small.write("more.yaml", "    readings:\n", "    readings:\n      - {date: 2025-06-30, value: 80}\n")
    assert small.diff(small.plan(returned)) == [
        "-      - {date: 2027-01-31, value: 83.5}",
        "+      - {date: 2027-01-31, value: 84}",
    ]


@pytest.mark.parametrize(
    ("key", "title", "value", "note"),
    [
        ("draft", "Deadline", "soon", "“soon” is not a day. Type it as 2027-03-15."),
        ("draft", "Duration", "a while", "“a while” does not fit here."),
        ("draft", "Owner", "Sam Poe", "There is no person, organization, or team “Sam Poe”."),
        ("draft", "Status", "nearly there", "“nearly there” is not one of the choices."),
        ("draft", "Complete", 1, "This may be 1 or 100 percent."),
        ("draft", "Complete", "half", "“half” is not a number."),
        ("draft", "Title", None, "This cell cannot be empty."),
        ("draft", "As late as possible", "maybe", "“maybe” is neither yes nor no."),
        ("draft", "Depends on", "kickof", "There is no task “kickof”. Did you mean “kickoff”"),
    ],
)  # fmt: skip
def test_a_cell_that_cannot_be_used_is_named(
    key: str, title: str, value: Any, note: str, small: Desk
) -> None:
    plan = small.plan(small.edited(lambda book: put(book, "Tasks", key, title, value)))
    ((kind, where, said),) = steps(plan)
    assert (kind, where) == ("problem", f"Tasks!{title}3")
    assert said.startswith(note)
    assert plan.edits == ()


@pytest.mark.parametrize(
    ("key", "title", "value", "line"),
    [
        ("draft", "Complete", 0.5, "+        complete: 50"),  # a cell that Excel has made a percentage
        ("draft", "Complete", "75%", "+        complete: 75"),
        ("draft", "Deadline", 46430, "+        deadline: 2027-02-12"),  # a day as a serial number
        ("draft", "Deadline", "2/12/2027", "+        deadline: 2027-02-12"),
        ("draft", "Duration", "3 weeks", "+        duration: 3w"),
        ("draft", "Duration", "1d / 2d / 4d", "+        duration: {low: 1d, likely: 2d, high: 4d}"),
        ("draft", "Assigned", "Dana Ruiz: 0.5; lee", "+        assigned: {dana: 0.5, lee: 1}"),
        ("draft", "Resources", "Two booths\nA van", "+        resources: [Two booths, A van]"),
        ("draft", "Tags", "a; b", "+        tags: [a, b]"),
        ("draft", "As late as possible", True, "+        as_late_as_possible: true"),
        ("draft", "Owner", "dana; lee", "+        owner: [dana, lee]"),
        ("review", "Depends on", "draft SS+1d", "+        depends_on: [draft SS+1d]"),
        (
            "draft",
            "Window",
            "2027-02-01 to 2027-02-12",
            "+        window: {from: 2027-02-01, to: 2027-02-12}",
        ),
        ("draft", "Title", "=SUM(A1)", '+        title: "=SUM(A1)"'),
        ("draft", "Title", "Naïve  “quotes”: #1\t", '+        title: "Naïve  “quotes”: #1"'),
    ],
)
def test_what_people_type_is_understood(key: str, title: str, value: Any, line: str, small: Desk) -> None:
    def change(book: Any) -> None:
        put(book, "Tasks", key, title, value)
        page = book["Tasks"]
        cell = page.cell(row(page, key), column(page, title))
        if isinstance(value, str) and value.startswith("="):
            cell.data_type = "s"

    assert line in small.diff(small.plan(small.edited(change)))


def test_an_id_that_was_taken_for_a_number_is_known(small: Desk) -> None:
    def change(book: Any) -> None:
        put(book, "Organizations", "007", "Region", "Valley")
        page = book["Organizations"]
        page.cell(row(page, "007"), 1).value = 7

    assert small.diff(small.plan(small.edited(change)))[-1].endswith("region: Valley}")


def test_days_counted_from_1904(small: Desk) -> None:
    def change(book: Any) -> None:
        book.epoch = CALENDAR_MAC_1904
        put(book, "Tasks", "draft", "Deadline", 44968)

    assert "+        deadline: 2027-02-12" in small.diff(small.plan(small.edited(change)))


def test_merged_cells_are_named_and_change_nothing(small: Desk) -> None:
    returned = small.edited(lambda book: book["Tasks"].merge_cells("D3:D4"))
    assert steps(small.plan(returned)) == [
        (
            "problem",
            "Tasks!3:D4",
            "These cells are merged. Only Tasks!D3 can be read; unmerge them, and fill in each.",
        )
    ]
    keys = small.edited(lambda book: book["Tasks"].merge_cells("A3:A4"))
    assert {step.kind for step in small.plan(keys, remove=True).steps} == {StepKind.PROBLEM}


def test_the_same_id_in_two_rows(small: Desk) -> None:
    def change(book: Any) -> None:
        add(book, "Risks", {"ID": "bus-route", "Title": "Copied", "Kind": "External", "Category": "Access"})

    assert steps(small.plan(small.edited(change))) == [
        ("problem", "Risks!4", "The ID “bus-route” is in row 3 already. Empty it for a new row.")
    ]


def test_a_new_row_that_lacks_something(small: Desk) -> None:
    plan = small.plan(small.edited(lambda book: add(book, "Risks", {"Title": "No room"})))
    assert steps(plan) == [("problem", "Risks!4", "The new row needs Kind and Category.")]


def test_new_rows_can_name_each_other(small: Desk) -> None:
    def change(book: Any) -> None:
        add(
            book,
            "Tasks",
            {"Title": "Walk through", "Duration": "1d", "Part of": "Open the lab", "Owner": "Sam Poe"},
        )
        add(book, "Tasks", {"Title": "Open the lab", "Depends on": "kickoff"})
        add(book, "People", {"Name": "Sam Poe", "Category": "Postsecondary"})

    lines = small.diff(small.plan(small.edited(change)))
    assert "+  - {id: sam-poe, name: Sam Poe, category: [postsecondary]}" in lines or any(
        "sam-poe" in one for one in lines
    )
    assert "+      - id: walk-through" in lines


def test_a_sheet_or_column_that_is_gone_changes_nothing(small: Desk) -> None:
    def change(book: Any) -> None:
        del book["Risks"]
        page = book["Tasks"]
        page.delete_cols(column(page, "Deadline"))
        book["People"].title = "Our people"
        put(book, "Our people", "lee", "Title", "Teacher")
        book.create_sheet("Scratch")["A1"] = "x"

    plan = small.plan(small.edited(change))
    assert steps(plan) == [
        ("changed", "Our people!Title3", ""),
        ("ignored", "Tasks", "The column “Deadline” is not there any more, so nothing in it changes."),
        ("ignored", "Risks", "This sheet is not there any more, so nothing in it changes."),
        ("ignored", "Scratch", "This sheet is not one of the project’s."),
    ]


def test_a_workbook_of_another_project_is_refused(small: Desk, tmp_path: Path) -> None:
    sent = small.sent("risks")
    other = tmp_path / "other"
    other.mkdir()
    (other / "pathway.yaml").write_text("pathwayctl: 1\nproject: {name: Other, start: 2027-01-04}\n", "utf-8")
    found = Desk(other).project.plan_import(sent)
    assert isinstance(found, Refused)
    assert "River Valley pathways" in found.message


def test_files_that_are_no_workbook_of_ours_are_refused(small: Desk, tmp_path: Path) -> None:
    sent = small.sent()
    whole = sent.read_bytes()
    for name, data in {
        "empty.xlsx": b"", "text.xlsx": b"Hello", "cut.xlsx": whole[: len(whole) // 2],
        "zip.xlsx": b"PK\x05\x06" + bytes(18),
    }.items():  # fmt: skip
        (tmp_path / name).write_bytes(data)
        found = small.project.plan_import(tmp_path / name)
        assert isinstance(found, Refused), name
        assert name in found.message

    def spoil(book: Any) -> None:
        book["~Baseline"]["A3"] = "AAAA"

    assert isinstance(small.project.plan_import(small.edited(spoil, sent)), Refused)
    assert isinstance(
        small.project.plan_import(small.edited(lambda book: book.remove(book["~Baseline"]), sent)), Refused
    )


def test_the_file_of_the_partner_is_never_rewritten(small: Desk) -> None:
    returned = small.edited(lambda book: put(book, "Tasks", "draft", "Title", "Draft it"))
    before = returned.read_bytes()
    edited = small.project.edit(*small.plan(returned).edits)
    assert not isinstance(edited, Refused)
    assert edited.transaction.write() is None
    assert returned.read_bytes() == before


def test_private_entries_do_not_count_as_deleted(small: Desk) -> None:
    assert small.plan(small.sent("people"), remove=True).steps == ()
    assert small.plan(small.sent("people", audience=Audience.INTERNAL), remove=True).steps == ()


def test_a_copy_that_libreoffice_has_saved(small: Desk, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not here")
    returned = small.edited(lambda book: put(book, "Tasks", "draft", "Title", "Draft it"))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        office,
        "--headless",
        profile,
        "--convert-to",
        "xlsx",
        "--outdir",
        str(tmp_path / "saved"),
        str(returned),
    ]
    subprocess.run(command, capture_output=True, timeout=120, check=False)
    saved = tmp_path / "saved" / returned.name
    if not saved.exists():
        pytest.skip("LibreOffice is here without its spreadsheets")
    assert small.diff(small.plan(saved)) == [
        "-        title: Draft the agreement",
        "+        title: Draft it",
    ]


def test_tasks_move_under_another_one_and_to_the_top(small: Desk) -> None:
    def change(book: Any) -> None:
        put(book, "Tasks", "kickoff", "Part of", "Plan the partnership")  # a name in place of an id
        put(book, "Tasks", "review", "Part of", None)

    plan = small.plan(small.edited(change))
    assert [(one.kind.value, one.entry, one.before, one.after) for one in plan.steps] == [
        ("changed", "Review the draft", "plan", ""),
        ("changed", "Hold the kickoff", "", "Plan the partnership"),
    ]
    take(small, plan)
    tasks = small.project.plan.tasks
    assert [(one.id, [inner.id for inner in one.tasks]) for one in tasks] == [
        ("plan", ["draft", "kickoff"]),
        ("review", []),
    ]


def test_tasks_move_under_a_new_one_and_change_places(small: Desk) -> None:
    def change(book: Any) -> None:
        add(book, "Tasks", {"Title": "Begin"})
        put(book, "Tasks", "draft", "Part of", None)
        put(book, "Tasks", "plan", "Part of", "draft")
        put(book, "Tasks", "review", "Part of", "Begin")
        put(book, "Tasks", "kickoff", "Part of", "Begin")

    take(small, small.plan(small.edited(change)))
    tasks = {one.id: [inner.id for inner in one.tasks] for one in small.project.plan.tasks}
    assert tasks == {"begin": ["review", "kickoff"], "draft": ["plan"]}


def test_a_task_cannot_be_part_of_itself_or_of_nothing_known(small: Desk) -> None:
    def change(book: Any) -> None:
        put(book, "Tasks", "plan", "Part of", "draft")
        put(book, "Tasks", "kickoff", "Part of", "dana")
        put(book, "Tasks", "review", "Part of", "nobody")

    plan = small.plan(small.edited(change))
    assert sorted((one.kind.value, one.entry, one.note) for one in plan.steps) == [
        ("problem", "Hold the kickoff", "There is no task “dana”."),
        ("problem", "Plan the partnership", "It would be part of itself."),
        ("problem", "Review the draft", "There is no task “nobody”."),
    ]


def test_two_moves_of_one_task_are_a_conflict(small: Desk) -> None:
    returned = small.edited(lambda book: put(book, "Tasks", "kickoff", "Part of", "plan"))
    work = small.folder / "work.yaml"
    text = work.read_text(encoding="utf-8").replace(
        "  - id: kickoff", "  - id: other\n    title: Other\n    tasks:\n      - id: kickoff"
    )
    head, nested = text.split("      - id: kickoff")
    nested = nested.replace("\n    ", "\n        ")
    work.write_text(f"{head}      - id: kickoff{nested}", encoding="utf-8")
    (conflict,) = small.plan(returned).of(StepKind.CONFLICT)
    assert (conflict.entry, conflict.before, conflict.after) == ("Hold the kickoff", "other", "plan")


def test_an_entry_of_a_list_stays_where_it_is(small: Desk) -> None:
    book = "Measures - readings"
    (step,) = small.plan(small.edited(lambda it: it[book].__setitem__("B2", "other"))).steps
    assert (step.kind, step.field) == (StepKind.IGNORED, "Part of")
