"""Which of a project's terms fills a placeholder: ``[COLLEGE NAME]``, ``[SCHOOL/DISTRICT]``, ``[#]``.

Pages fill placeholders and checks report those that are left; both ask here, so that they agree.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from operator import is_
from typing import Any, Final

from pydantic import BaseModel

from pathwayctl.model.kept_sections import KeptSections
from pathwayctl.model.plan import Plan
from pathwayctl.quick_pattern import pattern

_NOT_OF_A_KEY: Final = pattern(r"[^a-z0-9]+")

_PLACEHOLDER: Final = pattern(r"\[([^\[\]\n]{1,80})\](?!\()")
"""Not the words of a web link: ``[COLLEGE](https://...)``."""


def key_of(placeholder: str) -> str:
    """The key in ``terms`` that is spelled like a placeholder: ``school-district``; empty for ``#``."""
    return _NOT_OF_A_KEY.sub("-", placeholder.lower()).strip("-")


def keys_of(placeholder: str) -> tuple[str, ...]:
    """All keys that may fill a placeholder, the best first.

    The work plan's own placeholders take several: ``[SCHOOL/DISTRICT]`` is also filled by the term
    ``district`` or ``school``, ``[#]`` by ``students``.
    """
    from pathwayctl.catalog.reading import grades_9_14

    listed = (one.terms for one in grades_9_14().placeholders if one.word == placeholder)
    return tuple(dict.fromkeys((*filter(None, (key_of(placeholder),)), *next(listed, ()))))


def term_for(placeholder: str, terms: Mapping[str, str]) -> str | None:
    """What the terms of a project say for a placeholder, if they say anything."""
    own = terms.get(key_of(placeholder))
    if own is not None or not terms:
        return own
    return next((terms[key] for key in keys_of(placeholder) if key in terms), None)


def fill_text(text: str, terms: Mapping[str, str]) -> str:
    """A text with every known placeholder replaced; one that is not known stays as it is."""
    if "[" not in text:
        return text
    return _PLACEHOLDER.sub(lambda found: term_for(found[1], terms) or found[0], text)


def fill_plan(plan: Plan, kept: KeptSections | None = None) -> Plan:
    """A plan whose texts have the project's own words; the plan itself if there are none.

    A term that itself holds a placeholder is not used. Sections that ``kept`` has are not filled in again.
    """
    own, kept = plan.project.terms, kept or KeptSections()
    terms = {key: text for key, text in own.items() if "[" not in text}
    if not terms:
        return plan
    sections = vars(plan).items()
    filled = {
        name: kept.made(("filled", name), (section, own), partial(_filled, section, terms))
        for name, section in sections
    }
    changed = {name: filled[name] for name, section in sections if filled[name] is not section}
    return plan.model_copy(update=changed) if changed else plan


def _filled(value: Any, terms: Mapping[str, str]) -> Any:
    """A value with its texts filled in, at any depth; the same object if nothing changes."""
    if isinstance(value, str):
        found = fill_text(value, terms)
        return value if found == value else found
    if type(value) is tuple:
        parts = tuple([_filled(part, terms) for part in value])
        return value if all(map(is_, parts, value)) else parts
    if isinstance(value, BaseModel):
        held = vars(value).items()  # most fields are empty, or texts without a placeholder
        fields = [(name, one) for name, one in held if one and (one.__class__ is not str or "[" in one)]
        changed = {name: new for name, field in fields if (new := _filled(field, terms)) is not field}
        return value.model_copy(update=changed) if changed else value
    return value
