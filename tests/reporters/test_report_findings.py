"""Findings for people and for programs."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from report_plans import finding, reported
from rich.cells import cell_len

from pathwayctl.diagnostics import Position, Severity
from pathwayctl.reporters.findings.view import FindingsReport
from pathwayctl.reporters.lines import plain
from pathwayctl.reporters.registry import FINDINGS
from snapshots import check_snapshot

EXPECTED = Path(__file__).parent / "expected"
WARNING, NOTE = Severity.WARNING, Severity.NOTE


def text_of(*reports: FindingsReport, width: int = 80) -> str:
    return plain(FINDINGS.writer("text")(reports, width))


def excerpt(text: str, column: int, end_column: int = 0, *, width: int = 80, end_line: int = 0) -> list[str]:
    """The line of the file and the line with the carets, as they are shown."""
    shown = text_of(reported(finding(1, column, end_column, end_line=end_line), text=text), width=width)
    return shown.splitlines()[3:5]


def test_findings_of_all_kinds_as_people_read_them() -> None:
    text = "tasks:\n  - id: kickoff\n    depends_on: [lanch]\n"
    report = reported(
        finding(3, 18, 23, message="“lanch” is not there.\nNor is it elsewhere.", hint="Write “launch”."),
        finding(9, 1, message="Past the end of the file."),
        finding(1, 1, file="gone.yaml", message="A file that is not there.", hint=""),
        finding(2, 5, 7, severity=WARNING, code="PW501", hint="Add these lines:\nproject:\n  name: ..."),
        finding(2, 1, severity=NOTE, code="PW601"),
        text=text,
        folder="my-project/",
        name="my-project",
    )
    check_snapshot(EXPECTED / "findings.txt", text_of(report))


def test_the_carets_stand_under_the_place() -> None:
    assert excerpt("owner: dana", 8, 12) == ["  1 | owner: dana", "    |        ^^^^"]


def test_a_tab_is_one_column_wide_as_in_the_count() -> None:
    assert excerpt("\towner: dana", 9, 13) == ["  1 |  owner: dana", "    |         ^^^^"]


def test_wide_letters_before_the_place_move_the_carets() -> None:
    assert excerpt("{id: 職業, owner: dana}", 10, 15) == [
        "  1 | {id: 職業, owner: dana}",
        "    |            ^^^^^",
    ]
    assert excerpt("職業", 1, 3) == ["  1 | 職業", "    | ^^^^"]


def test_letters_that_take_no_room_do_not_move_the_carets() -> None:
    shown, carets = excerpt("a\u202e\x1bb: c", 7, 8)
    assert shown == "  1 | ab: c"
    assert carets.index("^") == shown.index("c")


def test_a_place_over_several_lines_reaches_to_the_end_of_its_first() -> None:
    assert excerpt("detail: begins here\n  and goes on", 9, 3, end_line=2) == [
        "  1 | detail: begins here",
        "    |         ^^^^^^^^^^^",
    ]


def test_a_place_past_the_end_of_its_line_is_shown_at_the_end() -> None:
    assert excerpt("name:", 40, 44) == ["  1 | name:", "    |      ^"]
    assert excerpt("name: x", 5, 2) == ["  1 | name: x", "    |     ^"]


@pytest.mark.parametrize("width", [40, 60, 80, 100, 200])
@pytest.mark.parametrize("column", [1, 20, 150, 290, 296])
@pytest.mark.parametrize("length", [1, 5, 400])
def test_a_long_line_is_cut_around_the_place(width: int, column: int, length: int) -> None:
    text = "".join(chr(ord("a") + place % 26) for place in range(300))
    shown, carets = excerpt(text, column, column + length, width=width)
    assert max(cell_len(shown), len(carets)) <= min(width, 100)
    assert shown[carets.index("^")] == text[column - 1]


def test_a_long_line_of_wide_letters_is_cut_to_the_screen() -> None:
    shown, carets = excerpt("職" * 100 + "here" + "業" * 100, 101, 105)
    assert cell_len(shown) <= 80
    assert cell_len(shown[: shown.index("here")]) == carets.index("^")
    assert carets.count("^") == 4


@pytest.mark.parametrize("data", [b"", b"\n", b"   \n"])
def test_where_nothing_stands_nothing_is_shown(data: bytes) -> None:
    report = FindingsReport("", "", (finding(1, 1),), {"work.yaml": data})
    assert " | " not in text_of(report)


def test_old_line_ends_and_bytes_that_are_no_text_are_borne() -> None:
    report = FindingsReport(
        "", "", (finding(2, 7, 11),), {"work.yaml": b"\xef\xbb\xbfa: 1\rowner: Pe\xf1a\r\nx: 1"}
    )
    assert "  2 | owner: Pe\ufffda\n    |       ^^^^\n" in text_of(report)


def test_the_texts_are_folded_to_the_screen() -> None:
    text = text_of(reported(finding(message="Some long words. " * 20)), width=50)
    assert max(map(len, text.splitlines())) <= 50
    wide = text_of(reported(finding(message="Some long words. " * 20)), width=300)
    assert 90 < max(map(len, wide.splitlines())) <= 100


@pytest.mark.parametrize(
    ("reports", "end"),
    [
        ([reported()], "No problems found in 2 files.\nNext: pathwayctl schedule\n"),
        ([reported(name="my plan")], 'No problems found in 2 files.\nNext: pathwayctl schedule "my plan"\n'),
        (
            [reported(name="a"), reported(name="b")],
            "No problems found in 4 files.\nNext: pathwayctl schedule a\n",
        ),
        (
            [reported(left_out=3)],
            "No problems found in 2 files. 3 other findings are hidden by your options.\n"
            "Next: pathwayctl schedule\n",
        ),
        (
            [reported(finding(severity=NOTE, code="PW601"), finding(severity=WARNING, code="PW501"))],
            "Found 1 warning and 1 note in 2 files.\n"
            "None of these stops the schedule.\nTo read about one: pathwayctl rule PW501\n"
            "To see everything: pathwayctl validate --all\n",
        ),
        (
            [reported(finding(severity=NOTE, code="PW601"), left_out=1)],
            "Found 1 note in 2 files. 1 other finding is hidden by your options.\n"
            "To read about one: pathwayctl rule PW601\n",
        ),
        (
            [reported(finding(severity=NOTE)), reported(finding(code="PW401"))],
            "Found 1 error and 1 note in 4 files.\nFix the errors first, then run this again.\n"
            "To read about one: pathwayctl rule PW401\n"
            "To see everything: pathwayctl validate --all\n",
        ),
    ],
)
def test_the_end_says_what_comes_next(reports: list[FindingsReport], end: str) -> None:
    assert text_of(*reports, width=100).endswith(end)


def test_json_holds_what_scripts_rely_on() -> None:
    place = finding(3, 18, 23, message="“Peña” 🎓", severity=WARNING, code="PW501", hint="Write it.")
    text = plain(FINDINGS.writer("json")((reported(place, folder="my-project/", name="my-project"),), 80))
    assert text.isascii()
    assert json.loads(text) == {
        "version": 1,
        "summary": {"errors": 0, "warnings": 1, "notes": 0},
        "findings": [
            {
                "code": "PW501",
                "severity": "warning",
                "message": "“Peña” 🎓",
                "hint": "Write it.",
                "file": "work.yaml",
                "line": 3,
                "column": 18,
                "end_line": 3,
                "end_column": 23,
            }
        ],
    }


def test_json_of_several_projects_says_which_one_is_meant() -> None:
    reports = (reported(finding(), name="a"), reported(finding(), name=""))
    found = json.loads(plain(FINDINGS.writer("json")(reports, 80)))["findings"]
    assert [one["project"] for one in found] == ["a", "."]


def test_github_is_told_the_file_from_the_top_of_the_repository() -> None:
    one = finding(2, 5, 9, message="50% of “a,b”\nare gone: all", hint="Mend\r\nit.")
    report = replace(reported(one), repository="plans/x: y/")
    assert plain(FINDINGS.writer("github")((report,), 80)).splitlines()[0] == (
        "::error file=plans/x%3A y/work.yaml,line=2,col=5,endLine=2,endColumn=9,title=PW301"
        "::50%25 of “a,b”%0Aare gone: all%0AMend%0D%0Ait."
    )


@pytest.mark.parametrize(("severity", "level"), [(WARNING, "warning"), (NOTE, "notice")])
def test_github_is_told_how_much_a_finding_matters(severity: Severity, level: str) -> None:
    shown = plain(FINDINGS.writer("github")((reported(finding(severity=severity, hint="")),), 80))
    assert shown.splitlines()[0] == (
        f"::{level} file=work.yaml,line=1,col=1,endLine=1,endColumn=2,title=PW301::Something is wrong."
    )


@pytest.mark.parametrize("form", FINDINGS)
def test_every_format_can_say_that_nothing_is_wrong(form: str) -> None:
    assert isinstance(plain(FINDINGS.writer(form)((reported(),), 80)), str)


def test_a_finding_reaches_at_least_over_one_letter() -> None:
    assert finding().position == Position(1, 1, 1, 2)


NAMED = "people:\n" + "".join(f"  - {{id: p{number}, owner: keisha}}\n" for number in range(10, 26))


def test_one_mistake_in_many_places_is_one_finding_on_the_screen() -> None:
    found = [
        finding(line, 22, 28, message=f"“Task {line}” is owned by “keisha”, but no person has that id.")
        for line in range(2, 18)
    ]
    other = finding(3, 1, message="“lee” is not there.")
    text = text_of(reported(*found, other, text=NAMED))
    assert text.count("^^^^^^") == 1
    assert "“Task 2” is owned by “keisha”" in text
    assert "“keisha” is also in 15 other places: work.yaml lines 3, 4," in " ".join(text.split())
    assert "“lee” is not there." in text
    assert "Found 17 errors in 2 files." in text
    assert "--all" not in text


def test_of_very_many_places_with_one_cause_only_some_are_named() -> None:
    text = "people:\n" + "owner: keisha\n" * 400
    found = [finding(line, 8, 14, message=f"“T{line}” is owned by “keisha”.") for line in range(2, 402)]
    shown = " ".join(text_of(reported(*found, text=text)).split())
    assert "“keisha” is also in 399 other places: work.yaml lines 3, 4," in shown
    assert "21, and 22; and 379 more." in shown
    assert "To see everything: pathwayctl validate --all" in shown


def test_of_many_findings_of_one_kind_the_first_are_shown_and_some_more_listed() -> None:
    found = [finding(line, message=f"Number {line} is wrong.", severity=WARNING) for line in range(1, 31)]
    text = text_of(reported(*found, text="x\n" * 30))
    assert text.count("    | ^") == 3
    assert "  27 more of PW301:\n    work.yaml:4:1 Number 4 is wrong.\n" in text
    assert "    work.yaml:8:1 Number 8 is wrong.\n    … and 22 others\n" in text
    assert "To see everything: pathwayctl validate --all\n" in text
    whole = text_of(replace(reported(*found, text="x\n" * 30), whole=True))
    assert whole.count("    | ^") == 30
    assert "--all" not in whole


def test_errors_come_first_whatever_their_file_is_called() -> None:
    text = text_of(
        reported(
            finding(file="a.yaml", severity=NOTE, code="PW601"),
            finding(file="b.yaml", severity=WARNING, code="PW501"),
            finding(file="z.yaml", code="PW301"),
        )
    )
    places = [text.index(f"{name}.yaml:1:1") for name in "zba"]
    assert places == sorted(places)
    assert text.startswith("1 error: stops the schedule and the handouts\nz.yaml")
    assert "\n1 warning: to look at\nb.yaml" in text
    assert "\n1 note: for your information\na.yaml" in text


def test_programs_get_every_finding_by_itself_and_in_the_order_of_the_files() -> None:
    found = [finding(line, 1, message="“x” is wrong.") for line in range(1, 40)]
    report = reported(*found, text="x\n" * 40)
    assert len(json.loads(plain(FINDINGS.writer("json")((report,), 80)))["findings"]) == 39
    assert len(json.loads(plain(FINDINGS.writer("gitlab")((report,), 80)))) == 39
