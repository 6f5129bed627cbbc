"""Files of Microsoft Project XML as they come: broken, of other formats, and with much missing."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plan_files import Board, board, elements, notes, plan, task

from pathwayctl import Refused
from pathwayctl.exchange.import_plan import StepKind
from pathwayctl.exchange.msproject import project_xml
from pathwayctl.exchange.msproject.plan_reader import read_plan
from pathwayctl.exchange.msproject.project_xml import read_xml
from pathwayctl.exchange.msproject.terms import (
    LINK_TYPES,
    LengthUnit,
    WorkingTime,
    iso_duration,
    link_lag,
    read_iso_duration,
    unit_of,
)
from pathwayctl.model.values import Lag


@pytest.fixture
def empty(tmp_path: Path) -> Board:
    return board(tmp_path)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "cannot be read as XML: it breaks off or has an error in line 1."),
        (b"Row,Task\n1,Draft\n", "cannot be read as XML: it breaks off or has an error in line 1."),
        (b"<Project><Tasks>\n\n</Project>", "it breaks off or has an error in line 3."),
        (b"<Project><Name>Caf\xe9</Name></Project>", "a character that does not fit its encoding."),
        (b"<?xml version='1.0' encoding='klingon'?><Project/>", "its encoding is not known."),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not a plan of Microsoft Project: it begins"),
        (b"<!DOCTYPE Project [<!ENTITY a 'b'>]><Project/>", "has a document type (<!DOCTYPE), which no plan"),
        ("<!DOCTYPE Project><Project/>".encode("utf-16"), "has a document type (<!DOCTYPE)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is a file of Microsoft Project (.mpp), and not XML."),
        (b"<Project/>", "has no tasks."),
        (plan([task(0, "The project", level=0)]), "has no tasks."),
    ],
)  # fmt: skip
def test_a_file_that_is_no_plan_is_refused_with_what_to_do(empty: Board, data: bytes, message: str) -> None:
    found = empty.found(data)
    assert isinstance(found, Refused)
    assert message in found.message
    assert found.message.startswith("“plan.xml” ")
    assert found.hint.endswith(".")


@pytest.mark.parametrize("name", ["plan.mpp", "plan.MPT", "plan.pod", "plan.gan"])
def test_files_of_other_programs_are_refused_with_how_to_save_them(empty: Board, name: str) -> None:
    found = empty.found(b"anything", name)
    assert isinstance(found, Refused)
    assert found.message == f"“{name}” has to be saved as XML to be imported."
    assert "choose" in found.hint


def test_options_for_lists_do_not_fit_a_plan(empty: Board) -> None:
    found = empty.found(plan([task(1, "Draft")]), kind="tasks")
    assert found == Refused(
        "“plan.xml” is a plan, which needs no options.", "Leave out --as, --map, and --fill."
    )


def test_a_file_that_is_far_too_large_is_refused(empty: Board, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(project_xml, "MOST_BYTES", 1_000_000)
    found = empty.found(b"<Project>" + b" " * 1_000_000)
    assert isinstance(found, Refused)
    assert found.message == "“plan.xml” is larger than 1 MB."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1252", "iso-8859-1"])
def test_every_usual_encoding_is_read(empty: Board, encoding: str) -> None:
    text = plan([task(1, "Préparer")]).decode()
    data = f'<?xml version="1.0" encoding="{encoding}"?>{text}'.encode(encoding)
    assert empty.tasks(data) == [{"id": "preparer", "title": "Préparer", "duration": "1d"}]


@pytest.mark.parametrize("hidden", ["\x0b", "&#x1F;", "&#11;", "\x00", "\u200b", "&#x200b;"])
def test_control_characters_are_left_out(empty: Board, hidden: str) -> None:
    data = plan([task(1, "Sign the agreement")]).replace(b"the ", f"the{hidden} ".encode())
    assert empty.tasks(data)[0]["title"] == "Sign the agreement"


def test_a_name_on_several_lines_becomes_one(empty: Board) -> None:
    assert empty.tasks(plan([task(1, " Sign\n the   MOU ")]))[0]["title"] == "Sign the MOU"


def test_almost_everything_may_be_missing(empty: Board) -> None:
    data = b"<Project><Tasks><Task><UID>3</UID><OutlineNumber>1</OutlineNumber></Task></Tasks></Project>"
    assert empty.tasks(data) == [{"id": "task-3", "title": "Task 3"}]
    assert notes(empty.plan(data), StepKind.ADAPTED) == ["Task 3: It has no name in the file."]


def test_values_that_cannot_be_read_are_as_if_missing(empty: Board) -> None:
    wrong: dict[str, Any] = {
        "Duration": "a while", "Start": "soon", "Finish": "NA", "PercentComplete": "half", "Priority": "",
        "ConstraintType": 99, "ConstraintDate": "1984-01-01T00:00:00", "Milestone": "maybe",
        "FixedCost": "1e400",
    }  # fmt: skip
    assert empty.tasks(plan([task(1, "Draft", None, **wrong)], StatusDate="NA")) == [
        {"id": "draft", "title": "Draft"}
    ]


def test_blank_rows_and_the_project_summary_are_no_tasks(empty: Board) -> None:
    rows = [
        task(0, "The project", level=0),
        task(1, "First"),
        f"<Task>{elements(UID=2, ID=2, IsNull=1)}</Task>",
        task(3, "Second"),
    ]
    assert [one["id"] for one in empty.tasks(plan(rows))] == ["first", "second"]


def test_what_is_read_of_a_task() -> None:
    fields: dict[str, Any] = {
        "Start": "2027-01-04T08:00:00", "Finish": "2027-01-06T00:00:00", "DurationFormat": 39,
        "Deadline": "2027-02-01T17:00:00+01:00", "PercentComplete": 140, "FixedCost": 125050,
    }  # fmt: skip
    root = read_xml(plan([task(7, "Draft", 2.5, **fields)]), "plan.xml")
    assert not isinstance(root, Refused)
    (found,) = read_plan(root).tasks
    assert (found.uid, found.minutes, found.unit) == (7, 1200, LengthUnit.DAYS)
    assert found.days == (date(2027, 1, 4), date(2027, 1, 5))
    assert found.start == datetime(2027, 1, 4, 8)
    assert (found.deadline, found.percent, found.cost) == (date(2027, 2, 1), 100, 1250.5)
    assert found.place == "Row 7"


@given(st.integers(-(10**8), 10**8))
def test_lengths_come_back(minutes: int) -> None:
    assert read_iso_duration(iso_duration(minutes)) == minutes


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("PT80H0M0S", 4800), ("PT0H0M0S", 0), ("-PT1H30M0S", -90), ("PT0H0M30S", 1), ("PT1.5S", 0),
        ("P2DT1H", 2940), ("P1M", None), ("PT", None), ("P", None), ("", None), ("80 hours", None),
        ("PT999999999H", 10**9),
    ],
)  # fmt: skip
def test_lengths_are_read(text: str, minutes: int | None) -> None:
    assert read_iso_duration(text) == minutes


def test_units_may_be_estimated_or_unknown() -> None:
    assert [unit_of(number).name for number in (7, 39, 8, 40, 19, 51, 21, 53, 0, 99)] == [
        "DAYS", "DAYS", "ELAPSED_DAYS", "ELAPSED_DAYS", "PERCENT", "PERCENT", *["UNKNOWN"] * 4,
    ]  # fmt: skip
    assert LengthUnit.ELAPSED_PERCENT.elapsed
    assert LengthUnit.ELAPSED_PERCENT.percent


@pytest.mark.parametrize(
    ("lag", "tenths"),
    [
        (Lag(2, "d"), 9600),
        (Lag(-1, "w"), -24000),
        (Lag(3, "ed"), 43200),
        (Lag(1, "ew"), 100800),
        (Lag(0, "d"), 0),
    ],
)
def test_lags_are_tenths_of_a_minute(lag: Lag, tenths: int) -> None:
    assert link_lag(lag, WorkingTime()) == tenths


def test_each_type_of_link_has_a_number() -> None:
    assert [LINK_TYPES[number].value for number in range(4)] == ["FF", "FS", "SF", "SS"]
