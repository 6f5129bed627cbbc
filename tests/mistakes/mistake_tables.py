"""A small project, and the mistakes that people make in it: what is typed, and what is said to it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import yaml

from pathwayctl.app import open_project
from pathwayctl.diagnostics import Finding

HERE: Final = Path(__file__).parent
PROJECT: Final = HERE / "project"
TABLES: Final = tuple(sorted((HERE / "tables").glob("*.yaml")))


@dataclass(frozen=True, slots=True)
class Mistake:
    """Lines typed in place of other lines of one file of the project; all with the indentation of these."""

    table: str
    topic: str
    file: str
    place: str
    typed: str

    @property
    def text(self) -> str:
        """The file with the mistake in it."""
        text = (PROJECT / self.file).read_text("utf-8")
        first = self.place.split("\n", 1)[0]
        (line,) = (line for line in text.splitlines() if line.strip() == first and self._starts(text, line))
        indent = line[: len(line) - len(line.lstrip())]
        return text.replace(_indented(self.place, indent), _indented(self.typed, indent), 1)

    def _starts(self, text: str, line: str) -> bool:
        indent = line[: len(line) - len(line.lstrip())]
        return f"\n{_indented(self.place, indent)}\n" in f"\n{text}\n"


def _indented(lines: str, indent: str) -> str:
    return "\n".join(indent + line for line in lines.split("\n"))


def mistakes(table: Path) -> Iterator[Mistake]:
    """The mistakes of one table, in order."""
    for group in yaml.safe_load(table.read_text("utf-8")):
        for typed in group["typed"]:
            yield Mistake(table.stem, group["topic"], group["file"], group["place"], typed)


def findings_of(mistake: Mistake, root: Path, text: str | None = None) -> tuple[Finding, ...]:
    """What is said of the project with the mistake in it, or with the file as given."""
    if not root.exists():
        shutil.copytree(PROJECT, root)
    file = root / mistake.file
    try:
        file.write_text(mistake.text if text is None else text, "utf-8")
        return open_project(root).findings
    finally:
        shutil.copy(PROJECT / mistake.file, file)
