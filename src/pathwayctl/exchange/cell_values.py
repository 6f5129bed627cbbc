"""From the text of a cell to the plain value that a file of the project holds, or what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from pathwayctl.exchange.cell_text import CellKind, Unusable, parts_of
from pathwayctl.loading.fields import constraints_at, field_at, fits_at, plain_type_at
from pathwayctl.model.references import use_at
from pathwayctl.model.values import Estimate
from pathwayctl.model.vocabulary import Word
from pathwayctl.wording import listed, nearest

if TYPE_CHECKING:
    from pathwayctl.diagnostics import Path
    from pathwayctl.exchange.entry_tables import FieldColumn
    from pathwayctl.loading.naming import Names

_MARK: Final = re.compile("[:=]")
_SHARE: Final = re.compile(r"[\d.]+%?")
_SPAN: Final = re.compile(r"(\d{4}-\d\d-\d\d) to (\d{4}-\d\d-\d\d)")


def value_of(path: Path, kind: CellKind, text: str, names: Names) -> Any | Unusable:
    """The plain value of a text for the field at a path; ``None`` for an empty one.

    ``names`` has what can be referred to: an id, or a name that only one entry has.
    """
    if not text:
        return None
    value = _VALUES.get(kind, _text)(path, text, names)
    if isinstance(value, Unusable) or fits_at(path, value):
        return value
    field = field_at(path)
    about = f" {field.description}." if field is not None and field.description else ""
    return Unusable(f"“{_short(text)}” does not fit here.{about}")


class UnusableField(NamedTuple):
    """A field whose text cannot be used, and why not."""

    column: FieldColumn
    text: str
    message: str


def values_of(
    texts: Mapping[tuple[str, ...], str], columns: Iterable[FieldColumn], names: Names
) -> dict[tuple[str, ...], Any] | UnusableField:
    """The plain values of an entry's texts, by the steps to each field; or the first that cannot be used."""
    values: dict[tuple[str, ...], Any] = {}
    for column in columns:
        text = texts.get(column.steps, "")
        value = value_of(column.path, column.kind, text, names)
        if isinstance(value, Unusable):
            return UnusableField(column, text, value.message)
        if value is not None:
            values[column.steps] = value
    return values


def _text(path: Path, text: str, _names: Names) -> Any:
    pattern = constraints_at(path).get("pattern")
    if pattern is None or re.match(pattern, text):
        return text
    from pathwayctl.loading.understanding.codes import understood_code

    meant = understood_code(text, pattern)
    return meant.typed.strip('"') if meant is not None and meant.is_sure else text


def _number(path: Path, text: str, _names: Names) -> Any:
    limits, share = constraints_at(path), text.endswith("%")
    try:
        number = float(text.removesuffix("%"))
    except ValueError:
        return Unusable(f"“{_short(text)}” is not a number.")
    most, whole = limits.get("le"), plain_type_at(path) is int
    if most == 100 and whole and not share and 0 < number <= 1:
        if number == 1:
            return Unusable("This may be 1 or 100 percent. Type 2 or more, or 100%.")
        number = round(number * 100)
    elif most == 1 and share:
        number /= 100
    return int(number) if number == int(number) and (whole or abs(number) < 1e15) else number


def _day(_path: Path, text: str, _names: Names) -> Any:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return Unusable(f"“{_short(text)}” is not a day. Type it as 2027-03-15.")


def _flag(_path: Path, text: str, _names: Names) -> Any:
    return {"yes": True, "no": False}.get(text, Unusable(f"“{_short(text)}” is neither yes nor no."))


def _word(path: Path, text: str, _names: Names) -> Any:
    kind: type[Word] = plain_type_at(path)
    found = next((word.value for word in kind if text in (word.label, word.value)), None)
    if found is not None:
        return found
    labels = [word.label for word in kind]
    near = nearest(text, labels)
    hint = f"Did you mean “{near}”?" if near else f"Choose from: {'; '.join(labels)}."
    return Unusable(f"“{_short(text)}” is not one of the choices. {hint}")


def _words(path: Path, text: str, names: Names) -> Any:
    return _each(parts_of(text), lambda part: _word((*path, 0), part, names))


def _ids(path: Path, text: str, names: Names) -> Any:
    parts = parts_of(text)
    if not names.called(text, _kinds(path)):
        parts = [one for part in parts for one in _by_commas(part, _kinds(path), names)]
    found = _each(parts, lambda part: _id(path, part, names))
    return found[0] if isinstance(found, list) and len(found) == 1 and fits_at(path, found[0]) else found


def _kinds(path: Path) -> tuple[str, ...]:
    use = use_at(path)
    return use.kinds if use is not None else ()


def _by_commas(part: str, kinds: tuple[str, ...], names: Names) -> list[str]:
    """The items of a part with commas, unless it is a name with a comma in it."""
    if "," not in part or names.called(part, kinds):
        return [part]
    return [one.strip() for one in part.split(",") if one.strip()]


def _id(path: Path, text: str, names: Names) -> Any:
    use = use_at(path)
    if use is None:
        return text
    known = names.ids.get(text)
    if known is not None and known.kind in use.kinds:
        return text
    found = names.called(text, use.kinds)
    if len(found) == 1:
        return found[0].id
    if found:
        return Unusable(f"“{_short(text)}” could be {listed([one.id for one in found], 'or')}. Type the id.")
    if use.or_name:
        return text
    near = names.near(text, use.kinds)
    hint = f"Did you mean “{near.id}” ({near.name})?" if near else "Add it first."
    return Unusable(f"There is no {use.wanted} “{_short(text)}”. {hint}")


def _items(path: Path, text: str, names: Names) -> Any:
    parts = [one.strip() for part in parts_of(text) for one in part.split(",") if one.strip()]
    return parts if use_at(path) is None else _each(parts, lambda part: _link(path, part, names))


def _link(path: Path, text: str, names: Names) -> Any:
    """A dependency, whose task may be named by its title; one on an id is taken as it stands."""
    if text.split()[0] in names.ids and fits_at(path, [text]):
        return text
    from pathwayctl.loading.understanding.links import link_parts, task_meant

    parts = link_parts(text)
    task = _id(path, parts.task, names)
    if isinstance(task, Unusable) and (meant := task_meant(parts.task, names)) is not None:
        task = meant.id
    return task if isinstance(task, Unusable) else parts.with_task(task)


def _pairs(path: Path, text: str, names: Names) -> Any:
    """``college: Front Range``, or for who does the work ``dana-ruiz: 0.5``; a name alone stands for 1."""
    use, found = use_at(path), {}
    for part in text.split("\n") if use is None else parts_of(text.replace(",", ";")):
        key, value = _parted(part)
        name = key if use is None else _id(path, key, names)
        share = value if use is None else _units(value)
        for one in (name, share):
            if isinstance(one, Unusable):
                return one
        found[name] = share
    return list(found) if use is not None and set(found.values()) == {1} else found


def _parted(text: str) -> tuple[str, str]:
    """The two sides of ``key: value``, ``key = value``, or ``key 0.5``; the second is empty without one."""
    if mark := _MARK.search(text):
        key, value = text[: mark.start()].rstrip(), text[mark.end() :].lstrip()
        return (key, value) if key else (text, "")
    words = text.rsplit(maxsplit=1)
    is_share = len(words) == 2 and _SHARE.fullmatch(words[1]) is not None
    return (words[0], words[1]) if is_share else (text, "")


def _units(text: str) -> Any:
    try:
        number = float(text.removesuffix("%")) / (100 if text.endswith("%") else 1) if text else 1
    except ValueError:
        return Unusable(f"“{_short(text)}” is not a share of a day. Type 0.5 for half of it.")
    return int(number) if number == int(number) else number


def _lines(_path: Path, text: str, _names: Names) -> Any:
    return text.split("\n")


def _plain(path: Path, text: str, names: Names) -> Any:
    from pathwayctl.loading.understanding.lengths import understood_length

    three, span = [part.strip() for part in text.split("/")], _SPAN.fullmatch(text)
    if len(three) == 3 and plain_type_at(path) is Estimate:
        return dict(zip(("low", "likely", "high"), three, strict=True))
    if span:
        return {"from": date.fromisoformat(span[1]), "to": date.fromisoformat(span[2])}
    for value in (text, _day(path, text, names), _number(path, text, names)):
        if fits_at(path, value):
            return value
    meant = understood_length(text)
    return meant.typed if meant is not None and meant.is_sure and fits_at(path, meant.typed) else text


def _each(parts: list[str], read: Callable[[str], Any]) -> Any:
    """Every part as it is read, each once, or the first that cannot be used."""
    found = [read(part) for part in parts]
    return next((one for one in found if isinstance(one, Unusable)), list(dict.fromkeys(found)))


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:60]}…"


_VALUES: Final[dict[CellKind, Callable[[Path, str, Names], Any]]] = {
    CellKind.NUMBER: _number,
    CellKind.DAY: _day,
    CellKind.FLAG: _flag,
    CellKind.WORD: _word,
    CellKind.WORDS: _words,
    CellKind.ID: _id,
    CellKind.IDS: _ids,
    CellKind.ITEMS: _items,
    CellKind.LINES: _lines,
    CellKind.PAIRS: _pairs,
    CellKind.PLAIN: _plain,
}
