"""Correct a project wherever the hint of a finding can mean only one thing, and never make it worse.

Corrections are made in rounds, since one may uncover another mistake: first those of the text, then of
sections, fields, and references. A round that brings a new error of its stage is halved until the
correction that brings it is alone; that one is left to the reader.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final, Generic

from pathwayctl.diagnostics import FieldFix, Finding, Fix, Path, Position, Severity, Surplus
from pathwayctl.editing.checked import P
from pathwayctl.editing.edits import CorrectFields, Refused
from pathwayctl.editing.entry_lines import Splice, spliced
from pathwayctl.editing.new_errors import said
from pathwayctl.editing.planning import plan_edits
from pathwayctl.editing.transaction import FileChange, Transaction
from pathwayctl.loading.files import TextFile
from pathwayctl.loading.opening import Opened
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.source.reading import read
from pathwayctl.source.text_report import Reading

_MOST_TRIES: Final = 100
"""How often a project is checked; each round takes one try, and more where a correction is no good."""
_STAGES: Final = ("PW1", "PW201", "PW2", "PW3")
_TAKEN: Final = "PW301"
"""An id used twice, which a corrected id may bring about."""
_LINE_BREAK: Final = re.compile(r"\r\n?|\n")


@dataclass(frozen=True)
class Fixed(Generic[P]):
    """Corrections that can be made: what to write, what they correct, and the project before and after.

    ``findings`` are at the places that they had when they were corrected.
    """

    transaction: Transaction
    findings: tuple[Finding, ...]
    before: P
    after: P


@dataclass(frozen=True)
class _State(Generic[P]):
    opened: Opened
    project: P


def fix_project(
    opened: Opened, examine: Callable[[Opened], P], wanted: Callable[[Finding], bool] = bool
) -> Fixed[P]:
    """Plan all corrections of wanted findings that are certain, and check the project after them."""
    start = replace(opened, known=opened.readings(), pid=0)
    before = examine(start)
    corrector = _Corrector(examine, _State(start, before))
    while batch := corrector.next_batch(wanted):
        corrector.make(batch)
    was = {file.name: file.data for file in opened.files}
    changes = (FileChange(one.name, was[one.name], one.data) for one in corrector.state.opened.files)
    changed = tuple(one for one in changes if one.before != one.after)
    return Fixed(Transaction(opened.root, changed), tuple(corrector.done), before, corrector.state.project)


class _Corrector(Generic[P]):
    """The project as it becomes, what was corrected, and what cannot be."""

    def __init__(self, examine: Callable[[Opened], P], state: _State[P]) -> None:
        self.state = state
        self.done: list[Finding] = []
        self._examine = examine
        self._left: set[tuple[str, str, str]] = set()
        self._seen = {state.opened.files}
        self._tries = _MOST_TRIES

    def next_batch(self, wanted: Callable[[Finding], bool]) -> list[Finding]:
        """The findings of the first stage that has any to correct, none in the way of another."""
        found = [
            one
            for one in self.state.project.findings
            if one.fix is not None and said(one) not in self._left and wanted(one)
        ]
        if not found or not self._tries:
            return []
        first = min(map(_stage, found))
        by_file: dict[str, list[Finding]] = {}
        for one in found:
            if _stage(one) == first:
                by_file.setdefault(one.file, []).append(one)
        return [one for each in by_file.values() for one in _compatible(each)]

    def make(self, batch: list[Finding]) -> bool:
        """Correct some findings, or if that makes it worse, the first half that can be; else leave them."""
        if not self._tries:
            return False
        self._tries -= 1
        after = self._tried(batch)
        if after is not None:
            self.state = after
            self.done += batch
            return True
        if len(batch) == 1:
            self._left.add(said(batch[0]))
            return False
        half = len(batch) // 2
        return self.make(batch[:half]) or self.make(batch[half:])

    def _tried(self, batch: list[Finding]) -> _State[P] | None:
        """The project after some corrections; ``None`` if they cannot be made or make it worse."""
        now = _corrected(self.state.opened, batch)
        if now is None or now.files in self._seen:
            return None
        self._seen.add(now.files)
        after = self._examine(now)
        return None if _is_worse(self.state.project, after, batch) else _State(now, after)


def _stage(finding: Finding | Surplus) -> int:
    found = (number for number, start in enumerate(_STAGES) if finding.code.startswith(start))
    return next(found, len(_STAGES))


def _is_worse(before: P, after: P, batch: list[Finding]) -> bool:
    """Whether a correction did not help, or brings an error that it cannot only have uncovered."""
    stage = _stage(batch[0])
    there, then = _numbers(before, stage), _numbers(after, stage)
    if stage == 0:  # what follows on a line is seen only when what is before it can be read
        gone = Counter(map(said, before.findings))
        gone.subtract(map(said, after.findings))
        errors = sum(one.severity is Severity.ERROR for one in batch)
        most = there.total() - max(errors - 1, 0)
        return then.total() > most or any(gone[said(one)] < 1 for one in batch)
    fixed = Counter((one.code, one.file) for one in batch)
    return any(number > there[key] - fixed[key] for key, number in then.items())


def _numbers(project: P, stage: int) -> Counter[tuple[str, str]]:
    """How many errors a project has of each code up to a stage, by file, and of the ids used twice."""
    numbers: Counter[tuple[str, str]] = Counter()
    for one in project.findings:
        if (one.severity is Severity.ERROR and _stage(one) <= stage) or one.code == _TAKEN:
            numbers[one.code, one.file] += 1
    for more in project.surplus:
        if _stage(more) <= stage:
            numbers[more.code, more.file] += more.number
    return numbers


def _compatible(findings: list[Finding]) -> Iterator[Finding]:
    """Of findings in a file, those whose corrections can be made together."""
    texts = [one for one in findings if isinstance(one.fix, Fix)]
    if not texts:
        yield from _apart(findings)
        return
    end, last = (0, 0), None
    for one in sorted(texts, key=lambda one: _bounds(one.fix)):
        begin, finish = _bounds(one.fix)
        if one.fix == last or begin >= end:
            yield one
            end, last = max(finish, (begin[0], begin[1] + 1)), one.fix


def _bounds(fix: Fix | FieldFix | None) -> tuple[tuple[int, int], tuple[int, int]]:
    place = fix.position if isinstance(fix, Fix) else Position(0, 0, 0, 0)
    return (place.line, place.column), (place.end_line, place.end_column)


def _apart(findings: list[Finding]) -> Iterator[Finding]:
    """The findings about fields that are not within each other; the inner ones first."""
    taken: set[Path] = set()
    for one in sorted(findings, key=lambda one: -len(_path(one))):
        path = _path(one)
        if path not in taken:
            taken.update(path[:end] for end in range(len(path) + 1))
            yield one


def _path(finding: Finding) -> Path:
    return finding.fix.path if isinstance(finding.fix, FieldFix) else ()


def _corrected(opened: Opened, batch: list[Finding]) -> Opened | None:
    """The files with some corrections made; ``None`` if they cannot be made, or change nothing."""
    texts: dict[str, list[Fix]] = {}
    fields: dict[str, list[FieldFix]] = {}
    for one in batch:
        if isinstance(one.fix, Fix):
            texts.setdefault(one.file, []).append(one.fix)
        elif one.fix is not None:
            fields.setdefault(one.file, []).append(one.fix)
    files, readings = _with_texts(opened, texts)
    edits = [CorrectFields(name, tuple(fixes)) for name, fixes in fields.items()]
    planned = plan_edits(opened.root, files, readings, edits) if edits else None
    if isinstance(planned, Refused):
        return None
    if planned is not None:
        files, readings = planned.files, planned.readings
    return None if files == opened.files else replace(opened, files=tuple(files), known=tuple(readings))


def _with_texts(opened: Opened, fixes: dict[str, list[Fix]]) -> tuple[Sequence[TextFile], Sequence[Reading]]:
    """The files with stretches of their texts replaced, and what they say then."""
    files, readings = list(opened.files), list(opened.known)
    for number, file in enumerate(opened.files):
        if file.name in fixes:
            files[number] = replace(file, data=_replaced(file.data, fixes[file.name]))
            readings[number] = read(files[number].data)
    return tuple(files), tuple(readings)


def _replaced(data: bytes, fixes: Iterable[Fix]) -> bytes:
    """The bytes of a file with stretches replaced; its byte-order mark and everything else stay."""
    text = data.decode()
    mark = text[:1] if text.startswith("\ufeff") else ""
    text = text.removeprefix("\ufeff")
    starts = [0, *(found.end() for found in _LINE_BREAK.finditer(text))]
    made = [
        Splice(
            starts[fix.position.line - 1] + fix.position.column - 1,
            starts[fix.position.end_line - 1] + fix.position.end_column - 1,
            fix.text,
        )
        for fix in dict.fromkeys(fixes)
    ]
    return (mark + spliced(text, made)).encode()
