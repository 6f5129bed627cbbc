"""Dataclasses that are quick to define.

``dataclasses`` compiles seven methods from text for each class, which took a sixth of the start of a command.
Here only ``__init__`` is compiled, and not before a class is used; the other methods are shared and ask the
class for its fields. To readers, type checkers, ``fields``, and ``replace`` it is the standard ``dataclass``.
"""

from __future__ import annotations

import dataclasses
from dataclasses import MISSING, FrozenInstanceError, fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

_standard: Final[Any] = dataclasses.dataclass

if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import dataclass as dataclass
else:

    def dataclass(*, frozen: bool, slots: bool = False, eq: bool = True) -> Callable[[type], type]:
        """Make a class a dataclass, as ``dataclasses.dataclass`` does."""
        comparing = _COMPARING if frozen else {"__eq__": _eq, "__hash__": None}
        methods = {"__repr__": _repr} | (_FROZEN if frozen else {}) | (comparing if eq else {})
        methods |= _PICKLING if frozen and slots else {}

        def _make(written: type) -> type:
            written.__doc__ = written.__doc__ or written.__name__  # else a signature is made for it
            made = _standard(init=False, repr=False, eq=False, slots=slots)(written)
            if "__init__" not in vars(written):
                made.__init__ = _first_init(made)
            for name, method in methods.items():
                if name not in vars(written):
                    setattr(made, name, method)
            return made

        return _make


def _first_init(cls: type) -> Callable[..., None]:
    """An ``__init__`` that compiles the real one and takes its place there."""

    def __init__(self: Any, *values: Any, **named: Any) -> None:  # noqa: N807 - shown where a value is missing
        cls.__init__ = _compiled_init(cls)  # type: ignore[misc]
        cls.__init__(self, *values, **named)  # type: ignore[misc]

    return __init__


def _compiled_init(cls: type) -> Any:
    names: dict[str, Any] = {"_set": object.__setattr__, "_MISSING": MISSING}
    taken, lines = ["self"], []
    for one in fields(cls):
        value = one.name
        if one.default_factory is not MISSING:
            names[f"_new_{one.name}"] = one.default_factory
            value = f"_new_{one.name}() if {one.name} is _MISSING else {one.name}"
        if one.init:
            names[f"_default_{one.name}"] = one.default
            has_default = one.default is not MISSING or one.default_factory is not MISSING
            taken.append(f"{one.name}=_default_{one.name}" if has_default else one.name)
            lines.append(f" _set(self, {one.name!r}, {value})")
    if hasattr(cls, "__post_init__"):
        lines.append(" self.__post_init__()")
    exec(f"def __init__({', '.join(taken)}):\n" + "\n".join(lines or [" pass"]), names)  # noqa: S102 - names of fields
    made = names["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    return made


def _values(record: Any) -> Any:
    """The values of a record that count when it is compared; what gets them is made once for each class."""
    cls = type(record)
    get = _getters.get(cls)
    if get is None:
        names = [one.name for one in fields(cls) if one.compare]
        get = _getters[cls] = attrgetter(*names) if names else lambda _: ()
    return get(record)


_getters: Final[dict[type, Callable[[Any], Any]]] = {}


def _repr(self: Any) -> str:
    shown = ", ".join(f"{one.name}={getattr(self, one.name)!r}" for one in fields(self) if one.repr)
    return f"{type(self).__qualname__}({shown})"


def _eq(self: Any, other: object) -> Any:
    return _values(self) == _values(other) if type(other) is type(self) else NotImplemented


def _hash(self: Any) -> int:
    return hash(_values(self))


def _no_change(self: Any, name: str, value: object = None) -> None:  # noqa: ARG001 - as ``__setattr__`` is called
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, one.name) for one in fields(self)]


def _restore(self: Any, state: list[Any]) -> None:
    for one, value in zip(fields(self), state, strict=True):
        object.__setattr__(self, one.name, value)


_FROZEN: Final = {"__setattr__": _no_change, "__delattr__": _no_change}
_COMPARING: Final = {"__eq__": _eq, "__hash__": _hash}
_PICKLING: Final = {"__getstate__": _state, "__setstate__": _restore}
