"""The file of a baseline is not trusted: whatever is wrong with it is found, at its place."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pathwayctl.baselines.keeping import forget, keep, recall
from pathwayctl.baselines.reading import from_text
from pathwayctl.diagnostics import MOST_OF_A_CODE, Finding, Severity
from pathwayctl.loading.finding_places import Findings
from pathwayctl.rule_pages import RulePage, rule_page
from pathwayctl.writing import NotWritten, Written

HEAD = "baseline: 1\nname: approved\nstart: 2027-01-04\nfinish: 2027-01-29\n"
LINE = "a: {title: A, start: 2027-01-04, finish: 2027-01-08, days: 5}"
GOOD = f"{HEAD}tasks:\n  {LINE}\n"


def findings(text: str | bytes, name: str = "approved") -> tuple[Finding, ...]:
    data = text if isinstance(text, bytes) else text.encode()
    baseline, found = from_text(data, name, "baselines/approved.yaml")
    assert (baseline is None) == any(one.severity is Severity.ERROR for one in found.made)
    return found.made


def only(text: str, name: str = "approved") -> tuple[str, str, int, int]:
    (one,) = findings(text, name)
    assert one.hint
    return one.code, one.message, one.position.line, one.position.column


@pytest.mark.parametrize(
    "rule", [rule_page(f"PW23{number}") for number in range(1, 6)], ids=lambda rule: rule.code
)
def test_the_examples_of_the_rules_are_true(rule: RulePage) -> None:
    assert {one.code for one in findings(rule.triggers)} == {rule.code}
    assert findings(rule.fixed) == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", ("PW231", "This pathwayctl reads baselines that begin with “baseline: 1”.", 1, 1)),
        (
            "baseline: 2\n",
            ("PW231", "This pathwayctl reads baselines that begin with “baseline: 1”, not “2”.", 1, 11),
        ),
        (
            "baseline: true\n",
            ("PW231", "This pathwayctl reads baselines that begin with “baseline: 1”, not “True”.", 1, 11),
        ),
        (
            GOOD.replace("name: approved", "name: other"),
            ("PW235", "The baseline names itself “other”, but its file is called “approved”.", 2, 7),
        ),
        (
            GOOD.replace("name: approved", "name: The Plan"),
            ("PW234", "In the baseline: “name” holds “The Plan”, but an id belongs there.", 2, 7),
        ),
        (GOOD.replace("start: 2027-01-04\nf", "f"), ("PW233", "“start” is missing in the baseline.", 1, 1)),
        (
            GOOD.replace("finish: 2027-01-29", "finish: 2027-01-01"),
            ("PW235", "In the baseline: it finishes on 2027-01-01, before it starts on 2027-01-04.", 4, 9),
        ),
        (f"{GOOD}taks: {{}}\n", ("PW232", "“taks” is not a field of the baseline.", 7, 1)),
        (
            f"{HEAD}tasks: [a]\n",
            (
                "PW234",
                "In the baseline: “tasks” holds “['a']”, but a line for each task belongs there.",
                5,
                8,
            ),
        ),
        (f"{HEAD}tasks:\n  a: A\n", ("PW234", "The line of “a” holds no fields in braces.", 6, 6)),
        (f"{HEAD}tasks:\n  Big One: {{title: A}}\n", ("PW234", "“Big One” is not the id of a task.", 6, 3)),
        (f"{HEAD}tasks:\n  a: {{in: b}}\n", ("PW233", "“title” is missing in “a”.", 6, 6)),
        (
            f"{HEAD}tasks:\n  a: {{title: }}\n",
            ("PW234", "In “a”: “title” holds nothing, but a text belongs there.", 6, 7),
        ),
        (
            f"{HEAD}tasks:\n  a: {{title: A, in: b}}\n",
            ("PW235", "“a” is in “b”, but no group with that id stands above it.", 6, 21),
        ),
        (
            f"{HEAD}tasks:\n  {LINE}\n  b: {{title: B, in: a}}\n",
            ("PW235", "“b” is in “a”, but no group with that id stands above it.", 7, 21),
        ),
        (GOOD.replace(", days: 5", ""), ("PW233", "“days” is missing in “a”.", 6, 6)),
        (
            GOOD.replace("days: 5", "days: -5"),
            ("PW234", "In “a”: “days” holds “-5”, but a number of days belongs there.", 6, 62),
        ),
        (
            GOOD.replace("days: 5", "days: true"),
            ("PW234", "In “a”: “days” holds “True”, but a number of days belongs there.", 6, 62),
        ),
        (
            GOOD.replace("5}", "5, cost: a lot}"),
            ("PW234", "In “a”: “cost” holds “a lot”, but an amount belongs there.", 6, 71),
        ),
        (
            GOOD.replace("5}", "5, complete: 101}"),
            ("PW234", "In “a”: “complete” holds “101”, but a number from 0 to 100 belongs there.", 6, 75),
        ),
        (
            GOOD.replace("5}", "5, depends_on: [b XX]}"),
            ("PW234", "In “a”: “depends_on” holds “['b XX']”, but a list of tasks belongs there.", 6, 77),
        ),
        (
            GOOD.replace("5}", "5, depends_on: b}"),
            ("PW234", "In “a”: “depends_on” holds “b”, but a list of tasks belongs there.", 6, 77),
        ),
        (
            GOOD.replace("5}", "5, as_late_as_possible: false}"),
            ("PW234", "In “a”: “as_late_as_possible” holds “False”, but true belongs there.", 6, 86),
        ),
        (
            GOOD.replace("finish: 2027-01-08", "finish: 2026-12-31"),
            ("PW235", "In “a”: it finishes on 2026-12-31, before it starts on 2027-01-04.", 6, 44),
        ),
        (
            GOOD.replace("finish: 2027-01-08", "finish: friday"),
            ("PW234", "In “a”: “finish” holds “friday”, but a day such as 2027-01-04 belongs there.", 6, 44),
        ),
    ],
)
def test_each_mistake_has_its_words_and_its_place(text: str, said: tuple[str, str, int, int]) -> None:
    assert only(text) == said


def test_a_heading_without_tasks_is_a_baseline_without_tasks() -> None:
    baseline, found = from_text(f"{HEAD}tasks:\n".encode(), "approved", "a.yaml")
    assert found == Findings()
    assert baseline is not None
    assert baseline.tasks == ()
    assert baseline.spans == {}


def test_a_group_with_nothing_in_it_has_no_dates() -> None:
    text = f"{HEAD}tasks:\n  group: {{title: Group}}\n  {LINE}\n"
    baseline, found = from_text(text.encode(), "approved", "a.yaml")
    assert found == Findings()
    assert baseline is not None
    assert list(baseline.spans) == ["a"]


def test_what_is_wrong_with_the_text_itself_is_found_too() -> None:
    assert [one.code[:3] for one in findings(f"{GOOD}  b: {{title: B\n")] == ["PW1"]
    assert [one.code[:3] for one in findings(f"{GOOD}  a: {{title: B}}\n")] == ["PW1"]


def test_a_doubt_about_the_text_does_not_stop_the_comparison() -> None:
    found = findings(GOOD.replace("title: A", "title: yes"))
    assert found
    assert all(one.severity is not Severity.ERROR for one in found)


def test_no_file_floods_the_screen() -> None:
    lines = "".join(f"  t{number}: {{}}\n" for number in range(2 * MOST_OF_A_CODE))
    _, found = from_text(f"{HEAD}tasks:\n{lines}".encode(), "approved", "a.yaml")
    assert len(found.made) == MOST_OF_A_CODE
    assert [one.number for one in found.surplus] == [MOST_OF_A_CODE]


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")))
def test_any_bytes_are_read_without_a_fault(data: bytes) -> None:
    findings(data)


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_a_good_file_that_was_damaged_is_read_without_a_fault(data: st.DataObject) -> None:
    text = GOOD + '  b: {title: "B", in: a, depends_on: [a FS+3d], date: 2027-01-04}\n'
    begin = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(begin, len(text)))
    piece = data.draw(
        st.sampled_from(["", "{", "}", "[", ": ", "&a", "*a", "- ", "\n", "null", "1e9", '"', "<<: "])
    )
    findings(text[:begin] + piece + text[end:])


def test_a_baseline_is_kept_recalled_and_forgotten(tmp_path: Path) -> None:
    baseline, _ = from_text(GOOD.encode(), "approved", "a.yaml")
    assert baseline is not None
    assert keep(tmp_path, baseline) == Written(tmp_path / "baselines" / "approved.yaml", changed=True)
    assert keep(tmp_path, baseline) == Written(tmp_path / "baselines" / "approved.yaml", changed=False)
    assert recall(tmp_path, "approved").baseline == baseline
    assert os.listdir(tmp_path / "baselines") == ["approved.yaml"]  # noqa: PTH208 - no half files are left
    forget(tmp_path, "approved")
    (one,) = recall(tmp_path, "approved").findings
    assert one.code == "PW190"


def test_links_are_not_followed_out_of_the_project(tmp_path: Path) -> None:
    baseline, _ = from_text(GOOD.encode(), "approved", "a.yaml")
    assert baseline is not None
    outside = tmp_path / "outside.yaml"
    outside.write_text(GOOD, "utf-8")
    root = tmp_path / "project"
    (root / "baselines").mkdir(parents=True)
    (root / "baselines" / "approved.yaml").symlink_to(outside)
    assert isinstance(keep(root, baseline), NotWritten)
    assert [one.code for one in recall(root, "approved").findings] == ["PW191"]
    forget(root, "approved")
    assert outside.read_text("utf-8") == GOOD
