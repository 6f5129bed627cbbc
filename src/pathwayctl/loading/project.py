"""Loads a whole project: the top function of this room, and what it gives to the others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path as FilePath
from typing import Any, Final

from pathwayctl.diagnostics import Finding, Path, Position, Problem, Severity
from pathwayctl.loading import rules
from pathwayctl.loading.files import MAIN_FILE, TextFile, baseline_file, baseline_names
from pathwayctl.loading.logos import missing_pictures
from pathwayctl.loading.opening import Opened, begin_reading
from pathwayctl.loading.packet_names import unusable_names
from pathwayctl.loading.places import find_places
from pathwayctl.loading.sections import Sections, gather
from pathwayctl.loading.validation import Removed, as_written, ids_in, settle, validator
from pathwayctl.model.plan import Plan
from pathwayctl.model.project import Header
from pathwayctl.source.recovery import overlap
from pathwayctl.source.report import Reading
from pathwayctl.source.text_rules import CAUSES

_ID: Final = re.compile(r"(?:^|[\s{,])(?:-\s*)?id[ \t]*:\s*[\"']?([a-z0-9]+(?:-[a-z0-9]+)*)")
_STAND_IN: Final = Header.model_construct(name="Unnamed project", start=date(2000, 1, 3))


@dataclass(frozen=True)
class Loaded:
    """A project as far as it can be understood.

    ``plan`` holds all that is well formed; ``findings`` says what is not; ``sound`` is false where
    something was left out, so that dates reckoned from ``plan`` would mislead. ``unread`` are the
    ids that stand somewhere in what was left out. ``baselines`` are the names of those that were saved.
    """

    root: FilePath
    plan: Plan
    findings: tuple[Finding, ...]
    sound: bool
    unread: frozenset[str]
    texts: dict[str, bytes]
    baselines: tuple[str, ...]
    _read_as: dict[str, bytes]
    _gaps: dict[tuple[str, int], tuple[Position, ...]]
    _sections: Sections
    _removed: Removed

    def place(self, problems: Iterable[Problem]) -> tuple[Finding, ...]:
        """The findings of problems at paths in ``plan``."""
        asked: list[tuple[str, Problem]] = []
        for problem in problems:
            path = as_written(problem.path, self._removed)
            file, inside = self._sections.spot(path) or (MAIN_FILE, path)
            asked.append((file, problem.moved(inside)))
        found = find_places(asked, self._read_as)
        return tuple(one for one in found if not self._in_gap(one))

    def _in_gap(self, finding: Finding) -> bool:
        """Whether a finding stands where the text of its file could not be read as it is."""
        here = self._gaps.get((finding.file, finding.position.line), ())
        return any(overlap(finding.position, gap) for gap in here)

    def kept_files(self) -> tuple[FilePath, ...]:
        """Every file of the project and of its baselines, which are not to be written over."""
        names = (*self.texts, *map(baseline_file, self.baselines))
        return tuple(self.root / name for name in names)

    def where(self, path: Path, *, on_key: bool = False) -> tuple[str, Position] | None:
        """The file that holds what is at a path in ``plan``, and its place there; ``None`` if none does."""
        spot = self._sections.spot(as_written(path, self._removed))
        if spot is None:
            return None
        file, inside = spot
        known = self._places.setdefault(file, {})
        if (inside, on_key) not in known:
            from pathwayctl.source.places import locate

            # The names of all fields of an entry are soon asked for too, and the file is read only once.
            entry = inside[:-1] if on_key and len(inside) > 1 else inside
            written = self.written(path[: len(entry)])
            names = [(*entry, name) for name in written] if isinstance(written, dict) else []
            asked = {(one, key) for one in (inside, *names) for key in (False, True)}
            known |= locate(self.texts[file], asked)
        return file, known[inside, on_key]

    @cached_property
    def _places(self) -> dict[str, dict[tuple[Path, bool], Position]]:
        return {}

    def written(self, path: Path) -> Any:
        """The plain data at a path in ``plan``; ``None`` if nothing is there."""
        here: Any = self._sections.data
        for part in path:
            if isinstance(here, list) and isinstance(part, int) and part < len(here):
                here = here[part]
            elif isinstance(here, dict):
                here = here.get(part)
            else:
                return None
        return here

    def line(self, file: str, number: int) -> str:
        """The text of one line of a file, from 1; empty past its end."""
        lines = self.lines(file)
        return lines[number - 1] if 0 < number <= len(lines) else ""

    def lines(self, file: str) -> list[str]:
        """The lines of a file; none of a file that is not there."""
        if file not in self._lines:
            self._lines[file] = self.texts.get(file, b"").decode("utf-8-sig", "replace").splitlines()
        return self._lines[file]

    @cached_property
    def _lines(self) -> dict[str, list[str]]:
        return {}

    @cached_property
    def ids(self) -> frozenset[str]:
        """Every id in the files, also in what could not be understood."""
        return self.unread.union(ids_in(self._sections.data))


def get_ready() -> None:
    """Make what validates the sections of every plan, while there is time to spare."""
    for name in ("project", "calendar", "organizations", "people", "tasks"):
        validator(name)


def load(root: FilePath) -> Loaded:
    """Read a project; mistakes come back as findings, all of them."""
    return put_together(begin_reading(root))


def put_together(opened: Opened) -> Loaded:
    """One plan from the files of a project that was opened."""
    root, files, findings = opened.root, opened.files, opened.findings
    readings = list(zip(files, opened.readings(), strict=True))
    sections, problems = gather((file.name, reading.value) for file, reading in readings if reading.value)
    unread = set(_unread_ids(readings))
    removed: Removed = {}
    parts: dict[str, Any] = {}
    for name, value in sections.data.items():
        parts[name], found = settle(name, value, removed, unread)
        problems += [_in_file(sections, problem) for problem in found]
    problems += _absent(sections, readings)
    plan = _assemble(parts)
    whole = (*missing_pictures(root, plan), *unusable_names(plan))
    problems += [_in_file(sections, problem) for problem in whole]
    texts = {file.name: file.data for file in files}
    read_as = {file.name: reading.read_as or file.data for file, reading in readings}
    findings += tuple(_once(readings, find_places(problems, read_as)))
    sound, saved = not _errors(findings), baseline_names(root)
    gaps = _gaps_by_line(readings)
    left = frozenset(unread)
    return Loaded(root, plan, findings, sound, left, texts, saved, read_as, gaps, sections, removed)


def _assemble(parts: dict[str, Any]) -> Plan:
    """The plan of the parts that could be read; each was validated, so nothing is validated twice."""
    known = {name: part for name, part in parts.items() if part is not None}
    return Plan.model_construct(**{"project": _STAND_IN, **known})


def _errors(findings: Iterable[Finding]) -> bool:
    return any(finding.severity is Severity.ERROR for finding in findings)


def _once(readings: Sequence[tuple[TextFile, Reading]], shaped: Iterable[Finding]) -> Iterator[Finding]:
    """One mistake, one finding.

    What does not fit because its text could not be read, or was read as something else, is no mistake
    of its own. A warning about the text that explains why a value does not fit becomes its hint.
    """
    at: dict[tuple[str, int], list[Finding]] = {}
    for one in shaped:
        at.setdefault((one.file, one.position.line), []).append(one)
    for file, reading in readings:
        for gap in reading.gaps:
            _drop(at, file.name, gap)
        for spot in reading.spots:
            said = Finding(
                spot.rule.code, spot.rule.severity, spot.message, spot.hint, file.name, spot.position
            )
            if said.severity is Severity.ERROR:
                _drop(at, file.name, spot.position)
                yield said
            elif not _explains(at, said):
                yield said
    yield from (one for found in at.values() for one in found)


def _gaps_by_line(
    readings: Iterable[tuple[TextFile, Reading]],
) -> dict[tuple[str, int], tuple[Position, ...]]:
    """What was passed over on each line of each file."""
    found: dict[tuple[str, int], tuple[Position, ...]] = {}
    for file, reading in readings:
        for gap in reading.gaps:
            for line in range(gap.line, gap.end_line + 1):
                found[file.name, line] = (*found.get((file.name, line), ()), gap)
    return found


def _drop(at: dict[tuple[str, int], list[Finding]], file: str, stretch: Position) -> None:
    """Take out the findings about a value that begin within a stretch, or within which it begins."""
    for line in range(stretch.line, stretch.end_line + 1):
        found = at.get((file, line))
        if found:
            at[file, line] = [
                one
                for one in found
                if not overlap(one.position, stretch)
                or (one.code == rules.MISSING_KEY.code and one.position != stretch)
            ]


def _explains(at: dict[tuple[str, int], list[Finding]], said: Finding) -> bool:
    """Whether a finding at the same place makes a warning about the text needless; some become its hint."""
    found = at.get((said.file, said.position.line), [])
    same = [number for number, one in enumerate(found) if one.position == said.position]
    if said.code in CAUSES:
        for number in same:
            found[number] = replace(found[number], hint=f"{said.message} {said.hint}")
    return bool(same)


def _in_file(sections: Sections, problem: Problem) -> tuple[str, Problem]:
    file, path = sections.spot(problem.path) or (MAIN_FILE, problem.path)
    return file, problem.moved(path)


def _unread_ids(readings: Iterable[tuple[TextFile, Reading]]) -> Iterator[str]:
    """Ids in what could not be read, and under headings that nobody knows."""
    for file, reading in readings:
        if reading.value is None:
            yield from _ID.findall(file.data.decode(errors="replace"))
        elif reading.gaps:
            lines = file.data.decode(errors="replace").splitlines()
            for gap in reading.gaps:
                yield from _ID.findall("\n".join(lines[gap.line - 1 : gap.end_line]))
        for name, value in (reading.value or {}).items():
            if name not in Plan.model_fields:
                yield from ids_in(value)


def _absent(sections: Sections, readings: Iterable[tuple[TextFile, Reading]]) -> list[tuple[str, Problem]]:
    """What every project must have; not asked for where the main file itself cannot be read."""
    if any(file.name == MAIN_FILE and not reading.whole for file, reading in readings):
        return []
    found = []
    if "project" not in sections.data:
        hint = "Add these lines to pathway.yaml:\nproject:\n  name: ...\n  start: 2027-01-04"
        found.append((MAIN_FILE, rules.NO_PROJECT.at((), "This project has no project section.", hint)))
    if "pathwayctl" not in sections.data:
        found.append((MAIN_FILE, rules.BAD_VERSION.at((), "The format version is missing.")))
    return found
