"""Opens a project, and reads a large one in a second process while this one is still getting ready.

Reading YAML is the largest cost of a large plan, and loading the libraries that work on it is the
next one. On a machine with two processors or more they are done at the same time. A small project
is read here, and so is every project where a second process cannot be had or does not end well.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pathwayctl.diagnostics import Finding
from pathwayctl.loading.files import TextFile, read_files
from pathwayctl.model.kept_sections import KeptSections
from pathwayctl.quick_dataclass import dataclass

if TYPE_CHECKING:
    from pathwayctl.source.text_report import Reading

WORTH_IT: Final = 400_000
"""Bytes from which on the second process saves more time than it costs."""
HEAD_START: Final = 1_200_000
"""Bytes that the second process reads while this one loads its libraries."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A project whose files are being read.

    ``findings`` are about files that cannot be read at all. ``pid`` and ``pipe`` are those of the
    second process, if there is one: it reads the first ``share`` files, this process the others.
    ``known`` says what each file holds if all were read before; then ``kept`` has what they were made into,
    which takes memory that most commands do not need. If it is ``in_memory``, the files are not those of
    the folder, and nothing else in the folder belongs to it: no baselines, and no pictures.
    """

    root: Path
    files: tuple[TextFile, ...]
    findings: tuple[Finding, ...]
    share: int = 0
    pid: int = 0
    pipe: int = -1
    known: tuple[Reading, ...] = ()
    in_memory: bool = False
    kept: KeptSections | None = field(default=None, compare=False)

    def readings(self) -> tuple[Reading, ...]:
        """What each file says, in the order of the files; waits for the second process."""
        if self.known:
            return self.known
        from pathwayctl.source.reading import read

        own = [read(file.data) for file in self.files[self.share :]]
        others = self._received() if self.pid else None
        if others is None:
            others = [read(file.data) for file in self.files[: self.share]]
        return (*others, *own)

    def _received(self) -> list[Reading] | None:
        with os.fdopen(self.pipe, "rb") as stream:
            data = stream.read()
        try:
            _, status = os.waitpid(self.pid, 0)
        except ChildProcessError:  # the parent process ignores how its children end
            return None
        if status:
            return None
        import pickle  # only for a large project

        found: list[Reading] = pickle.loads(data)  # noqa: S301 - written by a process of our own
        return found


def begin_reading(root: Path, *, in_one_process: bool = False) -> Opened:
    """Take up the files of a project and begin to read them; call this before importing anything heavy.

    With ``in_one_process``, no second process is started: it must not be where other threads are running.
    """
    files, findings = read_files(root)
    size = sum(len(file.data) for file in files)
    if in_one_process or size < WORTH_IT or not hasattr(os, "fork") or (os.cpu_count() or 1) < 2:
        return Opened(root, files, findings)
    share = _share(files, size)
    receiving, sending = os.pipe()
    try:
        pid = os.fork()
    except OSError:  # no more processes allowed
        os.close(receiving)
        os.close(sending)
        return Opened(root, files, findings)
    if not pid:
        os.close(receiving)  # or it would wait for ever to be heard, once the first process is gone
        _read_and_send(files[:share], sending)
    os.close(sending)
    return Opened(root, files, findings, share, pid, receiving)


def reopen(before: Opened) -> Opened:
    """The same project as its files are now; what is in a file that has not changed is not read again."""
    from pathwayctl.source.reading import read

    files, findings = read_files(before.root)
    known = {file.name: (file.data, said) for file, said in zip(before.files, before.readings(), strict=True)}
    readings = []
    for file in files:
        data, said = known.get(file.name, (None, None))
        readings.append(said if said is not None and data == file.data else read(file.data))
    return Opened(before.root, files, findings, known=tuple(readings), kept=before.kept or KeptSections())


def _share(files: Sequence[TextFile], size: int) -> int:
    """How many files the second process reads, so that both are done at about the same time."""
    wanted = size if size <= HEAD_START else (size + HEAD_START) // 2
    share = 0
    while share < len(files) and wanted > 0:
        wanted -= len(files[share].data)
        share += 1
    return share


def _read_and_send(files: Sequence[TextFile], pipe: int) -> None:
    """The life of the second process; it never returns."""
    try:
        import pickle

        from pathwayctl.source.reading import read

        data = pickle.dumps([read(file.data) for file in files], protocol=5)
        with os.fdopen(pipe, "wb") as stream:
            stream.write(data)
        os._exit(0)
    finally:
        os._exit(1)
