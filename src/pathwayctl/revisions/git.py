"""Run git for reading: without hooks, pagers, network, or locks, and never in another repository.

A project may come from anywhere, and so may the settings of its repository. Only plumbing commands are run,
which obey no setting that starts a program; those that could are switched off as well.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pathwayctl.diagnostics import RevisionError

_SETTINGS: Final = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_PAGER": "cat",
    "LC_ALL": "C",
}
_KEPT: Final = ("GIT_CONFIG", "GIT_CEILING_DIRECTORIES", "GIT_EXEC_PATH")
"""Beginnings of the variables that are left as they are; others may lead to another repository."""
_OPTIONS: Final = (
    "--no-pager", "--no-optional-locks", "--literal-pathspecs",
    "-c", f"core.hooksPath={os.devnull}", "-c", "core.fsmonitor=false", "-c", "log.showSignature=false",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Git:
    """The git program, and the folder that it runs in."""

    program: str
    folder: Path

    def ask(self, *words: str, feed: bytes = b"") -> bytes | None:
        """What a command prints; ``None`` if it fails. Raises ``RevisionError`` if git will not read here."""
        command = [self.program, *_OPTIONS, "-C", str(self.folder), *words]
        try:
            done = subprocess.run(command, input=feed, capture_output=True, env=_environment(), check=False)  # noqa: S603 - no shell, and revisions never begin with a hyphen
        except OSError as error:
            raise RevisionError(f"git cannot be started: {error.strerror or error}.") from None
        if done.returncode and b"dubious ownership" in done.stderr:
            raise RevisionError(
                "git does not read this folder, because it belongs to another user of this computer. "
                f'If you trust it, type: git config --global --add safe.directory "{self.folder.as_posix()}"'
            )
        return None if done.returncode else done.stdout


def git_in(folder: Path) -> Git | None:
    """The git program for a folder; ``None`` if none is installed."""
    found = shutil.which("git")
    # On Windows, a program in the current folder would be found first, and it may be part of the project.
    return Git(found, folder) if found and Path(found).is_absolute() else None


def _environment() -> dict[str, str]:
    own = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GIT_") or name.startswith(_KEPT)
    }
    return own | _SETTINGS
