"""Small pieces of YAML to type, written from values: short, and valid as they are."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathwayctl.evidence.gap import Gap
    from pathwayctl.evidence.index import PlanIndex

Fields = Mapping[str, object]
"""Names of fields and their values: texts, numbers, dates, yes or no, and lists and mappings of them."""
Words = tuple[str, Fields]
"""A gap in a sentence, and example values for what is missing."""
Wording = Callable[["Gap", "PlanIndex"], Words]
"""The function that words a kind of gap."""
Wordings = Mapping[str, Wording]
"""The function that words each kind of gap."""

STEP: Final = "  "
"""How much deeper the fields of a section are indented."""
_PLAIN: Final = re.compile(r"[A-Za-z][A-Za-z0-9 ’/().+-]*[A-Za-z0-9).]|[A-Za-z]|\d+[dw]")
_NOT_TEXT: Final = frozenset({"yes", "no", "on", "off", "true", "false", "null", "y", "n"})


def mapping(section: str, fields: Fields) -> str:
    """Fields under the name of a section that is a mapping."""
    return "\n".join([f"{section}:", *field_lines(fields, STEP)])


def entry(section: str, fields: Fields) -> str:
    """One entry under the name of a section that is a list."""
    return "\n".join([f"{section}:", *entry_lines(fields, STEP)])


def bare_entry(fields: Fields) -> str:
    """One entry alone, at any depth."""
    return "\n".join(entry_lines(fields, ""))


def entry_lines(fields: Fields, indent: str) -> list[str]:
    """The lines of an entry of a list whose hyphen comes after ``indent``."""
    first, *others = field_lines(fields, indent + STEP)
    return [f"{indent}- {first.lstrip()}", *others]


def field_lines(fields: Fields, indent: str) -> list[str]:
    """The lines of fields that come after ``indent``."""
    lines: list[str] = []
    for name, value in fields.items():
        if isinstance(value, Mapping) and len(value) > 1:
            lines += [f"{indent}{name}:", *field_lines(value, indent + STEP)]
        elif isinstance(value, list) and any(isinstance(one, Mapping) for one in value):
            lines.append(f"{indent}{name}:")
            lines += [f"{indent}{STEP}- {inline(one)}" for one in value]
        else:
            lines.append(f"{indent}{name}: {_block(value)}")
    return lines


def _block(value: object) -> str:
    """A value at the end of its own line, where commas in a text do no harm."""
    if isinstance(value, str) and _text(value.replace(", ", " ")) == value.replace(", ", " "):
        return value
    return inline(value)


def inline(value: object) -> str:
    """A value on one line, as it can be written within brackets and braces."""
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{name}: {inline(one)}" for name, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(inline(one) for one in value) + "]"
    return str(value)


def _text(value: str) -> str:
    """The text as it is, or in quotes wherever it could be taken for something else."""
    plain = _PLAIN.fullmatch(value) and value.lower() not in _NOT_TEXT
    return value if plain else json.dumps(value, ensure_ascii=False)
