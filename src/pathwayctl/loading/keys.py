"""What to write in place of a field or section that nobody knows: its counterpart, or the nearest spelling."""

from __future__ import annotations

from typing import Annotated, Any, Final

from pydantic import TypeAdapter, ValidationError

from pathwayctl.diagnostics import Path
from pathwayctl.loading.complaints.case import Case
from pathwayctl.loading.complaints.table import complaint_of
from pathwayctl.loading.context import Context
from pathwayctl.loading.fields import keys, model_at
from pathwayctl.loading.understanding.references import Mention, reference_hint
from pathwayctl.loading.understanding.typing import quoted, typed
from pathwayctl.model.base import Model
from pathwayctl.model.counterparts import counterpart, remark_on, section_for, without_counterpart
from pathwayctl.model.plan import LIST_SECTIONS, Plan
from pathwayctl.model.references import use_at
from pathwayctl.wording import listed, nearest

_LONGEST: Final = 80
"""Characters of a value that a hint repeats."""
_ONCE: Final = tuple(name for name in Plan.model_fields if name not in LIST_SECTIONS and name != "pathwayctl")


def field_meant(path: Path) -> str | None:
    """The field that an unknown key at a path stands for, if one can be told."""
    model = model_at(path[:-1])
    if model is None:
        return None
    name, known = str(path[-1]), tuple(keys(model))
    if without_counterpart(model.__name__, name):
        return None
    return counterpart(model.__name__, known, name) or nearest(name.lower(), known)


def key_hint(path: Path, context: Context) -> str:
    """What to do with a key that is no field of its entry."""
    name, model = str(path[-1]), model_at(path[:-1])
    if model is None:
        return ""
    if len(path) == 2 and name in LIST_SECTIONS:
        return f"{name}: is a section of its own: write it at the left margin, not below {path[0]}:."
    special = without_counterpart(model.__name__, name)
    if special:
        return special
    meant = field_meant(path)
    if meant is None:
        known = tuple(keys(model))
        return f"The fields here are {listed(known)}."
    entry = _entry(path, context)
    if meant in entry or _claimed(meant, path, entry):
        return f"{meant}: says this here. Delete the line."
    return _renamed(path, meant, model, entry.get(name), context)


def _entry(path: Path, context: Context) -> dict[Any, Any]:
    here: Any = context.sections
    for part in path[:-1]:
        here = here[part]
    return here if isinstance(here, dict) else {}


def _claimed(meant: str, path: Path, entry: dict[Any, Any]) -> bool:
    """Whether a key above it in the same entry stands for the same field."""
    for key in entry:
        if key == path[-1]:
            return False
        if key not in keys(model_at(path[:-1]) or Model) and field_meant((*path[:-1], str(key))) == meant:
            return True
    return False


def _renamed(path: Path, meant: str, model: type[Model], value: Any, context: Context) -> str:
    """The line with the right key, and with a value that the field takes."""
    remark = remark_on(model.__name__, meant)
    written = _value_for((*path[:-1], meant), model, value, context)
    hint = written if written.startswith("Write ") else f"Write {meant}: in its place. {written}".rstrip()
    return f"{hint}. {remark}" if remark and hint == written else f"{hint} {remark}".rstrip()


def _value_for(path: Path, model: type[Model], value: Any, context: Context) -> str:
    """``Write deadline: 2027-02-12``, or what is wrong with the value for that field."""
    field, name = keys(model)[str(path[-1])], str(path[-1])
    if value is None:
        return ""
    adapter = TypeAdapter(
        Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation
    )
    try:
        adapter.validate_python(value)
    except ValidationError as error:
        said = error.errors(include_url=False)[0]
        at = (*path, *(part for part in said["loc"] if part != "[key]"))
        _, _, hint = complaint_of(Case(said, at, said.get("input"), context))
        return hint
    use = use_at(path)
    if use is not None and isinstance(value, str) and value not in context.names.ids:
        return reference_hint(value, Mention(use, name, lambda text: f"Write {name}: {text}"), context.names)
    flow = _flow(value)
    return f"Write {name}: {flow}" if flow else f"Write {name}: and keep what stands below it"


def _flow(value: Any) -> str:
    """A value as it is typed on one line; an empty text where it is long or deep."""
    if isinstance(value, list):
        parts = [_flow(item) for item in value]
        text = f"[{', '.join(parts)}]" if all(parts) else ""
    elif isinstance(value, dict):
        parts = [f"{typed(str(key))}: {_flow(item)}" for key, item in value.items() if _flow(item)]
        text = f"{{{', '.join(parts)}}}" if len(parts) == len(value) else ""
    elif isinstance(value, str):
        text = quoted(value) if "," in value else typed(value)
    else:
        text = ("true" if value else "false") if isinstance(value, bool) else str(value)
    return text if len(text) <= _LONGEST else ""


def section_hint(name: str, known: tuple[str, ...]) -> str:
    """What to do with a heading that is no section of a project."""
    meant = section_for(name, known) or nearest(name.lower(), known)
    if meant:
        return f"Write {meant}:"
    outer = next((once for once in _ONCE if name in keys(model_at((once,)) or Model)), None)
    if outer:
        return f"{name}: belongs below {outer}:, two spaces further in."
    return f"The sections are {listed(known)}."
