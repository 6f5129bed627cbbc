"""Characters that cannot be seen, or that only look like the right ones, are named as the cause."""

from __future__ import annotations

import pytest

from pathwayctl.source.lookalikes import plain_line, plain_word
from pathwayctl.source.reading import read

CASES = [
    # dashes and bullets for hyphens
    ("a:\n  – id: x\n    b: c\n", "PW124", "2:3", "en dash (U+2013)", "Write “- id: x”."),
    ("a:\n  - id: w\n  — id: x\n    b: c\n", "PW124", "3:3", "em dash (U+2014)", "Write “- id: x”."),
    ("a:\n  •id: x\n    b: c\n", "PW124", "2:3", "bullet (U+2022)", "Write “- id: x”."),
    ("a:\n  – id: x\n", "PW124", "2:3", "en dash (U+2013)", "Write “- id: ...”."),
    ("a:\n* id: x\n  b: c\n", "PW124", "2:1", "asterisk (U+002A)", "Write “- id: x”."),
    # spaces
    ("a: {id: x, b:\xa0c}\n", "PW110", "1:14", "no-break space (U+00A0)", "Write “a: {id: x, b: c}”."),
    ("a:\n  - id: x\n    b:\u3000c\n", "PW110", "3:7", "ideographic space (U+3000)", "Write “b: c”."),
    # colons
    ("a:\n  - id: x\n    b：c\n", "PW124", "3:6", "fullwidth colon (U+FF1A)", "Write “b: c”."),
    # quotes
    ("a: “x”\n", "PW125", "1:4", "quotes around “x”", "Write x."),
    ("a: “Skills for Life”\n", "PW125", "1:4", "quotes around “Skills for Life”", 'Write "Skills for Life".'),
    ("a: [‘13:30’]\n", "PW125", "1:5", "quotes around “13:30”", 'Write "13:30".'),
    ("a: “b: c”\n", "PW124", "1:4", "left double quotation mark (U+201C)", 'Write “a: "b: c"”.'),
    # letters
    ("titlе: x\n", "PW124", "1:1", "“е” is a Cyrillic small letter ie (U+0435)", "Write title,"),
    ("a: Οhio\n", "PW124", "1:4", "Greek capital letter omicron (U+039F)", "Write Ohio,"),
    # of no width
    ("a: 5d\u200b\n", "PW103", "1:6", "zero width space (U+200B)", "reads “a: 5d”."),
    ("a: [x\u2060, z]\n", "PW103", "1:6", "word joiner (U+2060)", "reads “a: [x, z]”."),
    ("a\u200b: x\n", "PW103", "1:2", "zero width space (U+200B)", "reads “a: x”."),
    ("a: part\xadner\n", "PW103", "1:8", "soft hyphen (U+00AD)", "reads “a: partner”."),
    ("a: x\u200d\n", "PW103", "1:5", "zero width joiner (U+200D)", "reads “a: x”."),
]


@pytest.mark.parametrize(("text", "code", "place", "name", "hint"), CASES)
def test_a_look_alike_is_named_with_the_corrected_line(
    text: str, code: str, place: str, name: str, hint: str
) -> None:
    (spot,) = read(text.encode()).spots
    assert (spot.rule.code, f"{spot.position.line}:{spot.position.column}") == (code, place)
    assert name in spot.message
    assert hint in spot.hint


@pytest.mark.parametrize(
    "text",
    [
        "a: Dana\xa0Ruiz – Director’s “plan” • café\n",
        "a: |\n  – one\n  • two\n  Note:\xa0three\n",
        "a: “Skills” and “Jobs”\n",
        'a: "“Skills”"\n',
        "a: – a text may begin with a dash\n",
        "a: 👩\u200d🏫 می\u200cخواهم\n",
        "a: Ольга Петрова, Ωmega, naïve\n",
        "# titlе\n",
    ],
)
def test_the_same_characters_within_a_text_are_fine(text: str) -> None:
    assert read(text.encode()).spots == ()


@pytest.mark.parametrize(
    ("word", "plain"),
    [
        ("“draft”", "draft"),
        ("2027–02–01", "2027-02-01"),
        ("drаft", "draft"),
        ("сор", "cop"),
        ("ｄｒａｆｔ", "draft"),
        ("１２００", "1200"),
        ("\xa0draft\u200b", "draft"),
        ("план", "план"),
        ("café", "café"),
        ("draft", "draft"),
    ],
)
def test_what_is_meant_by_a_word(word: str, plain: str) -> None:
    assert plain_word(word) == plain


def test_a_line_without_look_alikes_stays_as_it_is() -> None:
    for line in ("", "- id: x", "title: Note: “x” – y", "{a: b,\xa0c}", "text – more"):
        assert plain_line(line) == line
