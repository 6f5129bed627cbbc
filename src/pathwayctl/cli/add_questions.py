"""The questions of ``pathwayctl add``: the fields that an entry needs, its id, and then any others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NoReturn

from pathwayctl.cli.exits import stop
from pathwayctl.cli.field_answers import choices_at, offered, read_answer
from pathwayctl.cli.questions import Again, ask, say
from pathwayctl.wording import listed, suggestion

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pathwayctl.app import Project
    from pathwayctl.diagnostics import Path
    from pathwayctl.editing.new_entry import EntryTarget
    from pathwayctl.loading.naming import Names

_STOPPED: Final = "\nStopped. Nothing was added."


def fill_in(project: Project, target: EntryTarget, entry: dict[str, Any]) -> None:
    """Ask for what an entry lacks, and put the answers into it; stops after Ctrl-C."""
    try:
        _fill_in(project, target, entry)
    except (EOFError, KeyboardInterrupt):
        _stopped()


def _stopped() -> NoReturn:
    stop(_STOPPED)


def _fill_in(project: Project, target: EntryTarget, entry: dict[str, Any]) -> None:
    from pathwayctl.loading.naming import names_in

    names = names_in(project.loaded.written(()))
    say(
        "A few questions. Press Enter to accept the answer in brackets, type ? for help, or Ctrl-C to stop.",
        "",
    )
    found = new_entry(project, target, entry)
    _ask_others(target, found, names)
    entry.clear()
    entry.update({name: found[name] for name in ("id", *found) if name in found})


def new_entry(
    project: Project, target: EntryTarget, entry: dict[str, Any], more: Iterable[str] = ()
) -> dict[str, Any]:
    """An entry with what it needs beyond what is given, ``more`` fields that may be left out, and an id."""
    from pathwayctl.editing.new_entry import has_id, proposed_id
    from pathwayctl.loading.naming import names_in, slug

    found, names, taken = dict(entry), names_in(project.loaded.written(())), project.loaded.ids
    for name in dict.fromkeys((*target.required, *more)):
        if name not in found:
            answer = _ask_field(target, name, names, needed=name in target.required)
            found |= {} if answer is None else {name: answer}

    def read_id(text: str) -> str | Again:
        if text != slug(text):
            return Again("Type lower-case letters and digits, joined by hyphens, such as dana-ruiz.")
        return Again(f"The id “{text}” is already in use.") if text in taken else text

    if has_id(target) and "id" not in found:
        proposed = proposed_id(target, found, taken)
        found["id"] = ask("A short id, for other entries to refer to?", proposed, read_id)
    return found


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


def _ask_field(target: EntryTarget, name: str, names: Names, *, needed: bool = True) -> Any:
    """Ask for one field, with what can be chosen; ``None`` if it is not needed and left out."""
    from pathwayctl.loading.fields import keys

    field, path = keys(target.model)[name], (*target.path, name)
    choices, words = offered(path, names), choices_at(path)
    if choices:
        say("", choices)
    default = str(field.default) if words and field.default in words else ""

    def read(text: str) -> Any:
        if not text:
            return Again("This is needed. Type an answer.") if needed else None
        if text == "?":
            return Again(_help(path, str(field.description), names))
        return read_answer(path, text, names)

    return ask(f"{name}: {field.description or name}?", default, read)


def _help(path: Path, about: str, names: Names) -> str:
    """What a field is for, and everything that can be chosen."""
    from pathwayctl.model.references import use_at

    use = use_at(path)
    every = choices_at(path) or (
        [f"{one.id} ({one.name})" for one in names.of(use.kinds)] if use is not None else ()
    )
    return "\n".join((f"{about}.", *(f"  {one}" for one in every)))
