"""The places in a project that name an entry, as a list or as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Final

from pathwayctl.editing.new_entry import word_of
from pathwayctl.model.annotations import inner_model
from pathwayctl.model.plan import Plan
from pathwayctl.model.references import name_of
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.reporters.lines import Line, folded, line, listing
from pathwayctl.wording import count

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pathwayctl.loading.project import Loaded
    from pathwayctl.model.references import Reference

FORMATS: Final = ("text", "json")


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that names an entry: where it is, what entry is there, and what it says (``is owned by``).

    ``path`` is the path in the plan, joined by periods; ``line`` is 0 if it is not known.
    """

    file: str
    line: int
    path: str
    kind: str
    id: str
    name: str
    says: str
    of: str
    """The id that is named."""

    @property
    def sentence(self) -> str:
        """``task “Draft the agreement” is owned by dana-ruiz``."""
        subject = f"{self.kind} “{self.name}”" if self.name else self.kind
        return f"{subject} {self.says} {self.of}"


@dataclass(frozen=True, slots=True)
class Mentions:
    """An entry, and every place that names it."""

    id: str
    kind: str
    name: str
    places: tuple[Mention, ...]


def mentions_of(loaded: Loaded, references: Sequence[Reference]) -> list[Mention]:
    """References with their places in the files."""
    loaded.look_up(one.path for one in references)
    return [_mention_of(loaded, one) for one in references]


def _mention_of(loaded: Loaded, reference: Reference) -> Mention:
    found = loaded.where(reference.path)
    file, number = (found[0], found[1].line) if found else ("", 0)
    return Mention(
        file,
        number,
        ".".join(map(str, reference.path)),
        _kind(reference),
        getattr(reference.entry, "id", None) or "",
        " ".join(reference.name.split()),
        reference.use.said,
        reference.id,
    )


def _kind(reference: Reference) -> str:
    """What the entry is that has the name of a reference: the innermost one, or the one around it."""
    if reference.entry.NOUN:
        return reference.entry.NOUN
    names = [part for part in reference.path[:-1] if isinstance(part, str)]
    if not name_of(reference.entry) and len(names) > 1:
        model = inner_model(Plan.model_fields[names[0]])
        return (model.NOUN if model else "") or word_of(names[0])
    inside = names[:-1] if isinstance(reference.path[-1], int) and len(names) > 1 else names
    return word_of(inside[-1]).replace("-", " ")


def mentions_in_lines(places: Iterable[Mention], width: int) -> list[Line]:
    """A row for each place: the file and line, and what is said there."""
    rows = [[f"{one.file}:{one.line}" if one.line else one.file, one.sentence] for one in places]
    return listing(rows, width) if rows else []


def write(found: Mentions, form: str, width: int) -> list[Line]:
    """The places as text or as JSON."""
    if form == "json":
        return [line(json.dumps({"version": 1, **asdict(found)}, ensure_ascii=False, indent=2))]
    places = count(len(found.places), "place") if found.places else "No place"
    verb = "names" if len(found.places) < 2 else "name"
    said = f"{places} {verb} the {found.kind} “{found.id}” ({found.name})."
    head = [line(row) for row in folded(said, width)]
    return [*head, *([line()] if found.places else []), *mentions_in_lines(found.places, width)]
