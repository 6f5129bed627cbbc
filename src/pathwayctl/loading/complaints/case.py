"""One value that does not fit, with all that a message about it needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import Any, Final

from pathwayctl.diagnostics import WRITTEN, FieldFix, Hint, Path, Rule, after
from pathwayctl.loading.fields import field_at, model_at
from pathwayctl.loading.message_context import MessageContext
from pathwayctl.loading.understanding.written_form import Meant, has_curly_quotes, typed
from pathwayctl.model.annotations import Ref
from pathwayctl.model.references import use_at
from pathwayctl.quick_dataclass import dataclass

LONGEST_UNDERSTOOD: Final = 120
"""In characters. A day, a number, or a name is never longer."""

Error = Mapping[str, Any]
Complaint = tuple[Rule, str, str]
"""The rule, the message without its final period, and the hint; without a hint the rule's own words count."""


@dataclass(frozen=True)
class Case:
    """A value, pydantic's error about it, its path, and the rest of the project."""

    error: Error
    path: Path
    value: Any
    context: MessageContext

    @cached_property
    def name(self) -> str:
        """The field of the value, or of the list that holds it."""
        return next((part for part in reversed(self.path) if isinstance(part, str)), "")

    @property
    def in_list(self) -> bool:
        """Whether the value is an entry of a list."""
        return isinstance(self.path[-1], int)

    @property
    def is_key(self) -> bool:
        """Whether the key is wrong, not its value."""
        return tuple(self.error.get("loc", ()))[-1:] == ("[key]",)

    @property
    def use(self) -> Ref | None:
        """How an id at this place refers to another entry, if it does."""
        return use_at(self.path)

    @property
    def is_short(self) -> bool:
        """Whether the value is a text or number that can be understood as something else."""
        return isinstance(self.value, str | int | float | date) and len(str(self.value)) <= LONGEST_UNDERSTOOD

    @property
    def needed(self) -> bool:
        """Whether the field cannot be left out."""
        field = field_at(self.path) if not self.in_list else None
        return field is not None and field.is_required()

    @property
    def entry(self) -> Mapping[str, Any]:
        """The group of fields, as it is written, in which the value stands."""
        here: Any = self.context.sections
        found: Mapping[str, Any] = {}
        for part in self.path[:-1]:
            if not isinstance(here, dict | list):
                break
            here = here[part]  # type: ignore[index]  # pydantic names only paths that are there
            found = here if isinstance(here, dict) else found
        return found

    def has_beside(self, field: str) -> bool:
        """Whether the entry may have another field, which takes what this one does not."""
        model = None if self.in_list else model_at(self.path[:-1])
        return model is not None and field in model.model_fields

    @property
    def shown(self) -> str:
        """The value in a message: ``“March 10”``, ``a list``; of a decimal the digits that are written."""
        return f"“{WRITTEN}”" if isinstance(self.value, float) else kind_of(self.value)

    @property
    def only_item(self) -> Case | None:
        """The same place with the only value inside needless brackets, if there is just one."""
        value = self.value
        items = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []
        plain = len(items) == 1 and not isinstance(items[0], list | dict) and items[0] is not None
        return replace(self, value=items[0]) if plain else None

    @property
    def described(self) -> str:
        """What belongs in the field, as a sentence."""
        path = self.path
        while path and isinstance(path[-1], int):
            path = path[:-1]
        field = field_at(path) if path else None
        return f"{field.description}." if field and field.description else ""

    def wrong(self, otherwise: str) -> str:
        """What is wrong with the value: the quotes of a word processor, or what is said otherwise."""
        return "is in curly quotes" if has_curly_quotes(str(self.value)) else otherwise

    def until_known(self, guess: str = "Write your best guess, and correct it later.") -> str:
        """The hint for ``TBD``: leave the field out until the value is known."""
        if self.in_list:
            return "Leave it out of the list until you know."
        if self.needed:
            return f"{self.name}: cannot be left out. {guess}"
        return f"Leave {self.name}: out until you know."

    def write(self, value: str) -> Hint:
        """``Write owner: dana-ruiz``, or ``Write dana-ruiz`` for an entry of a list."""
        return Hint(f"Write {value}" if self.in_list else f"Write {self.name}: {value}", FieldFix(value))

    def write_meant(self, meant: Meant | None) -> str:
        """The hint for a value that is understood; an empty text if it is not."""
        if meant is None:
            return ""
        if not meant.typed:
            return meant.remark
        hint = after(meant.remark, self.write(meant.typed))
        return hint if meant.is_sure else f"{hint}{meant.otherwise}"

    def write_text(self, text: str) -> str:
        """The hint to write a text, in quotes if it needs them."""
        return self.write(typed(text))


def kind_of(value: object) -> str:
    """A value in a message; of a list or group only what it is, and never how Python would write it."""
    if isinstance(value, list):
        return "a list"
    return "a group of fields" if isinstance(value, dict) else f"“{shown(value)}”"


def shown(value: object) -> str:
    """A plain value as people write it, on one line and not too long."""
    line = " ".join(plain_text(value).split())
    if has_curly_quotes(line):
        line = line[1:-1]
    return line if len(line) <= 60 else f"{line[:57]}..."


def plain_text(value: object) -> str:
    """A plain value as it is written in a file; an empty text for ``None``."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date) else str(value)
