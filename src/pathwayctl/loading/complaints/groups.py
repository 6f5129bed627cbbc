"""What to say where a list or a group of fields belongs, and something else stands."""

from __future__ import annotations

import re
from datetime import date
from types import NoneType
from typing import Any, Final, get_args

from pathwayctl.diagnostics import FieldFix, Hint, Path
from pathwayctl.loading import rules
from pathwayctl.loading.complaints.case import LONGEST_UNDERSTOOD, Case, Complaint, plain_text, shown
from pathwayctl.loading.fields import constraints_at, fits_at, keys, model_at, plain_type_at
from pathwayctl.loading.naming import slug
from pathwayctl.loading.understanding.amounts import FieldBounds, understood_number
from pathwayctl.loading.understanding.codes import understood_code
from pathwayctl.loading.understanding.days import understood_day
from pathwayctl.loading.understanding.links import LinkParts, link_parts, task_meant
from pathwayctl.loading.understanding.references import ReferencePlace, reference_hint, the_one
from pathwayctl.loading.understanding.vocabulary import understood_words
from pathwayctl.loading.understanding.written_form import Meant, bare, is_placeholder, typed
from pathwayctl.model.annotations import Ref
from pathwayctl.model.base import Model
from pathwayctl.model.partners import Person
from pathwayctl.model.plan import LIST_SECTIONS
from pathwayctl.model.references import WAITS, use_at
from pathwayctl.model.values import ID_PATTERN, Link
from pathwayctl.model.vocabulary import Weekday, Word
from pathwayctl.source.quoting import quoted_whole
from pathwayctl.wording import listed

_NAMING: Final = ("name", "title", "industry", "audience", "text", "group")
"""Fields that take what people write in place of a whole entry."""
_FEW_WORDS: Final = 4
"""At most this many words between commas make a list rather than a sentence."""
_TO_OR_ARROW: Final = re.compile(r" (?:to|->|→) ")
_LEAST_A_YEAR: Final = 1000
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
            if len(case.value) > 1 and f"{case.name}s" in LIST_SECTIONS:
                hint = f"For several, write {case.name}s: in its place, and give each an id:."
            return rules.WRONG_KIND, message, hint or _fields(model)
        return rules.WRONG_KIND, message, _fields(model)
    return rules.WRONG_KIND, message, _entry_hint(case, model) or _unknown_one(case) or _fields(model)


def _unknown_one(case: Case) -> str:
    """Suggest ids for an unknown name, written where an entry needs only the id of another one."""
    model = model_at(case.path)
    needed = [name for name, field in keys(model).items() if field.is_required()] if model else []
    use = use_at((*case.path, needed[0])) if len(needed) == 1 else None
    if use is None or not isinstance(case.value, str):
        return ""
    mention = ReferencePlace(use, needed[0], lambda text: f"Write {{{needed[0]}: {text}}}")
    return reference_hint(case.value, mention, case.context.names)


def _pairs_hint(case: Case) -> str:
    return f"Write each on a line of its own below {case.name}:, as name: value."


def _fields(model: type[Model]) -> str:
    needed = [name for name, field in keys(model).items() if field.is_required()]
    others = [name for name in keys(model) if name not in needed]
    first = f"It needs {listed(needed)}. " if needed else ""
    more = f"There are also {listed(others)}." if others else ""
    return f"Write its fields below it, each on a line of its own. {first}{more}".strip()


def _entry_hint(case: Case, model: type[Model]) -> str:
    """The text as an entry with fields, if its needed fields follow from the text."""
    if not case.is_short or isinstance(case.value, bool):
        return ""
    text = bare(str(case.value))
    needed = [name for name, field in keys(model).items() if field.is_required()]
    naming = next((name for name in _NAMING if name in keys(model)), None)
    day = understood_day(case.value if not isinstance(case.value, date) else case.value.isoformat())
    made: dict[str, Any] = _of_day(day, model) if day else {}
    if not made:
        made = _of_reference(case, needed) or _of_words(case, text, needed) or _of_number(text, model)
    if not made and (is_placeholder(text) or not slug(text) or (not naming and needed != ["id"])):
        return ""
    if not made:
        made = {name: typed(slug(text)) for name in needed if _is_own_id((*case.path, name))}
        if naming:
            made[naming] = typed(text)
    if plain_type_at((*case.path, "minutes")) is int:
        made["minutes"] = 10
    lacking = [name for name in needed if name not in made]
    if model is Person:
        lacking.append("category")  # or an organization, without which they count for no sector
    fields = ", ".join(f"{name}: {value}" for name, value in made.items())
    mark = "" if case.in_list else f"{case.name}: "
    if not lacking:
        hint = f"Write {mark}{{{fields}}}"
        is_sure = "minutes" not in made and (day.is_sure if day else any(map(str.isalpha, text)))
        return Hint(hint, FieldFix(f"{{{fields}}}")) if is_sure else hint
    dots = ", ".join(f"{name}: ..." for name in lacking)
    return f"Write {mark}{{{fields}, {dots}}}, with {' and '.join(lacking)} filled in."


def _of_day(day: Meant, model: type[Model]) -> dict[str, Any]:
    """The fields of an entry of which only its day is written."""
    field = next((name for name in ("date", "due") if name in keys(model)), "")
    if field and day.typed:
        return {field: day.typed}
    return {"from": day.typed, "to": day.typed} if day.typed and {"from", "to"} <= keys(model).keys() else {}


def _of_reference(case: Case, needed: list[str]) -> dict[str, Any]:
    """The fields of an entry that needs nothing but the id of another one, which is named."""
    use = use_at((*case.path, needed[0])) if len(needed) == 1 else None
    one = the_one(str(case.value), use, case.context.names) if use else None
    return {needed[0]: typed(one.id)} if one else {}


def _of_words(case: Case, text: str, needed: list[str]) -> dict[str, Any]:
    """The fields of a group that needs fixed words, of which some are written: ``neutral to supportive``."""
    kinds = [plain_type_at((*case.path, name)) for name in needed]
    if not needed or not all(map(_is_vocabulary, kinds)):
        return {}
    words = understood_words(_TO_OR_ARROW.sub(", ", text), kinds[0], near=False)
    return {name: word.value for name, word in zip(needed, words, strict=False)}


def _of_number(text: str, model: type[Model]) -> dict[str, Any]:
    """A single wage where a range belongs; amounts by the hour are small."""
    wage = understood_number(text, FieldBounds(whole=False, least=0)) if "median" in keys(model) else None
    if wage is None:
        return {}
    return {"median": wage.typed, "per": "hour" if float(wage.typed) < _LEAST_A_YEAR else "year"}


def _is_own_id(path: Path) -> bool:
    """Whether a field takes a new id and not that of another entry."""
    return constraints_at(path).get("pattern") == ID_PATTERN and use_at(path) is None


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
        pairs = _pairs_as_entries(case, inner, model)
        if pairs:
            return Hint(f"Write {case.name}: {pairs}", FieldFix(pairs))
    hint = _entry_hint(Case(case.error, inner, value, case.context), model)
    if hint.startswith("Write {"):
        entry, end, filled = hint.removeprefix("Write ").rpartition("}")
        entries = f"[{entry}{end}]"
        said = f"Write {case.name}: {entries}{filled}"
        return Hint(said, FieldFix(entries)) if isinstance(hint, Hint) else said
    each = "Write each entry on a line of its own, with a hyphen before its first field."
    return _unknown_one(Case(case.error, inner, value, case.context)) or each


def _pairs_as_entries(case: Case, inner: Path, model: type[Model]) -> str:
    """Names with a value each, such as ``{Table 1: 5}``, as entries; an empty text if they are none."""
    needed = [name for name, field in keys(model).items() if field.is_required()]
    naming = [name for name in _NAMING if name in keys(model)]
    values = [name for name in keys(model) if name == "date" or plain_type_at((*inner, name)) in (int, float)]
    pair = needed if len(needed) == 2 else [*naming[:1], *values[:1]]
    if len(pair) < 2 or not case.value or not set(needed) <= set(pair):
        return ""
    if not all(fits_at((*inner, pair[1]), one) for one in case.value.values()):
        return ""
    more = {name: "" if one is None else f", {pair[1]}: {one}" for name, one in case.value.items()}
    entries = [f"{{{pair[0]}: {typed(str(name))}{said}}}" for name, said in more.items()]
    return f"[{', '.join(entries)}]"


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
    parts = [part.strip().removeprefix("and ") for part in re.split("[,;]", text)]
    if len(parts) > 1 and all(len(part.split()) <= _FEW_WORDS for part in parts):
        return [typed(part) for part in parts if part]
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
