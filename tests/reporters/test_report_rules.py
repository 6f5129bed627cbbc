"""Rules for people: a list of them, and a page for each."""

from __future__ import annotations

from pathlib import Path

from pathwayctl.diagnostics import Rule, Severity
from pathwayctl.reporters.lines import plain
from pathwayctl.reporters.rules import write_all, write_one
from snapshots import check_snapshot

EXPECTED = Path(__file__).parent / "expected"
FULL = Rule(
    "PW501",
    Severity.WARNING,
    "A thing that is missing, with a title so long that no screen of eighty columns can hold all of it",
    "It matters, as anyone can see who reads on to the end of this sentence, which is quite a long one.",
    "Add it.",
    "A guide, table 1",
    ("ccrs", "sector"),
    "tasks:\n  - {id: a}\n",
    "tasks:\n  - {id: a, title: A}\n",
)
SHORT = Rule("PW190", Severity.ERROR, "A file cannot be opened", "Why.", "Mend.", "pathwayctl")
OTHER = Rule("PW191", Severity.ERROR, "A link leads out of the project", "Why.", "Mend.")
NOTE = Rule("PW601", Severity.NOTE, "Worth a look", "Why.", "Mend.")


def test_a_page_says_all_there_is_to_say() -> None:
    check_snapshot(EXPECTED / "rule.txt", plain(write_one(FULL, 80)))


def test_a_page_leaves_out_what_a_rule_does_not_have() -> None:
    assert plain(write_one(SHORT, 80)) == (
        "PW190  A file cannot be opened\n\n"
        "Severity\n  error: nothing is scheduled or printed until it is fixed\n\n"
        "Why it matters\n  Why.\n\n"
        "How to fix it\n  Mend.\n"
    )


def test_the_list_is_in_families_and_then_by_guide() -> None:
    assert plain(write_all((SHORT, OTHER, FULL, NOTE), 80)) == (
        "The text of the files (PW1xx)\n"
        "  PW190  error    A file cannot be opened\n"
        "  PW191  error    A link leads out of the project\n"
        "\n"
        "The health of the plan (PW6xx)\n"
        "  PW601  note     Worth a look\n"
        "\n"
        "Only for projects that follow ccrs: Designing a Career Pathways System\n"
        "  PW501  warning  A thing that is missing, with a title so long that no screen\n"
        "                  of eighty columns can hold all of it\n"
        "\n"
        "Only for projects that follow sector: Creating Career Pathways in Colorado: 17\n"
        "steps\n"
        "  PW501  warning  A thing that is missing, with a title so long that no screen\n"
        "                  of eighty columns can hold all of it\n"
        "\n"
        "To read about one: pathwayctl rule PW190\n"
    )
