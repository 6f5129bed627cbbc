"""What a text loses without an error: words after a number sign; and commas that it keeps."""

from __future__ import annotations

import pytest

from pathwayctl.source.reading import read


@pytest.mark.parametrize(
    ("text", "code", "place", "hint"),
    [
        ("a: Order kit #12 for labs\n", "PW122", "1:14", 'Write "Order kit #12 for labs" with quotes'),
        ("a:\n  - Use room #4, seat #9\n", "PW122", "2:14", 'Write "Use room #4, seat #9" with quotes'),
        ("a: one\n  two #3\n", "PW122", "2:7", 'Write "one two #3" with quotes'),
        ("a: [b c #d\n ]\n", "PW122", "1:9", 'Write "b c #d" with quotes'),
        ("a: #1 priority\n", "PW122", "1:1", 'Write "#1 priority" with quotes'),
        ("a:\n- #1 priority\n", "PW122", "2:1", 'Write "#1 priority" with quotes'),
        ("a: 5d #approx\n", "PW122", "1:7", "If it is a comment, write “# approx”, with a space."),
        ("a: Maria Delgado,\n", "PW123", "1:4", "Write Maria Delgado without the comma."),
        ("a: 10:30,\n", "PW123", "1:4", 'Write "10:30" without the comma.'),
        ("a: <<\n", "PW132", "1:4", 'Write "<<" with quotes around it.'),
        ("a: b\n?\tc\n: d\n", "PW110", "2:2", "Delete it, and type spaces with the space bar."),
    ],
)
def test_it_is_found_where_it_is_cut_off(text: str, code: str, place: str, hint: str) -> None:
    spot = read(text.encode()).spots[0]
    assert (spot.rule.code, f"{spot.position.line}:{spot.position.column}") == (code, place)
    assert hint in spot.hint


@pytest.mark.parametrize(
    "text",
    [
        "a: b # note\n",
        "a: b #\nc: d ## note\n",
        "a: C#, F#1\n",
        'a: "Order kit #12" #note\n',
        "a: 5 #five\nb: 2027-01-04 #day\nc: true #flag\n",
        "a: |\n  Order kit #12\n",
        "a: [b, c] #list\n",
        "#a: b\n  #c\na: 1\n",
        "a:\n  #- b\n  - c\n",
        "a: b, c\nd: 'e,'\nf: [g,\n h,\n ]\n",
    ],
)
def test_comments_and_texts_in_quotes_are_fine(text: str) -> None:
    assert read(text.encode()).spots == ()
