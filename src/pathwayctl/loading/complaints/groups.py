"""What to say where a list or a group of fields belongs, and something else stands."""

from __future__ import annotations

from typing import Any, Final, get_args

from pathwayctl.diagnostics import Path
from pathwayctl.loading import rules
from pathwayctl.loading.complaints.case import Case, Complaint
from pathwayctl.loading.fields import constraints_at, keys, model_at, plain_type_at
from pathwayctl.loading.naming import slug
from pathwayctl.loading.understanding.links import link_parts
from pathwayctl.loading.understanding.references import the_one
from pathwayctl.loading.understanding.typing import bare, is_placeholder, quoted, typed
from pathwayctl.loading.understanding.words import understood_words
from pathwayctl.model.base import Model
from pathwayctl.model.references import WAITS, Use, use_at
from pathwayctl.model.values import Link
from pathwayctl.model.vocabulary import Word

_NAMING: Final = ("name", "title", "industry", "audience", "text", "group")
"""Fields that take what people write in place of a whole entry."""
_SPLIT: Final = (",", ";", "/", "&", " and ")


def not_a_group(case: Case) -> Complaint:
    """A text, a number, or a list where fields belong."""
    model = model_at(case.path)
    message = f"“{case.name}” is {case.shown}, but a group of fields belongs here"
    if case.in_list:
        message = f"{case.shown[0].upper()}{case.shown[1:]} under “{case.name}” is not an entry with fields"
    if model is None:
        return rules.WRONG_KIND, message, _pairs_hint(case)
    if isinstance(case.value, list):
        if case.value and all(isinstance(item, dict) for item in case.value):
            hint = "Take the hyphens out: the fields stand directly below it." if not case.in_list else ""
            return rules.WRONG_KIND, message, hint or _fields(model)
        return rules.WRONG_KIND, message, _fields(model)
    return rules.WRONG_KIND, message, _entry_hint(case, model) or _fields(model)


def _pairs_hint(case: Case) -> str:
    return f"Write each on a line of its own below {case.name}:, as name: value."


def _fields(model: type[Model]) -> str:
    needed = [name for name, field in keys(model).items() if field.is_required()]
    others = [name for name in keys(model) if name not in needed]
    first = f"It needs {', '.join(needed)}. " if needed else ""
    return f"Write its fields below it, each on a line of its own. {first}There are also {', '.join(others)}."


def _entry_hint(case: Case, model: type[Model]) -> str:
    """The text as an entry with fields, if its needed fields follow from the text."""
    if not case.is_short or isinstance(case.value, bool):
        return ""
    text = bare(str(case.value))
    needed = [name for name, field in keys(model).items() if field.is_required()]
    naming = next((name for name in _NAMING if name in keys(model)), None)
    if is_placeholder(text) or not slug(text) or (not naming and needed != ["id"]):
        return ""
    made = {"id": slug(text)} if "id" in keys(model) and keys(model)["id"].is_required() else {}
    if naming:
        made[naming] = text
    lacking = [name for name in needed if name not in made]
    fields = ", ".join(f"{name}: {typed(value)}" for name, value in made.items())
    if not lacking:
        mark = "" if case.in_list else f"{case.name}: "
        return f"Write {mark}{{{fields}}}"
    dots = ", ".join(f"{name}: ..." for name in lacking)
    return f"Write {{{fields}, {dots}}}, with {' and '.join(lacking)} filled in."


def not_a_list(case: Case) -> Complaint:
    """A text, a number, or a group where a list belongs."""
    message = f"“{case.name}” is {case.shown}, but a list belongs here"
    inner = (*case.path, 0)
    if model_at(inner):
        return rules.WRONG_KIND, message, _list_of_entries(case, inner)
    if isinstance(case.value, dict):
        lines = [f"{key}: {value}" for key, value in case.value.items() if not isinstance(value, list | dict)]
        if lines and len(lines) == len(case.value):
            return rules.WRONG_KIND, message, f"Write {case.name}: [{', '.join(map(quoted, lines))}]"
        return rules.WRONG_KIND, message, "Write each entry on a line of its own, with a hyphen before it."
    if is_placeholder(str(case.value)):
        return rules.WRONG_KIND, message, f"Leave {case.name}: out until you know."
    items = _items(case, inner) if case.is_short else []
    if items:
        return rules.WRONG_KIND, message, f"Write {case.name}: [{', '.join(items)}]"
    return (
        rules.WRONG_KIND,
        message,
        f"Write it below {case.name}:, on a line of its own, with a hyphen before it.",
    )


def _list_of_entries(case: Case, inner: Path) -> str:
    model = model_at(inner)
    value = case.value
    if isinstance(value, dict) and model is not None:
        if any(key in keys(model) for key in value):
            return (
                "Put a hyphen and a space before the first field of each entry: - id: ..."
                if "id" in value
                else (
                    f"Put a hyphen and a space before the first field of each entry: - {next(iter(value))}: ..."
                )
            )
        if value and all(isinstance(item, dict) for item in value.values()):
            first = next(iter(value))
            return f"Make each a list entry: in place of {first}: write - id: {slug(str(first)) or '...'}"
    entry = Case(case.error, inner, value, case.context)
    hint = _entry_hint(entry, model) if model is not None and not isinstance(value, list | dict) else ""
    if hint.startswith("Write {") and hint.endswith("}"):
        return f"Write {case.name}: [{hint.removeprefix('Write ')}]"
    return "Write each entry on a line of its own, with a hyphen before its first field."


def _items(case: Case, inner: Path) -> list[str]:
    """The entries that a text stands for, as they are typed in brackets."""
    text = bare(str(case.value)).strip("[]").strip()
    kind = plain_type_at(inner)
    if isinstance(kind, type) and issubclass(kind, Word):
        return [word.value for word in understood_words(text, kind)]
    use = use_at(inner)
    if use is not None or _is_link(kind):
        return _references(text, case, use or WAITS)
    if "pattern" in constraints_at(inner):
        return [quoted(part.strip()) for part in text.split(",") if part.strip()]
    return [typed(text)] if text else []


def _is_link(kind: Any) -> bool:
    return kind is Link or Link in get_args(kind)


def _references(text: str, case: Case, use: Use) -> list[str]:
    """The ids that a text names, one or several; what nobody knows is kept as an id."""
    names = case.context.names
    whole = the_one(text, use, names)
    if whole is not None:
        return [typed(whole.id)]
    for mark in _SPLIT:
        text = text.replace(mark, ",")
    found = []
    for part in filter(None, (part.strip() for part in text.split(","))):
        link = link_parts(part) if use is WAITS else None
        one = the_one(link.task if link else part, use, names)
        name = one.id if one else slug(link.task if link else part)
        if not name:
            return []
        found.append(typed(link.with_task(name) if link else name))
    return found
