"""What looks at the files are made of: the commonest look, and the words that all of them use.

A proof is a function that looks at one thing. Most things are lists of entries with some fields that
have to be filled; ``entries`` makes the proof for such a list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from pathwayctl.guidance import samples, snippets
from pathwayctl.guidance.snippets import Fields
from pathwayctl.guidance.state import Lack, Look, Proof
from pathwayctl.wording import count, listed

if TYPE_CHECKING:
    from pathwayctl.guidance.records import Leaf, Records

_NAMES: Final = ("title", "name", "audience", "industry", "text", "id")
_MOST_NAMES: Final = 4
_LONGEST_NAME: Final = 60


@dataclass(frozen=True, slots=True)
class Want:
    """Something that each entry of a list should have.

    ``words`` say what it is without an article; any of ``fields`` will do. ``sample`` gives the value
    to show for the first of them.
    """

    words: str
    fields: tuple[str, ...]
    sample: Callable[[Records], object]

    def met_by(self, entry: object) -> bool:
        """Whether an entry has it; 0 and no are values like others."""
        return any(getattr(entry, field) not in (None, ()) for field in self.fields)


def want(field: str, words: str, sample: object, *others: str) -> Want:
    """A want of one field, or of any of several, with a fixed sample."""
    return Want(words, (field, *others), lambda _: sample)


def want_owner() -> Want:
    """A want of somebody who answers for it."""
    return want_someone("owner", "owner")


def want_someone(field: str, words: str) -> Want:
    """A want of somebody, with a person of the project as the sample."""
    return Want(words, (field,), lambda records: samples.someone(records))


def want_day(field: str, words: str) -> Want:
    """A want of a day, with the day of the project as the sample."""
    return Want(words, (field,), lambda records: samples.day(records))


def entries(
    section: str, noun: str, empty: str, sample: Callable[[Records], Fields], wants: Sequence[Want] = ()
) -> Proof:
    """The proof of a list: there are entries, and each has what is wanted of it.

    ``noun`` is one entry in words, with its plural after a bar if it is not regular; ``empty`` says
    that there is none.
    """
    one, _, many = noun.partition("|")

    def look(records: Records) -> Look:
        found = getattr(records.plan, section)
        if not found:
            fields = {**sample(records), **{each.fields[0]: each.sample(records) for each in wants}}
            return Look(lacks=(Lack(empty, (section,), snippets.entry(section, fields)),))
        lacks = tuple(_incomplete(section, wants, found, records))
        said = count(len(found), one, many)
        if lacks:
            said += f", {len(found) - len(lacks)} of them complete"
        return Look((said,), lacks)

    return look


def _incomplete(
    section: str, wants: Sequence[Want], found: Sequence[Any], records: Records
) -> Iterator[Lack]:
    for place, entry in enumerate(found):
        missing = [each for each in wants if not each.met_by(entry)]
        if missing:
            words = none_of([each.words for each in missing])
            fields = {each.fields[0]: each.sample(records) for each in missing}
            yield added(f"{quoted(named(entry))} has {words} yet.", section, place, entry, fields)


def grouped(
    found: Sequence[tuple[int, Any]], words: tuple[str, str], section: str, fields: Fields
) -> tuple[Lack, ...]:
    """Entries that all lack the same, in one sentence, with what to add to the first of them.

    ``words`` say it of one and of many: ``person has not confirmed``, ``people have not confirmed``.
    """
    if not found:
        return ()
    place, first = found[0]
    text = f"{count(len(found), *words)}: {few([named(entry) for _, entry in found])}."
    return (added(text, section, place, first, fields),)


def loose_tasks(leaves: Sequence[Leaf], words: str, fields: Fields) -> tuple[Lack, ...]:
    """Tasks that all have the same missing, in one sentence, with what to add to the first of them."""
    if not leaves:
        return ()
    first = leaves[0]
    names = few([leaf.task.title for leaf in leaves])
    text = f"{count(len(leaves), 'task has', 'tasks have')} {words}: {names}."
    return (Lack(text, first.path, snippets.bare_entry({"id": first.task.id, **fields})),)


def added(text: str, section: str, place: int, entry: Any, fields: Fields) -> Lack:
    """Something that is missing from an entry, with the fields to add to it."""
    return Lack(text, (section, place), snippets.entry(section, {"id": entry.id, **fields}))


def new(text: str, section: str, fields: Fields) -> Lack:
    """An entry that is missing from a list."""
    return Lack(text, (section,), snippets.entry(section, fields))


def set_once(text: str, section: str, fields: Fields) -> Lack:
    """Fields that are missing from a section that stands once."""
    return Lack(text, (section,), snippets.mapping(section, fields))


def named(entry: object) -> str:
    """The name that people know an entry by."""
    return next(str(name) for field in _NAMES if (name := getattr(entry, field, None)))


def quoted(text: str) -> str:
    """What the user wrote, in curly quotes, on one line and cut where it is long."""
    text = " ".join(text.split())
    return f"“{text}”" if len(text) <= _LONGEST_NAME else f"“{text[: _LONGEST_NAME - 1].rstrip()}…”"


def none_of(words: Sequence[str]) -> str:
    """``no lead``, ``no lead and no members``, ``no lead, no members and no purpose``."""
    return listed([f"no {word}" for word in words])


def sentence(text: str) -> str:
    """The text with a full stop, unless it ends as a sentence already."""
    return text if text.endswith((".", "?", "!")) else f"{text}."


def few(names: Sequence[str]) -> str:
    """``“a”, “b” and “c”``; of a long list only the first, and how many more there are."""
    if len(names) <= _MOST_NAMES:
        return listed([quoted(name) for name in names])
    shown = [quoted(name) for name in names[: _MOST_NAMES - 1]]
    return listed([*shown, f"{len(names) - len(shown)} others"])
