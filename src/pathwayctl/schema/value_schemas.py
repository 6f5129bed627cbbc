"""What a field of the model takes, as a JSON Schema: from its annotation alone.

The keywords are those of draft 7, and a few more that editors know: ``markdownDescription``,
``markdownEnumDescriptions``, ``errorMessage``, and ``defaultSnippets``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from types import NoneType, UnionType
from typing import Any, Final, Literal, Union, get_args, get_origin

from pydantic import StringConstraints, WithJsonSchema
from pydantic.fields import FieldInfo

from pathwayctl.model.annotations import Ref
from pathwayctl.model.base import Model
from pathwayctl.model.json_forms import JsonSchema, by_type, either, text_schema
from pathwayctl.model.one_or_more import MAIN_AND_OTHERS, SINGLE_TOO, OneNumber
from pathwayctl.model.values import ID_PATTERN, LINK_FORM, PATTERNS, SEEN_PATTERN, Assignment, Link
from pathwayctl.model.vocabulary import Word
from pathwayctl.schema.known_ids import KnownIds

_PLAIN: Final = {str: "string", bool: "boolean", int: "integer", float: "number"}
_LIMITS: Final = {"ge": "minimum", "gt": "exclusiveMinimum", "le": "maximum"}
_LONGEST: Final = 120
"""Characters of a name that are shown beside its id."""
_LINK_ERROR: Final = "Write the id of a {} in this project, alone or with a type and a lag: ID SS+2d."
_LIST: Final = "A list of them"
"""The title of an alternative, which editors show behind that of the field."""
_BLANK: Final = r"^\s*$"


def definition(name: str) -> JsonSchema:
    """Reference a definition in a form that draft 7 allows beside other keywords."""
    return {"allOf": [{"$ref": f"#/definitions/{name}"}]}


def reference_name(ref: Ref) -> str:
    """The name of the definition for ids of some kinds, such as ``person-or-organization``."""
    return "-or-".join(kind.replace(" ", "-") for kind in ref.kinds)


def link_name(ref: Ref) -> str:
    """The name of the definition for what ``depends_on`` holds."""
    return f"link-to-{reference_name(ref)}"


def classes_in(annotation: Any) -> list[type]:
    """Every class in an annotation, however deep."""
    here = [annotation] if isinstance(annotation, type) else []
    return here + [found for part in get_args(annotation) for found in classes_in(part)]


def value_schema(field: FieldInfo, *, optional: bool) -> JsonSchema:
    """What the field takes, without its title and description; blank too if it is ``optional``."""
    schema = _schema(field.annotation, field.metadata)
    if optional:
        return or_blank(schema)
    return {**schema, "not": {"type": "null"}} if "allOf" in schema else schema


def or_blank(schema: JsonSchema) -> JsonSchema:
    """Also allow null, for a field not filled in yet; definitions allow it already."""
    kind = schema.get("type")
    if "else" in schema:
        return {**schema, "else": or_blank(schema["else"])}
    if kind == "string":
        pattern = schema.get("pattern")
        kept = {name: value for name, value in schema.items() if name not in ("pattern", "minLength")}
        is_bound = pattern not in (None, SEEN_PATTERN)
        return {**kept, "type": [kind, "null"], **({"pattern": f"{_BLANK}|{pattern}"} if is_bound else {})}
    if isinstance(kind, str):
        return {**schema, "type": [kind, "null"]}
    is_bound = "anyOf" in schema and not any("allOf" in one for one in schema["anyOf"])
    return {**schema, "anyOf": [*schema["anyOf"], {"type": "null"}]} if is_bound else schema


def _schema(kind: Any, metadata: Iterable[Any]) -> JsonSchema:
    """What a type takes; ``metadata`` are the marks around it."""
    marks = list(metadata)
    while hasattr(kind, "__metadata__"):
        marks += kind.__metadata__
        kind = get_args(kind)[0]
    own = next((mark.json_schema for mark in marks if isinstance(mark, WithJsonSchema)), None)
    if get_origin(kind) in (UnionType, Union) and own is None:
        return _schema(next(part for part in get_args(kind) if part is not NoneType), marks)
    ref = next((mark for mark in marks if isinstance(mark, Ref)), None)
    schema = own or _of_type(kind, marks)
    if ref is not None:
        schema = _referring(kind, ref, schema)
    if MAIN_AND_OTHERS in marks:
        return either(schema, {"title": _LIST, "type": "array", "items": schema, "minItems": 1})
    if SINGLE_TOO in marks:
        return either(schema["items"], {"title": _LIST, **schema})
    if any(isinstance(mark, OneNumber) for mark in marks):
        return by_type("array", schema, {"type": "integer", "minimum": 0})
    return schema


def _referring(kind: Any, ref: Ref, schema: JsonSchema) -> JsonSchema:
    """What a field takes that refers to entries: in place of any id, one of those there are."""
    known = definition(reference_name(ref))
    if kind is Link:
        return definition(link_name(ref))
    if get_args(kind)[:1] == (Assignment,):
        a_list, shares = schema["anyOf"]
        return either({"title": _LIST, **a_list, "items": known}, {**shares, "propertyNames": known})
    if ref.or_name:
        return either(known, {**schema, "not": {"pattern": ID_PATTERN}})
    if "anyOf" in schema:
        return either(*schema["anyOf"][:-1], known)  # a day, or an id
    return known


def _of_type(kind: Any, marks: list[Any]) -> JsonSchema:
    origin, parts = get_origin(kind), get_args(kind)
    if origin is tuple:
        return {"type": "array", "items": or_blank(_schema(parts[0], ())), **_lengths(marks, "Items")}
    if origin is dict:
        return {"type": "object", **_names(parts[0]), "additionalProperties": or_blank(_schema(parts[1], ()))}
    if origin is Literal:
        return {"enum": list(parts)}
    if issubclass(kind, Model | Word):
        return definition(kind.__name__)
    return {"type": _PLAIN[kind], **dict(_limits(marks))}


def _names(kind: Any) -> JsonSchema:
    """The names that a group takes whose names are not those of fields: words of a vocabulary, or ids."""
    if isinstance(kind, type) and issubclass(kind, Word):
        said = {word.value: {"description": word.english} for word in kind}
        return {"properties": said, "propertyNames": definition(kind.__name__)}
    return {"propertyNames": _schema(kind, ())}


def _limits(marks: list[Any]) -> Iterator[tuple[str, Any]]:
    """The bounds of a number, or the form and length of a text."""
    for mark in _flat(marks):
        for name, keyword in _LIMITS.items():
            if (limit := getattr(mark, name, None)) is not None:
                yield keyword, limit
        if isinstance(mark, StringConstraints) and mark.pattern is not None:
            yield "pattern", mark.pattern
            if known := PATTERNS.get(str(mark.pattern)):
                yield "patternErrorMessage", f"Write {known.name}, such as {known.example}: {known.source}."
    yield from _lengths(marks, "Length").items()


def _lengths(marks: list[Any], of: str) -> JsonSchema:
    found = {}
    for mark in _flat(marks):
        for name, keyword in (("min_length", f"min{of}"), ("max_length", f"max{of}")):
            if (limit := getattr(mark, name, None)) is not None:
                found[keyword] = limit
    return found


def _flat(marks: list[Any]) -> Iterator[Any]:
    for mark in marks:
        yield from (mark, *getattr(mark, "metadata", ()))


def id_schema(ref: Ref, known: KnownIds) -> JsonSchema:
    """The ids that a reference may hold: those of the project, or any id where they are not all known."""
    names = known.of(ref.kinds)
    if not known.complete:
        return {**or_blank({"type": "string", "pattern": ID_PATTERN}), **_shown("examples", list(names))}
    error = {"errorMessage": f"No {ref.wanted} in this project has this id."}
    return {
        "enum": [*names, None],
        "markdownEnumDescriptions": [_plain(name) for name in names.values()],
        **error,
    }


def link_schema(ref: Ref, known: KnownIds) -> JsonSchema:
    """What ``depends_on`` holds: an id, and perhaps a type and a lag behind it."""
    one = definition(reference_name(ref))
    ids = "|".join(known.of(ref.kinds)) if known.complete else ID_PATTERN[1:-1]
    behind = {**text_schema(rf"\s*(?:{ids}){LINK_FORM}\s*"), "errorMessage": _LINK_ERROR.format(ref.wanted)}
    return {"title": "Dependency", **either(one, behind)}


def _shown(keyword: str, value: list[str]) -> JsonSchema:
    return {keyword: value} if value else {}


def _plain(name: str) -> str:
    """A name on one line, not too long, and without marks of Markdown or HTML."""
    return re.sub(r"([\\`*_\[\]<>#|~])", r"\\\1", " ".join(name.split())[:_LONGEST])
