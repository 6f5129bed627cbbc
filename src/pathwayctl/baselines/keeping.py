"""The baselines of a project on the disk: read, written whole or not at all, and removed."""

from __future__ import annotations

from pathlib import Path

from pathwayctl.baselines.file_text import to_text
from pathwayctl.baselines.frozen import Baseline
from pathwayctl.baselines.reading import from_text
from pathwayctl.diagnostics import Finding, ProjectError, Surplus
from pathwayctl.loading.files import TextFile, baseline_file, read_baseline
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.writing import NotWritten, Written, write


@dataclass(frozen=True, slots=True)
class Kept:
    """What the file of a baseline holds: the baseline, unless something in it is wrong.

    ``file`` is its place in the project's folder and ``text`` its bytes, to show findings with.
    ``surplus`` counts the findings beyond ``findings``.
    """

    baseline: Baseline | None
    findings: tuple[Finding, ...]
    file: str
    text: bytes
    surplus: tuple[Surplus, ...] = ()

    def sound(self) -> Baseline:
        """The baseline. Raises ``ProjectError`` if its file cannot be read."""
        if self.baseline is None:
            texts = {self.file: self.text}
            raise ProjectError("The baseline cannot be read.", self.findings, texts, self.surplus)
        return self.baseline


def recall(root: Path, name: str) -> Kept:
    """The baseline of a project that is kept under a name."""
    read = read_baseline(root, name)
    if not isinstance(read, TextFile):
        return Kept(None, (read,), baseline_file(name), b"")
    baseline, found = from_text(read.data, name, read.name)
    made = tuple(sorted(found.made, key=lambda finding: finding.order))
    return Kept(baseline, made, read.name, read.data, found.surplus)


def keep(root: Path, baseline: Baseline) -> Written | NotWritten:
    """Write a baseline to its file, in place of what that held."""
    return write(root, baseline_file(baseline.name), to_text(baseline))


def forget(root: Path, name: str) -> None:
    """Remove the file of a baseline; raises ``OSError`` where that cannot be done."""
    (root / baseline_file(name)).unlink()
