"""The output folder keeps a list of its pages, and only what is on the list is replaced or removed."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from pathwayctl.model.vocabulary import Audience
from pathwayctl.rendering.made_file import File
from pathwayctl.rendering.output_folder import (
    LIST,
    InTheWay,
    PagesWritten,
    claim,
    left_in,
    sweep,
    write_pages,
)
from pathwayctl.rendering.page_sets import FORMATS
from pathwayctl.writing import NotWritten, Written


def test_a_file_that_someone_else_made_is_replaced_only_by_force(tmp_path: Path) -> None:
    (tmp_path / "index.md").write_text("my own notes", "utf-8")
    pages = [File("a.md", (b"a",)), File("index.md", (b"b",))]
    done = write_pages(tmp_path, pages, Audience.PUBLIC, whole=True)
    assert done == InTheWay((tmp_path / "index.md",))
    assert [path.name for path in tmp_path.iterdir()] == ["index.md"]
    assert write_pages(tmp_path, pages, Audience.PUBLIC, whole=True, force=True) == PagesWritten(2, 0)
    assert write_pages(tmp_path, pages, Audience.PUBLIC, whole=True) == PagesWritten(0, 2)


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{", '{"files": 3, "audience": 1}', '{"files": [7, "../x.html", "a/b/c.html"]}', "[" * 9999],
)  # fmt: skip
def test_a_list_that_cannot_be_understood_sweeps_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / LIST).write_text(text, "utf-8")
    assert left_in(tmp_path).files == ()
    (tmp_path / "x.html").write_text("keep", "utf-8")
    assert isinstance(sweep(tmp_path, ["a.html"], Audience.PUBLIC, whole=True), Written)
    assert (tmp_path / "x.html").exists()
    assert json.loads((tmp_path / LIST).read_text("utf-8")) == {"audience": "public", "files": ["a.html"]}


def test_nothing_is_swept_through_a_link(tmp_path: Path) -> None:
    away = tmp_path / "away"
    (away / "below").mkdir(parents=True)
    listed = ["page.html", "linked/page.html", "below/page.html"]
    for name in ("page.html", "below/page.html"):
        (away / name).write_text("keep", "utf-8")
    out = tmp_path / "out"
    out.mkdir()
    (out / "linked").symlink_to(away)
    (out / "page.html").symlink_to(away / "page.html")
    (out / LIST).write_text(json.dumps({"audience": "internal", "files": listed}), "utf-8")
    sweep(out, [], Audience.INTERNAL, whole=True)
    (tmp_path / "build").symlink_to(away)  # the whole folder is a link
    (away / LIST).write_text(json.dumps({"audience": "internal", "files": listed}), "utf-8")
    assert isinstance(sweep(tmp_path / "build", [], Audience.INTERNAL, whole=True), NotWritten)
    assert (out / "page.html").is_symlink()
    assert (away / "page.html").read_text("utf-8") == "keep"
    assert (away / "below" / "page.html").read_text("utf-8") == "keep"


@pytest.mark.parametrize("kind", ["link", "pipe", "folder"])
def test_a_list_that_is_no_file_is_not_read(kind: str, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text('{"audience": "public", "files": ["a.html"]}', "utf-8")
    if kind == "link":
        (tmp_path / LIST).symlink_to("elsewhere")
    elif kind == "pipe":
        os.mkfifo(tmp_path / LIST)
    else:
        (tmp_path / LIST).mkdir()
    assert left_in(tmp_path).files == ()


def test_a_run_that_was_cut_off_knows_its_pages_and_whom_they_are_for(tmp_path: Path) -> None:
    def listed() -> object:
        return json.loads((tmp_path / LIST).read_text("utf-8"))

    claim(tmp_path, ["a.html"], Audience.INTERNAL)
    assert listed() == {"audience": "internal", "files": ["a.html"]}
    claim(tmp_path, ["b.html"], Audience.PUBLIC)  # and is cut off: the folder may hold both
    assert listed() == {"audience": "", "files": ["a.html", "b.html"]}
    (tmp_path / "a.html").write_text("for the staff alone", "utf-8")
    sweep(tmp_path, ["c.html"], Audience.PUBLIC, whole=False)
    assert not (tmp_path / "a.html").exists()
    assert listed() == {"audience": "public", "files": ["c.html"]}


def test_every_page_can_be_on_the_list(tmp_path: Path) -> None:
    names = [f"{folder}page.{form}" for folder in ("", "kickoff/") for form in (*FORMATS, "pdf")]
    claim(tmp_path, names, Audience.INTERNAL)
    assert left_in(tmp_path).files == tuple(sorted(names))
