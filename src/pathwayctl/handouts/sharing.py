"""The plan as partners and the public may see it: without contacts, notes, and what is marked private.

It is cut down once, before any page is made, so that no page can forget it. Dates stay as they are: a
private task still takes its time, but is not shown. A private person or organization is kept without a
name, so that what they do still has an owner.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial
from operator import is_
from typing import Any, Final

from pathwayctl.handouts.context import Context
from pathwayctl.handouts.earlier_run import NO_EARLIER_RUN, EarlierRun
from pathwayctl.language import marked, phrase
from pathwayctl.model.annotations import consented_fields, holds_ids, internal_fields, personal_fields
from pathwayctl.model.base import Model
from pathwayctl.model.one_or_more import MainId, ids_of
from pathwayctl.model.partners import Organization, Person
from pathwayctl.model.plan import Plan
from pathwayctl.model.values import Link
from pathwayctl.model.vocabulary import Audience, Word
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.scheduling.breakdown import break_down
from pathwayctl.scheduling.excerpt import excerpt

WITHHELD: Final = marked("(not named)")
"""Replaces a name or an address that is not shown."""
_CIRCLES: Final = {audience: place for place, audience in enumerate(Audience)}
_KEPT: Final = (Person, Organization)
_GONE: Final = object()
_OF_CONTACTS: Final = re.compile("[@0-9]")
"""What every address and telephone number has, and few names and texts."""


def may_have(audience: Audience, widest: Audience) -> bool:
    """Tell whether an audience may have a page; ``widest`` is the widest audience that may."""
    return _CIRCLES[widest] <= _CIRCLES[audience]


def shared(context: Context, audience: Audience) -> Context:
    """Return the plan and its schedule as an audience may see them; the project's own staff sees all."""
    if audience is Audience.INTERNAL:
        return context
    plan: Plan = Sharing.of(context.plan).plan(context.plan, context.earlier)
    is_whole = plan.tasks is context.plan.tasks
    shown = context.schedule if is_whole else excerpt(context.schedule, break_down(plan.tasks))
    is_partner = audience is Audience.PARTNERS
    baseline = {task: days for task, days in context.baseline.items() if is_partner and task in shown.by_id}
    return Context(
        plan,
        shown,
        audience,
        baseline,
        comparison=context.comparison,
        whole=context,
        earlier=context.earlier,
    )


@dataclass(frozen=True)
class Sharing:
    """What to leave out of plans: the ids of private entries, and words that would reveal them.

    ``plain`` are these words in lower case, if all are ASCII, and ``names`` those that are no address and no
    telephone number.
    """

    private: frozenset[str]
    words: re.Pattern[str] | None
    plain: tuple[str, ...] = ()
    names: tuple[str, ...] = ()

    @classmethod
    def of(cls, *plans: Plan) -> Sharing:
        """What to leave out: everything that is private in one of the plans."""
        parties: list[Person | Organization] = [one for plan in plans for one in plan.people]
        parties += [one for plan in plans for one in plan.organizations]
        words = {one.name for one in parties if one.private}
        people = (one for plan in plans for one in plan.people)
        said = " ".join(filter(None, (text for one in plans for text in _published(one))))
        contacts = (contact for one in people for contact in (one.email, one.phone))
        words |= {contact for contact in contacts if contact and contact not in said}
        longest_first = sorted(words, key=lambda word: (-len(word), word))
        found = re.compile("|".join(map(re.escape, longest_first)), re.IGNORECASE) if words else None
        plain = tuple(word.lower() for word in longest_first) if all(map(str.isascii, longest_first)) else ()
        names = tuple(word for word in plain if not _OF_CONTACTS.search(word))
        return cls(frozenset(key for plan in plans for key in _private_ids(plan)), found, plain, names)

    def plan(self, plan: Plan, earlier: EarlierRun = NO_EARLIER_RUN) -> Plan:
        """A plan without what is left out."""
        sections = ((name, getattr(plan, name)) for name in type(plan).model_fields)
        return plan.model_copy(
            update={
                name: earlier.made(("shared", name), (self, section), partial(self._of, section))
                for name, section in sections
            }
        )

    def _changes(self, model: Model) -> Iterator[tuple[str, Any]]:
        kind, ids = type(model), _ids(type(model))
        withheld, held = internal_fields(kind), vars(model)
        if not held.get("consent", True):
            withheld |= consented_fields(kind)
        for name, value in held.items():
            if name in withheld:
                new = kind.model_fields[name].default
            elif value and _may_tell(value.__class__):  # most fields are empty
                new = self._of(value, is_id=name in ids)
            else:
                continue
            if new is not value:
                yield name, new

    def _of(self, value: Any, *, is_id: bool = False) -> Any:
        """Return the value as it may be seen: the same object if nothing in it is left out."""
        match value:
            case None | Word():
                return value  # a fixed vocabulary is never a name, even if it looks like one
            case str():
                return self._words(value, is_id=is_id)
            case tuple():
                parts = [self._of(part, is_id=is_id) for part in value]
                same = all(map(is_, parts, value))
                return value if same else tuple(part for part in parts if part is not _GONE)
            case Model():
                return self._model(value)
            case Link():
                return _GONE if value.predecessor in self.private else value
            case dict():
                return {key: self._of(part) for key, part in value.items()}
        return value

    def entry(self, entry: Model) -> Model | None:
        """An entry without what is left out; ``None`` if all of it is, also a party without a name."""
        if getattr(entry, "private", False) or getattr(entry, "id", None) in self.private:
            return None
        found = self._model(entry)
        return found if isinstance(found, Model) else None

    def value(self, value: Any, *, is_id: bool = False) -> Any:
        """The value of a field without what is left out; ``None`` if nothing is left."""
        found = self._of(value, is_id=is_id)
        return None if found is _GONE else found

    def _words(self, text: str, *, is_id: bool) -> Any:
        if is_id:
            return self._ids(text)
        if self.words is None or self._is_clear(text) or not self.words.search(text):
            return text
        return self.words.sub(phrase(WITHHELD), text)

    def _is_clear(self, text: str) -> bool:
        """Whether a text surely has none of the words: far quicker than a pattern that ignores case."""
        if not (self.plain and text.isascii()):
            return False
        small = text.lower()
        words = self.plain if _OF_CONTACTS.search(small) else self.names
        return not any(map(small.__contains__, words))

    def _ids(self, text: str) -> Any:
        """Return the ids of a field that takes one or a list, without those of what is left out."""
        if self.private.isdisjoint(ids_of(text)):
            return text
        kept = [name for name in ids_of(text) if name not in self.private]
        return MainId(kept[0], kept[1:]) if kept else _GONE

    def _model(self, model: Model) -> Any:
        if vars(model).get("private"):
            return _unnamed(model) if isinstance(model, _KEPT) else _GONE
        changes = dict(self._changes(model))
        for name, new in changes.items():
            if new is _GONE:
                if name == model.BELONGS_TO or type(model).model_fields[name].is_required():
                    return _GONE
                changes[name] = None
        return model.model_copy(update=changes) if changes else model


def _published(plan: Plan) -> tuple[str | None, ...]:
    """The texts that the project prints for everyone, with the contacts in them."""
    return plan.project.contact, plan.project.accommodations


def _unnamed(party: Person | Organization) -> Person | Organization:
    """Return a person or an organization without anything that identifies them."""
    fields = type(party).model_fields
    left_out = {name: fields[name].default for name in personal_fields(type(party))}
    return party.model_copy(update={**left_out, "name": phrase(WITHHELD)})


def _private_ids(plan: Plan) -> Iterator[str]:
    """Yield the ids of everything that is left out, including the tasks under a private task."""
    for name in type(plan).model_fields:
        section = getattr(plan, name)
        for entry in section if isinstance(section, tuple) and name != "tasks" else ():
            if getattr(entry, "private", False) and not isinstance(entry, _KEPT):
                yield entry.id
    rows = break_down(plan.tasks).rows
    hidden = [row.task.private for row in rows]
    for row in rows:
        if row.parent >= 0 and hidden[row.parent]:
            hidden[row.index] = True
        if hidden[row.index]:
            yield row.task.id


@cache
def _may_tell(kind: type[object]) -> bool:
    """Whether a value of this type may have something in it that is left out: no number or day has."""
    return issubclass(kind, (str, tuple, Model, Link, dict)) and not issubclass(kind, Word)


@cache
def _ids(kind: type[Model]) -> frozenset[str]:
    """The fields of a model that hold ids."""
    return frozenset(name for name, field in kind.model_fields.items() if holds_ids(field))
