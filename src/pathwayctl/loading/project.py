"""Load a whole project: the top function of this room, and its result."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path as FilePath
from typing import Any, Final

from pathwayctl.diagnostics import MOST_OF_A_CODE, Finding, Path, Position, Problem, Severity, Surplus
from pathwayctl.loading import rules
from pathwayctl.loading.copies import without_copies
from pathwayctl.loading.files import MAIN_FILE, TextFile, baseline_file, baseline_names
from pathwayctl.loading.finding_places import Findings, find_places, line_numbers
from pathwayctl.loading.message_context import MessageContext
from pathwayctl.loading.opening import Opened, begin_reading
from pathwayctl.loading.sections import Sections, gather
from pathwayctl.loading.validation import Removed, as_written, ids_in, in_plan, settle, validator
from pathwayctl.model.plan import Plan
from pathwayctl.model.project import Header
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.source.text_report import Reading

_STAND_IN: Final = Header.model_construct(name="Unnamed project", start=date(2000, 1, 3))


@dataclass(frozen=True)
class Loaded:
    """A project as far as it can be understood.

    ``plan`` holds all that is well formed; ``findings`` says what is not; ``sound`` is false where
    something was left out, so that dates worked out from ``plan`` would mislead. ``unread`` are the
    ids in what was left out, and ``refused`` the paths in ``plan`` of all that was left out.
    ``baselines`` are the names of those that were saved. ``surplus`` counts the findings beyond ``findings``.
    ``as_written`` is the plan before recurring tasks are written out, if there are any.
    ``opened`` has the files as they were read.
    """

    root: FilePath
    plan: Plan
    findings: tuple[Finding, ...]
    sound: bool
    unread: frozenset[str]
    texts: dict[str, bytes]
    baselines: tuple[str, ...]
    surplus: tuple[Surplus, ...]
    refused: frozenset[Path]
    opened: Opened
    _readings: dict[str, Reading]
    _sections: Sections
    _removed: Removed
    as_written: Plan | None = None

    def place(self, problems: Iterable[Problem]) -> tuple[Finding, ...]:
        """The findings of problems at paths in ``plan``, as many as are made."""
        return self.find_places(problems).made

    def find_places(self, problems: Iterable[Problem]) -> Findings:
        """The same, and how many there are beyond them."""
        found = tuple(problems)
        others = {problem.other: self._spot(problem.other) for problem in found if problem.other is not None}
        lines = line_numbers(others.values(), self.texts, self._readings)
        asked: list[tuple[str, Problem]] = []
        for problem in found:
            file, inside = self._spot(problem.path)
            if problem.other is not None:
                spot = others[problem.other]
                problem = problem.naming(f"{spot[0]}, line {lines[spot]}")
            asked.append((file, problem.moved(inside)))
        return find_places(asked, self.texts, self._readings)

    def _spot(self, path: Path) -> tuple[str, Path]:
        """The file that holds a path in ``plan``, and the path inside that file."""
        written = as_written(path, self._removed)
        return self._sections.spot(written) or (MAIN_FILE, written)

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

    def look_up(self, paths: Iterable[Path]) -> None:
        """Look for the places of many paths, for ``where``: each file is read only once for all of them."""
        from pathwayctl.source.places import locate

        asked: dict[str, set[tuple[Path, bool]]] = {}
        for path in paths:
            spot = self._sections.spot(as_written(path, self._removed))
            if spot is not None:
                asked.setdefault(spot[0], set()).add((spot[1], False))
        for file, wanted in asked.items():
            self._places.setdefault(file, {}).update(locate(self.texts[file], wanted))

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
    root, files = opened.root, opened.files
    opened = replace(opened, known=opened.readings(), pid=0)
    readings = list(zip(files, opened.known, strict=True))
    documents = [(file.name, reading.value) for file, reading in readings if reading.value]
    partly = frozenset(file.name for file, reading in readings if not reading.whole)
    kept, copies = without_copies(documents, partly)
    sections, problems = gather(kept)
    problems += copies
    unread, refused = _lost(readings)
    removed: Removed = {}
    parts: dict[str, Any] = {}
    context = MessageContext(sections.data)
    unknown = _unknown_sections(readings)
    refused.update((section,) for section in unknown)
    for name in sections.data:
        parts[name], found = settle(name, context, removed, unread, refused, opened.kept)
        problems += [_in_file(sections, problem) for problem in found]
    problems += _absent(sections, readings, unknown)
    plan = _assemble(parts)
    if not opened.in_memory:
        problems += [_in_file(sections, problem) for problem in _judged(root, plan)]
    texts = {file.name: file.data for file in files}
    by_name = {file.name: reading for file, reading in readings}
    said = find_places(problems, texts, by_name, opened.findings)
    broken = {name: _places_only(reading) for name, reading in by_name.items() if reading.gaps}
    return Loaded(
        root,
        plan,
        said.made,
        sound=not _errors(said.made),
        unread=frozenset(unread),
        texts=texts,
        baselines=() if opened.in_memory else baseline_names(root),
        surplus=said.surplus,
        refused=frozenset(in_plan(path, removed) for path in refused),
        opened=opened,
        _readings=broken,
        _sections=sections,
        _removed=removed,
    )


def _places_only(reading: Reading) -> Reading:
    """What is still needed of a file once all is said of its text: which places count."""
    return Reading(None, (), whole=False, gaps=reading.gaps, read_as=reading.read_as)


def _assemble(parts: dict[str, Any]) -> Plan:
    """The plan of the parts that could be read; each was validated, so nothing is validated twice."""
    known = {name: part for name, part in parts.items() if part is not None}
    return Plan.model_construct(**{"project": _STAND_IN, **known})


def _errors(findings: Iterable[Finding]) -> bool:
    return any(finding.severity is Severity.ERROR for finding in findings)


def _in_file(sections: Sections, problem: Problem) -> tuple[str, Problem]:
    file, path = sections.spot(problem.path) or (MAIN_FILE, problem.path)
    return file, problem.moved(path)


def _lost(readings: Iterable[tuple[TextFile, Reading]]) -> tuple[set[str], set[Path]]:
    """The ids in what could not be read or has an unknown heading, and the sections that are incomplete."""
    unread: set[str] = set()
    refused: set[Path] = set()
    for file, reading in readings:
        if reading.value is None or reading.gaps:
            from pathwayctl.loading.lost_text import lost_ids, lost_to_syntax  # few files are broken

            unread.update(lost_ids(file.data, reading))
            refused.update(lost_to_syntax(file.data, reading))
        for name, value in (reading.value or {}).items():
            if name not in Plan.model_fields:
                unread.update(ids_in(value))
    return unread, refused


def _judged(root: FilePath, plan: Plan) -> Iterator[Problem]:
    """What is wrong with the look and the packets of a project; few projects have any."""
    if plan.project.logo is not None or plan.project.look is not None or plan.packets:
        from pathwayctl.loading.colors import faint_color
        from pathwayctl.loading.logos import missing_pictures
        from pathwayctl.loading.packet_names import unusable_names

        yield from faint_color(plan)
        yield from missing_pictures(root, plan)
        yield from unusable_names(plan)


def _unknown_sections(readings: Iterable[tuple[TextFile, Reading]]) -> frozenset[str]:
    """The sections that unknown headings mean; if there are very many, only the first are looked at."""
    names = dict.fromkeys(name for _, reading in readings for name in reading.value or ())
    unknown = [name for name in names if name not in Plan.model_fields][:MOST_OF_A_CODE]
    if not unknown:
        return frozenset()
    from pathwayctl.loading.keys import section_meant

    return frozenset(filter(None, map(section_meant, unknown)))


def _absent(
    sections: Sections, readings: Iterable[tuple[TextFile, Reading]], unknown: frozenset[str]
) -> list[tuple[str, Problem]]:
    """What every project must have; not asked for where the main file itself cannot be read."""
    if any(file.name == MAIN_FILE and not reading.whole for file, reading in readings):
        return []
    found = []
    if "project" not in sections.data and "project" not in unknown:
        hint = "Add these lines to pathway.yaml:\nproject:\n  name: ...\n  start: 2027-01-04"
        found.append((MAIN_FILE, rules.NO_PROJECT.at((), "This project has no project section.", hint)))
    if "pathwayctl" not in sections.data and "pathwayctl" not in unknown:
        found.append((MAIN_FILE, rules.BAD_VERSION.at((), "The format version is missing.")))
    return found
