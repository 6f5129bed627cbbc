"""The fields of a plan by section. The module of a section's model is loaded when its field is asked for.

Most projects have few of the sections, and defining their models would be a fifth of the start of a command.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any, ForwardRef

from pydantic.fields import FieldInfo

from pathwayctl.model.annotations import Section


class SectionFields(Mapping[str, FieldInfo]):
    """The fields of a plan. A type may be a text that names a model in the module ``Section.module``.

    Such a text is ``tuple[Risk, ...]`` for a list of entries, or else ``Sustainability | None``.
    """

    def __init__(self, fields: Mapping[str, FieldInfo]) -> None:
        self._fields = fields

    def __getitem__(self, name: str) -> FieldInfo:
        field = self._fields[name]
        if isinstance(field.annotation, ForwardRef):
            text = field.annotation.__forward_arg__
            module = import_module(f"{__package__}.{self.section(name).module or name}")
            model: Any = getattr(
                module, text.removeprefix("tuple[").removesuffix(", ...]").removesuffix(" | None")
            )
            field.annotation = tuple[model, ...] if self.is_list(name) else model | None
        return field

    def __contains__(self, name: object) -> bool:
        return name in self._fields

    def __iter__(self) -> Iterator[str]:
        return iter(self._fields)

    def __len__(self) -> int:
        return len(self._fields)

    def section(self, name: str) -> Section:
        """What is known about a section besides its type."""
        marks = (mark for mark in self._fields[name].metadata if isinstance(mark, Section))
        return next(marks, Section())

    def is_list(self, name: str) -> bool:
        """Whether a section is a list of entries."""
        return isinstance(self._fields[name].default, tuple)
