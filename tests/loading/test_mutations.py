"""Examples that somebody has spoiled: whatever was changed, there are findings with places, and no fault.

The changes come from seeds, so that each run makes the same ones. To look for more: raise ``SEEDS``.
"""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pathwayctl.app import open_project
from pathwayctl.reporters.findings.view import FindingsReport
from pathwayctl.reporters.registry import FINDINGS
from pathwayctl.source.reading import read

EXAMPLES = Path(__file__).parents[2] / "examples"
SEEDS = 12
ODD: tuple[Any, ...] = (
    None, "", " ", 0, -1, 1.5, 10**15, True, [], {}, [None], [[]], [{}], {"[key]": 5}, "a", "A B",
    "x" * 20_001, "9999-12-31", "0001-01-01", "2027-02-30", "0d", "100000d", "\u202e", ["a", "a"],
    [1, "a", None], {"id": "a"},
)  # fmt: skip
NAMES = ("id", "title", "date", "owner", "private", "tasks", "depends_on", "colour", "[key]")
SIGNS = (" ", "\t", "-", ":", ": ", "#", "[", "}", "'", '"', "&a ", "*a", "!x ", "\n", "\x85", "\xa0", "|")


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    for place in value if isinstance(value, dict) else range(len(value)):
        yield value, place
        if isinstance(value[place], dict | list):
            yield from _places(value[place])


def _spoil(chance: random.Random, data: dict[str, Any]) -> None:
    """Change, remove, double, or move something, somewhere."""
    places = [place for part in data.values() for place in _places(part)]
    (holder, place), (other, there) = chance.choice(places), chance.choice(places)
    way = chance.randrange(6)
    if way == 0:
        del holder[place]
    elif way == 1 and isinstance(holder, list):
        holder.insert(place, copy.deepcopy(holder[place]))
    elif way == 2 and isinstance(holder, dict):
        holder[chance.choice(NAMES)] = copy.deepcopy(chance.choice(ODD))
    elif way == 3:
        holder[place] = copy.deepcopy(other[there])
    else:
        holder[place] = copy.deepcopy(chance.choice(ODD))


def _spoil_text(chance: random.Random, text: str) -> str:
    begin = chance.randrange(len(text))
    return text[:begin] + chance.choice(SIGNS) + text[begin + chance.randrange(4) :]


def _is_fit(root: Path) -> bool:
    project = open_project(root)
    found = FindingsReport("", "", project.findings, project.loaded.texts, project.surplus)
    for form in FINDINGS:
        FINDINGS.writer(form)((found,), 80)
    lines = {name: len(text.decode().splitlines()) + 1 for name, text in project.loaded.texts.items()}
    return all(1 <= one.position.line <= lines.get(one.file, 1) for one in project.findings)


@pytest.mark.parametrize("name", ["colorado_sector", "state_agency"])
@pytest.mark.parametrize("seed", range(SEEDS))
def test_a_spoiled_example_has_findings_and_no_fault(name: str, seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    example = EXAMPLES / name
    files = {str(file.relative_to(example)): file for file in sorted(example.rglob("*.yaml"))}
    data = {name: read(file.read_bytes()).value for name, file in files.items() if name[:9] != "baselines"}
    for _ in range(chance.choice((1, 3, 10))):
        _spoil(chance, data)
    texts = {name: json.dumps(part, default=str, ensure_ascii=False) for name, part in data.items()}
    if seed % 2:
        spoiled = chance.choice(list(texts))
        texts[spoiled] = _spoil_text(chance, files[spoiled].read_text("utf-8"))
    for file, text in texts.items():
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text(text, "utf-8")
    assert _is_fit(tmp_path)
