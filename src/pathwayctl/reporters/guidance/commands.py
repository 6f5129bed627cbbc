"""The commands that fill a gap, where one line of each does: ``add``, ``set``, ``task``, or ``minutes``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from pathwayctl.guidance.samples import STAND_INS
from pathwayctl.guidance.snippets import inline
from pathwayctl.model.plan import LIST_SECTIONS
from pathwayctl.reporters.shell import typed

if TYPE_CHECKING:
    from pathwayctl.diagnostics import Path

_MOST: Final = 3
"""Commands that are shown for one gap; more are quicker to type into the file."""
_TASK: Final = {"done": ("done", "finished"), "in-progress": ("start", "started")}


def commands_for(
    section: str, path: Path, written: Mapping[str, Any], fields: Mapping[str, Any]
) -> tuple[str, ...]:
    """The commands that give an entry its fields, or add it; none if the lines of a file say it better.

    ``path`` is that of the entry, and only the name of its section if it is new; ``written`` is what the
    entry has already.
    """
    if len(path) == 1 and section in LIST_SECTIONS:
        return _adding(section, fields)
    id_ = written.get("id") if len(path) > 1 else section
    if not isinstance(id_, str):
        return ()
    fields = {name: value for name, value in fields.items() if written.get(name) != value}
    if section == "tasks" and fields.get("status") in _TASK:
        verb, day = _TASK[fields["status"]]
        return (f"pathwayctl task {verb} {id_} --on {fields[day]}",)
    if section == "meetings" and set(fields) <= {"attended", "decisions"}:
        present = f" --present {typed(', '.join(fields['attended']))}" if "attended" in fields else ""
        decided = "".join(f" --decision {typed(one)}" for one in fields.get("decisions", ()))
        return (f"pathwayctl minutes {id_}{present}{decided}",)
    found = list(_setting(id_, written, fields))
    return tuple(filter(None, found)) if all(found) and len(found) <= _MOST else ()


def _adding(section: str, fields: Mapping[str, Any]) -> tuple[str, ...]:
    """The command for a new entry; its id is left to the program unless other examples name it."""
    from pathwayctl.editing.new_entry import word_of

    options = []
    for name, value in _flat(fields):
        if name == "id" and value not in STAND_INS:
            continue
        text = _text(value)
        if text is None:
            return ()
        options.append(f" --{name.replace('_', '-')} {text}")
    return (f"pathwayctl add {word_of(section)}{''.join(options)}",)


def _setting(id_: str, written: Mapping[str, Any], fields: Mapping[str, Any]) -> Iterator[str]:
    """A command for each field; an empty text where none can do it."""
    for name, value in fields.items():
        there = written.get(name)
        if isinstance(value, Mapping) and isinstance(there, Mapping):
            yield from _setting(f"{id_}.{name}", there, value)
        elif isinstance(value, list) and len(value) == 1 and isinstance(value[0], Mapping):
            options = [(one, _text(inner)) for one, inner in _flat(value[0])]
            given = "".join(f" --{one.replace('_', '-')} {text}" for one, text in options)
            yield f"pathwayctl add {id_}.{name}{given}" if all(text for _, text in options) else ""
        else:
            grows = isinstance(value, list) and bool(there)
            text = _text(value) if not grows or len(value) == 1 else None
            yield f"pathwayctl set {id_}.{name} {'+= ' if grows else ''}{text}" if text else ""


def _flat(fields: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    """Each field with its value; those of a group by the name of the group too: ``engagement.current``."""
    for name, value in fields.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{before}{name}.")
        else:
            yield f"{before}{name}", value


def _text(value: Any) -> str | None:
    """A value as it is typed in a command; ``None`` if it is no value for one line."""
    if isinstance(value, list) and len(value) == 1 and not isinstance(value[0], Mapping):
        return _text(value[0])
    if isinstance(value, list | Mapping):
        inner = value.values() if isinstance(value, Mapping) else value
        is_plain = not any(isinstance(one, list | Mapping) for one in inner)
        return typed(inline(value).replace('"', "'")) if is_plain else None
    return typed(value if isinstance(value, str) else inline(value))
