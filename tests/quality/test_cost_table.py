"""What docs/architecture.md says that an addition costs is enough, and all of it is needed.

For each row of its table the test copies the program, adds what the row names and nothing else, and runs
it; then the pages that the row names are made anew, and list the addition.
"""

from __future__ import annotations

import difflib
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from additions import ADDITIONS, NAMES, Addition, changed

from pathwayctl.assets import templates

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "architecture.md"
HEAD = "| new | new files | entries in | and then in |"
MAKERS = {
    "docs/fields.md": "test_reference_pages.test_the_page_of_fields()",
    "docs/findings.md": "test_reference_pages.test_the_page_of_findings()",
    "docs/templates.md": "test_templates_page.test_the_page_of_templates()",
}
MOST_LINES = 2
"""Of an entry: itself, and its import."""


@dataclass(frozen=True)
class Row:
    """A row of the cost table: the files to write, those that get an entry, and the pages that list it."""

    what: str
    new: frozenset[str]
    entries: frozenset[str]
    pages: tuple[str, ...]


def cost_table() -> list[Row]:
    """The rows of the table, with the names of the made-up additions in place of its placeholders."""
    table = PAGE.read_text("utf-8").partition(HEAD)[2].partition("\n\n")[0]
    rows = [[cell.strip() for cell in line[1:-1].split("|")] for line in table.splitlines()[2:]]
    return [
        Row(row[0], frozenset(_files(row[1])), frozenset(_files(row[2])), tuple(_files(row[3])))
        for row in rows
    ]


def _files(cell: str) -> list[str]:
    filled = re.sub(r"<(\w+)>", lambda found: NAMES[found[1]], cell)
    return [name for name in re.findall(r"`([^`]+)`", filled) if "/" in name]


ROWS = {row.what: row for row in cost_table()}


def test_every_row_has_an_addition() -> None:
    assert ROWS.keys() == ADDITIONS.keys()


def overlay(where: Path, addition: Addition, left_out: str = "") -> Path:
    """A copy of the program with an addition, except one of its files; returns its folder."""
    shutil.copytree(ROOT / "src", where / "src")
    shutil.copytree(templates(), where / "templates")
    for name, text in addition.new.items():
        target = _inside(where, name)
        if name != left_out:
            assert not target.exists()
            target.write_text(text, "utf-8")
    for name, changes in addition.changed.items():
        target = _inside(where, name)
        before = target.read_text("utf-8")
        after = changed(before, changes)
        lines = [line for line in difflib.ndiff(before.splitlines(), after.splitlines()) if line[0] == "+"]
        assert 0 < len([line for line in lines if line.strip("+ ")]) <= MOST_LINES
        if name != left_out:
            target.write_text(after, "utf-8")
    return where


def _inside(where: Path, name: str) -> Path:
    return where / name if name.startswith("templates/") else where / "src" / "pathwayctl" / name


def ran(where: Path, arguments: tuple[str, ...], folder: Path) -> str:
    """What Python prints for some arguments, with the copy of the program."""
    paths = (where / "src", where / "tests", where / "tests" / "docs")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, paths)), "COLUMNS": "200"}
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={**environment, "UPDATE_SNAPSHOTS": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr


def shown(where: Path, addition: Addition) -> list[bool]:
    """Whether each command shows the addition, in a small project."""
    folder = where / "project"
    folder.mkdir()
    (folder / "pathway.yaml").write_text(
        "pathwayctl: 1\nproject: {name: Example, start: 2027-01-04}\n", "utf-8"
    )
    if addition.text:
        (folder / "more.yaml").write_text(addition.text, "utf-8")
    printed = ran(where, ("-m", "pathwayctl", *addition.arguments), folder)
    if addition.written and (folder / addition.written).is_file():
        printed += (folder / addition.written).read_text("utf-8")
    others = (
        wanted in ran(where, ("-m", "pathwayctl", *more), folder) for more, wanted in addition.also.items()
    )
    return [addition.shows in printed, *others]


@pytest.mark.parametrize("what", list(ROWS))
def test_what_a_row_names_is_enough(what: str, tmp_path: Path) -> None:
    row, addition = ROWS[what], ADDITIONS[what]
    assert row.new == addition.new.keys()
    assert row.entries == addition.changed.keys()
    where = overlay(tmp_path, addition)
    assert all(shown(where, addition))
    if row.pages:
        assert addition.page
        shutil.copytree(ROOT / "tests", where / "tests")
        (where / "docs").mkdir()
    for page in row.pages:
        module = MAKERS[page].partition(".")[0]
        said = ran(where, ("-c", f"import {module}; {MAKERS[page]}"), where)
        assert (where / page).is_file(), said
        assert addition.page in (where / page).read_text("utf-8")


@pytest.mark.parametrize(
    ("what", "name"), [(row.what, name) for row in ROWS.values() for name in sorted(row.new | row.entries)]
)
def test_each_file_of_a_row_is_needed(what: str, name: str, tmp_path: Path) -> None:
    addition = ADDITIONS[what]
    assert not all(shown(overlay(tmp_path, addition, left_out=name), addition))
