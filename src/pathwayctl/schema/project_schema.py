"""One JSON Schema for every file of a project; with a project, it knows that project's own ids.

It is made by walking the model: a section, a field, or a word that is added there is in it.
"""

from __future__ import annotations

import inspect
import json
import re
from typing import Final

from pydantic.fields import FieldInfo

from pathwayctl.loading.fields import keys
from pathwayctl.model.annotations import Ref, marks
from pathwayctl.model.base import Model
from pathwayctl.model.json_forms import JsonSchema, either
from pathwayctl.model.plan import Plan
from pathwayctl.model.values import SEEN_PATTERN, Link
from pathwayctl.model.vocabulary import Word
from pathwayctl.schema.examples import example_of, in_words, snippet_of
from pathwayctl.schema.known_ids import NO_PROJECT, KnownIds
from pathwayctl.schema.value_schemas import (
    classes_in,
    id_schema,
    link_name,
    link_schema,
    reference_name,
    value_schema,
)
from pathwayctl.wording import a, listed

_DRAFT: Final = "http://json-schema.org/draft-07/schema#"


def schema_text(known: KnownIds = NO_PROJECT) -> str:
    """The schema as it is written to a file; ``known`` are the ids of the project that it is for."""
    return json.dumps(project_schema(known), ensure_ascii=False, indent=1) + "\n"


def stamp_of(known: KnownIds) -> str:
    """Stamp near the top of a schema that identifies these ids."""
    return f"ids {known.digest}"


def project_schema(known: KnownIds = NO_PROJECT) -> JsonSchema:
    """The schema, draft 7. No section is required, because each file of a project holds some of them."""
    return {
        "$schema": _DRAFT,
        "$comment": stamp_of(known),
        "title": "A file of a pathwayctl project",
        "type": ["object", "null"],
        "properties": {
            name: _field(name, field, known, optional=True) for name, field in Plan.model_fields.items()
        },
        "additionalProperties": False,
        "definitions": _definitions(known),
    }


def _definitions(known: KnownIds) -> dict[str, JsonSchema]:
    """Everything that fields refer to: groups of fields, vocabularies, and the ids of entries."""
    found: dict[str, JsonSchema] = {}
    waiting: list[type[Model]] = [Plan]
    seen: set[type[Model]] = {Plan}
    while waiting:
        model = waiting.pop()
        if model is not Plan:
            found[model.__name__] = _group(model, known)
        for field in model.model_fields.values():
            for kind in classes_in(field.annotation):
                if issubclass(kind, Word):
                    found[kind.__name__] = _vocabulary(kind)
                elif issubclass(kind, Model) and kind not in seen:
                    seen.add(kind)
                    waiting.append(kind)
            for ref in marks(field, Ref):
                found[reference_name(ref)] = _reference(ref, known)
                if Link in classes_in(field.annotation):
                    found[link_name(ref)] = link_schema(ref, known)
    return dict(sorted(found.items()))


def _field(name: str, field: FieldInfo, known: KnownIds, *, optional: bool) -> JsonSchema:
    """A field: what it takes, and what editors say about it."""
    about = f"{field.description}."
    example = example_of(name, field, known)
    shown = f"{about}\n\nExample: `{example}`" if example else about
    schema = _saying(value_schema(field, optional=optional), example)
    # Of a field with alternatives, editors show the plain description.
    plain = shown if "anyOf" in schema else about
    return {"title": in_words(name), "description": plain, "markdownDescription": shown, **schema}


def _saying(schema: JsonSchema, example: str) -> JsonSchema:
    """Add an error message with an example, which editors show in place of the pattern."""
    if "anyOf" in schema:
        return {**schema, "anyOf": [_saying(one, example) for one in schema["anyOf"]]}
    if "else" in schema:
        branches = {name: _saying(schema[name], example) for name in ("then", "else")}
        return {**schema, **branches}
    if isinstance(schema.get("items"), dict):
        return {**schema, "items": _saying(schema["items"], example)}
    is_bound = schema.get("pattern", SEEN_PATTERN) != SEEN_PATTERN and example
    return {"patternErrorMessage": f"Write it like this: {example}", **schema} if is_bound else schema


def _group(model: type[Model], known: KnownIds) -> JsonSchema:
    """A group of fields, or the single value that stands for it where there is one."""
    fields = keys(model)
    named = {"title": _title(model), "description": _about(model)}
    group = {
        "type": ["object", "null"],
        "properties": {
            name: _field(name, field, known, optional=not field.is_required())
            for name, field in fields.items()
        },
        "required": [name for name, field in fields.items() if field.is_required()],
        "additionalProperties": False,
        "defaultSnippets": [snippet_of(model, _title(model).lower(), known)],
    }
    if not model.ALONE:
        return {**named, **group}
    alone = value_schema(model.model_fields[model.ALONE], optional=True)
    return {**named, **either(alone, group)}


def _vocabulary(words: type[Word]) -> JsonSchema:
    return {
        "title": _title(words),
        "description": _about(words),
        "enum": [*(word.value for word in words), None],
        "markdownEnumDescriptions": [word.english for word in words],
        "errorMessage": f"Write {listed([word.value for word in words], 'or')}.",
    }


def _reference(ref: Ref, known: KnownIds) -> JsonSchema:
    return {"title": f"Id of {a(ref.wanted)}", **id_schema(ref, known)}


def _title(kind: type) -> str:
    """The name of a class in words: ``System definition``."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", kind.__name__).capitalize()


def _about(kind: type) -> str:
    return " ".join((inspect.getdoc(kind) or "").partition("\n\n")[0].split())
