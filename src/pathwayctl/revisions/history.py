"""The history of a project in git: which revision a name or a day means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Final

from pathwayctl.diagnostics import RevisionError
from pathwayctl.revisions.git import Git, git_in
from pathwayctl.wording import long_day, suggestion

LAST: Final = "HEAD"
"""What git calls the last commit."""
_ELSE: Final = (
    "Or compare with another folder (pathwayctl diff ../copy-of-may), or save a baseline for later: "
    "pathwayctl baseline save approved"
)


@dataclass(frozen=True, slots=True)
class Revision:
    """A commit: its id, and the day on which it was made, where it was made."""

    id: str
    day: date


@dataclass(frozen=True)
class History:
    """The repository around a project's folder; ``prefix`` leads from its top to the folder: ``plans/``."""

    git: Git
    prefix: str

    @cached_property
    def revisions(self) -> tuple[Revision, ...]:
        """The commits that led to the last one, the newest first; of merged branches only the merge."""
        return tuple(self.listed("--first-parent", LAST))

    def named(self, name: str) -> Revision:
        """The commit that a name means: a branch, a tag, a part of its id, or ``HEAD~3``."""
        found = None
        if name.isprintable() and not name.startswith("-"):
            found = self.git.ask("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
        if found is None:
            raise RevisionError(self._unknown(name))
        return next(self.listed("--max-count=1", found.decode().strip()))

    def of_day(self, day: date) -> Revision:
        """The last commit of a day or before it."""
        found = next((one for one in self.revisions if one.day <= day), None)
        if found is not None:
            return found
        if not self.revisions:
            raise RevisionError(_NO_COMMIT)
        first = long_day(self.revisions[-1].day)
        if self._is_shallow:
            raise RevisionError(
                f"This copy of the repository goes back to {first} only, so it has no revision of "
                f"{long_day(day)}. To get the rest, type: git fetch --unshallow"
            )
        raise RevisionError(
            f"There is no revision of {long_day(day)} or before: the first commit was made on {first}. "
            f"Name that day or a later one: pathwayctl diff {self.revisions[-1].day}"
        )

    def listed(self, *words: str) -> Iterator[Revision]:
        """The commits that ``git rev-list`` names with these words."""
        lines = (self.git.ask("rev-list", "--format=%cs", *words) or b"").decode().splitlines()
        for head, day in zip(lines[::2], lines[1::2], strict=True):
            yield Revision(head.removeprefix("commit "), date.fromisoformat(day))

    @property
    def _is_shallow(self) -> bool:
        return (self.git.ask("rev-parse", "--is-shallow-repository") or b"").strip() == b"true"

    def _unknown(self, name: str) -> str:
        if name == LAST:
            return _NO_COMMIT
        names = (self.git.ask("for-each-ref", "--format=%(refname:short)") or b"").decode("utf-8", "replace")
        near = suggestion(name, names.split())
        said = f"There is no revision “{name}” in the git history of this project."
        if self._is_shallow:
            return f"{said} This copy has a part of the history only. To get the rest: git fetch --unshallow"
        return f"{said} {near or 'To list them, type: git log --oneline'}"


def last_commit_day(root: Path) -> date | None:
    """The day of the last commit of a project's own files; ``None`` if there is none, or git cannot say."""
    try:
        found = history_of(root)
        return next((one.day for one in found.listed("--max-count=1", LAST, "--", ".")), None)
    except RevisionError:
        return None


_NO_COMMIT: Final = (
    "There is no commit in this repository yet, so there is nothing to compare with. To make the first one, "
    'type: git add . and then git commit -m "Begin"'
)


def history_of(root: Path) -> History:
    """The history of the project in a folder. Raises ``RevisionError`` if there is none."""
    git = git_in(root)
    if git is None:
        raise RevisionError(
            "git was not found on this computer, so earlier revisions cannot be read. Install it from "
            f"https://git-scm.com. {_ELSE}"
        )
    prefix = git.ask("rev-parse", "--show-prefix")
    if prefix is None:
        raise RevisionError(
            "This project is not in a git repository, so it has no earlier revisions. To begin one, type: "
            f"git init. {_ELSE}"
        )
    return History(git, prefix.decode("utf-8", "surrogateescape").rstrip("\n"))
