"""Look up the model field at a path, so that a message can say what belongs there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from types import MappingProxyType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from pathwayctl.diagnostics import Path
from pathwayctl.model.base import Model
from pathwayctl.model.plan import Plan
from pathwayctl.model.values import SEEN_PATTERN
from pathwayctl.model.vocabulary import Word


def _core(annotation: Any) -> Any:
    """The type itself, without ``| None``."""
    if get_origin(annotation) in (UnionType, Union):
        return next(part for part in get_args(annotation) if part is not type(None))
    return annotation


@cache
def keys(model: type[Model]) -> Mapping[str, FieldInfo]:
    """The fields of a model by their keys in a file."""
    if model is Plan:  # its sections are named alike there, and not all of them are to be loaded
        return Plan.model_fields
    return MappingProxyType({field.alias or name: field for name, field in model.model_fields.items()})


def type_at(path: Path) -> Any:
    """The type that belongs at a path; ``None`` if the path leaves the model."""
    return _type_at(general(path))


def general(path: Path) -> Path:
    """The path with 0 in place of every position in a list: what belongs at those is alike."""
    return tuple([0 if isinstance(part, int) else part for part in path])


@lru_cache(maxsize=4096)
def _type_at(path: Path) -> Any:
    found: Any = Plan
    for part in path:
        found = _core(found)
        if isinstance(part, str) and isinstance(found, type) and issubclass(found, Model):
            field = keys(found).get(part)
            found = field.annotation if field else None
        else:
            inner = get_args(found)
            found = inner[-1 if get_origin(found) is dict else 0] if inner else None
    return _core(found)


def field_at(path: Path) -> FieldInfo | None:
    """The field at a path, or ``None``."""
    model = model_at(path[:-1])
    return keys(model).get(str(path[-1])) if model else None


def model_at(path: Path) -> type[Model] | None:
    """The model of the entry at a path, or ``None``."""
    found = type_at(path)
    return found if isinstance(found, type) and issubclass(found, Model) else None


def words_at(path: Path) -> tuple[str, ...]:
    """The words that a path takes; empty if it takes no fixed vocabulary."""
    found = type_at(path)
    if isinstance(found, type) and issubclass(found, Word):
        return tuple(word.value for word in found)
    return ()


def constraints_at(path: Path) -> dict[str, Any]:
    """What the value at a path is bound to, by name: ``pattern``, ``ge``, ``gt``, ``le``, ``lt``.

    That a text must show something is no pattern: it binds no form.
    """
    field = field_at(path) if path and isinstance(path[-1], str) else None
    parts = [*(field.metadata if field else ()), *_metadata(_annotation(path, field))]
    names = ("pattern", "ge", "gt", "le", "lt")
    found = {name: getattr(part, name, None) for name in names for part in parts if hasattr(part, name)}
    return {name: value for name, value in found.items() if value not in (None, SEEN_PATTERN)}


def _annotation(path: Path, field: FieldInfo | None) -> Any:
    if field is not None:
        return field.annotation
    return type_at(path)


def _metadata(annotation: Any) -> Iterator[Any]:
    """The constraints written into a type, whether it may be left out or not."""
    if get_origin(annotation) is Annotated:
        for part in annotation.__metadata__:
            yield from (part, *getattr(part, "metadata", ()))
    elif _core(annotation) is not annotation:
        yield from _metadata(_core(annotation))


def plain_type_at(path: Path) -> Any:
    """The type of the value at a path without its constraints: ``int``, ``float``, ``str`` ..."""
    found = type_at(path)
    return _core(get_args(found)[0]) if get_origin(found) is Annotated else found


def key_type_at(path: Path) -> Any:
    """The type of the names in the group that a path leads into, such as the questions of ``answers:``."""
    return get_args(type_at(path[:-1]))[0]


def fits_at(path: Path, value: Any) -> bool:
    """Whether a plain value can be read as the type of the field at a path."""
    adapter = _adapter(general(path))
    if adapter is None:
        return False
    try:
        adapter.validate_python(value)
    except ValidationError:
        return False
    return True


@lru_cache(maxsize=4096)
def _adapter(path: Path) -> TypeAdapter[Any] | None:
    """What validates the value of the field at a path, or ``None`` if it leads to none."""
    field = field_at(path)
    if field is None:
        return None
    kind: Any = Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation
    return TypeAdapter(kind)
