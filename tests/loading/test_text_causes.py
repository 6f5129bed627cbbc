"""A mistake in the text of a file and what does not fit because of it are one finding, with the cause."""

from __future__ import annotations

import pytest

from conftest import HEAD, MakeProject
from pathwayctl.diagnostics import Finding
from pathwayctl.loading.project import load

TASK = "tasks:\n  - id: a\n    title: A\n"


def findings(make_project: MakeProject, text: str) -> list[Finding]:
    loaded = load(make_project({"work.yaml": text}))
    return sorted(loaded.findings, key=lambda one: one.order)


@pytest.mark.parametrize(
    ("text", "code", "hint"),
    [
        (
            TASK + "    depends_on: [“b”]\n",
            "PW213",
            "not the quotes of the keyboard, but a part of the text. Write b",
        ),
        (TASK + "    deadline: “2027-02-01”\n", "PW209", "part of the text. Write deadline: 2027-02-01"),
        (
            TASK + "    deadline: 2027–02–01\n",
            "PW209",
            "en dash (U+2013) here, not the hyphen of the keyboard.",
        ),
        (
            TASK + "    deadline: 2027-02-01,\n",
            "PW209",
            "ends with a comma, which becomes part of the value. Write deadline: 2027-02-01",
        ),
        (TASK + "    depends_on: ［b， c］\n", "PW204", "Write “depends_on: [b, c]”."),
        (
            "tasks:\n  - id：x\n",
            "PW204",
            "fullwidth colon (U+FF1A) here, not the “:” of the keyboard. Write “- id: x”.",
        ),
        (TASK + "    cost: １２００\n", "PW215", "of the keyboard. Write cost: 1200"),
        (TASK + "    depends_on: [b FS–2d]\n", "PW213", "Write b FS-2d."),
        (TASK + "    consulted:\n      • lee\n      • dana\n", "PW204", "Write “- lee”."),
        (
            "tasks:\n  - id: a\n    title: #1 priority\n",
            "PW216",
            'Write "#1 priority" with quotes around it.',
        ),
        ("tasks:\n  - id: сор\n    title: A\n", "PW207", "Write cop."),
    ],
)
def test_a_value_that_does_not_fit_names_the_character_as_the_cause(
    make_project: MakeProject, text: str, code: str, hint: str
) -> None:
    (finding,) = findings(make_project, text)
    assert finding.code == code
    assert hint in finding.hint


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (TASK + "    duration: 5d\u200b\n", "PW103"),
        ("tasks:\n  - {id: a, title\u200b: A}\n", "PW103"),
        ("tasks:\n  - {id: a, titlе: A}\n", "PW124"),
        ("tasks:\n  - {id: a, title: Hire, train}\n", "PW121"),
        ("tasks:\n  - {id: a, title: A, cost: 12,500}\n", "PW121"),
        ("tasks:\n  - {id: a, title: A, consulted: {b, c}}\n", "PW121"),
        ("tasks:\n  – id: a\n", "PW124"),
        ("tasks:\n  -id: a\n", "PW120"),
        ("tasks:\n  -id: a\n    title: A\n", "PW120"),
        ("tasks:\n  A\tB\tC\n  D\tE\tF\n", "PW127"),
        (TASK + "    cost: [1200\n", "PW116"),
    ],
)
def test_what_follows_from_a_mistake_in_the_text_is_no_finding_of_its_own(
    make_project: MakeProject, text: str, code: str
) -> None:
    found = [finding.code for finding in findings(make_project, text)]
    assert found == [code]


@pytest.mark.parametrize("blank", ["durration:", "durration: ~", "durration:   # later"])
def test_an_unknown_field_without_a_value_is_found(make_project: MakeProject, blank: str) -> None:
    (finding,) = findings(make_project, f"{TASK}    {blank}\n")
    assert (finding.code, finding.hint) == ("PW202", "Write duration:")


def test_the_rest_of_a_broken_file_is_checked_and_what_was_lost_is_unread(make_project: MakeProject) -> None:
    people = """\
people:
  - id: dana
    name: Dana: Roe
    category: k-12
  - id: sam
\tname: Sam
    category: k-12
  - id: kim
    name: Kim Poe
    category: k-12
    colour: red
"""
    loaded = load(make_project({"people.yaml": people, "work.yaml": f"{TASK}    consulted: [sam, dana]\n"}))
    found = sorted(loaded.findings, key=lambda one: one.order)
    assert [(one.code, one.position.line) for one in found] == [("PW113", 3), ("PW110", 6), ("PW202", 11)]
    assert [person.name for person in loaded.plan.people] == ["Dana: Roe", "Kim Poe"]
    assert "sam" in loaded.unread
    assert not loaded.sound


def test_the_ids_of_a_section_that_appears_twice_are_unread(make_project: MakeProject) -> None:
    text = "tasks:\n  - id: a\n    title: A\npeople: []\ntasks:\n  - id: b\n    title: B\n"
    loaded = load(make_project({"work.yaml": text}))
    (finding,) = loaded.findings
    assert finding.message == "“tasks” appears twice in this file: first in line 1, then here."
    assert finding.hint == "Put its entries below those of line 1, and delete line 5."
    assert loaded.unread == {"b"}


def test_the_main_file_is_read_past_its_mistakes(make_project: MakeProject) -> None:
    head = HEAD.replace("name: Example", "name: Example: ours")
    loaded = load(make_project({"pathway.yaml": head}))
    assert [finding.code for finding in loaded.findings] == ["PW113"]
    assert loaded.plan.project.name == "Example: ours"
