"""Dataclasses that are quick to define.

``dataclasses`` looks at each field of a class and compiles seven methods from text, which took a fourth of
the start of a command. Here a class is made in one step, and only ``__init__`` is compiled, when a class is
used often; the other methods are shared and ask the class for its fields. To readers, type checkers,
``fields``, and ``replace`` it is the standard ``dataclass``.
"""

from __future__ import annotations

from dataclasses import _FIELD, MISSING, Field, FrozenInstanceError, field, fields  # type: ignore[attr-defined]
from inspect import get_annotations
from operator import attrgetter
from types import MemberDescriptorType
from typing import TYPE_CHECKING, Any, ClassVar, Final, get_origin

_WITHOUT_COMPILING: Final = 2
"""Records that are filled in a slow way: half of the classes have no more, and compiling takes longer."""

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
            own = vars(written)
            known = _fields(written)
            added = {name: method for name, method in methods.items() if name not in own}
            added["__dataclass_fields__"] = known
            added["__match_args__"] = tuple(name for name, one in known.items() if one.init)
            if slots:
                made = _with_slots(written, added)
            else:
                made = written
                for name, value in added.items():
                    setattr(made, name, value)
            if "__init__" not in own:
                made.__init__ = _first_init(made)
            return made

        return _make


def _fields(written: type) -> dict[str, Field[Any]]:
    """The fields of a class by name, those of its bases first; a default stays in the class as it is used."""
    known: dict[str, Field[Any]] = {}
    for base in reversed(written.__mro__[1:]):
        known |= vars(base).get("__dataclass_fields__", {})
    kinds: dict[str, Any] = get_annotations(written)
    for name, kind in kinds.items():
        if "ClassVar[" in kind if isinstance(kind, str) else get_origin(kind) is ClassVar:
            continue
        default = vars(written).get(name, MISSING)
        one: Any = default if isinstance(default, Field) else field(default=default)
        one.name, one.type, one.kw_only, one._field_type = name, kind, False, _FIELD
        known[name] = one
        if one is default:
            if one.default is MISSING:
                delattr(written, name)
            else:
                setattr(written, name, one.default)
    return known


def _with_slots(written: type, added: dict[str, Any]) -> type:
    """A class like the one that is written, with more names, and a slot for each field."""
    known = added["__dataclass_fields__"]
    inherited = {slot for base in written.__mro__[1:-1] for slot in vars(base).get("__slots__", ())}
    left_out = {*known, "__dict__", "__weakref__"}
    names = {name: value for name, value in vars(written).items() if name not in left_out}
    names["__slots__"] = tuple(name for name in known if name not in inherited)
    names["__qualname__"] = written.__qualname__
    return type(written)(written.__name__, written.__bases__, names | added)


def _first_init(cls: type) -> Callable[..., None]:
    """An ``__init__`` for the first records; for more of them one is compiled that takes its place."""
    left = _WITHOUT_COMPILING

    def __init__(self: Any, *values: Any, **named: Any) -> None:  # noqa: N807 - shown where a value is missing
        nonlocal left
        left -= 1
        if left < 0 or not _filled(self, cls, values, named):
            cls.__init__ = _compiled_init(cls)  # type: ignore[misc]
            cls.__init__(self, *values, **named)  # type: ignore[misc]

    return __init__


def _filled(record: Any, cls: type, values: tuple[Any, ...], named: dict[str, Any]) -> bool:
    """Set the fields of a record; ``False`` if the values are not as they should be."""
    taken = [one for one in fields(cls) if one.init]
    given = {one.name: value for one, value in zip(taken, values, strict=False)}
    if len(values) > len(taken) or not given.keys().isdisjoint(named):
        return False
    given |= named
    for one in taken:
        if one.name not in given and one.default_factory is not MISSING:
            given[one.name] = one.default_factory()
        value = given.pop(one.name, one.default)
        if value is MISSING:
            return False
        object.__setattr__(record, one.name, value)
    if given:
        return False
    if hasattr(cls, "__post_init__"):
        record.__post_init__()
    return True


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
            slot = getattr(cls, one.name, None)
            if isinstance(slot, MemberDescriptorType):  # it takes half as long as to look for it by name
                names[f"_set_{one.name}"] = slot.__set__
                lines.append(f" _set_{one.name}(self, {value})")
            else:
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
