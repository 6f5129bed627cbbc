"""Fields set and taken out by hand, in every layout that people write; all other bytes stay."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from edit_projects import edited

from pathwayctl.editing.edits import SetField

TASK = "tasks:\n  - id: a\n    title: Old\n"

SET: dict[str, tuple[Any, Any, str, str]] = {
    # name: (the field, its new value, the old lines of task "a" or of the file, the new ones)
    "plain": ("title", "New", "title: Old", "title: New"),
    "comment behind": ("title", "New", "title: Old   # as agreed", "title: New   # as agreed"),
    "trailing spaces": ("title", "New", "title: Old  ", "title: New  "),
    "tab after the colon": ("title", "New", "title:\tOld\t# c", "title:\tNew\t# c"),
    "single quotes": ("title", "It's new", "title: 'Old'", "title: 'It''s new'"),
    "double quotes": ("title", 'Say "new"', 'title: "Old"', 'title: "Say \\"new\\""'),
    "quotes where needed": ("title", "Who: we", "title: Old", 'title: "Who: we"'),
    "a code": ("title", "007", "title: Old", 'title: "007"'),
    "a word for true": ("title", "yes", "title: Old", 'title: "yes"'),
    "a day as text": ("title", "2027-01-04", "title: Old", 'title: "2027-01-04"'),
    "a number sign": ("title", "Task #2 # now", "title: Old", 'title: "Task #2 # now"'),
    "a day": ("deadline", date(2027, 1, 4), "deadline: 2026-12-31 # c", "deadline: 2027-01-04 # c"),
    "a number": ("complete", 60, "complete: 5", "complete: 60"),
    "true": ("private", True, "private: false", "private: true"),
    "empty": ("owner", "dana-ruiz", "owner:", "owner: dana-ruiz"),
    "empty with a comment": ("owner", "dana-ruiz", "owner:  # who?", "owner: dana-ruiz  # who?"),
    "null": ("owner", "dana-ruiz", "owner: ~ # who?", "owner: dana-ruiz # who?"),
    "text on the next line": ("title", "New", "title:\n      Old", "title:\n      New"),
    "comment between key and text": (
        "title", "New", "title:\n      # a note\n      Old", "title:\n      # a note\n      New"),
    "text over lines": ("title", "New", "title: Old\n      and older", "title: New"),
    "quoted text over lines": ("title", "New", 'title: "Old\n      and older" # c', 'title: "New" # c'),
    "folded": ("detail", "Two words", "detail: >-\n      Old\n      words", "detail: >-\n      Two words"),
    "literal": ("detail", "New\nwords\n", "detail: |\n      Old\n", "detail: |\n      New\n      words\n"),
    "literal, blank lines after it": (
        "detail", "New\n", "detail: |\n      Old\n\n\n    # c", "detail: |\n      New\n\n\n    # c"),
    "flow list": ("informed", ["a", "b"], "informed: [x]", "informed: [a, b]"),
    "flow list over lines": ("informed", ["a"], "informed: [x,\n      y]", "informed: [a]"),
    "block list": (
        "informed", ["a", "b"], "informed:\n      - x\n      - y", "informed:\n      - a\n      - b"),
    "block list without indentation": (
        "informed", ["a", "b"], "informed:\n    - x", "informed:\n    - a\n    - b"),
    "text to mapping": (
        "duration", {"low": "1d", "likely": "2d", "high": "3d"},
        "duration: 2d # c", "duration: {low: 1d, likely: 2d, high: 3d} # c"),
    "mapping to text": ("duration", "2d", "duration: {low: 1d, likely: 2d, high: 3d}", "duration: 2d"),
    "block mapping to text": (
        "duration", "2d", "duration:\n      low: 1d\n      likely: 2d\n      high: 3d", "duration: 2d"),
    "inside a flow mapping": (
        "duration.likely", "9d", "duration: {low: 1d, likely: 2d, high: 10d}",
        "duration: {low: 1d, likely: 9d, high: 10d}"),
    "inside a block mapping": (
        "duration.likely", "9d", "duration:\n      low: 1d\n      likely: 2d  # c\n      high: 10d",
        "duration:\n      low: 1d\n      likely: 9d  # c\n      high: 10d"),
    "item of a flow list": (("informed", 1), "z", "informed: [x, y, w]", "informed: [x, z, w]"),
    "item of a block list": (
        ("informed", 1), "z", "informed:\n      - x\n      - y # c", "informed:\n      - x\n      - z # c"),
    "an anchor that nothing repeats": ("title", "New", "title: &t Old # c", "title: &t New # c"),
}  # fmt: skip


@pytest.mark.parametrize("name", SET)
@pytest.mark.parametrize("ending", ["\n", ""])
@pytest.mark.parametrize("break_", ["\n", "\r\n"])
def test_a_field_is_set(name: str, ending: str, break_: str) -> None:
    field, value, old, new = SET[name]
    for after in ("", "    priority: 3\n", "  - id: b\n    title: B\n# the end\n"):
        before = "# head\ntasks:\n  - id: a\n    "
        texts = [f"{before}{lines.rstrip(chr(10))}\n{after}" for lines in (old, new)]
        if lines_end_free(old) and not after:
            texts = [text.rstrip("\n") + ending for text in texts]
        asked, wanted = (text.replace("\n", break_) for text in texts)
        assert edited(asked, SetField("a", field, value)) == wanted
        if not isinstance(value, list | dict):
            assert edited("\ufeff" + asked, SetField("a", field, value)) == "\ufeff" + wanted


def lines_end_free(lines: str) -> bool:
    """Whether a text may end without a line break after these lines: the text of ``|`` keeps its last one."""
    return "|\n" not in lines


NEW: dict[str, tuple[Any, Any, str, str]] = {
    "in the order of the model": (
        "title",
        "T",
        "tasks:\n  - id: a\n    owner: x\n",
        "tasks:\n  - id: a\n    title: T\n    owner: x\n",
    ),
    "after a comment behind": (
        "owner",
        "x",
        "tasks:\n  - id: a\n    title: T # c\n    # p\n    priority: 3\n",
        "tasks:\n  - id: a\n    title: T # c\n    owner: x\n    # p\n    priority: 3\n",
    ),
    "at the end": ("owner", "x", TASK, TASK + "    owner: x\n"),
    "at the end, no line break": ("owner", "x", TASK.rstrip(), TASK + "    owner: x"),
    "before comments that end the file": ("owner", "x", TASK + "\n# end\n", TASK + "    owner: x\n\n# end\n"),
    "after a folded text": (
        "owner",
        "x",
        "tasks:\n  - id: a\n    detail: >-\n      D\n\n    # c\n",
        "tasks:\n  - id: a\n    detail: >-\n      D\n    owner: x\n\n    # c\n",
    ),
    "after a text that keeps its blank lines": (
        "owner",
        "x",
        "tasks:\n  - id: a\n    detail: |+\n      D\n\n  - id: b\n",
        "tasks:\n  - id: a\n    detail: |+\n      D\n\n    owner: x\n  - id: b\n",
    ),
    "in braces": ("owner", "x", "tasks:\n- {id: a, title: T}\n", "tasks:\n- {id: a, title: T, owner: x}\n"),
    "in braces over lines": (
        "owner",
        "x",
        "tasks: [\n  {id: a,\n   title: T,\n  }]\n",
        "tasks: [\n  {id: a,\n   title: T, owner: x,\n  }]\n",
    ),
    "first in braces": (
        "title",
        "T",
        "tasks:\n- {owner: x, id: a}\n",
        "tasks:\n- {owner: x, id: a, title: T}\n",
    ),
    "on the line of the hyphen": (
        "title",
        "T",
        "tasks:\n- owner: x\n  id: a\n",
        "tasks:\n- owner: x\n  id: a\n  title: T\n",
    ),
    "a mapping": (
        "engagement.current",
        "leading",
        "people:\n  - id: a\n    name: A\n    engagement: {desired: leading}\n",
        "people:\n  - id: a\n    name: A\n    engagement: {current: leading, desired: leading}\n",
    ),
    "a mapping that is not there": (
        "engagement.current",
        "leading",
        "people:\n  - id: a\n    name: A\n",
        "people:\n  - id: a\n    name: A\n    engagement: {current: leading}\n",
    ),
    "a mapping that is empty": (
        "engagement.current",
        "leading",
        "people:\n  - id: a\n    engagement:\n    note: N\n",
        "people:\n  - id: a\n    engagement: {current: leading}\n    note: N\n",
    ),
    "a list like the neighbor's": (
        "informed",
        ["v"],
        "tasks:\n  - id: a\n  - id: b\n    informed:\n      - x\n",
        "tasks:\n  - id: a\n    informed:\n      - v\n  - id: b\n    informed:\n      - x\n",
    ),
    "a short list": ("informed", ["v", "z"], TASK, TASK + "    informed: [v, z]\n"),
    "a list of sentences": (
        "outcomes",
        ["One, two", "Three"],
        "meetings:\n- id: a\n",
        "meetings:\n- id: a\n  outcomes:\n  - One, two\n  - Three\n",
    ),
    "a long text": (
        "detail",
        "word " * 30 + "end",
        TASK,
        TASK + "    detail: >-\n      " + "word " * 18 + "word\n      " + "word " * 11 + "end\n",
    ),
    "lines": ("detail", "One\n\nTwo", TASK, TASK + "    detail: |-\n      One\n\n      Two\n"),
    "windows": ("owner", "x", TASK.replace("\n", "\r\n"), (TASK + "    owner: x\n").replace("\n", "\r\n")),
}


@pytest.mark.parametrize("name", NEW)
def test_a_field_is_added(name: str) -> None:
    field, value, old, new = NEW[name]
    assert edited(old, SetField("a", field, value)) == new


OUT: dict[str, tuple[Any, str, str]] = {
    "with its comments": (
        "owner",
        "tasks:\n  - id: a\n    # who\n    owner: x # c\n\n    # p\n    priority: 3\n",
        "tasks:\n  - id: a\n\n    # p\n    priority: 3\n",
    ),
    "comments after a blank line stay": (
        "owner",
        "tasks:\n  - id: a\n    # other\n\n    owner: x\n",
        "tasks:\n  - id: a\n    # other\n\n",
    ),
    "comments of another depth stay": (
        "owner",
        "tasks:\n  - id: a\n      # deep\n    owner: x\n",
        "tasks:\n  - id: a\n      # deep\n",
    ),
    "a folded text, not the lines after it": (
        "detail",
        "tasks:\n  - id: a\n    detail: >\n      D\n\n    # c\n    owner: x\n",
        "tasks:\n  - id: a\n\n    # c\n    owner: x\n",
    ),
    "the last, no line break": ("owner", "tasks:\n  - id: a\n    owner: x", "tasks:\n  - id: a"),
    "the last, no line break, windows": (
        "owner",
        "tasks:\r\n  - id: a\r\n    owner: x",
        "tasks:\r\n  - id: a",
    ),
    "the one on the line of the hyphen": ("title", "tasks:\n- title: T\n  id: a\n", "tasks:\n- id: a\n"),
    "in braces, first": ("title", "tasks:\n- {title: T, id: a, owner: x}\n", "tasks:\n- {id: a, owner: x}\n"),
    "in braces, last": ("owner", "tasks:\n- {title: T, id: a, owner: x}\n", "tasks:\n- {title: T, id: a}\n"),
    "in braces, between": ("id2", "tasks:\n- {title: T, id2: 1, id: a}\n", "tasks:\n- {title: T, id: a}\n"),
    "the only one of a mapping": (
        "engagement.current",
        "people:\n- id: a\n  engagement: # e\n    # c\n    current: x\n  note: N\n",
        "people:\n- id: a\n  engagement: {} # e\n  note: N\n",
    ),
    "an item": (
        ("informed", 0),
        "tasks:\n- id: a\n  informed:\n  - x\n  - y\n",
        "tasks:\n- id: a\n  informed:\n  - y\n",
    ),
    "the only item": (
        ("informed", 0),
        "tasks:\n- id: a\n  informed:\n  - x # c",
        "tasks:\n- id: a\n  informed: []",
    ),
    "the only item in brackets": (
        ("informed", 0),
        "tasks:\n- id: a\n  informed: [ x ] # c\n",
        "tasks:\n- id: a\n  informed: [] # c\n",
    ),
    "what is not there": ("owner", "tasks:\n- id: a\n", "tasks:\n- id: a\n"),
}


@pytest.mark.parametrize("name", OUT)
def test_a_field_is_taken_out(name: str) -> None:
    field, old, new = OUT[name]
    assert edited(old, SetField("a", field, None)) == new


def test_settings_of_the_project_have_no_id() -> None:
    assert edited("pathwayctl: 1\nproject:\n  name: N\n", SetField("project", "name", "M")).endswith(
        "  name: M\n"
    )
    assert (
        edited("pathwayctl: 1\n", SetField("project", "name", "M"), name="pathway.yaml")
        == "pathwayctl: 1\n\nproject:\n  name: M\n"
    )
    assert (
        edited("# c\n", SetField("project", "name", "M"), name="pathway.yaml")
        == "# c\n\nproject:\n  name: M\n"
    )


def test_several_edits_build_on_each_other() -> None:
    edits = [SetField("a", "title", "New"), SetField("a", "owner", "x"), SetField("a", "owner", "v")]
    assert edited(TASK, *edits) == TASK.replace("Old", "New") + "    owner: v\n"


def test_characters_beyond_the_basic_plane_and_marks_count_as_one() -> None:
    text = "\ufefftasks:\r\n  - id: a\r\n    title: 🎉🎉 é # 🎉\r\n    owner: x\r\n"
    assert edited(text, SetField("a", "owner", "v")) == text.replace("x\r", "v\r")
    assert edited(text, SetField("a", "title", "Done 🎓")) == text.replace("🎉🎉 é", "Done 🎓")


def test_texts_that_the_parser_reads_with_stand_ins() -> None:
    text = "tasks:\n- {id: a, title: Who pays?, detail: https://example.org/x}\n"
    assert edited(text, SetField("a", "title", "New")) == text.replace("Who pays?", "New")
    assert edited(text, SetField("a", "detail", "https://example.org")) == text.replace(
        "https://example.org/x", '"https://example.org"'
    )


def test_a_section_of_one_group_is_written_in_lines() -> None:
    once = edited("pathwayctl: 1\n", SetField(("partnership",), "scope", "Welding"), name="partnership.yaml")
    assert once == "pathwayctl: 1\n\npartnership:\n  scope: Welding\n"
    empty = edited(
        "partnership: {}\n", SetField(("partnership",), "scope", "Welding"), name="partnership.yaml"
    )
    assert empty == "partnership:\n  scope: Welding\n"
