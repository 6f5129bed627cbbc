"""What to say of ids: of an entry's own that is not well formed, and of names of other entries."""

from __future__ import annotations

from datetime import date
from itertools import count

from pathwayctl.diagnostics import WRITTEN, FieldFix, Hint, after
from pathwayctl.loading import rules
from pathwayctl.loading.complaints.case import Case, Complaint, shown
from pathwayctl.loading.fields import field_at, fits_at, model_at
from pathwayctl.loading.naming import slug
from pathwayctl.loading.understanding.days import understood_day
from pathwayctl.loading.understanding.references import ReferencePlace, reference_hint, the_one
from pathwayctl.loading.understanding.written_form import is_placeholder, typed
from pathwayctl.model.annotations import takes_several_ids
from pathwayctl.source.quoting import quoted_whole


def bad_id(case: Case) -> Complaint:
    """A text that is not an id."""
    message = f"{case.shown} under “{case.name}” is not an id"
    if case.is_key:  # of terms: and the like
        new, text = slug(case.value), case.entry.get(case.value)
        hint = f"Write {typed(new)}: {typed(text) if isinstance(text, str) else '...'}" if new else ""
        if new and new not in case.entry and isinstance(text, str):
            hint = Hint(hint, FieldFix(name=typed(new)))
        return rules.BAD_ID, f"{case.shown} is not an id", hint
    mention = mention_of(case)
    if mention is None:
        new = new_id(case)
        hint = case.write(new) if new else ""
        words = _words_beside(case)
        if new and words:
            return rules.BAD_ID, message, f"{hint}, and {words}: {typed(str(case.value))}"
        return rules.BAD_ID, message, hint if new == typed(slug(str(case.value))) else str(hint)
    if not case.is_short:
        return rules.BAD_ID, message, f"Write the id of a {mention.use.wanted}."
    day = understood_day(case.value, case.context.start) if "task" in mention.use.kinds else None
    if day and day.typed:
        if fits_at(case.path, date.fromisoformat(day.typed)):
            message = f"{case.shown} under “{case.name}” is not written as year-month-day"
            return rules.BAD_DAY, message, case.write_meant(day)
        return rules.BAD_ID, f"“{case.name}” names a task, but {case.shown} is a day", _day_of_task(day.typed)
    return rules.BAD_ID, message, reference_hint(case.value, mention, case.context.names)


def mention_of(case: Case) -> ReferencePlace | None:
    """How the value names another entry; ``None`` where the entry's own id stands."""
    if case.use is None:
        return None
    field = field_at(case.path) if not case.in_list else None
    several = field is not None and takes_several_ids(field)
    return ReferencePlace(case.use, case.name, case.write, case.in_list, case.needed, several)


def _words_beside(case: Case) -> str:
    """Field for the wording of a custom entry, where a guide's own id is expected."""
    model = model_at(case.path[:-1]) if case.name != "id" else None
    names = [name for name in ("text", "title") if model and name in model.model_fields]
    return next((name for name in names if name not in case.entry), "")


def new_id(case: Case) -> str:
    """An id for the entry around a place that no other entry has, or an empty text."""
    names, entry, value = case.context.names, case.entry, str(case.value)
    new = "" if is_placeholder(value) else slug(value)
    if not new:
        title = next((entry[key] for key in ("name", "title", "industry", "audience") if entry.get(key)), "")
        new = slug(str(title))
    own = names.ids.get(new)
    if own is None or own.name in (entry.get("name"), entry.get("title"), entry.get("industry")):
        return typed(new) if new else ""
    return typed(next(other for number in count(2) if (other := f"{new}-{number}") not in names.ids))


def id_of_another_kind(case: Case) -> Complaint:
    """A number, a day, a list, or a group where an id belongs."""
    mention, value = mention_of(case), case.value
    names = case.context.names
    if mention is None:
        if isinstance(value, list | dict):
            return (
                rules.WRONG_KIND,
                f"“{case.name}” holds {case.shown}, but an id belongs here",
                case.described,
            )
        message = f"An id is a text, but without quotes {WRITTEN} is read as {_read_as(value)}"
        return (
            rules.NEEDS_QUOTES,
            message,
            after("Put quotes around it.", case.write(quoted_whole(slug(shown(value))))),
        )
    wanted = mention.use.wanted
    if isinstance(value, list | dict):
        message = f"“{case.name}” holds {case.shown}, but it takes the id of one {wanted}"
        texts = _texts(value)
        hint = _several_hint(case, mention, texts) if len(texts) > 1 else ""
        if len(texts) == 1:
            hint = reference_hint(texts[0], mention, names)
        return rules.WRONG_KIND, message, hint or f"Write the id of one {wanted}."
    if isinstance(value, date):
        message = f"“{case.name}” names a {wanted}, but {WRITTEN} is a date"
        of_task = "task" in mention.use.kinds
        hint = _day_of_task(value.isoformat()) if of_task else f"Write the id of the {wanted}."
        return rules.NEEDS_QUOTES, message, hint
    text = str(value)
    if not isinstance(value, bool) and text in names.ids:
        message = f"“{case.name}” holds an id, but without quotes {WRITTEN} is read as a number"
        return rules.NEEDS_QUOTES, message, after("Put quotes around it.", case.write(quoted_whole(text)))
    message = f"“{case.name}” names a {wanted} by its id, and {case.shown} is none"
    return rules.BAD_ID, message, reference_hint(text.lower(), mention, names)


def _several_hint(case: Case, mention: ReferencePlace, texts: list[str]) -> str:
    """What to type for several ids: the field beside it that takes a list, or one of them."""
    found = [the_one(text, mention.use, case.context.names) for text in texts]
    ids = [one.id if one else typed(text) for one, text in zip(found, texts, strict=True)]
    field = f"{case.name}s"
    if case.has_beside(field) and field not in case.entry:
        written = f"[{', '.join(ids)}]"
        return Hint(f"Write {field}: {written}", FieldFix(written, field))
    others = ", and name the others in note:" if case.has_beside("note") else ""
    return f"Write one of them, such as {case.name}: {ids[0]}{others}"


def _day_of_task(day: str) -> str:
    return f"Write the id of the task here, and date: {day} under that task."


def _texts(value: object) -> list[str]:
    """The texts of a list, or the id or name in a group of fields."""
    if isinstance(value, dict):
        text = next((value[key] for key in ("id", "name", "title") if isinstance(value.get(key), str)), None)
        return [text] if text else [str(key) for key in value][:1] if len(value) == 1 else []
    if isinstance(value, list):
        return [text for item in value for text in ([item] if isinstance(item, str) else _texts(item))]
    return []


def _read_as(value: object) -> str:
    if isinstance(value, date):
        return "a date"
    return "true or false" if isinstance(value, bool) else "a number"
