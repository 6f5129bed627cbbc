"""Repositories of git with projects in them, made for one test, with fixed days and authors."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

MAIN = "pathwayctl: 1\nproject:\n  name: Example\n  start: 2027-01-04\n"
WORK = "tasks:\n  - {id: draft, title: Draft it, duration: 3d}\n"
LONGER = WORK.replace("3d", "5d")


@dataclass(frozen=True)
class Repository:
    """A repository in a folder."""

    folder: Path

    def git(self, *words: str, day: str = "2027-01-01") -> str:
        """Run git there, as one person, at noon of a day."""
        who = {
            f"GIT_{role}_{what}": value for role in ("AUTHOR", "COMMITTER") for what, value in _WHO.items()
        }
        times = {f"GIT_{role}_DATE": f"{day}T12:00:00+0000" for role in ("AUTHOR", "COMMITTER")}
        alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        command = ["git", "-c", "protocol.file.allow=always", *words]
        done = subprocess.run(
            command,
            cwd=self.folder,
            env={**os.environ, **who, **times, **alone},
            capture_output=True,
            check=True,
        )
        return done.stdout.decode().strip()

    def write(self, files: Mapping[str, str]) -> None:
        """Write files."""
        for name, text in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")

    def commit(self, day: str, files: Mapping[str, str] | None = None) -> str:
        """Write files, and commit all there are; returns the id of the commit."""
        self.write(files or {})
        self.git("add", "--all", day=day)
        self.git("commit", "--quiet", "--allow-empty", "-m", day, day=day)
        return self.git("rev-parse", "HEAD")


_WHO = {"NAME": "Dana Ruiz", "EMAIL": "dana.ruiz@example.org"}


def repository(folder: Path) -> Repository:
    """A new repository without commits."""
    folder.mkdir(parents=True, exist_ok=True)
    found = Repository(folder)
    found.git("init", "--quiet", "--initial-branch=main")
    return found
