"""Rules for people: a list of them, and a page for each."""

from __future__ import annotations

from pathlib import Path

from pathwayctl.reporters.lines import plain
from pathwayctl.reporters.rule_list import write_all, write_one
from pathwayctl.rule_pages import RulePage
from snapshots import check_snapshot

EXPECTED = Path(__file__).parent / "expected"
FULL = RulePage(
    "PW501",
    "warning",
    "A thing that is missing, with a title so long that no screen of eighty columns can hold all of it",
    "It matters, as anyone can see who reads on to the end of this sentence, which is quite a long one.",
    "Add it.",
    "tasks:\n  - {id: a}\n",
    "tasks:\n  - {id: a, title: A}\n",
    "A guide, table 1",
)
SHORT = RulePage("PW190", "error", "A file cannot be opened", "Why.", "Fix.", "", "", "")
OTHER = RulePage("PW191", "error", "A link leads out of the project", "Why.", "Fix.", "", "", "")
NOTE = RulePage("PW601", "note", "Worth a look", "Why.", "Fix.", "", "", "")
GUIDES = {"PW501": ("ccrs", "sector")}


def guides_of(code: str) -> tuple[str, ...]:
    return GUIDES.get(code, ())


def test_a_page_says_all_there_is_to_say() -> None:
    check_snapshot(EXPECTED / "rule.txt", plain(write_one(FULL, ("ccrs", "sector"), 80)))


def test_a_page_leaves_out_what_a_rule_does_not_have() -> None:
    assert plain(write_one(SHORT, (), 80)) == (
        "PW190  A file cannot be opened\n\n"
        "Severity\n  error: stops the schedule and the handouts until it is fixed\n\n"
        "Why it matters\n  Why.\n\n"
        "How to fix it\n  Fix.\n"
    )


def test_the_list_is_in_families_and_then_by_guide() -> None:
    assert plain(write_all((SHORT, OTHER, FULL, NOTE), guides_of, 80)) == (
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
