"""What a field's annotation says beyond its type: what an id refers to, what names an entry, what is unique.

Everything that has to know such things (reference checks, "what refers to this id", the docs, renaming)
asks here and keeps no table of its own. A new section is one model and one field of ``Plan``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Annotated, Any, Final, NamedTuple, get_args, get_origin

from pydantic import BeforeValidator, StringConstraints, WrapValidator
from pydantic.fields import FieldInfo

from pathwayctl.model.base import Model
from pathwayctl.model.money import read_amount
from pathwayctl.model.one_or_more import MAIN_AND_OTHERS
from pathwayctl.model.values import ID_PATTERN, Id, Text
from pathwayctl.model.vocabulary import Word
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import listed

PARTY: Final = ("person", "organization")
GROUP: Final = (*PARTY, "team")
"""Who can own something, be invited, or be a member: also a team."""


@dataclass(frozen=True, slots=True)
class Ref:
    """The field holds the id of another entry.

    ``said`` is the reference as the predicate of a sentence (``is owned by``); ``kinds`` are the kinds of
    entries that fit, as ``Model.NOUN`` names them. If ``or_name``, the name of someone who has no entry
    fits too, such as ``Dr. Uma Reyes, State University``.
    """

    said: str
    kinds: tuple[str, ...]
    or_name: bool = False

    @property
    def wanted(self) -> str:
        """``person or organization``, or ``person, organization, or team``."""
        return listed(self.kinds, "or")


@dataclass(frozen=True, slots=True)
class Naming:
    """The field by which people know the entry, such as its title."""


@dataclass(frozen=True, slots=True)
class Key:
    """No two entries of a list agree in all fields marked so; ``noun`` says what the field names."""

    noun: str = ""


@dataclass(frozen=True, slots=True)
class Internal:
    """Only the project's own staff sees the field; pages for partners and the public leave it out."""


@dataclass(frozen=True, slots=True)
class Consented:
    """Others than the project's own staff see the field only where the entry's ``consent`` is true."""


@dataclass(frozen=True, slots=True)
class Impersonal:
    """Others see the field even of a person or organization whose name they do not see."""


@dataclass(frozen=True, slots=True)
class Section:
    """What is known about a section besides its type. A section without this mark takes the defaults.

    ``file`` is the file to begin for it, ``<section>.yaml`` if empty. ``guides`` are the guides that fill it,
    unless other rules report that it is empty. ``counted_by`` has the codes, with spaces between, of the
    rules that count its entries or look at them from elsewhere; they wait until all entries can be read.
    ``unknown`` is the code of the rule for a reference to one of its entries that leads nowhere. ``module``
    is the module with its model, ``<section>`` if empty.
    """

    file: str = ""
    guides: tuple[str, ...] = ()
    counted_by: str = ""
    unknown: str = ""
    module: str = ""


class EntryList(NamedTuple):
    """A list of entries with ids: a section, or a field of a section's entries, and the entries' model."""

    steps: tuple[str, ...]
    model: type[Model]


class ReferenceRoute(NamedTuple):
    """The way from an entry to one of its fields, through lists and groups, and the reference it holds."""

    steps: tuple[str, ...]
    ref: Ref


class KeyedList(NamedTuple):
    """A list of entries that should differ: the way to it, the key fields, and what they name."""

    steps: tuple[str, ...]
    fields: tuple[str, ...]
    noun: str


Name = Annotated[Text, Naming()]
Note = Annotated[Text | None, Internal()]
Owner = Annotated[Id, Ref("is owned by", GROUP), MAIN_AND_OTHERS]
"""The id of one owner, or a list of ids: the first is accountable, the others are named with them."""
Leader = Annotated[Id, Ref("is led by", PARTY), MAIN_AND_OTHERS]
Member = Annotated[Id, Ref("has the member", PARTY)]
Convener = Annotated[Id, Ref("is convened by", ("organization",)), MAIN_AND_OTHERS]
Provider = Annotated[Id, Ref("is offered by", ("organization",))]
FrameworkId = Annotated[Id, Ref("belongs to the framework", ("framework",))]
GoalId = Annotated[Id, Ref("serves the goal", ("goal",))]
OccupationId = Annotated[Id, Ref("is for the occupation", ("occupation",))]
CredentialId = Annotated[Id, Ref("leads to the credential", ("credential",))]
SourceTask = Annotated[Id, Ref("is brought about by the task", ("task",))]


def marks(field: FieldInfo, kind: type) -> Iterator[Any]:
    """The annotations of one kind on a field, on its items, or on the type behind ``| None``."""
    yield from (mark for mark in field.metadata if isinstance(mark, kind))
    yield from _marks_within(field.annotation, kind)


def _marks_within(annotation: Any, kind: type) -> Iterator[Any]:
    yield from (mark for mark in getattr(annotation, "__metadata__", ()) if isinstance(mark, kind))
    for part in get_args(annotation):
        if not isinstance(part, kind):
            yield from _marks_within(part, kind)


def is_money(field: FieldInfo) -> bool:
    """Whether a field holds an amount of money."""
    return any(mark.func is read_amount for mark in marks(field, BeforeValidator))


def holds_ids(field: FieldInfo) -> bool:
    """Whether a field holds an id, its own or another entry's, or a list of ids."""
    return any(mark.pattern == ID_PATTERN for mark in marks(field, StringConstraints))


def takes_several_ids(field: FieldInfo) -> bool:
    """Whether a field takes one id or a list of ids, of which the first counts where only one can."""
    return MAIN_AND_OTHERS in marks(field, WrapValidator)


def inner_model(field: FieldInfo) -> type[Model] | None:
    """The model of the groups that a field holds, alone or in a list."""
    for part in (field.annotation, *get_args(field.annotation)):
        if isinstance(part, type) and issubclass(part, Model):
            return part
    return None


def field_at(kind: type[Model], path: tuple[str, ...]) -> FieldInfo | None:
    """The field at the end of some steps; ``None`` in a group with names of its own, such as ``terms``."""
    model: type[Model] | None = kind
    field: FieldInfo | None = None
    for step in path:
        field = model.model_fields.get(step) if model is not None else None
        model = None if field is None else inner_model(field)
    return field


@cache
def routes(model: type[Model]) -> tuple[ReferenceRoute, ...]:
    """Every reference of an entry and of the groups in it, in the order of its fields.

    Entries of the model's own kind (tasks in a task) are not followed.
    """
    return tuple(
        ReferenceRoute(steps, ref) for steps, field in _fields(model) for ref in list(marks(field, Ref))[:1]
    )


@cache
def section_routes(plan: type[Model], section: str) -> tuple[ReferenceRoute, ...]:
    """The references of one section of the plan; the ways to them begin with it."""
    return tuple(
        ReferenceRoute(steps, ref)
        for steps, field in _below(plan, section)
        for ref in list(marks(field, Ref))[:1]
    )


@cache
def name_lists(model: type[Model]) -> tuple[str, ...]:
    """The fields of an entry that hold ids, codes, or fixed words in a list; none should be there twice."""
    return tuple(name for name, field in model.model_fields.items() if _lists_names(field))


@cache
def keyed_lists(plan: type[Model], section: str) -> tuple[KeyedList, ...]:
    """The lists of entries with key fields: a section, and the lists inside its entries."""
    field = plan.model_fields[section]
    model = inner_model(field)
    found = [*_keyed((section,), field)]
    for name, inner in model.model_fields.items() if model else ():
        found += _keyed((section, name), inner)
    return tuple(found)


def entry_lists(plan: type[Model], sections: Iterable[str]) -> tuple[EntryList, ...]:
    """The lists of some sections whose entries have ids: the sections in order, then those inside entries."""
    lists = [one for section in sections for one in _entry_lists(plan, section)]
    return tuple(sorted(lists, key=lambda one: len(one.steps)))


@cache
def _entry_lists(plan: type[Model], section: str) -> tuple[EntryList, ...]:
    """The lists of a section, without those in entries of the kind that holds them: tasks in a task."""
    model = inner_model(plan.model_fields[section])
    if model is None:
        return ()
    inside = [
        ((section, name), inner)
        for name, field in model.model_fields.items()
        if (inner := inner_model(field)) is not model
    ]
    return tuple(EntryList(steps, one) for steps, one in (((section,), model), *inside) if one and one.NOUN)


@cache
def internal_fields(model: type[Model]) -> frozenset[str]:
    """The fields that only the project's own staff sees."""
    return frozenset(name for name, field in model.model_fields.items() if next(marks(field, Internal), None))


@cache
def personal_fields(model: type[Model]) -> frozenset[str]:
    """The fields that tell who an entry is: all that are not marked as impersonal."""
    return frozenset(
        name for name, field in model.model_fields.items() if not next(marks(field, Impersonal), None)
    )


@cache
def consented_fields(model: type[Model]) -> frozenset[str]:
    """The fields that others see only with the consent of the person or organization they are about."""
    return frozenset(
        name for name, field in model.model_fields.items() if next(marks(field, Consented), None)
    )


@cache
def name_field(model: type[Model]) -> str:
    """The field by which people know an entry; its id where no field is marked, else an empty text."""
    fields = model.model_fields
    marked = (name for name, field in fields.items() if next(marks(field, Naming), None))
    return next(marked, "id" if "id" in fields else "")


def _fields(model: type[Model]) -> Iterator[tuple[tuple[str, ...], FieldInfo]]:
    for name in model.model_fields:
        yield from _below(model, name)


def _below(model: type[Model], name: str) -> Iterator[tuple[tuple[str, ...], FieldInfo]]:
    """A field of a model, or the fields of the groups in it."""
    field = model.model_fields[name]
    inner = inner_model(field)
    if inner is None:
        yield (name,), field
    elif inner is not model:
        for steps, below in _fields(inner):
            yield (name, *steps), below


def _lists_names(field: FieldInfo) -> bool:
    """Whether a field holds or may hold a list of fixed words, ids, or codes."""
    if get_origin(field.annotation) is not tuple:
        return takes_several_ids(field)
    item = get_args(field.annotation)[0]
    if isinstance(item, type):
        return issubclass(item, Word)
    return any(getattr(mark, "pattern", None) for mark in getattr(item, "__metadata__", ()))


def _keyed(steps: tuple[str, ...], field: FieldInfo) -> Iterator[KeyedList]:
    model = inner_model(field)
    if model is None or get_origin(field.annotation) is not tuple:
        return
    keys = {name: key for name, one in model.model_fields.items() for key in list(marks(one, Key))[:1]}
    if keys:
        yield KeyedList(steps, tuple(keys), next(filter(None, (key.noun for key in keys.values())), ""))
