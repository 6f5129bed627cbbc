"""Transactions on disk: all files or none, none that changed meanwhile, links and modes, and the way back."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from pathwayctl.editing import transaction
from pathwayctl.editing.edits import Refused
from pathwayctl.editing.transaction import FileChange, Transaction

A, B, NEW = (
    FileChange("a.yaml", b"a: 1\n", b"a: 2\n"),
    FileChange("work/b.yaml", b"\xef\xbb\xbfb: 1\r\n", b"\xef\xbb\xbfb: 2\r\n"),
    FileChange("new/n.yaml", None, b"n: 1"),
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    for change in (A, B):
        path = folder / change.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(change.before or b"")
    return folder


def contents(root: Path) -> dict[str, bytes]:
    files = (path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def test_all_files_are_written_and_taken_back(root: Path) -> None:
    before = contents(root)
    change = Transaction(root, (A, NEW, B))
    assert change.write() is None
    assert contents(root) == {
        "a.yaml": b"a: 2\n",
        "work/b.yaml": b"\xef\xbb\xbfb: 2\r\n",
        "new/n.yaml": b"n: 1",
    }
    assert change.inverse().write() is None
    assert contents(root) == before
    assert change.inverse().inverse() == change


def test_a_file_that_changed_since_is_not_overwritten(root: Path) -> None:
    (root / "work/b.yaml").write_bytes(b"b: 3\n")
    before = contents(root)
    refused = Transaction(root, (A, B)).write()
    assert isinstance(refused, Refused)
    assert refused.message == "work/b.yaml has changed since it was read, so nothing was written."
    assert contents(root) == before


def test_a_file_that_went_or_came_since_is_left_alone(root: Path) -> None:
    (root / "a.yaml").unlink()
    refused = Transaction(root, (A,)).write()
    assert isinstance(refused, Refused)
    assert "no longer there" in refused.message
    (root / "new").mkdir()
    (root / "new/n.yaml").write_bytes(b"mine")
    refused = Transaction(root, (NEW,)).write()
    assert isinstance(refused, Refused)
    assert "is there already" in refused.message
    assert (root / "new/n.yaml").read_bytes() == b"mine"


@pytest.mark.parametrize("failing", [0, 1, 2])
def test_if_one_cannot_be_put_in_place_the_others_are_put_back(
    root: Path, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    before = contents(root)
    put, calls = transaction._Staged.put_in_place, iter(range(9))

    def fail(self: transaction._Staged) -> None:
        if next(calls) == failing:
            raise OSError(28, "No space left on device")
        put(self)

    monkeypatch.setattr(transaction._Staged, "put_in_place", fail)
    refused = Transaction(root, (A, NEW, B)).write()
    assert isinstance(refused, Refused)
    assert "The disk is full." in refused.message
    assert contents(root) == before


def test_a_file_that_another_program_holds_for_a_moment_is_replaced(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = Path.replace
    pauses: list[float] = []

    def held(self: Path, path: Path) -> Path:
        if len(pauses) < 3:
            raise PermissionError(13, "The process cannot access the file")
        return replace(self, path)

    monkeypatch.setattr("pathwayctl.writing.ON_WINDOWS", True)
    monkeypatch.setattr("pathwayctl.writing.time.sleep", pauses.append)
    monkeypatch.setattr(Path, "replace", held)
    assert Transaction(root, (A, B)).write() is None
    assert len(pauses) == 3
    assert A.after == (root / "a.yaml").read_bytes()


def test_if_one_cannot_be_staged_none_is_changed(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = contents(root)
    stage, calls = transaction._Staged.stage, iter(range(9))

    def fail(self: transaction._Staged) -> None:
        stage(self)
        if next(calls) == 1:
            raise OSError(13, "Permission denied")

    monkeypatch.setattr(transaction._Staged, "stage", fail)
    assert isinstance(Transaction(root, (A, B)).write(), Refused)
    assert contents(root) == before


def test_links_inside_the_project_are_followed_and_kept(root: Path) -> None:
    (root / "real").mkdir()
    (root / "a.yaml").rename(root / "real/data.txt")
    (root / "a.yaml").symlink_to("real/data.txt")
    assert Transaction(root, (A,)).write() is None
    assert (root / "a.yaml").is_symlink()
    assert (root / "real/data.txt").read_bytes() == b"a: 2\n"


def test_links_to_other_places_are_refused(root: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.yaml"
    (root / "a.yaml").rename(outside)
    (root / "a.yaml").symlink_to(outside)
    refused = Transaction(root, (A,)).write()
    assert isinstance(refused, Refused)
    assert "outside the project" in refused.message
    assert outside.read_bytes() == b"a: 1\n"
    (root / "elsewhere").symlink_to(tmp_path, target_is_directory=True)
    assert isinstance(Transaction(root, (FileChange("elsewhere/n.yaml", None, b"n"),)).write(), Refused)
    assert not (tmp_path / "n.yaml").exists()


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
def test_modes_are_kept(root: Path, mode: int) -> None:
    (root / "a.yaml").chmod(mode)
    change = Transaction(root, (A,))
    assert change.write() is None
    assert stat.S_IMODE((root / "a.yaml").stat().st_mode) == mode
    assert change.inverse().write() is None
    assert stat.S_IMODE((root / "a.yaml").stat().st_mode) == mode


def test_what_a_killed_run_left_is_cleared_up(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = next(_free_numbers())
    (root / f".pathwayctl-{gone}-0.tmp").write_bytes(b"half")
    assert Transaction(root, (A,)).write() is None
    assert sorted(contents(root)) == ["a.yaml", "work/b.yaml"]


def _free_numbers() -> Iterator[int]:
    for number in range(400_000, 500_000):
        try:
            os.kill(number, 0)
        except ProcessLookupError:
            yield number
        except OSError:
            continue


def test_the_diff_is_one_that_patch_programs_read(root: Path) -> None:
    assert Transaction(root, (A, NEW)).diff() == (
        "--- a/a.yaml\n+++ b/a.yaml\n@@ -1 +1 @@\n-a: 1\n+a: 2\n"
        "--- /dev/null\n+++ b/new/n.yaml\n@@ -0,0 +1 @@\n+n: 1\n\\ No newline at end of file\n"
    )
    assert Transaction(root).diff() == ""


def test_the_digests_are_those_of_the_contents() -> None:
    assert A.digest_before == "37b128c59f1f5097f73f82691cb519f1f568667faab5ced1b4ab979d36837eae"
    assert NEW.digest_before is None
    assert A.digest_after == FileChange("x", A.after, None).digest_before
