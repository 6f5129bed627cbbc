"""Doing what a hint says gives a file without that finding, and without a new one."""

from __future__ import annotations

from collections import Counter

import pytest
from test_yaml_complaints import CASES

from pathwayctl.diagnostics import Fix
from pathwayctl.rule_pages import rule_codes, rule_page
from pathwayctl.source.reading import read

OTHERS = [
    "a: Order kit #12 for labs\nb: #1 priority\nc: 5d #approx\n",
    'a: Maria,\nb: 10:30,\nc: 0500,\nd: 2027-01-04,\ne: "x",\nf: [x],\n',
    "a: “draft”\nb: [“2027-01-04”, “13:30”, ‘Skills for Life’]\n",
    "a: <<\n",
    "a: 2027-01-04T10:00:00\nb: 10:30\nc: 0111\n",
    "p:\n  -id: c\n    name: d\n",
    "p:\n  -id: c\n  -id: d\n",
    'a: "Skills" workshop is held\n',
    "a: 'Skills' and 'Jobs'\n",
    "a: “Kickoff: who”\n",
    "p:\n  – id: draft\n    name: x\n  — id: lee\n    name: z\n",
    "p:\n  - id: a\n    title：Draft\n",
    "p:\n  - id: a\n    title:\xa0Draft\n",
    "p: {id: a, title:\xa0Draft}\n",
    "a: 5d\u200b\nb: “x\u200b”\n",
    "titlе: Сollege\n",
    "p: {t: Hire, train and place, d: 5d}\n",
    "p: {t: “Hire, train”, d: 5d}\n",
    "p: {t: Draft the [COLLEGE] agreement, d: 5d}\n",
    "p: {t: Use {a} and [b], d: 5d}\n",
    "p: {t: Jan 1, 2027, d: 5d}\n",
    "p: {cost: 1,234,567.50}\n",
    "p: {cost: $12,500, d: 5d}\n",
    'p: {t: A "b, c" d}\n',
    "p: {t: Teachers' day, it's fun, d: e}\n",
    "p: {t: 5:30, ok, d: e}\n",
    "p: {t: Hire, #1 train, d: e}\n",
    "p: {id: a, t: Q&A: who, d: e}\n",
    "p: {id: a t: B, d: 5d o: lee}\n",
    'p: {id: a, t: "x y" d: 5d}\n',
    "p: {id: a, d: [b] o: c}\n",
    "p: {id a, t: B, C}\n",
    "p: {lee, dana}\n",
    "p:\n  - {id: a,\n     t: Hire, train,\n     d: 5d}\n",
    "p: [{id: a, t: B, c}, {id: b, t: D: e}]\n",
    'p: [“a”, "b" "c", d: e: f]\n',
    "a: %50 off\nb: `x`\nc: @x\n",
    'a: see: "x"\n',
    "a: b\\c: d\n",
    "a: [COLLEGE] agreement\n",
    "a: Bring: laptop, #2 pencil\n",
    "a:\n  * id: x\n    b: c\n",
]


def with_fix(text: str, fix: Fix) -> str:
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    place = fix.position
    begin = starts[place.line - 1] + place.column - 1
    end = starts[place.end_line - 1] + place.end_column - 1
    return text[:begin] + fix.text + text[end:]


def codes(text: str) -> Counter[str]:
    # A list without a section is seen only once the file can be read, and is none of the hints' doing.
    return Counter(spot.rule.code for spot in read(text.encode()).spots if spot.rule.code != "PW106")


RULES = [rule_page(code) for code in rule_codes() if code < "PW190"]


@pytest.mark.parametrize(
    "text", [*OTHERS, *(rule.triggers for rule in RULES if rule.triggers), *(case[0] for case in CASES)]
)
def test_a_hint_that_says_what_to_type_can_be_obeyed(text: str) -> None:
    before = codes(text)
    for spot in read(text.encode()).spots:
        if spot.fix is None:
            continue
        after = codes(with_fix(text, spot.fix))
        assert not after - before, spot
        assert after[spot.rule.code] < before[spot.rule.code], spot
        if spot.rule.code != "PW110":  # its hint names the key to press
            assert spot.fix.text.strip() in spot.hint, spot


@pytest.mark.parametrize("text", OTHERS)
def test_obeying_hint_after_hint_leads_to_a_clean_file(text: str) -> None:
    for _ in range(10):
        fix = next((spot.fix for spot in read(text.encode()).spots if spot.fix), None)
        if fix is None:
            break
        text = with_fix(text, fix)
    assert codes(text) == Counter()


def test_a_long_text_is_shown_whole_in_the_hint() -> None:
    title = "Kickoff: " + "who we are and what we want to do together " * 4
    (spot,) = read(f"a: {title.strip()}\n".encode()).spots
    assert spot.hint == f'Write "{title.strip()}" with quotes around it.'
    (spot,) = read(b"a: b: " + b"word " * 1000).spots
    assert spot.hint.startswith("Put quotes around the whole text, from “b: word word")
    assert len(spot.hint) < 150
