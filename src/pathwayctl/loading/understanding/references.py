"""What to type where an entry of the project should be named by its id, and something else stands."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from pathwayctl.diagnostics import Hint, after
from pathwayctl.loading.naming import KnownName, Names, slug
from pathwayctl.loading.understanding.written_form import bare, is_placeholder, typed
from pathwayctl.model.annotations import Ref
from pathwayctl.model.references import sections_by_kind
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import a, listed, slip_for

_BETWEEN: Final = re.compile(r"\s*(?:[,;/&+]|\band\b|\bor\b)\s*")
_EVERYONE: Final = frozenset(
    {"all", "everyone", "everybody", "all-partners", "all-members", "anyone", "whole-team"}
)
_MOST_LISTED: Final = 6
_ADDED: Final = {
    "person": "name",
    "task": "title",
    "goal": "title",
    "priority": "title",
    "occupation": "title",
}
"""Kinds of entries that need nothing but an id and a name, and the field for the name."""


@dataclass(frozen=True, slots=True)
class ReferencePlace:
    """A place where something is named: how it is used, and the words for a hint.

    ``write`` returns the sentence that says what to type. ``field`` is its key.
    """

    use: Ref
    field: str
    write: Callable[[str], str]
    in_list: bool = False
    needed: bool = False
    several: bool = False
    """Whether the field itself takes a list of ids."""


def reference_hint(text: str, mention: ReferencePlace, names: Names) -> str:
    """What to type in place of a text that is not the id of a thing that fits."""
    wanted = bare(text)
    if is_placeholder(wanted) and not names.called(wanted, mention.use.kinds):
        return _not_known(mention)
    if slug(wanted) in _EVERYONE:
        return f"There is no word for everyone. Write the ids of the people you mean under {mention.field}:."
    return (
        _found(wanted, names.called(wanted, mention.use.kinds), mention)
        or _several(wanted, mention, names)
        or _near(wanted, mention, names)
        or _none(wanted, mention, names)
    )


def the_one(text: str, use: Ref, names: Names) -> KnownName | None:
    """The only entry that a text can mean, or ``None``."""
    found = names.called(bare(text), use.kinds)
    return found[0] if len(found) == 1 else None


def _not_known(mention: ReferencePlace) -> str:
    if mention.in_list:
        return "Leave it out of the list until you know."
    if mention.needed:
        return f"{mention.field}: cannot be left out. Write the id of {_a(mention.use.kinds)}."
    return f"Leave {mention.field}: out until you know."


def _found(text: str, entries: tuple[KnownName, ...], mention: ReferencePlace) -> str:
    if not entries:
        return ""
    if len(entries) > 1:
        choices = listed([f"{one.id} for “{one.name}”" for one in entries], "or")
        return str(mention.write(choices))
    (one,) = entries
    is_its_id = slug(text) == one.id and " " not in text
    said = "" if is_its_id or one.name == one.id else f"“{one.name}” has the id {one.id}."
    return after(said, mention.write(typed(one.id)))


def _several(text: str, mention: ReferencePlace, names: Names) -> str:
    parts = [part for part in _BETWEEN.split(text) if part]
    found = [the_one(part, mention.use, names) for part in parts]
    ids = [one.id for one in found if one]
    if len(parts) < 2 or len(ids) < len(parts):
        return ""
    if mention.in_list:
        return f"Each is a separate entry. Write {', '.join(map(typed, ids))}"
    if mention.several:
        return mention.write(f"[{', '.join(map(typed, ids))}]")
    return f"{mention.field}: takes one id. {mention.write(typed(ids[0]))}"


def _near(text: str, mention: ReferencePlace, names: Names) -> str:
    near = names.near(text, mention.use.kinds)
    if near is None:
        return ""
    written = mention.write(typed(near.id))
    words = near.id if slug(text) == text else near.name
    hint = f"Did you mean “{words}”?" if words == near.id else f"Did you mean “{words}”? {written}"
    there = names.of(mention.use.kinds)
    slip = slip_for(slug(text), [spelled for one in there for spelled in (one.id, slug(one.name))])
    is_slip = slip in (near.id, slug(near.name))
    return Hint(hint, written.fix) if is_slip and isinstance(written, Hint) else hint


def _none(text: str, mention: ReferencePlace, names: Names) -> str:
    """Nothing is called that: what there is, or how to add it."""
    kinds = mention.use.kinds
    fitting = names.of(kinds)
    new, section = slug(text), sections_by_kind()[kinds[0]]
    if 1 <= len(fitting) <= _MOST_LISTED and "person" not in kinds:
        ids = [typed(one.id) for one in fitting]
        plural = section.replace("_", " ")
        if len(ids) == 1:
            return f"The only {kinds[0]} is {ids[0]}. Write that, or add another under {section}:."
        return f"The {plural} are {listed(ids)}. Write one of these, or add another under {section}:."
    field = _ADDED.get(kinds[0])
    if (
        field
        and any(letter.isalpha() for letter in new)
        and new not in ("true", "false")
        and kinds != ("task",)
    ):
        name = text if text != new else " ".join(word.capitalize() for word in new.split("-"))
        more = ", category: ..." if section == "people" else ""
        entry = f"- {{id: {typed(new)}, {field}: {typed(name)}{more}}}"
        then = "" if text == new else f", and write {typed(new)} here"
        return (
            f"Nobody in the project is called that. Under people: add {entry}{then}"
            if section == "people"
            else (f"Under {section}: add {entry}{then}")
        )
    if not fitting:
        several = section.replace("_", " ") if section.endswith(("s", "people")) else f"{kinds[0]}s"
        return f"There are no {several} yet. Add one under {section}:, and write its id here."
    return f"Write the id of {_a(kinds)} in this project."


def _a(kinds: tuple[str, ...]) -> str:
    return listed([a(kind) for kind in kinds], "or")
