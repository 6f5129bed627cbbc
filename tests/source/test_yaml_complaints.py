"""What the parser's complaints become: the rule, the place and what to type."""

from __future__ import annotations

import pytest
from ruamel.yaml.parser import ParserError

from pathwayctl.source.complaints import complaint
from pathwayctl.source.reading import read
from pathwayctl.source.text_report import Spot


def only(text: str) -> Spot:
    reading = read(text.encode())
    assert not reading.whole
    (spot,) = reading.spots
    return spot


CASES = [
    # quotes
    ("a: 'Dana's plan'\n", "PW115", "1:10", 'Write "Dana\'s plan" with these quotes around it.'),
    ('a: "Say "hi" now"\n', "PW115", "1:10", "Write 'Say \"hi\" now' with these quotes around it."),
    ('a: ["Dana"s, b]\n', "PW115", "1:5", "Write ['\"Dana\"s', b] instead."),
    ('"Dana" Ruiz: b\n', "PW115", "1:8", "Use double quotes around a text with an apostrophe, and single"),
    ('a: "open\nb: c\n', "PW114", "1:4", 'Write "open" with a quote at both ends.'),
    ('a: "open\nb: "x"\n', "PW114", "1:4", 'Write "open" with a quote at both ends.'),
    ('a: ["open,\n  "x"]\n', "PW114", "1:5", 'Write "open" with a quote at both ends.'),
    ("a: 'open\nb': c\n", "PW114", "1:4", 'Write "open" with a quote at both ends.'),
    ("a: 1\n''k: 2\n", "PW115", "2:3", "Use double quotes around a text with an apostrophe, and single"),
    ("a: '", "PW114", "1:4", "Put the closing quote at the end of the text."),
    ("x: 1\n'open: b\nc: d\n", "PW114", "2:1", "Delete the quote: “open: b”."),
    ('a: "C:\\Users"\n', "PW119", "1:4", "Write 'C:\\Users' with these quotes around it."),
    (
        'a: "C:\\data\n  b"\n',
        "PW119",
        "1:4",
        "Use single quotes around the text, or write the backslash twice.",
    ),
    ('a: "Skills" workshop is held\n', "PW115", "1:13", "Write '\"Skills\" workshop is held' with these"),
    ("a: 'Skills' and 'Jobs'\n", "PW115", "1:13", "Write \"'Skills' and 'Jobs'\" with these quotes"),
    ('a: "b",\n', "PW117", "1:7", "Delete the comma."),
    ("a: [b],\n", "PW117", "1:7", "Delete the comma."),
    # colons
    ("title: Kickoff: who\n", "PW113", "1:8", 'Write "Kickoff: who" with quotes around it.'),
    ("x:\n- title: a: b # note\n", "PW113", "2:10", 'Write "a: b" with quotes around it.'),
    ("a: [x]: y\n", "PW120", "1:7", "Compare the line with one that works"),
    ("a: [b: c: d, e]\n", "PW113", "1:5", 'Write ["b: c: d", e] instead.'),
    ("a: {b:1}\n", "PW112", "1:5", "Write {b: 1} instead."),
    ("a: [x::y]\n", "PW113", "1:5", 'Put a space after the colon (“x: :y”), or write "x::y" with quotes'),
    ("a: [mailto:]\n", "PW113", "1:5", 'Write ["mailto:"] instead.'),
    ("p:\n- id: x\n  title Foo\n  b: c\n", "PW112", "3:3", "Write “title: Foo”, or indent it more"),
    ("title Foo\nb: c\n", "PW112", "1:1", "Write “title: Foo”, or indent it more"),
    ("a: 1\n# note\n\nword\n", "PW112", "4:1", "Write “word:” and a value after it."),
    ("a:b\nc: d\n", "PW112", "1:1", "Write “a: b”."),
    ("a: 1\nc :d\n", "PW112", "2:1", "Write “c: d”."),
    ('x: 1\n"a" b\nc: d\n', "PW112", "2:1", 'Write “"a": b”'),
    ('"a" b\nc: d\n', "PW115", "1:5", "Delete it, or move it into the brackets or quotes above."),
    (": c\n", "PW112", "1:1", "Write a name before it."),
    ("- : c\n", "PW112", "1:3", "Write a name before it."),
    ("a: {: c}\n", "PW112", "1:5", "Write a name before it."),
    ('a: it\'s "b": c\n', "PW113", "1:4", 'Write "it\'s \\"b\\": c" with quotes around it.'),
    # lines that do not line up
    (
        "a: 1\n\n  b: 2\n",
        "PW111",
        "3:3",
        "Put no spaces before it, so that it begins below “a: 1” in line 1.",
    ),
    ("a: 1\n  b: 2\n", "PW111", "2:3", "Put no spaces before it, so that it begins below “a: 1” in line 1."),
    (
        "p:\n- id: x\n title: z\n",
        "PW111",
        "3:2",
        "Put 2 spaces before it, so that it begins below “id: x” in line 2.",
    ),
    (
        "a:\n  - b\n # c\n - d\n",
        "PW111",
        "4:2",
        "Put 2 spaces before it, so that it begins below “- b” in line 2.",
    ),
    (
        "a:\n  - b: 1\n - d\n",
        "PW111",
        "3:2",
        "Put 2 spaces before it, so that it begins below “- b: 1” in line 2.",
    ),
    (
        "a:\n  b: 1\n\n  # note\n c: 2\n",
        "PW111",
        "5:2",
        "Put 2 spaces before it, so that it begins below “b: 1”",
    ),
    ("a: 1\n- b\n", "PW111", "2:1", "Put the name of the list and a colon on the line above it"),
    (
        "a:\n  - b:\n      c: 1\n    d: 2\n   e: 3\n",
        "PW111",
        "5:4",
        "Put 4 spaces before it, so that it begins below “d: 2”",
    ),
    ("a:\n  -b\n  - c: 4\n", "PW120", "2:3", "Write “- b”."),
    ("a:\n  -id: b\n    c: 4\n", "PW120", "2:3", "Write “- id: b”."),
    ("a:\n  - id: b\n  -id: c\n    d: 4\n", "PW120", "3:3", "Write “- id: c”."),
    # tabs
    ("a:\n\t- b\n", "PW110", "2:1", "Delete it, and type spaces with the space bar."),
    ("a: b\n  \tc: d\n", "PW110", "2:3", "Delete it, and type spaces with the space bar."),
    ("a: b\n\tc: d\n", "PW110", "2:1", "Delete it, and type spaces with the space bar."),
    ("a: |\n\tb\n", "PW110", "2:1", "Delete it, and type spaces with the space bar."),
    # brackets
    ("a: [b, c\nd: e\nf: g\n", "PW116", "1:4", "Put “]” where the list ends."),
    ("a: {b: c\nd: e\n", "PW116", "1:4", "Put “}” where the group ends."),
    ("a: {b: [c, d}\n", "PW116", "1:13", "Put “]” before it."),
    ("a: [b, c}\n", "PW116", "1:9", "Write “]” instead."),
    ("a: [b,\n", "PW116", "1:6", "Put the closing bracket at the end"),
    ("a: [b]]\n", "PW115", "1:7", "Delete it."),
    ("a: [b] c\n", "PW115", "1:8", 'write "[b] c" with quotes around it. If not, delete what is too much.'),
    ("a: {b: c} d\n", "PW115", "1:11", "Delete it, or move the bracket to the end."),
    ("{a: 1}\nb: 2\n", "PW115", "2:1", "Delete it, or move it into the brackets or quotes above."),
    ("a: [b, , c]\n", "PW117", "1:8", "Delete the comma that is too many."),
    ('a: ["b" "c"]\n', "PW117", "1:9", 'Write ["b", "c"] instead.'),
    ("a: [[b] [c]]\n", "PW117", "1:9", "Write [[b], [c]] instead."),
    ("a: ]\n", "PW120", "1:4", "Delete it."),
    ("a: [who ?]\n", "PW118", "1:9", 'Write "who ?" with quotes around it.'),
    # special characters
    ("a: @home # note\n", "PW118", "1:4", 'Write "@home" with quotes around it.'),
    ("a: {b: %5, c: d}\n", "PW118", "1:8", 'Write {b: "%5", c: d} instead.'),
    ("a: |text\n", "PW118", "1:4", 'Write "|text" with quotes around it.'),
    ("a: & more\n", "PW118", "1:4", 'Write "& more" with quotes around it.'),
    ("a: *bold*\n", "PW118", "1:4", 'Write "*bold*" with quotes around it.'),
    ("a: *bold text\n", "PW118", "1:4", 'Write "*bold text" with quotes around it.'),
    ("a: !! x\n", "PW118", "1:4", 'Write "!! x" with quotes around it.'),
    ("a: ? what\n", "PW118", "1:4", 'Write "? what" with quotes around it.'),
    ("a: , b\n", "PW118", "1:4", 'Write ", b" with quotes around it.'),
    ("a: [- b]\n", "PW118", "1:5", 'Write ["- b"] instead.'),
    ("a: - b\n", "PW118", "1:4", "Put “- b” on the next line"),
    # orders, documents and words with exclamation marks
    ("# note\n%YAML 1.1\n---\na: 1\n", "PW104", "2:1", "Delete the line"),
    ("a: 1\n%5\n", "PW104", "2:1", "Delete the line"),
    ("a: 1\n---\nb: 2\n", "PW105", "2:1", "Delete the line with the dashes or dots"),
    ("a: 1\n... # end\n\nb: 2\n", "PW105", "4:1", "Delete the line with the dashes or dots"),
    ("a: !me!it x\n", "PW133", "1:4", 'write "!me!it x" with quotes around it'),
    ("a: !a%ED%A0%80 x\n", "PW133", "1:2", "Delete the word"),
    # no sections
    ("- a\n- b\n", "PW106", "1:1", "Write the section name and a colon above the list"),
    ("just words\n", "PW106", "1:1", "Write the section name and a colon above the list"),
    ("a: &b *c\n", "PW120", "1:7", "Compare the line with one that works"),
]


@pytest.mark.parametrize(("text", "code", "place", "hint"), CASES)
def test_a_complaint_says_what_to_type(text: str, code: str, place: str, hint: str) -> None:
    spot = only(text)
    assert (spot.rule.code, f"{spot.position.line}:{spot.position.column}") == (code, place)
    assert hint in spot.hint


def test_no_complaint_uses_the_words_of_programmers() -> None:
    words = ("mapping", "scalar", "node", "token", "pars", "string", "null", "index", "document indicator")
    for text, code, _, _ in CASES:
        spot = only(text)
        said = (spot.message + spot.hint).lower()
        assert not [word for word in words if word in said], (code, said)


def test_what_was_found_before_the_break_is_reported_too() -> None:
    reading = read(b"a: 10:30\nb: 'Dana's\n")
    assert [spot.rule.code for spot in reading.spots] == ["PW140", "PW115"]


def test_a_complaint_nobody_knows_yet_is_shown_at_its_place() -> None:
    spot = complaint(ParserError(problem="something new"), "a: 1", None)
    assert (spot.rule.code, spot.message) == ("PW120", "“a: 1” cannot be read here.")


def test_a_place_past_the_end_is_shown_at_the_end() -> None:
    position = only("a: {b: [c, d").position
    assert (position.line, position.column) == (1, 8)
    assert only("a: [").position.line == 1


def test_a_long_line_of_blanks_takes_no_time() -> None:
    spot = only("a: 1\n" + " " * 1_000_000 + "b: 2\n")
    assert spot.rule.code == "PW111"
