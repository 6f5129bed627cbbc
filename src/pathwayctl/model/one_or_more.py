"""Fields that take one value or a list: ``owner: dana-ruiz``, or ``owner: [dana-ruiz, lee-park]``.

Two kinds of fields do so. A field of ``MainId`` holds the id that counts where only one can, such as the
one accountable owner; the others are named with it. A field of ``tuple`` with ``SINGLE_TOO`` holds a tuple.
Errors keep the place of what was written, so a single value gets no position.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final, TypeVar, get_args

from pydantic import ValidationError, ValidatorFunctionWrapHandler, WrapValidator
from pydantic_core import ErrorDetails, InitErrorDetails, PydanticCustomError
from pydantic_core.core_schema import ErrorType

from pathwayctl.quick_dataclass import dataclass

T = TypeVar("T")
_OWN_TYPES: Final = frozenset(get_args(ErrorType))
"""The names of pydantic's own types of errors."""


class MainId(str):
    """The first id of a list, which counts where only one can; ``others`` are the ids after it.

    It is that id wherever an id is compared or looked up. Only a field that was written as a list holds it.
    """

    __slots__ = ("others",)
    others: tuple[str, ...]

    def __new__(cls, first: str, others: Iterable[str] = ()) -> MainId:
        """Make the id from the first of a list; ``others`` are the ids after it."""
        found = super().__new__(cls, first)
        found.others = tuple(others)
        return found

    def __getnewargs__(self) -> tuple[str, tuple[str, ...]]:  # type: ignore[override]
        return str(self), self.others


def ids_of(value: str | None) -> tuple[str, ...]:
    """Every id in a field that takes one id or a list: the main one first."""
    return () if value is None else (value, *getattr(value, "others", ()))


def main_and_others(value: Any, handler: ValidatorFunctionWrapHandler) -> Any:
    """One id as it is, and a list of ids as a ``MainId``; errors of an item have its position."""
    if not isinstance(value, list) or not value:
        return handler(value)
    first, *others = [_item(place, item, handler) for place, item in enumerate(value)]
    return MainId(first, others)


def single_too(value: Any, handler: ValidatorFunctionWrapHandler) -> Any:
    """A list as it is, and a single value as a tuple of one."""
    if isinstance(value, list | tuple):
        return handler(value)
    try:
        return handler([value])
    except ValidationError as error:
        raise _moved(error, ()) from None


def field_alone(name: str, value: Any, handler: Callable[[Any], T]) -> T:
    """A group of fields as it is, and a single value as the group with only the field of that name."""
    if isinstance(value, dict) or value is None:
        return handler(value)
    try:
        return handler({name: value})
    except ValidationError as error:
        raise _moved(error, ()) from None


def _item(place: int, item: Any, handler: ValidatorFunctionWrapHandler) -> Any:
    try:
        return handler(item)
    except ValidationError as error:
        raise _moved(error, (place,), skipped=0) from None


def _moved(error: ValidationError, before: tuple[int, ...], skipped: int = 1) -> ValidationError:
    """The same errors at other places: ``before`` goes before the place, less its first ``skipped`` parts."""
    details: list[InitErrorDetails] = [
        {
            "type": _kind(one),
            "loc": (*before, *one["loc"][skipped:]),
            "input": one["input"],
            "ctx": one.get("ctx", {}),
        }
        for one in error.errors(include_url=False)
    ]
    return ValidationError.from_exception_data(error.title, details)


def _kind(error: ErrorDetails) -> str | PydanticCustomError:
    """The type of an error: its name, or the error itself where it is one of ``values``."""
    if error["type"] in _OWN_TYPES:
        return error["type"]
    return PydanticCustomError(error["type"], "{value}", error.get("ctx", {}))


@dataclass(frozen=True, slots=True)
class OneNumber:
    """The field also takes a whole number, which is read as a list."""


MAIN_AND_OTHERS: Final = WrapValidator(main_and_others)
SINGLE_TOO: Final = WrapValidator(single_too)
