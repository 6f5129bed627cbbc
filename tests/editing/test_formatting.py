"""``fmt``: one layout for all files, in which they say the same and keep every word and comment."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from layouts import IDS, Dice, file_of

from pathwayctl.editing.formatting import formatted
from pathwayctl.loading.files import read_files
from pathwayctl.source.reading import read

EXAMPLES = sorted((Path(__file__).resolve().parents[2] / "examples").glob("*/pathway.yaml"))
UGLY = """\


# Ours


people:
# about Dana
-   id :   dana-ruiz
    name:    Dana   Ruiz   # the lead
    # in between


    email: >-
          dana

            more
    notes: "a
        b"
    leave:
        - {from: 2027-01-04,
              to:   2027-01-05}
        -
            from: 2027-02-01
            to: 2027-02-02
    phone:
         "937"
tasks:   [ a,   b ]
# the end


"""
NEAT = """\
# Ours

people:
  # about Dana
  - id: dana-ruiz
    name: Dana   Ruiz   # the lead
    # in between

    email: >-
      dana

        more
    notes: "a
        b"
    leave:
      - {from: 2027-01-04,
            to:   2027-01-05}
      -
        from: 2027-02-01
        to: 2027-02-02
    phone:
      "937"
tasks: [ a,   b ]
# the end
"""


def test_what_is_laid_out_and_what_stays() -> None:
    assert formatted(UGLY.encode()) == NEAT.encode()
    assert formatted(NEAT.encode()) == NEAT.encode()


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_line_ends_and_the_mark_at_the_beginning_stay(line_end: str) -> None:
    text = "\ufeff" + UGLY.replace("\n", line_end)
    assert formatted(text.encode()) == ("\ufeff" + NEAT.replace("\n", line_end)).encode()


@pytest.mark.parametrize("main", EXAMPLES, ids=lambda main: main.parent.name)
def test_the_examples_are_laid_out(main: Path) -> None:
    assert [file.name for file in read_files(main.parent)[0] if formatted(file.data) != file.data] == []


@pytest.mark.parametrize(
    "text",
    [
        "people:\n  - id: a\n   name: b\n",
        "people:\n  ? id\n  : a\n",
        "people:\n  - {id: a, id: b}\n",
        "people: [\n",
        "\xff",
    ],
)
def test_a_file_that_cannot_be_laid_out_safely_is_left(text: str) -> None:
    assert formatted(text.encode("latin-1")) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# only a comment\n",
        "---\npeople: []\n...\n",
        "people: &all [a]\ngoals: *all\n",
        "people:\n  - - a\n    - b\n",
        "detail: |+\n  a\n\n\n\ngoals: []\n",
        "detail: |2\n    a\n   b\ngoals: []\n",
        'detail: "a \\\n  b"\n',
    ],
)
def test_what_is_laid_out_already_stays(text: str) -> None:
    assert formatted(text.encode()) == text.encode()


def test_a_comment_below_a_block_scalar_stays_a_comment() -> None:
    text = "people:\n    - detail: |\n            a\n        # a comment\n      id: a\n"
    assert formatted(text.encode()) == b"people:\n  - detail: |\n      a\n    # a comment\n    id: a\n"


@settings(max_examples=300, suppress_health_check=list(HealthCheck))
@given(st.integers(1, 3), st.integers(0, 2**40))
def test_generated_files_say_the_same_and_keep_all_but_blanks(most: int, seed: int) -> None:
    text, value = file_of(Dice(seed), list(IDS), most)
    reading = read(text.encode())
    if not reading.whole or reading.value != value:
        event("not a file that can be read as it was meant")
        return
    new = formatted(text.encode())
    assert new is not None
    assert read(new).value == value
    assert new.split() == text.encode().split() or b"".join(new.split()) == b"".join(text.encode().split())
    assert formatted(new) == new
    assert b"\n\n\n" not in new.replace(b"\r", b"") or "+" in text
    event("changed" if new != text.encode() else "neat already")
