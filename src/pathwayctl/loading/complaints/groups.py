"""What to say where a list or a group of fields belongs, and something else stands."""

from __future__ import annotations

import re
from datetime import date
from types import NoneType
from typing import Any, Final, get_args

from pathwayctl.diagnostics import FieldFix, Hint, Path
from pathwayctl.loading import rules
from pathwayctl.loading.complaints.case import LONGEST_UNDERSTOOD, Case, Complaint, plain_text, shown
from pathwayctl.loading.fields import constraints_at, keys, model_at, plain_type_at
from pathwayctl.loading.naming import slug
from pathwayctl.loading.understanding.codes import understood_code
from pathwayctl.loading.understanding.days import understood_day
from pathwayctl.loading.understanding.links import LinkParts, link_parts, task_meant
from pathwayctl.loading.understanding.references import ReferencePlace, reference_hint, the_one
from pathwayctl.loading.understanding.vocabulary import understood_words
from pathwayctl.loading.understanding.written_form import bare, is_placeholder, typed
from pathwayctl.model.annotations import Ref
from pathwayctl.model.base import Model
from pathwayctl.model.partners import Person
from pathwayctl.model.references import WAITS, use_at
from pathwayctl.model.values import Link
from pathwayctl.model.vocabulary import Weekday, Word
from pathwayctl.source.quoting import quoted_whole
from pathwayctl.wording import listed

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
            hint = "Delete the hyphens: the fields go directly below it." if not case.in_list else ""
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
    day = understood_day(case.value if not isinstance(case.value, date) else case.value.isoformat())
    if day and day.typed and {"from", "to"} <= keys(model).keys():
        mark = "" if case.in_list else f"{case.name}: "
        hint = f"Write {mark}{{from: {day.typed}, to: {day.typed}}}"
        return Hint(hint, FieldFix(f"{{from: {day.typed}, to: {day.typed}}}")) if day.is_sure else hint
    needed = [name for name, field in keys(model).items() if field.is_required()]
    naming = next((name for name in _NAMING if name in keys(model)), None)
    if is_placeholder(text) or not slug(text) or (not naming and needed != ["id"]):
        return ""
    made: dict[str, Any] = (
        {"id": slug(text)} if "id" in keys(model) and keys(model)["id"].is_required() else {}
    )
    if naming:
        made[naming] = text
    if plain_type_at((*case.path, "minutes")) is int:
        made["minutes"] = 10
    lacking = [name for name in needed if name not in made]
    if model is Person:
        lacking.append("category")  # or an organization, without which they count for no sector
    fields = ", ".join(
        f"{name}: {typed(str(value)) if name != 'minutes' else value}" for name, value in made.items()
    )
    if not lacking:
        mark = "" if case.in_list else f"{case.name}: "
        hint = f"Write {mark}{{{fields}}}"
        is_sure = "minutes" not in made and any(letter.isalpha() for letter in text)
        return Hint(hint, FieldFix(f"{{{fields}}}")) if is_sure else hint
    dots = ", ".join(f"{name}: ..." for name in lacking)
    return f"Write {{{fields}, {dots}}}, with {' and '.join(lacking)} filled in."


def not_a_list(case: Case) -> Complaint:
    """A text, a number, or a group where a list belongs."""
    message = f"“{case.name}” is {case.shown}, but a list belongs here"
    inner = (*case.path, 0)
    if model_at(inner):
        return rules.WRONG_KIND, message, _list_of_entries(case, inner)
    kind = plain_type_at(inner)
    use = use_at(inner) or (WAITS if kind is Link or Link in get_args(kind) else None)
    if use is not None:
        return rules.WRONG_KIND, message, list_hint(case, use)
    if is_placeholder(str(case.value)):
        return rules.WRONG_KIND, message, case.until_known()
    items = _items(case, inner, kind) if case.is_short or isinstance(case.value, dict) else []
    if items:
        hint = f"Write {case.name}: [{', '.join(items)}]"
        if _is_plain(case, kind):
            hint = Hint(hint, FieldFix(f"[{', '.join(items)}]"))
        return rules.WRONG_KIND, message, hint
    described = (
        "" if _is_vocabulary(kind) else "Write it below, on a line of its own, with a hyphen before it. "
    )
    return rules.WRONG_KIND, message, described + (_choices(kind) if _is_vocabulary(kind) else case.described)


def _is_plain(case: Case, kind: Any) -> bool:
    """Whether a text can mean only one list: not ``5`` for days of the week, nor a day with two readings."""
    text = bare(plain_text(case.value)).strip("[]").strip()
    if kind is date:
        day = understood_day(text, case.context.start)
        return day is not None and day.is_sure
    return not _is_vocabulary(kind) or bool(not text.isdigit() and understood_words(text, kind, near=False))


def _is_vocabulary(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Word)


def _choices(kind: type[Word]) -> str:
    return f"Write a list in brackets, of {listed([word.value for word in kind], 'or')}."


def _list_of_entries(case: Case, inner: Path) -> str:
    model, value = model_at(inner), case.value
    if model is None:
        return ""
    if isinstance(value, dict):
        first = str(next(iter(value), "id"))
        if first in keys(model):
            return f"Put a hyphen and a space before the first field of each entry: - {first}: ..."
        if slug(first) and all(isinstance(item, dict) for item in value.values()) and "id" in keys(model):
            return f"Make each a list entry: in place of {first}: write - id: {slug(first)}"
    hint = _entry_hint(Case(case.error, inner, value, case.context), model)
    if hint.startswith("Write {") and hint.endswith("}"):
        entries = f"[{hint.removeprefix('Write ')}]"
        said = f"Write {case.name}: {entries}"
        return Hint(said, FieldFix(entries)) if isinstance(hint, Hint) else said
    return "Write each entry on a line of its own, with a hyphen before its first field."


def _items(case: Case, inner: Path, kind: Any) -> list[str]:
    """The entries that a text or a group means, as they are typed in brackets."""
    if isinstance(case.value, dict):
        plain = all(not isinstance(value, list | dict | NoneType) for value in case.value.values())
        if not plain or _is_vocabulary(kind) or "pattern" in constraints_at(inner):
            return []
        return [quoted_whole(f"{key}: {shown(value)}") for key, value in case.value.items()]
    text = bare(plain_text(case.value)).strip("[]").strip()
    if kind is date:
        day = understood_day(text, case.context.start)
        return [day.typed] if day and day.typed else []
    if _is_vocabulary(kind):
        if kind is Weekday and text in tuple("1234567"):
            return [word.value for word in tuple(Weekday)[: int(text)]]
        return [word.value for word in understood_words(text, kind)]
    if "pattern" in constraints_at(inner):
        return _codes(text, str(constraints_at(inner)["pattern"]))
    return [quoted_whole(text) if "," in text else typed(text)] if text else []


def _codes(text: str, pattern: str) -> list[str]:
    """The codes in a text, in quotes; an empty list if one of them is none."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    meant = [
        quoted_whole(part) if re.match(pattern, part) else understood_code(part, pattern) for part in parts
    ]
    found = [one if isinstance(one, str) else one.typed for one in meant if one]
    return found if len(found) == len(parts) else []


def list_hint(case: Case, use: Ref) -> str:
    """The list of ids that a text or group means, or what is wrong with the first unknown one."""
    names, found, exact = case.context.names, [], True
    for part in _parts(case, use):
        link = link_parts(part) if use is WAITS else LinkParts(part, "")
        one = task_meant(link.task, names) if use is WAITS else the_one(part, use, names)
        is_row = link.task.removeprefix("#").isdigit() and link.task not in names.ids
        exact = exact and one is not None and link.exact and not is_row
        if one is not None:
            found.append(typed(link.with_task(one.id)))
        elif not is_placeholder(part):
            mention = ReferencePlace(use, case.name, lambda text: f"Write {case.name}: [{text}]")
            return reference_hint(link.task, mention, names)
    if not found:
        return case.until_known() if case.value else f"Write {case.name}: []"
    ids = f"[{', '.join(dict.fromkeys(found))}]"
    hint = f"Write {case.name}: {ids}"
    return Hint(hint, FieldFix(ids)) if exact else hint


def _parts(case: Case, use: Ref) -> list[str]:
    """Each name in a text with several, or in a group."""
    if isinstance(case.value, dict):
        return [
            f"{key} {item or ''}".strip() if use is WAITS else str(key) for key, item in case.value.items()
        ]
    text = bare(str(case.value)).strip("[]").strip()
    if not case.is_short or the_one(text, use, case.context.names) is not None:
        return [text[:LONGEST_UNDERSTOOD]]
    for mark in _SPLIT:
        text = text.replace(mark, ",")
    return [part.strip() for part in text.split(",") if part.strip()]
