"""Changes of several files that are written together or not at all, and that can be taken back."""

from __future__ import annotations

import difflib
import hashlib
import os
from codecs import BOM_UTF8
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from pathwayctl.editing.edits import Refused
from pathwayctl.writing import clear_up, move_into_place, not_written, temporary


@dataclass(frozen=True, slots=True)
class FileChange:
    """One file of a project, by its name from the project's folder, and its bytes before and after.

    ``None`` where there is no file, before it is begun or after that is taken back.
    """

    name: str
    before: bytes | None
    after: bytes | None

    @property
    def digest_before(self) -> str | None:
        """The SHA-256 of the bytes before, in hexadecimal digits."""
        return _digest(self.before)

    @property
    def digest_after(self) -> str | None:
        """The SHA-256 of the bytes after, in hexadecimal digits."""
        return _digest(self.after)

    def diff(self) -> str:
        """A unified diff of the file, with three lines around each change."""
        old = "/dev/null" if self.before is None else f"a/{self.name}"
        new = "/dev/null" if self.after is None else f"b/{self.name}"
        made = difflib.unified_diff(_lines(self.before), _lines(self.after), old, new)
        return "".join(
            line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in made
        )


@dataclass(frozen=True, slots=True)
class Transaction:
    """Changes of the files in a folder, in the order of their names."""

    root: Path
    changes: tuple[FileChange, ...] = ()

    def diff(self) -> str:
        """A unified diff of all files; empty if nothing changes."""
        return "".join(change.diff() for change in self.changes)

    def inverse(self) -> Transaction:
        """The changes that take these back."""
        back = tuple(FileChange(one.name, one.after, one.before) for one in self.changes)
        return Transaction(self.root, back)

    def write(self) -> Refused | None:
        """Write all files; ``None`` if that is done, and otherwise the reason and no file is changed.

        Every new text is first written in full beside its file. Then the files are put in place one
        after the other; if one cannot be, those before it are put back. Links are followed inside
        the project's folder, and files keep their modes.
        """
        staged: list[_Staged] = []
        try:
            for number, change in enumerate(self.changes):
                one = _Staged(change, self.root, number)
                refused = one.refusal()
                if refused is not None:
                    return refused
                staged.append(one)
                one.stage()
            return _put_in_place(staged)
        except OSError as error:
            problem = not_written(staged[-1].path if staged else self.root, error)
            return Refused(f"{problem.path.name}: {problem.message}", "Nothing was changed.")
        finally:
            for one in staged:
                one.clear()


@dataclass(slots=True)
class _Staged:
    """A change of a file that is about to be written."""

    change: FileChange
    root: Path
    number: int
    path: Path = field(init=False)
    beside: Path = field(init=False)

    def __post_init__(self) -> None:
        self.path = Path(os.path.realpath(self.root / self.change.name))
        self.beside = temporary(self.path, self.number)

    def refusal(self) -> Refused | None:
        """Why the file is not written: it is outside the project, or not as it was read."""
        name = self.change.name
        if not self.path.is_relative_to(os.path.realpath(self.root)):
            return Refused(
                f"“{name}” is a link to a file outside the project.", "Copy the file into the project."
            )
        found = self.path.read_bytes() if self.path.is_file() else None
        if found is None and self.path.exists():
            return Refused(f"“{name}” is not an ordinary file.", "Move it out of the project folder.")
        if _digest(found) == self.change.digest_before:
            return None
        if found is None:
            return Refused(f"{name} is no longer there, so nothing was written.", "Run the command again.")
        if self.change.before is None:
            return Refused(f"{name} is there already, so nothing was written.", "Run the command again.")
        return Refused(
            f"{name} has changed since it was read, so nothing was written.",
            "Run the command again.",
        )

    def stage(self) -> None:
        """Write the new text beside the file, with the mode of the file."""
        if self.change.after is None:
            return
        self.path.parent.mkdir(parents=True, exist_ok=True)
        clear_up(self.path.parent)
        self._write_beside(self.change.after)

    def _write_beside(self, data: bytes) -> None:
        self.beside.unlink(missing_ok=True)
        with self.beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if self.path.exists():
            self.beside.chmod(self.path.stat().st_mode & 0o7777)

    def put_in_place(self) -> None:
        """Replace the file with the new text."""
        if self.change.after is None:
            self.path.unlink(missing_ok=True)
            return
        move_into_place(self.beside, self.path)

    def put_back(self) -> None:
        """Restore the file as it was."""
        if self.change.before is None:
            self.path.unlink(missing_ok=True)
            return
        self._write_beside(self.change.before)
        move_into_place(self.beside, self.path)

    def clear(self) -> None:
        """Remove what was written beside the file."""
        with suppress(OSError):
            self.beside.unlink(missing_ok=True)


def _put_in_place(staged: Sequence[_Staged]) -> Refused | None:
    done: list[_Staged] = []
    try:
        for one in staged:
            done.append(one)
            one.put_in_place()
    except BaseException:
        for one in done:
            with suppress(OSError):
                one.put_back()
        raise
    return None


def _digest(data: bytes | None) -> str | None:
    return None if data is None else hashlib.sha256(data).hexdigest()


def _lines(data: bytes | None) -> list[str]:
    """The lines of a file with their line feeds, as diff programs show them."""
    if not data:
        return []
    return data.removeprefix(BOM_UTF8).decode(errors="replace").splitlines(keepends=True)
