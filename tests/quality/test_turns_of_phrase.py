"""Texts for people read like American English, not like a translation."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from turns_of_phrase import PHRASES, found_in, strings

ROOT: Final = Path(__file__).resolve().parents[2]
FOUND: Final = found_in(ROOT)
LEFT_IN_CODE: Final = {
    r"\breckon": 1,
    r"\bwhoever\b": 2,
    r"\bsomebody\b": 3,
    r"\banybody\b": 2,
    r"\beverybody\b": 4,
    r"\b(is|are|was|were|be|been|being) told\b": 8,
    r"\bst(ands|and|ood) there\b": 2,
    r"\bstands? in (?!for\b)": 5,
    r"\bstands? beside\b": 1,
    r"\b(for|of|to|on|by|with) which (nobody|none|no one)\b": 1,
    r"\bwhat is \w+ of it\b": 5,
    r"\bhow far (a|the|your|each|every) (project|plan|part|step|task)\b": 5,
    r"\banew\b": 2,
    r"\bin (the|its|their) place of\b": 3,
    r"\bbrought about\b": 1,
    r"\ball the same\b": 1,
    r"\bthree lengths\b": 3,
}
"""How often at most the docstrings and strings of the code may still use a phrase. Lower it as you reword."""

OUTPUT_ON_PAGES: Final = {r"\bl(ies|ie|ay|ying) (in )?between\b": ["docs/schedule.md"]}
"""Pages that show what a command prints, in its words."""


@pytest.mark.parametrize("phrase", list(PHRASES))
def test_a_phrase_does_not_come_back(phrase: str) -> None:
    paths = FOUND.get(phrase, [])
    code = [path for path in paths if path.startswith("src/")]
    others = [path for path in paths if not path.startswith("src/")]
    advice = f"write: {PHRASES[phrase]}"
    assert [path for path in others if path not in OUTPUT_ON_PAGES.get(phrase, [])] == [], advice
    assert len(code) <= LEFT_IN_CODE.get(phrase, 0), f"{advice}, in one of {sorted(set(code))}"


def test_what_is_left_in_the_code_is_about_known_phrases() -> None:
    assert LEFT_IN_CODE.keys() <= PHRASES.keys()


def test_a_phrase_is_found_wherever_it_is(tmp_path: Path) -> None:
    files = {
        "docs/a.md": "Mend the\nerrors first.",
        "README.md": "Commend them, and recommend it; amendments pass.",
        "examples/x/work.yaml": "# Ask what stands in\n# the way. It stands in for another.",
        "templates/rules/PW1.md": "Whoever gets it\nis told.",
        "src/a/b.py": '"""Reckon it."""\nx = f"{1} somebody {2}"  # likewise\nmend = 1\n',
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    found = {path: phrase for phrase, paths in found_in(tmp_path).items() for path in paths}
    assert found.keys() == files.keys() - {"README.md"}
    assert sum(map(len, found_in(tmp_path).values())) == 6


def test_strings_are_read_from_the_code_and_names_are_not() -> None:
    assert list(strings('"""Doc."""\nname = f"a {b} c"\n')) == ["Doc.", "a ", " c"]
