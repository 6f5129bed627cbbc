"""What to write in place of an unknown field or section: its counterpart or the nearest one."""

from __future__ import annotations

import itertools
from dataclasses import replace
from functools import cache, lru_cache
from typing import Annotated, Any, Final

from pydantic import TypeAdapter, ValidationError

from pathwayctl.diagnostics import FieldFix, Hint, Path
from pathwayctl.loading.complaints.case import Case
from pathwayctl.loading.complaints.registry import complaint_of
from pathwayctl.loading.fields import constraints_at, keys, model_at, plain_type_at
from pathwayctl.loading.message_context import MessageContext
from pathwayctl.loading.understanding.references import ReferencePlace, reference_hint, the_one
from pathwayctl.loading.understanding.written_form import typed
from pathwayctl.model.annotations import takes_several_ids
from pathwayctl.model.base import Model
from pathwayctl.model.counterparts import counterparts, plain_key, remark_on, section_for, without_counterpart
from pathwayctl.model.plan import LIST_SECTIONS, Plan
from pathwayctl.model.references import use_at
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.source.quoting import quoted_whole
from pathwayctl.wording import listed, nearest, slip_for

_ALIKE: Final = 0.7
"""Least similarity (0 to 1) for a name to count as a misspelled field."""
_IN_PLACE: Final = " in place of {}:"
_LONGEST: Final = 80
"""Characters of a value that a hint repeats."""
_NAMING: Final = ("title", "name", "text", "group", "audience")
_FREE: Final = ("detail", "note", "text", "summary")
"""Fields that take any words."""
_PARTS_OF_A_NAME: Final = ("first_name", "firstname", "middle_name", "last_name", "lastname", "surname")
_MOST_CLAIMED: Final = 60
_MOST_LISTED: Final = 12
_USUAL: Final = ("tasks", "people", "organizations", "meetings", "risks", "goals", "measures")
_ONCE: Final = tuple(name for name in Plan.model_fields if name not in LIST_SECTIONS and name != "pathwayctl")


def field_meant(path: Path, context: MessageContext) -> str | None:
    """The field that an unknown key at a path means, or ``None``.

    Of several, the first that is not there yet and takes the value.
    """
    model = model_at(path[:-1])
    if model is None:
        return None
    name, known, entry = str(path[-1]), tuple(keys(model)), _entry(path, context)
    if without_counterpart(model.__name__, keys(model), name):
        return None
    found = counterparts(model.__name__, known, name) or _near(name, known)
    if "from" in found and any("to" in (key, *counterparts(model.__name__, known, key)) for key in entry):
        found = ("from", *found)  # start: alone may be one day, but not above an end
    for field in found:
        if field not in entry and _value_for((*path[:-1], field), model, entry.get(name), context).said:
            return field
    if not found and len(entry) == 1:  # Send the slides: Dana
        return next((field for field in _NAMING if field in known and keys(model)[field].is_required()), None)
    return found[0] if found else None


@lru_cache(maxsize=1024)
def _near(name: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """The field that is spelled nearly like a key, if there is one."""
    found = nearest(name.lower(), known, _ALIKE) if len(name) <= _LONGEST else None
    return (found,) if found else ()


@cache
def _adapter(model: type[Model], name: str) -> TypeAdapter[Any]:
    """What validates one field of a model."""
    field = keys(model)[name]
    annotation: Any = field.annotation
    return TypeAdapter(Annotated[(annotation, *field.metadata)] if field.metadata else annotation)


def key_hint(path: Path, context: MessageContext) -> str:
    """What to do with a key that is no field of its entry."""
    name, model = str(path[-1]), model_at(path[:-1])
    if model is None:
        return ""
    if len(path) == 2 and name in LIST_SECTIONS:
        return f"{name}: is a section. Write it at the left margin, not below {path[0]}:."
    special = without_counterpart(model.__name__, keys(model), name)
    if special:
        return special
    entry, known = _entry(path, context), tuple(keys(model))
    meant = field_meant(path, context)
    if meant is None:
        place = next((field for field in _FREE if field in known), None)
        if place is None or len(known) < _MOST_LISTED:
            return f"The fields here are {listed(known)}."
        return f"No field takes this. Put it in {place}:, or delete the line."
    if meant in entry or _claimed(meant, path, entry, context):
        return _beside(path, meant, entry, context)
    if meant == "name" and plain_key(name) in ("first_name", "firstname"):
        full = " ".join(str(entry[key]) for key in entry if plain_key(str(key)) in _PARTS_OF_A_NAME)
        return Hint(f"Write name: {typed(full)}", FieldFix(typed(full), "name"))
    if len(entry) == 1 and not counterparts(model.__name__, known, name) and meant not in _near(name, known):
        return f"Write {meant}: {typed(name)}"
    return _renamed(path, meant, model, entry.get(name), context)


def _beside(path: Path, meant: str, entry: dict[Any, Any], context: MessageContext) -> str:
    """What to do with a key whose field is there already: put the two together where it takes several."""
    name, there = str(path[-1]), entry.get(meant)
    field, here = keys(model_at(path[:-1]) or Model)[meant], entry[path[-1]]
    at = (*path[:-1], meant)
    use = use_at(at) or use_at((*at, 0))
    several = takes_several_ids(field) or use_at((*at, 0)) is not None
    if use and several and there:
        texts = [
            *(there if isinstance(there, list) else [there]),
            *(here if isinstance(here, list) else [here]),
        ]
        found = [the_one(text, use, context.names) for text in texts if isinstance(text, str)]
        ids = list(dict.fromkeys(typed(one.id) for one in found if one))
        if len(ids) > 1:
            return f"Write {meant}: [{', '.join(ids)}], and delete {name}:"
    is_prose = plain_type_at(at) is str and "pattern" not in constraints_at(at) and meant not in _NAMING
    if is_prose and use is None and isinstance(here, str) and there and here != there:
        return f"{meant}: says this here. Add it there, and delete {name}:"
    return f"{meant}: says this here. Delete {name}: and its value."


def _entry(path: Path, context: MessageContext) -> dict[Any, Any]:
    here: Any = context.sections
    for part in path[:-1]:
        here = here[part]
    return here if isinstance(here, dict) else {}


def _claimed(meant: str, path: Path, entry: dict[Any, Any], context: MessageContext) -> bool:
    """Whether a key above it in the same entry means the same field."""
    if len(entry) > _MOST_CLAIMED:
        return False  # no real entry has that many fields, and the search would take long
    known = keys(model_at(path[:-1]) or Model)
    above = itertools.takewhile(lambda key: key != path[-1], entry)
    return any(
        field_meant((*path[:-1], str(key)), context) == meant for key in above if str(key) not in known
    )


@dataclass(frozen=True, slots=True)
class _Line:
    """A value under another field: the whole hint, and whether it gives the line to write.

    ``fix`` is what to do with the value, if the hint can mean only one thing.
    """

    hint: str
    said: bool
    fix: FieldFix | None = None


def _renamed(path: Path, meant: str, model: type[Model], value: Any, context: MessageContext) -> str:
    """The line with the right key, and with a value that the field takes."""
    line = _value_for((*path[:-1], meant), model, value, context)
    hint = line.hint if line.said else f"Write {meant}: in its place. {line.hint}".rstrip()
    if line.hint.endswith(_IN_PLACE.format(meant)):  # the value leads on to a third field
        return line.hint.removesuffix(_IN_PLACE.format(meant)) + _IN_PLACE.format(path[-1])
    remark = remark_on(model.__name__, meant)
    if remark and line.said:  # it says something else in this field
        return f"{remark} {hint}"
    name, known = str(path[-1]), tuple(keys(model))
    is_known = bool(counterparts(model.__name__, known, name)) or slip_for(plain_key(name), known) == meant
    return Hint(hint, replace(line.fix, name=meant)) if line.fix and is_known else hint


def _value_for(path: Path, model: type[Model], value: Any, context: MessageContext) -> _Line:
    """``Write deadline: 2027-02-12``, or what is wrong with the value for that field."""
    name = str(path[-1])
    if value is None:
        return _Line(f"Write {name}:", True, FieldFix())
    try:
        _adapter(model, name).validate_python(value)
    except ValidationError as error:
        said = error.errors(include_url=False)[0]
        at = (*path, *(part for part in said["loc"] if part != "[key]"))
        rule, _, hint = complaint_of(Case(said, at, said.get("input"), context))
        return _line(name, hint or rule.page.fix, at == path)
    use = use_at(path)
    is_name = isinstance(value, str) and value not in context.names.ids
    if use is not None and is_name and not (use.or_name and the_one(value, use, context.names) is None):
        mention = ReferencePlace(use, name, lambda text: Hint(f"Write {name}: {text}", FieldFix(text)))
        return _line(name, reference_hint(value, mention, context.names), True)
    flow = _flow(value)
    hint = f"Write {name}: {flow}" if flow else f"Write {name}: and keep the lines below it."
    return _Line(hint, True, FieldFix())


def _line(name: str, hint: str, whole: bool) -> _Line:
    """A line from a hint about the value; ``whole`` if that is about all of it."""
    said = f"Write {name}: " in hint
    return _Line(hint, said, hint.fix if said and whole and isinstance(hint, Hint) else None)


def _flow(value: Any) -> str:
    """A value as it is typed on one line; an empty text where it is long or deep."""
    if isinstance(value, list):
        parts = [_flow(item) for item in value]
        text = f"[{', '.join(parts)}]" if all(parts) else ""
    elif isinstance(value, dict):
        parts = [f"{typed(str(key))}: {_flow(item)}" for key, item in value.items() if _flow(item)]
        text = f"{{{', '.join(parts)}}}" if len(parts) == len(value) else ""
    elif isinstance(value, str):
        text = quoted_whole(value) if "," in value else typed(value)
    else:
        text = ("true" if value else "false") if isinstance(value, bool) else str(value)
    return text if len(text) <= _LONGEST else ""


@lru_cache(maxsize=1024)
def section_meant(name: str) -> str | None:
    """The section that an unknown heading means, or ``None``."""
    known = tuple(Plan.model_fields)
    return section_for(name, known) or (None if _outer(name) else nearest(name.lower(), known))


def _outer(name: str) -> str | None:
    """The section that has a field of this name, and that appears once."""
    return next((once for once in _ONCE if name in keys(model_at((once,)) or Model)), None)


def section_hint(name: str) -> str:
    """What to do with a heading that is no section of a project."""
    meant = section_meant(name)
    if meant:
        is_sure = section_for(name, tuple(Plan.model_fields)) or slip_for(plain_key(name), Plan.model_fields)
        return Hint(f"Write {meant}:", FieldFix(name=meant)) if is_sure == meant else f"Write {meant}:"
    outer = _outer(name)
    if outer:
        return f"{name}: belongs below {outer}:, two spaces further in."
    return f"Most projects use {listed(_USUAL)}. Write it under one of these, or delete the lines."
