"""The quick dataclass behaves as that of the standard library does."""

from __future__ import annotations

import dataclasses
import pickle
from collections.abc import Hashable
from dataclasses import FrozenInstanceError, field, fields, replace
from functools import cached_property
from typing import Any, ClassVar

import pytest

from pathwayctl.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Quick:
    """A record."""

    name: str
    size: int = 1
    parts: list[int] = field(default_factory=list)
    note: str = field(default="", compare=False)

    def doubled(self) -> int:
        return self.size * 2


@dataclasses.dataclass(frozen=True, slots=True)
class Standard:
    """A record."""

    name: str
    size: int = 1
    parts: list[int] = field(default_factory=list)
    note: str = field(default="", compare=False)


@dataclass(frozen=True)
class Open:
    name: str

    @cached_property
    def long(self) -> str:
        return self.name * 2


@dataclass(frozen=True)
class Wider(Open):
    size: int = 2


@dataclass(frozen=True, eq=False)
class Alone:
    name: str = "a"


@dataclass(frozen=True, slots=True)
class Nothing:
    pass


@dataclass(frozen=True, slots=True)
class Checked:
    size: int

    def __post_init__(self) -> None:
        if self.size < 0:
            raise ValueError("less than 0")

    def __repr__(self) -> str:
        return "own"


@dataclass(frozen=False, slots=True)
class Changing:
    name: str
    parts: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Longer(Quick):
    """A record with the fields of another one."""

    kinds: ClassVar[tuple[str, ...]] = ("a", "b")
    last: str = ""


@dataclass(frozen=False)
class WithOwnInit:
    name: str

    def __init__(self) -> None:
        self.name = "own"


@pytest.mark.parametrize("values", [("a",), ("a", 2), ("a", 2, [3]), ("a", 2, [3], "n")])
def test_a_record_is_made_and_shown_as_by_the_standard_library(values: Any) -> None:
    quick, standard = Quick(*values), Standard(*values)
    assert repr(quick) == repr(standard).replace("Standard", "Quick")
    assert [getattr(quick, one.name) for one in fields(quick)] == list(dataclasses.astuple(standard))
    assert not hasattr(quick, "__dict__")
    assert Quick.__doc__ == "A record."


def test_wrong_arguments_are_refused() -> None:
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'name'"):
        Quick()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="unexpected keyword argument 'nothing'"):
        Quick("a", nothing=1)  # type: ignore[call-arg]
    with pytest.raises(ValueError, match="less than 0"):
        Checked(-1)
    assert repr(Checked(1)) == "own"


def test_records_with_the_same_values_are_equal() -> None:
    assert Quick("a", note="x") == Quick("a", note="y") != Quick("b")
    other: object = Standard("a")
    assert Quick("a") != other
    assert Open("a") != Wider("a")
    assert len({Open("a"), Open("a"), Wider("a"), Wider("a", 3), Nothing(), Nothing()}) == 4
    assert Alone() != Alone()
    with pytest.raises(TypeError, match="unhashable"):
        hash(Quick("a"))


def test_nothing_changes_in_a_record() -> None:
    record: Any = Quick("a")
    for name in ("name", "other"):
        with pytest.raises(FrozenInstanceError, match=f"cannot assign to field '{name}'"):
            setattr(record, name, "b")
    with pytest.raises(FrozenInstanceError):
        del record.name
    assert replace(record, size=3) == Quick("a", 3)
    assert record.doubled() == 2
    assert Open("a").long == "aa"


def test_lists_are_not_shared_and_records_can_be_sent() -> None:
    one, other = Quick("a"), Quick("a")
    one.parts.append(1)
    assert other.parts == []
    for record in (one, Wider("a", 3), Nothing()):
        assert pickle.loads(pickle.dumps(record)) == record


def test_a_record_that_changes_is_no_key() -> None:
    one, other = Changing("a"), Changing("a")
    one.parts.append(1)
    other.parts = [1]
    assert one == other
    one.name = "b"
    assert one != other
    assert repr(one) == "Changing(name='b', parts=[1])"
    assert not isinstance(one, Hashable)
    assert pickle.loads(pickle.dumps(one)) == one


@pytest.mark.parametrize("times", [1, 2, 3, 4])
def test_the_first_records_are_as_all_others(times: int) -> None:
    """The first ones are filled without a compiled ``__init__``."""

    @dataclass(frozen=True, slots=True)
    class New:
        name: str
        parts: list[int] = field(default_factory=list)

        def __post_init__(self) -> None:
            self.parts.append(len(self.name))

    made = [New("a", parts=[2]) if at % 2 else New("abc") for at in range(times)]
    assert [(one.name, one.parts) for one in made] == ([("abc", [3]), ("a", [2, 1])] * 2)[:times]
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'name'"):
        New()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="takes from 2 to 3 positional arguments but 4 were given"):
        New("a", [], 1)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="multiple values for argument 'name'"):
        New("a", name="b")  # type: ignore[misc]


def test_fields_are_inherited_and_those_of_the_class_are_none() -> None:
    one = Longer("a", last="z")
    assert [each.name for each in fields(Longer)] == ["name", "size", "parts", "note", "last"]
    assert (one.name, one.last, Longer.kinds) == ("a", "z", ("a", "b"))
    assert not hasattr(one, "__dict__")
    assert vars(Longer)["__slots__"] == ("last",)
    match one:
        case Longer(name, size):
            assert (name, size) == ("a", 1)


def test_a_class_keeps_its_own_init() -> None:
    assert WithOwnInit().name == "own"
