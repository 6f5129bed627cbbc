"""The files of a project while edits are planned: their texts as they become, and what they must then say."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Any

from pathwayctl.diagnostics import Path, Severity
from pathwayctl.editing.edits import CannotEditError, Place
from pathwayctl.editing.entry_lines import Splice, newline_of, spliced
from pathwayctl.editing.nodes import Node, parse
from pathwayctl.loading.copies import without_copies
from pathwayctl.loading.files import TextFile
from pathwayctl.loading.naming import Speller
from pathwayctl.loading.sections import Sections, gather
from pathwayctl.model.plan import LIST_SECTIONS, Plan, section_of
from pathwayctl.source.characters import decode
from pathwayctl.source.text_report import Reading, TextReport

Spot = tuple[str, Path]
"""A file, and the path of a value inside it."""


@dataclass(slots=True)
class DraftFile:
    """A file that may be edited.

    ``before`` are its bytes on disk, ``None`` for a new file; ``text`` is what it holds by now, without a
    byte-order mark, and ``value`` what that text must say.
    """

    name: str
    before: bytes | None
    text: str
    value: Any

    @property
    def data(self) -> bytes:
        """Its bytes by now."""
        mark = BOM_UTF8 if self.before is not None and self.before.startswith(BOM_UTF8) else b""
        return mark + self.text.encode()

    @property
    def newline(self) -> str:
        """Its line break."""
        return newline_of(self.text)

    def tree(self, *paths: Path) -> Node:
        """The nodes along some paths of its text."""
        readable = decode(self.text.encode(), TextReport())
        if readable is None or len(readable) != len(self.text):
            raise CannotEditError(f"{self.name} holds characters that cannot be read.")
        return parse(readable, paths)

    def apply(self, splices: Sequence[Splice], value: Any) -> None:
        """Make replacements in the text, after which it must say ``value``."""
        self.text = spliced(self.text, splices)
        self.value = value


@dataclass
class Draft:
    """A project's files and what each says."""

    root: FilePath
    files: Sequence[TextFile]
    readings: Sequence[Reading]
    opened: dict[str, DraftFile] = field(default_factory=dict)
    baselines: dict[str, DraftFile] = field(default_factory=dict)
    """The baselines that are changed, by their names; they are no part of the plan."""
    _ids: dict[str, list[Spot]] | None = None
    _sections: Sections | None = None

    def __post_init__(self) -> None:
        self._by_name = {file.name: number for number, file in enumerate(self.files)}

    def file(self, name: str) -> DraftFile:
        """A file of the project, to be edited. Raises ``CannotEditError`` if it cannot be read in full."""
        if name not in self.opened:
            number = self._by_name[name]
            data, reading = self.files[number].data, self.readings[number]
            if not reading.whole or reading.gaps:
                raise _unreadable(name, reading)
            text = data.removeprefix(BOM_UTF8).decode()
            self.opened[name] = DraftFile(name, data, text, reading.value)
        return self.opened[name]

    def begin_file(self, name: str) -> DraftFile:
        """A file to be edited, which is new if the project has none of this name."""
        if name in self._by_name or name in self.opened:
            return self.file(name)
        self.opened[name] = DraftFile(name, None, "", {})
        return self.opened[name]

    def restructured(self) -> None:
        """Forget where entries and ids are, as some were added, taken out, moved, or renamed."""
        self._ids = self._sections = None

    def value(self, name: str) -> Any:
        """What a file says by now."""
        if name in self.opened:
            return self.opened[name].value
        return self.readings[self._by_name[name]].value

    def documents(self) -> list[tuple[str, Any]]:
        """Each file that counts, and what it says by now; copies of other files do not count."""
        names = sorted({*self._by_name, *self.opened})
        partly = frozenset(name for name, number in self._by_name.items() if not self.readings[number].whole)
        documents = [(name, value) for name in names if (value := self.value(name))]
        kept, _ = without_copies(documents, partly)
        return kept

    def sections(self) -> Sections:
        """The sections of all files, with every entry where it is by now."""
        if self._sections is None:
            self._sections = gather(self.documents())[0]
        return self._sections

    @property
    def ids(self) -> dict[str, list[Spot]]:
        """Where each id is an entry's own."""
        if self._ids is None:
            found: dict[str, list[Spot]] = {}
            for name, value in self.documents():
                for id_, path in own_ids(value):
                    found.setdefault(id_, []).append((name, path))
            self._ids = found
        return self._ids

    def locate(self, place: Place) -> Spot:
        """The file and the path in it of an entry. Raises ``CannotEditError`` if there is none."""
        if isinstance(place, str):
            if place in self.ids or place not in Plan.model_fields:
                return self._of_id(place)
            place = (place,)
        if not place or place[0] not in Plan.model_fields:
            file, path = self._of_id(str(place[0]) if place else "")
            return file, (*path, *place[1:])
        spot = self.sections().spot(place)
        if spot is not None:
            return spot
        if place[0] in LIST_SECTIONS:
            raise CannotEditError(f"The project has no “{place[0]}”.")
        return section_of(str(place[0])).file, place

    def _of_id(self, id_: str) -> Spot:
        spots = self.ids.get(id_, ())
        if not spots:
            hint = Speller(self.ids).hint(id_)
            raise CannotEditError(f"No entry has the id “{id_}”.", hint)
        if len(spots) > 1:
            files = " and ".join(dict.fromkeys(file for file, _ in spots))
            raise CannotEditError(
                f"More than one entry has the id “{id_}” (in {files}).",
                "Give each a different id in the files, then try again.",
            )
        return spots[0]


def own_ids(value: Any) -> Iterator[tuple[str, Path]]:
    """Every id in the list sections of a file, with the path of the entry that has it."""
    waiting: list[tuple[Path, Any]] = [((name,), value[name]) for name in LIST_SECTIONS if name in value]
    while waiting:
        path, here = waiting.pop()
        if isinstance(here, list):
            waiting += [((*path, number), one) for number, one in enumerate(here) if isinstance(one, dict)]
        elif isinstance(here, dict):
            name = here.get("id")
            if isinstance(name, str):
                yield name, path
            waiting += [((*path, key), one) for key, one in here.items() if isinstance(one, list)]


def _unreadable(name: str, reading: Reading) -> CannotEditError:
    """Why a file cannot be edited: the first error in its text."""
    errors = [spot for spot in reading.spots if spot.rule.severity is Severity.ERROR]
    if not errors:
        return CannotEditError(f"{name} cannot be read in full.", "Run “pathwayctl validate” to see why.")
    first = errors[0]
    place = f"{name} cannot be edited, because its text has an error in line {first.position.line}"
    return CannotEditError(f"{place}: {first.message}", first.hint)
