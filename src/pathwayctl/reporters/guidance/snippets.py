"""What to type to fill a gap: the file, the line, and the lines to add, indented as in the file.

Only what is missing is added; a field with another value is changed in place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import field
from typing import TYPE_CHECKING, Any, Final

from pathwayctl.guidance.samples import STAND_INS
from pathwayctl.guidance.snippets import STEP, entry_lines, field_lines, inline
from pathwayctl.model.plan import LIST_SECTIONS, section_of
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.reporters.guidance.commands import commands_for
from pathwayctl.wording import listed

if TYPE_CHECKING:
    from pathwayctl.diagnostics import Path
    from pathwayctl.guidance.report import MissingItem
    from pathwayctl.loading.project import Loaded

_EMPTY: Final = re.compile(r"\s*+(\[\s*+\]|\{\s*+\}|~|null)?\s*+(#.*)?")
_LONGEST: Final = 40
"""Characters of a line that are quoted."""
_ANCHORS: Final = ("id", "consideration", "responsibility", "deliverable", "group", "phase", "title", "name")
"""Fields below which lines can be added, because their values are on one line."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One change to a file: a sentence that says where, and the lines."""

    how: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Typing:
    """The file to open, the first line to look at (0 in a new file), the changes, and a note.

    ``commands`` do the same, if any can.
    """

    file: str
    line: int
    edits: tuple[Edit, ...]
    note: str = ""
    commands: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Typist:
    """Work out what to type for one gap after another.

    ``opened`` are the sections begun on the way, ``made`` the ids that new entries have. ``option`` names
    the project in commands.
    """

    loaded: Loaded
    option: str = ""
    opened: set[str] = field(default_factory=set)
    made: set[str] = field(default_factory=set)

    def typing(self, lack: MissingItem) -> Typing:
        """What to type to fill a gap."""
        fields = self._apart(lack)
        self.made.update(re.findall(r"- id: ([a-z0-9-]+)", lack.snippet))
        note = _note(lack.snippet, self.loaded.ids | self.made)
        file, line, edits = self._edits(lack, fields)
        written = self.loaded.written(lack.path if lack.completes else (lack.section,))
        there = written if isinstance(written, dict) else {}
        commands = commands_for(lack.section, lack.path, there, fields)
        return Typing(file, line, tuple(edits), note, tuple(one + self.option for one in commands))

    def _apart(self, lack: MissingItem) -> dict[str, Any]:
        """The fields of a snippet; a new entry gets an id that nothing else has."""
        fields = lack.fields
        name = fields.get("id")
        if lack.completes or not isinstance(name, str):
            return fields
        taken = self.loaded.ids
        number = next(n for n in range(1, len(taken) + 3) if (name if n == 1 else f"{name}-{n}") not in taken)
        return fields if number == 1 else {**fields, "id": f"{name}-{number}"}

    def _edits(self, lack: MissingItem, fields: dict[str, Any]) -> tuple[str, int, list[Edit]]:
        section = lack.section
        heading = self.loaded.where((section,), on_key=True)
        if heading is None:
            file = section_of(section).file
            return file, 0, [self._begun(section, file, fields)]
        if lack.completes or section not in LIST_SECTIONS:
            path = lack.path if lack.completes else (section,)
            written = self.loaded.written(path)
            if isinstance(written, dict) and written:
                edits = list(_Entry(self.loaded, path, written).edits(fields))
                return *_at(self.loaded.where(path)), edits
        file, line = _at(heading)
        return file, line, [self._under(section, file, line, fields)]

    def _begun(self, section: str, file: str, fields: dict[str, Any]) -> Edit:
        """A section that is in no file yet."""
        lines = _section_lines(section, fields)
        if section in self.opened:
            return Edit(f"In {file}, below what you have just added under “{section}:”, add:", lines[1:])
        self.opened.add(section)
        where = (
            f"At the end of {file}, add:" if file in self.loaded.texts else f"In a new file {file}, write:"
        )
        return Edit(where, lines)

    def _under(self, section: str, file: str, line: int, fields: dict[str, Any]) -> Edit:
        """An entry for a section, or fields for one that has only its heading."""
        text = self.loaded.line(file, line)
        rest = text.partition(":")[2]
        if not _EMPTY.fullmatch(rest):
            return Edit(f"In {file}, line {line}, add before the closing bracket:", (f", {inline(fields)}",))
        lines = _section_lines(section, fields)
        if rest.strip() and not rest.strip().startswith("#") and section not in self.opened:
            self.opened.add(section)
            return Edit(f"In {file}, change line {line} to:", lines)
        if section in LIST_SECTIONS:
            first = self.loaded.where((section, 0))
            indent = _dash(self.loaded.line(*_at(first))) if first and first[0] == file else STEP
            lines = ("", *entry_lines(fields, indent))
        return Edit(f"In {file}, add below line {line} (“{section}:”):", lines[1:])


@dataclass(frozen=True, slots=True)
class _Entry:
    """An existing entry, or a section that is not a list: its path, and what is written in it."""

    loaded: Loaded
    path: Path
    written: Mapping[str, Any]

    def edits(self, fields: Mapping[str, Any]) -> Iterator[Edit]:
        """The changes that make the fields what they should be."""
        file, line, column = self._place()
        text = self.loaded.line(file, line)
        is_inline = text[: column - 1].rstrip().endswith("{") or text[column - 1 :].startswith("{")
        missing = {name: value for name, value in fields.items() if self._key(name) is None}
        for name, value in fields.items():
            if name not in missing and self.written.get(name) != value:
                yield from self._changed_inline(name, value) if is_inline else self._changed(name, value)
        if missing and is_inline:
            words = ", ".join(f"{name}: {inline(value)}" for name, value in missing.items())
            yield Edit(f"In {file}, line {line}, add before the closing brace:", (f", {words}",))
        elif missing:
            below = self._anchor()
            lines = field_lines(missing, " " * (column - 1))
            yield Edit(f"In {file}, add below line {below} ({self._quoted(file, below)}):", tuple(lines))

    def _place(self) -> tuple[str, int, int]:
        """The file, line, and column of the first field."""
        place = self.loaded.where(self.path)
        return (place[0], place[1].line, place[1].column) if place else ("", 0, 1)

    def _key(self, name: str) -> tuple[str, int, int] | None:
        """The place of a field's name; ``None`` where the field is not written."""
        place = self.loaded.where((*self.path, name), on_key=True)
        if place is None:
            return None
        file, line, column = place[0], place[1].line, place[1].column
        text = self.loaded.line(file, line)[column - 1 :]
        is_there = re.match(rf"[\"']?{re.escape(name)}[\"']?\s*:", text)
        return (file, line, column) if is_there else None

    def _anchor(self) -> int:
        """The line of a field below which others can be added: one whose value is on its own line."""
        for name in (*_ANCHORS, *self.written):
            key, value = self._key(name), self.loaded.where((*self.path, name))
            is_short = not isinstance(self.written.get(name), list | dict)
            if key and value and is_short and value[1].line == value[1].end_line == key[1]:
                return key[1]
        heading = self.loaded.where(self.path, on_key=True)
        return heading[1].line if heading else self._place()[1]

    def _changed(self, name: str, value: Any) -> Iterator[Edit]:
        """Another value of a field that has lines of its own."""
        there, path = self.written.get(name), (*self.path, name)
        if isinstance(value, dict) and self._goes_on(name):
            yield from _Entry(self.loaded, path, there if isinstance(there, dict) else {}).edits(value)
        elif isinstance(value, list) and value and isinstance(value[0], dict) and there:
            yield self._grown(path, value)
        else:
            yield self._replaced(name, value)

    def _changed_inline(self, name: str, value: Any) -> Iterator[Edit]:
        """Another value of a field within braces."""
        there = self.written.get(name)
        if isinstance(there, dict) and isinstance(value, dict):
            value = {**there, **value}
        elif isinstance(there, list) and isinstance(value, list) and value and isinstance(value[0], dict):
            value = [*there, *value]
        file, line, _ = self._key(name) or self._place()
        yield Edit(f"In {file}, line {line}, change “{name}:” to:", (f"{name}: {inline(value)}",))

    def _grown(self, path: Path, value: list[Any]) -> Edit:
        """More entries for a list that has some."""
        first = self.loaded.where((*path, 0))
        file, line, _ = self._key(str(path[-1])) or self._place()
        text = self.loaded.line(*_at(first))
        if not text.lstrip().startswith("-"):
            words = ", ".join(map(inline, value))
            how = f"In {file}, line {line}, add to “{path[-1]}:” before the closing bracket:"
            return Edit(how, (f", {words}",))
        lines = [row for one in value for row in entry_lines(one, _dash(text))]
        return Edit(f"In {file}, add below line {line} (“{path[-1]}:”):", tuple(lines))

    def _replaced(self, name: str, value: Any) -> Edit:
        """A field with another value; the hyphen before it, if any, is kept."""
        file, line, column = self._key(name) or self._place()
        before = self.loaded.line(file, line)[: column - 1]
        first, *more = field_lines({name: value}, " " * (column - 1))
        lines = (before + first.lstrip(), *more)
        if self._goes_on(name):
            return Edit(f"In {file}, replace “{name}:” on line {line} and what is under it with:", lines)
        return Edit(f"In {file}, change line {line} ({self._quoted(file, line)}) to:", lines)

    def _goes_on(self, name: str) -> bool:
        """Whether the value of a field goes on below the line of its name."""
        file, line, column = self._key(name) or self._place()
        below = self._next_line(file, line)
        depth, is_item = len(below) - len(below.lstrip()), below.lstrip().startswith("-")
        # A list may be indented as deep as its name, unless that is itself the first field of an entry.
        is_first = bool(self.loaded.line(file, line)[: column - 1].strip())
        return bool(below.strip()) and (depth >= column or (is_item and not is_first and depth == column - 1))

    def _next_line(self, file: str, line: int) -> str:
        """The next line that is neither blank nor a comment; empty at the end of the file."""
        rest = (text for text in self.loaded.lines(file)[line:] if text.strip())
        return next((text for text in rest if not text.lstrip().startswith("#")), "")

    def _quoted(self, file: str, line: int) -> str:
        """The line as it is now, so that it is found also where lines were added above it."""
        text = self.loaded.line(file, line).strip()
        return f"“{text}”" if len(text) <= _LONGEST else f"“{text[:_LONGEST].rstrip()}…”"


def _section_lines(section: str, fields: dict[str, Any]) -> tuple[str, ...]:
    inner = entry_lines(fields, STEP) if section in LIST_SECTIONS else field_lines(fields, STEP)
    return (f"{section}:", *inner)


def _dash(text: str) -> str:
    """The blanks before the hyphen of an entry."""
    return text[: len(text) - len(text.lstrip())]


def _at(place: Any) -> tuple[str, int]:
    return (place[0], place[1].line) if place else ("", 0)


def _note(snippet: str, known: Set[str]) -> str:
    """A note if a snippet names people or things that the project does not have."""
    unknown = set(re.findall(r"[a-z0-9-]+", snippet)) - known
    named = [(name, section) for name, section in STAND_INS.items() if name in unknown]
    if not named:
        return ""
    names = listed([name for name, _ in named])
    sections = listed([f"{section}:" for section in dict.fromkeys(section for _, section in named)])
    what = "is an example" if len(named) == 1 else "are examples"
    return f"Here {names} {what}: write an id that is in your project under {sections}"
