"""Files into the output folder: whole, only where something changed, and nowhere else."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathwayctl.writing import NotWritten, Written, is_portable, not_written, remove, safe_name, write


def said(made: Written | NotWritten) -> str:
    assert isinstance(made, NotWritten)
    assert made.hint
    return made.message


def test_a_file_is_written_once(tmp_path: Path) -> None:
    folder = tmp_path / "build"
    path = folder / "kickoff" / "4b.html"
    assert write(folder, "kickoff/4b.html", "Ünit\n") == Written(path, changed=True)
    assert path.read_bytes() == "Ünit\n".encode()
    os.utime(path, (1, 1))
    assert write(folder, "kickoff/4b.html", "Ünit\n") == Written(path, changed=False)
    assert path.stat().st_mtime == 1
    assert write(folder, "kickoff/4b.html", "other") == Written(path, changed=True)
    assert write(folder, "kickoff/4b.html", "Other") == Written(path, changed=True)
    assert [file.name for file in path.parent.iterdir()] == ["4b.html"]


def test_a_half_character_is_no_reason_to_fail(tmp_path: Path) -> None:
    assert write(tmp_path, "a.md", "x\ud800") == Written(tmp_path / "a.md", changed=True)
    assert (tmp_path / "a.md").read_text() == "x?"


def test_what_a_killed_run_left_behind_is_cleared_away(tmp_path: Path) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    left = tmp_path / f".pathwayctl-{ended.pid}.tmp"
    running = tmp_path / f".pathwayctl-{os.getppid()}.tmp"
    others = [
        tmp_path / name for name in (".pathwayctl-x.tmp", f".a.md.{ended.pid}.tmp", ".pathwayctl-0.tmp")
    ]
    for path in (left, running, *others):
        path.write_text("half a pa")
    assert write(tmp_path, "a.md", "whole") == Written(tmp_path / "a.md", changed=True)
    assert not left.exists()
    assert all(path.exists() for path in (running, *others))


@pytest.mark.parametrize("name", ["con.md", "CON.md", "nul/a.md", "a/Aux.html", "com1", "lpt9.tar.gz"])
def test_names_that_windows_does_not_allow_are_refused_everywhere(name: str, tmp_path: Path) -> None:
    assert "is not a safe name" in said(write(tmp_path, name, "x"))
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_removed_through_a_link(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "a.md").write_text("mine")
    (tmp_path / "build").symlink_to(outside)
    assert not remove(tmp_path / "build", "a.md")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "a.md").symlink_to(outside / "a.md")
    (tmp_path / "out" / "b").symlink_to(outside)
    (tmp_path / "out" / "c").mkdir()
    (tmp_path / "out" / "c" / "a.md").write_text("ours")
    assert not remove(tmp_path / "out", "a.md")
    assert not remove(tmp_path / "out", "b/a.md")
    assert remove(tmp_path / "out", "c/a.md")
    assert not remove(tmp_path / "out", "c/a.md")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["a.md", "b"]
    assert (outside / "a.md").read_text() == "mine"


@pytest.mark.parametrize("name", ["../a.md", "/etc/x", "a/../../b", "", "a//b", ".hidden", "a\\b", "c:x"])
def test_nothing_leaves_the_folder(name: str, tmp_path: Path) -> None:
    assert "is not a safe name" in said(write(tmp_path / "build", name, "x"))
    assert list(tmp_path.iterdir()) == []


def test_links_are_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "a.md").write_text("mine")
    build = tmp_path / "build"
    build.symlink_to(outside)
    assert said(write(build, "a.md", "x")) == "“build” is a link to another place."
    build.unlink()
    build.mkdir()
    (build / "kickoff").symlink_to(outside)
    assert said(write(build, "kickoff/a.md", "x")) == "“kickoff” is a link to another place."
    (build / "a.md").symlink_to(outside / "a.md")
    assert said(write(build, "a.md", "x")) == "“a.md” is a link to another place."
    assert (outside / "a.md").read_text() == "mine"


def test_what_stands_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "a.md").mkdir()
    assert said(write(tmp_path, "a.md", "x")) == "There is a folder where the file should be."
    (tmp_path / "kickoff").write_text("x")
    assert said(write(tmp_path, "kickoff/a.md", "x")) == "“kickoff” is a file, not a folder."


@pytest.mark.parametrize(
    ("code", "message"),
    [
        (errno.EACCES, "You may not write there."),
        (errno.ENOSPC, "The disk is full."),
        (errno.ENAMETOOLONG, "The name is too long."),
        (errno.EIO, "It could not be written: Input/output error."),
    ],
)
def test_reasons_in_plain_words(
    code: int, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*given: object, **named: object) -> Path:
        raise OSError(code, os.strerror(code))

    (tmp_path / "a.md").write_text("before")
    monkeypatch.setattr(Path, "replace", refuse)
    assert said(write(tmp_path, "a.md", "after")) == message
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [("a.md", "before")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Dana Ruiz", "dana-ruiz"),
        ("José Peña / St. Vrain", "jose-pena-st-vrain"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "con-page"),
        ("Lpt1", "lpt1-page"),
        ("שלום", "page"),
        ("", "page"),
        ("a" * 79 + " b", "a" * 79),
    ],
)
def test_safe_names(text: str, name: str) -> None:
    assert safe_name(text) == name


@given(st.text(max_size=120))
def test_every_safe_name_can_be_written(text: str) -> None:
    name = safe_name(text)
    assert safe_name(name) == name or name.endswith("-page")
    assert 0 < len(name) <= 85
    assert name.strip("abcdefghijklmnopqrstuvwxyz0123456789-") == ""


class Held:
    """Stands in for ``Path.replace`` where another program holds the file for some tries."""

    def __init__(self, tries: int, monkeypatch: pytest.MonkeyPatch) -> None:
        self.tries, self._replace = tries, Path.replace
        self.pauses: list[float] = []
        monkeypatch.setattr("pathwayctl.writing.ON_WINDOWS", True)
        monkeypatch.setattr("pathwayctl.writing.time.sleep", self.pauses.append)
        monkeypatch.setattr(Path, "replace", lambda *paths: self.replace(*paths))

    def replace(self, beside: Path, path: Path) -> Path:
        if len(self.pauses) < self.tries:
            raise PermissionError(13, "The process cannot access the file")
        return self._replace(beside, path)


def test_a_file_that_onedrive_holds_for_a_moment_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.md").write_text("before")
    held = Held(4, monkeypatch)
    assert write(tmp_path, "a.md", "after") == Written(tmp_path / "a.md", changed=True)
    assert held.pauses == [0.02, 0.04, 0.08, 0.16]
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [("a.md", "after")]


def test_a_file_that_stays_open_in_another_program_is_said_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.md").write_text("before")
    held = Held(99, monkeypatch)
    assert said(write(tmp_path, "a.md", "after")).startswith("Another program has it open, or")
    assert sum(held.pauses) < 3
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [("a.md", "before")]


def test_a_path_that_is_too_long_for_windows_is_said_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pathwayctl.writing.ON_WINDOWS", True)
    folder = tmp_path.joinpath(*["a-long-name-for-a-folder"] * 12)
    missing = FileNotFoundError(errno.ENOENT, "The system cannot find the path specified")
    assert not_written(folder / "a.md", missing).message == "The name is too long."


@pytest.mark.parametrize(
    "name",
    [
        *("con", "NUL", "aux.yaml", "prn .txt", "COM1", "lpt0", "com¹.md", "CONOUT$", "conin$.txt"),
        *("a.", "a ", " a", ".a", "a:b", "C:x", "a\\b", "a/b", "what?", "a*", '"a"', "a|b", "a\tb", ""),
    ],
)
def test_names_that_some_system_cannot_have(name: str) -> None:
    assert not is_portable(name)


@pytest.mark.parametrize("name", ["my-project", "Mein Ordner", "console", "com10", "Año 2027", "a.b", "x"])
def test_names_that_every_system_can_have(name: str) -> None:
    assert is_portable(name)
