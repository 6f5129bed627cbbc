"""The questions of ``pathwayctl add``: the fields that an entry needs, its id, and then any others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NoReturn

from pathwayctl.cli.exits import stop
from pathwayctl.cli.questions import Again, ask, say
from pathwayctl.cli.typed_values import day_of, meant, not_a_day
from pathwayctl.wording import count, listed, suggestion

if TYPE_CHECKING:
    from pathwayctl.app import Project
    from pathwayctl.diagnostics import Path
    from pathwayctl.editing.new_entry import EntryTarget
    from pathwayctl.loading.naming import Names

_STOPPED: Final = "\nStopped. Nothing was added."
_MOST_OFFERED: Final = 12


def fill_in(project: Project, target: EntryTarget, entry: dict[str, Any]) -> None:
    """Ask for what an entry lacks, and put the answers into it; stops after Ctrl-C."""
    try:
        _fill_in(project, target, entry)
    except (EOFError, KeyboardInterrupt):
        _stopped()


def _stopped() -> NoReturn:
    stop(_STOPPED)


def _fill_in(project: Project, target: EntryTarget, entry: dict[str, Any]) -> None:
    from pathwayctl.editing.new_entry import has_id, proposed_id
    from pathwayctl.loading.naming import names_in

    names = names_in(project.loaded.written(()))
    say("A few questions. Press Enter to accept the answer in brackets, or Ctrl-C to stop.", "")
    for name in target.required:
        if name not in entry:
            entry[name] = _ask_field(target, name, names)
    if has_id(target) and "id" not in entry:
        taken = project.loaded.ids

        def read_id(text: str) -> str | Again:
            return Again(f"The id “{text}” is already in use.") if text in taken else text

        entry["id"] = ask(
            "A short id, for other entries to refer to?", proposed_id(target, entry, taken), read_id
        )
    _ask_others(target, entry, names)
    in_order = {name: entry[name] for name in ("id", *entry) if name in entry}
    entry.clear()
    entry.update(in_order)


def _ask_others(target: EntryTarget, entry: dict[str, Any], names: Names) -> None:
    """Ask which other fields to fill in, one after the other, until the answer is empty."""
    from pathwayctl.loading.fields import keys, model_at

    known = [name for name in keys(target.model) if model_at((*target.path, name, 0)) is None]

    def read_name(text: str) -> str | Again:
        if not text or text in known:
            return text
        return Again(f"There is no field “{text}”. {suggestion(text, known)}".rstrip())

    while True:
        left = [name for name in known if name not in entry]
        say("", f"You can also fill in {listed(left, 'or')}.")
        name = ask("Which one? Press Enter to finish.", "", read_name)
        if not name:
            return
        entry[name] = _ask_field(target, name, names)


def _ask_field(target: EntryTarget, name: str, names: Names) -> Any:
    """Ask for one field, with what can be chosen."""
    from pathwayctl.loading.fields import keys, words_at
    from pathwayctl.model.references import use_at

    field, path = keys(target.model)[name], (*target.path, name)
    words = words_at(path) or words_at((*path, 0))
    use = use_at(path) or use_at((*path, 0))
    ids = tuple(one.id for one in names.of(use.kinds)) if use is not None else ()
    offered = words or ids
    if offered:
        more = (
            f", and {count(len(offered) - _MOST_OFFERED, 'more', 'more')}"
            if len(offered) > _MOST_OFFERED
            else ""
        )
        say("", f"Choose from {', '.join(offered[:_MOST_OFFERED])}{more}.")
    question = f"{name}: {field.description or name}?"
    return ask(
        question, str(field.default) if words and field.default in words else "", _reader(target, path, names)
    )


def _reader(target: EntryTarget, path: Path, names: Names) -> Any:
    """The function that reads the answer for a field: names become ids, and days the form of a file."""
    from datetime import date

    from pathwayctl.editing.edits import Typed
    from pathwayctl.editing.typed_text import plain_value
    from pathwayctl.loading.fields import fits_at, keys, plain_type_at, words_at
    from pathwayctl.model.references import use_at

    field = keys(target.model)[str(path[-1])]

    def read(text: str) -> Any:
        if not text:
            return Again("This is needed. Type an answer.")
        words, use = words_at(path), use_at(path)
        if words and text.lower() not in words:
            return Again(f"“{text}” is not one of the choices. {suggestion(text.lower(), words)}".rstrip())
        if words:
            return text.lower()
        if use is not None and use.kinds != ("task",):
            return _id_of(text, use.kinds, names)
        if plain_type_at(path) is date:
            day = day_of(text)
            return day or Again(f"{not_a_day(text)} Write {meant(text) or '2027-01-04'}")
        value = plain_value(path, Typed(text))
        return value if fits_at(path, value) else Again(f"“{text}” does not fit. {field.description}.")

    return read


def _id_of(text: str, kinds: tuple[str, ...], names: Names) -> str | Again:
    """The id of an entry that was named by its id, or by its name or a part of that."""
    found = names.called(text, kinds)
    if len(found) == 1:
        return found[0].id
    if found:
        return Again(f"“{text}” could be {listed([one.id for one in found], 'or')}. Type the id.")
    near = names.near(text, kinds)
    hint = f"Did you mean “{near.id}”?" if near else ""
    return Again(f"There is no {' or '.join(kinds)} “{text}”. {hint}".rstrip())
