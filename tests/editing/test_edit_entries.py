"""Entries added, removed, renamed, and moved by hand, with the comments that belong to them."""

from __future__ import annotations

import pytest
from edit_projects import data_of, edited, edited_files
from hypothesis import given
from hypothesis import strategies as st

from pathwayctl.diagnostics import Path
from pathwayctl.editing.edits import AddEntry, MoveEntry, RemoveEntry, RemovePlaces, RenameId, SetField
from pathwayctl.editing.removal import in_order

ADDED: dict[str, tuple[str, str]] = {
    "block": (
        "tasks:\n  - id: a\n    title: A # c\n# end\n",
        "tasks:\n  - id: a\n    title: A # c\n  - id: new\n    title: New\n# end\n",
    ),
    "comments within the last one": (
        "tasks:\n  - id: a\n    assigned:\n      # dana: 1\n\n      # lee: 1\n  # end\n",
        "tasks:\n  - id: a\n    assigned:\n      # dana: 1\n\n      # lee: 1\n"
        "  - id: new\n    title: New\n  # end\n",
    ),
    "no indentation": ("tasks:\n- id: a\n", "tasks:\n- id: a\n- id: new\n  title: New\n"),
    "no line break at the end": ("tasks:\n- id: a", "tasks:\n- id: a\n- id: new\n  title: New"),
    "wide hyphens": ("tasks:\n-   id: a\n", "tasks:\n-   id: a\n-   id: new\n    title: New\n"),
    "a blank line between": (
        "tasks:\n- id: a\n\n# b\n- id: b\n\n",
        "tasks:\n- id: a\n\n# b\n- id: b\n\n- id: new\n  title: New\n\n",
    ),
    "braces": ("tasks:\n  - {id: a}\n", "tasks:\n  - {id: a}\n  - {id: new, title: New}\n"),
    "brackets": ("tasks: [{id: a}] # c\n", "tasks: [{id: a}, {id: new, title: New}] # c\n"),
    "brackets over lines": (
        "tasks: [\n  {id: a},\n]\n",
        "tasks: [\n  {id: a}, {id: new, title: New},\n]\n",
    ),
    "empty": ("tasks: # c\n# d\n", "tasks: # c\n  - id: new\n    title: New\n# d\n"),
    "empty brackets": ("tasks: [] # c\n", "tasks: # c\n  - id: new\n    title: New\n"),
    "an empty section beside another": (
        "people:\n- id: p\ntasks:\n",
        "people:\n- id: p\ntasks:\n- id: new\n  title: New\n",
    ),
    "no such section": ("people: []\n", "people: []\n\ntasks:\n  - id: new\n    title: New\n"),
    "no such section, no line break": ("people: []", "people: []\n\ntasks:\n  - id: new\n    title: New"),
    "windows": ("tasks:\r\n- id: a\r\n", "tasks:\r\n- id: a\r\n- id: new\r\n  title: New\r\n"),
    "an item on the next line": (
        "tasks:\n-\n  # c\n  id: a\n",
        "tasks:\n-\n  # c\n  id: a\n- id: new\n  title: New\n",
    ),
}


@pytest.mark.parametrize("name", ADDED)
def test_an_entry_is_added(name: str) -> None:
    old, new = ADDED[name]
    assert edited(old, AddEntry("tasks", {"title": "New", "id": "new"}, file="work.yaml")) == new


def test_an_entry_goes_where_the_last_one_of_its_kind_is() -> None:
    texts = {"a.yaml": "risks:\n- id: a\n", "b.yaml": "risks: []\n", "c.yaml": "tasks:\n- id: c\n"}
    after = edited_files(texts, AddEntry("risks", {"id": "new"}), AddEntry("goals", {"id": "g"}))
    assert after["a.yaml"] == b"risks:\n- id: a\n- id: new\n"
    assert after["goals.yaml"] == b"goals:\n  - id: g\n"


def test_keys_come_in_the_order_of_the_neighbor_then_of_the_model() -> None:
    text = "tasks:\n- title: A\n  id: a\n"
    after = edited(text, AddEntry("tasks", {"owner": "x", "duration": "2d", "id": "new", "title": "New"}))
    assert after == text + "- title: New\n  id: new\n  duration: 2d\n  owner: x\n"


def test_items_are_added_inside_entries() -> None:
    text = "tasks:\n- id: a\n  depends_on: [b]\n  informed:\n  - x # c\n- id: b\n"
    after = edited(
        text,
        AddEntry(("a", "depends_on"), "c SS+2d"),
        AddEntry(("a", "informed"), "z"),
        AddEntry(("b", "consulted"), "z"),
        AddEntry(("b", "tasks"), {"id": "new", "title": "New"}),
    )
    assert after == (
        "tasks:\n- id: a\n  depends_on: [b, c SS+2d]\n  informed:\n  - x # c\n  - z\n"
        "- id: b\n  consulted: [z]\n  tasks:\n  - id: new\n    title: New\n"
    )


REMOVED: dict[str, tuple[str, str]] = {
    "between": (
        "tasks:\n- id: x\n# of a\n# too\n- id: a\n  title: A\n  # in a\n  owner: o # c\n# of b\n- id: b\n",
        "tasks:\n- id: x\n# of b\n- id: b\n",
    ),
    "last": ("tasks:\n- id: x\n\n- id: a # c\n\n# end\n", "tasks:\n- id: x\n\n\n# end\n"),
    "only": ("tasks: # t\n# a\n- id: a # c\n# end\nrisks: []\n", "tasks: [] # t\n# end\nrisks: []\n"),
    "only, no line break": ("risks: []\ntasks:\n- id: a", "risks: []\ntasks: []"),
    "a comment above a blank line stays": ("tasks:\n# x\n\n- id: a\n- id: b\n", "tasks:\n# x\n\n- id: b\n"),
    "brackets": ("tasks: [{id: x}, {id: a}, {id: b}]\n", "tasks: [{id: x}, {id: b}]\n"),
    "first in brackets": ("tasks: [{id: a}, {id: b}]\n", "tasks: [{id: b}]\n"),
    "only one in brackets": ("tasks: [{id: a}]\n", "tasks: []\n"),
    "an item on the next line": ("tasks:\n-\n  # c\n  id: a\n- id: b\n", "tasks:\n- id: b\n"),
    "nested": (
        "tasks:\n- id: x\n  tasks:\n  - id: a\n    title: A\n  - id: b\n",
        "tasks:\n- id: x\n  tasks:\n  - id: b\n",
    ),
    "windows": ("tasks:\r\n- id: x\r\n# a\r\n- id: a\r\n", "tasks:\r\n- id: x\r\n"),
    "comments within it": ("tasks:\n- id: x\n- id: a\n\n  # of a\n# end\n", "tasks:\n- id: x\n# end\n"),
}


@pytest.mark.parametrize("name", REMOVED)
def test_an_entry_is_removed(name: str) -> None:
    old, new = REMOVED[name]
    assert edited(old, RemoveEntry("a")) == new


def test_an_id_is_renamed_wherever_the_model_says_that_it_is_one() -> None:
    texts = {
        "people.yaml": "people:\n- id: 'draft' # c\n  name: draft\n  organization: draft-org\n",
        "work.yaml": (
            "tasks:\n- id: a # draft\n  title: draft\n  owner: draft\n  assigned: {draft: 0.5, b: 1}\n"
            '  informed:\n  - "draft" # draft\n  - draft-2\n  consulted: [draft, x-draft]\n'
        ),
        "other.yaml": "meetings:\n- id: m\n  agenda:\n  - {title: draft, minutes: 5, lead: draft}\n",
    }
    after = edited_files(texts, RenameId("draft", "new-name"))
    assert {name: data.decode() for name, data in after.items()} == {
        "people.yaml": "people:\n- id: 'new-name' # c\n  name: draft\n  organization: draft-org\n",
        "work.yaml": (
            "tasks:\n- id: a # draft\n  title: draft\n  owner: new-name\n  assigned: {new-name: 0.5, b: 1}\n"
            '  informed:\n  - "new-name" # draft\n  - draft-2\n  consulted: [new-name, x-draft]\n'
        ),
        "other.yaml": "meetings:\n- id: m\n  agenda:\n  - {title: draft, minutes: 5, lead: new-name}\n",
    }


def test_links_keep_their_kind_and_lag_when_a_task_is_renamed() -> None:
    text = (
        "tasks:\n- id: draft\n- id: b\n  depends_on: [draft SS+2d, 'draft FS + 3ed', draft-2]\n"
        '- id: c\n  depends_on:\n  - draft\n  tasks:\n  - id: d\n    depends_on: [ "draft" ]\n'
    )
    assert edited(text, RenameId("draft", "plan")) == text.replace("draft", "plan").replace(
        "plan-2", "draft-2"
    )


def test_an_id_that_an_alias_repeats_is_renamed_where_it_is_written() -> None:
    text = "tasks:\n- id: a\n  owner: &o dana\n- id: b\n  owner: *o\npeople:\n- id: dana\n"
    assert edited(text, RenameId("dana", "lee")) == text.replace("dana", "lee")


WORK = """\
tasks:
  # First
  - id: a
    title: A
    detail: |
      Line

      - id: not an entry
    tasks:
      # Of b
      - id: b
        title: >-
          B is
          long
        # why
        owner: x  # c
      - id: c
        title: C

  # Last
  - id: d
    title: D
"""


def test_an_entry_moves_under_another_task_with_its_comments() -> None:
    after = edited(WORK, MoveEntry("b", under="d"))
    moved = WORK[WORK.index("      # Of b") : WORK.index("      - id: c")]
    assert after == WORK.replace(moved, "") + "    tasks:\n" + moved


def test_an_entry_moves_up_and_is_indented_anew() -> None:
    after = edited(WORK, MoveEntry("b", before="d"))
    moved = WORK[WORK.index("      # Of b") : WORK.index("      - id: c")]
    out = "".join(line[4:] for line in moved.splitlines(keepends=True))
    assert after == WORK.replace(moved, "").replace("  # Last\n", f"{out}\n  # Last\n")


def test_an_entry_moves_down_into_another_and_out_again() -> None:
    once = edited(WORK, MoveEntry("d", before="c"))
    assert once.endswith("      # Last\n      - id: d\n        title: D\n      - id: c\n        title: C\n\n")
    assert data_of(edited(once, MoveEntry("d", file="work.yaml"))) == data_of(WORK)


def test_an_entry_moves_to_another_file_in_the_style_of_that_file() -> None:
    texts = {"work.yaml": WORK, "more.yaml": "tasks:\r\n-   id: m\r\n", "new/file.yaml": ""}
    after = edited_files(texts, MoveEntry("b", file="more.yaml"), MoveEntry("d", file="new/file.yaml"))
    assert after["more.yaml"] == (
        b"tasks:\r\n-   id: m\r\n# Of b\r\n- id: b\r\n  title: >-\r\n    B is\r\n    long\r\n"
        b"  # why\r\n  owner: x  # c\r\n"
    )
    assert after["new/file.yaml"] == b"tasks:\n  # Last\n  - id: d\n    title: D\n"
    assert edited_files(texts, MoveEntry("d", file="brand-new.yaml"))["brand-new.yaml"].startswith(b"tasks:")


def test_an_entry_in_braces_moves_as_it_is_written_there() -> None:
    text = "tasks:\n- {id: a, title: A}\n- id: b\n  title: B\n  tasks:\n  - id: c\n"
    assert (
        edited(text, MoveEntry("a", under="b"))
        == "tasks:\n- id: b\n  title: B\n  tasks:\n  - id: c\n  - {id: a, title: A}\n"
    )


def test_the_last_entry_moves_without_a_line_break_at_the_end() -> None:
    text = "tasks:\n- id: a\n- id: b"
    assert edited(text, MoveEntry("b", before="a")) == "tasks:\n- id: b\n- id: a"
    assert edited(text, MoveEntry("a", under="b")) == "tasks:\n- id: b\n  tasks:\n  - id: a"
    assert edited(text, MoveEntry("b", under="a")) == "tasks:\n- id: a\n  tasks:\n  - id: b"


MANY_PLACES = {
    "a.yaml": """\
tasks:
  # The first.
  - id: a
    owner: p
    assigned: {p: 0.5, q: 1}
    depends_on: [e, f, g]
    tasks:
      - id: b
        owner: p # for now
        informed:
          - p
          # And the other.
          - q
      # The third.
      - id: c
        consulted: [p]
""",
    "b.yaml": "tasks:\n- id: d\n  title: D\n- id: e # last\n- id: f\nrisks:\n- id: r\n  owner: p\n",
}
PLACES: tuple[Path, ...] = (
    *((("tasks", number)) for number in range(4)),
    *((("tasks", 0, "tasks", number)) for number in range(2)),
    *((("tasks", 0, "depends_on", number)) for number in range(3)),
    *((("tasks", 0, name)) for name in ("owner", "assigned", "tasks")),
    ("tasks", 0, "assigned", "p"),
    ("tasks", 0, "assigned", "q"),
    ("tasks", 0, "tasks", 0, "owner"),
    ("tasks", 0, "tasks", 0, "informed", 0),
    ("tasks", 0, "tasks", 0, "informed", 1),
    ("tasks", 0, "tasks", 1, "consulted", 0),
    ("tasks", 1, "title"),
    ("risks", 0, "owner"),
)


@given(st.sets(st.sampled_from(PLACES)))
def test_places_removed_at_once_leave_what_is_left_when_they_are_removed_one_by_one(found: set[Path]) -> None:
    outer = [one for one in found if not any(one[:end] in found for end in range(len(one)))]
    one_by_one = [
        RemoveEntry(path) if isinstance(path[-1], int) else SetField(path[:-1], path[-1:], None)
        for path in sorted(outer, key=in_order, reverse=True)
    ]
    assert edited_files(MANY_PLACES, RemovePlaces(tuple(outer))) == edited_files(MANY_PLACES, *one_by_one)
