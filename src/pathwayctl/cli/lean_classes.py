"""Define the classes of libraries in a cheaper way: a tenth of the start of ``validate``.

The dataclasses of libraries are defined as ours are, and the dictionaries that pydantic-core describes to
type checkers not at all. Only for a process that is all ours.
"""

from __future__ import annotations

import dataclasses
import typing
from importlib import import_module
from types import ModuleType
from typing import Any, Final

from pathwayctl.cli.lean_imports import StandIn, stand_in
from pathwayctl.quick_dataclass import dataclass as quick

_STANDARD: Final[Any] = dataclasses.dataclass
_QUICK: Final = ("annotated_types", "pydantic", "typer")
"""Libraries whose dataclasses have no more than fields and defaults."""


class _WithoutTypes(StandIn):
    """A module most of whose classes tell type checkers what a dictionary may hold."""

    def load(self) -> ModuleType:
        """Load the module itself, with empty classes in place of those."""
        places: tuple[Any, ...] = (typing, import_module("typing_extensions"))  # it has either by its version
        kept = [place.TypedDict for place in places]
        try:
            for place in places:
                place.TypedDict = _NotChecked
            return super().load()
        finally:
            for place, one in zip(places, kept, strict=True):
                place.TypedDict = one


class _Same(type):
    """The class of a class that stands for all that are derived from it: to make each of them takes time."""

    def __new__(cls, name: str, bases: tuple[type, ...], names: dict[str, Any], **_: Any) -> type:
        """Return the class itself where another one is derived from it."""
        return bases[0] if isinstance(bases[0], cls) else super().__new__(cls, name, bases, names)

    def __init__(cls, *_: Any, **__: Any) -> None:
        """Take what ``TypedDict`` takes."""


class _NotChecked(dict[str, Any], metaclass=_Same):
    pass


def _dataclass(cls: type | None = None, /, **options: Any) -> Any:
    """Stand for ``dataclasses.dataclass`` where libraries import it."""
    if cls is None:
        return lambda one: _dataclass(one, **options)
    is_simple = options.keys() <= {"frozen", "slots", "eq"}
    if is_simple and cls.__module__.partition(".")[0] in _QUICK:
        return quick(**{"frozen": False, **options})(cls)
    return _STANDARD(cls, **options)


def define_quickly() -> None:
    """Let the libraries that are loaded from now on define their classes in the cheaper way."""
    dataclasses.dataclass = _dataclass
    stand_in("pydantic_core.core_schema", _WithoutTypes)
