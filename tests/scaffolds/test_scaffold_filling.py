"""Names, terms and days on their way into the files of a new project."""

from __future__ import annotations

import errno
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scaffold_projects import COMBINATIONS, START, examined, files_of

from pathwayctl.assets import templates
from pathwayctl.catalog.terms import key_of
from pathwayctl.loading.files import MAIN_FILE
from pathwayctl.loading.project import load
from pathwayctl.scaffolds import ABOUT, TERMS, following_monday, lay_out, open_terms, scaffold
from pathwayctl.source.characters import forbidden
from pathwayctl.source.reading import read
from pathwayctl.writing import write

ODD = [
    "Pathways",
    'Ana\'s "Pathway": $5 # and {more}',
    "Vías — 職業",
    "${name} $start",
    "\\back\\slash",
    "yes",
    "[COLLEGE] is no word for us",
    "a\x7fb\u2028c\ufeffd\x85e",
    "\ud800",
    "نام‌ه",
    "x" * 5000,
]


def visible(text: str) -> str:
    """What is left on one line of a text without what no file may hold."""
    return " ".join(forbidden().sub(" ", text).encode("utf-8", "replace").decode().split())


@pytest.mark.parametrize("name", ODD, ids=range(len(ODD)))
def test_any_name_arrives(tmp_path: Path, name: str) -> None:
    project = examined(tmp_path / "new", files_of("sector", name=name, terms={"region": name}))
    arrived = visible(name)
    assert project.loaded.findings == ()
    assert project.loaded.plan.project.name == arrived
    assert project.loaded.plan.project.terms == {"region": arrived}


@given(name=st.text(min_size=1, max_size=30), key=st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_name_and_term_can_be_read_back(name: str, key: str) -> None:
    reading = read(files_of("ccrs", name=name, terms={key: name})["pathway.yaml"].encode())
    arrived = visible(name)
    assert not reading.spots
    assert reading.value["project"]["name"] == arrived
    assert reading.value["project"]["terms"] == {key: arrived}


@pytest.mark.parametrize("key", ["null", "yes", "12", "1e3", "true", "college", "school-district", "n"])
def test_a_term_may_have_any_key(tmp_path: Path, key: str) -> None:
    project = examined(tmp_path / "new", files_of("sector", terms={key: "something"}))
    assert project.loaded.findings == ()
    assert dict(project.loaded.plan.project.terms) == {key: "something"}


def test_the_guides_stand_in_the_project_as_they_were_named() -> None:
    named = scaffold(["grades-9-14", "ccrs", "grades-9-14"], "A", START, {})
    assert "  guides: [grades-9-14, ccrs]\n" in named["pathway.yaml"]
    other = scaffold(["ccrs", "grades-9-14"], "A", START, {})
    assert {file: text for file, text in named.items() if file != "pathway.yaml"} == {
        file: text for file, text in other.items() if file != "pathway.yaml"
    }


@pytest.mark.parametrize("combination", COMBINATIONS)
def test_the_same_answers_give_the_same_files(combination: str) -> None:
    assert list(files_of(combination).items()) == list(files_of(combination).items())


def test_every_word_in_brackets_can_be_asked_for() -> None:
    text = "\n".join(files_of("+".join(ABOUT), terms={}).values())
    words = set(
        re.findall(
            r"\[([^]\s][^]]*)\](?!\()", "\n".join(line for line in text.splitlines() if "#" not in line)
        )
    )
    assert {term.word for term in TERMS.values()} == {word for word in words if word.isupper()}
    assert [key_of(term.word) for term in TERMS.values()] == list(TERMS)
    assert open_terms(ABOUT, {}) == tuple(TERMS)


def test_the_open_terms_are_those_of_the_guides_that_are_not_set() -> None:
    assert open_terms(["sector"], {}) == ("region", "industry")
    assert open_terms(["grades-9-14"], {}) == ("college", "school-district", "region")
    assert open_terms(["grades-9-14"], {"district": "Cedar Valley", "region": "here"}) == ("college",)


def test_with_its_terms_no_word_in_brackets_is_left(tmp_path: Path) -> None:
    project = examined(tmp_path / "new", files_of("+".join(ABOUT)))
    assert [finding for finding in project.findings if finding.code == "PW312"] == []


def test_folders_of_scaffolds_are_named_after_guides() -> None:
    folders = {path.name for path in (templates() / "scaffolds").iterdir()}
    assert {name for folder in folders - {"common"} for name in folder.split("+")} == set(ABOUT)
    assert set(ABOUT) <= folders


@pytest.mark.parametrize(
    ("day", "monday"),
    [
        (date(2027, 1, 3), date(2027, 1, 4)),
        (date(2027, 1, 4), date(2027, 1, 11)),
        (date(2027, 1, 9), date(2027, 1, 11)),
    ],
)
def test_a_new_project_begins_on_the_monday_after(day: date, monday: date) -> None:
    assert following_monday(day) == monday


def test_what_was_written_before_a_failure_is_taken_away(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    failure = lay_out(folder, {"one.yaml": "a: 1\n", "work/two.yaml": "b: 2\n", "../three.yaml": "c: 3\n"})
    assert failure is not None
    assert failure.why.path == folder / "../three.yaml"
    assert failure.left == ()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_was_there_before_stays(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / ".gitkeep").touch()
    assert lay_out(folder, {"one.yaml": "a: 1\n", "?.yaml": "b: 2\n"}) is not None
    assert [path.name for path in folder.iterdir()] == [".gitkeep"]


def test_files_that_cannot_be_taken_away_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace, unlink = Path.replace, Path.unlink

    def full(path: Path, target: Path) -> Path:
        if path.name == MAIN_FILE:
            raise OSError(errno.ENOSPC, "x")
        return replace(path, target)

    def refuse(path: Path, missing_ok: bool = False) -> None:
        if path.parent.name == "new":
            raise PermissionError
        unlink(path, missing_ok)

    monkeypatch.setattr(Path, "replace", full)
    monkeypatch.setattr(Path, "unlink", refuse)
    (tmp_path / "new").mkdir()
    failure = lay_out(tmp_path / "new", {MAIN_FILE: "a: 1\n", "one.yaml": "b: 2\n"})
    assert failure is not None
    assert failure.why.message == "The disk is full."
    assert failure.left == (tmp_path / "new" / "one.yaml",)


def test_a_stop_while_writing_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(folder: Path, name: str, text: str) -> object:
        if name == "work/ccrs.yaml":
            raise KeyboardInterrupt
        return write(folder, name, text)

    monkeypatch.setattr("pathwayctl.scaffolds.write", stopped)
    with pytest.raises(KeyboardInterrupt):
        lay_out(tmp_path / "new", files_of("ccrs"))
    assert list(tmp_path.iterdir()) == []


def test_a_run_that_is_killed_leaves_no_project_and_can_be_repeated(tmp_path: Path) -> None:
    """Killed before each of its steps in turn: nobody ever finds a part of a project."""
    code = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from pathwayctl import scaffolds, writing\n"
        "left = int(sys.argv[2])\n"
        "def counted(work):\n"
        "    def step(*given):\n"
        "        global left\n"
        "        left -= 1\n"
        "        return work(*given) if left >= 0 else os._exit(9)\n"
        "    return step\n"
        "Path.replace, Path.rename = counted(Path.replace), counted(Path.rename)\n"
        "files = {'pathway.yaml': 'a', 'b.yaml': 'b', 'c/d.yaml': 'd'}\n"
        "assert scaffolds.lay_out(Path(sys.argv[1]), files) is None"
    )
    for steps in range(7):
        folder = tmp_path / str(steps)
        done = subprocess.run([sys.executable, "-c", code, str(folder), str(steps)], check=False)
        there = [path.name for path in folder.iterdir() if not path.name.startswith(".")]
        assert ("pathway.yaml" in there) is (done.returncode == 0) is (steps == 6)
        if steps <= 3:  # while the files are being written: none of them is in its place
            assert there == []
            assert lay_out(folder, {"pathway.yaml": "a"}) is None
            assert [path.name for path in folder.iterdir()] == ["pathway.yaml"]


def test_all_is_there_when_nothing_fails(tmp_path: Path) -> None:
    files = files_of("ccrs+sector")
    assert lay_out(tmp_path / "new", files) is None
    there = {
        path.relative_to(tmp_path / "new").as_posix(): path.read_text("utf-8")
        for path in (tmp_path / "new").rglob("*")
        if path.is_file()
    }
    assert there == files
    assert load(tmp_path / "new").sound
