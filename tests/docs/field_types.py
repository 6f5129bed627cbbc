"""The page of fields: the type of each field in words, with an example, from its annotation."""

from __future__ import annotations

from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined
from section_examples import example_of

from pathwayctl.loading.fields import keys, model_at, words_at
from pathwayctl.model.base import Model
from pathwayctl.model.field_kinds import described
from pathwayctl.model.plan import LIST_SECTIONS, Plan
from pathwayctl.model.vocabulary import Word


def fields_page() -> str:
    """``docs/fields.md``: every section with its fields, their types, examples, and descriptions."""
    lines = [
        "# Sections and fields",
        "",
        "A project is a folder with a `pathway.yaml`. Every other `.yaml` file in the folder belongs to the",
        "project too. Each file holds one or more of the sections below, in any order. You can spread a list",
        "over as many files as you like. Fields in **bold** are required; all others are optional.",
        "",
        "An id is a short name in lower-case letters, digits, and hyphens, such as `dana-ruiz`. Each id is",
        "unique in the whole project, across all sections and files. Working time is a whole number of",
        "working days (`10d`) or working weeks (`2w`). Amounts of money are plain numbers in the",
        "project's currency.",
        "",
        "Fields such as `owner` name another entry by its id. A field without a default is empty if you",
        "leave it out.",
        "",
        "Each section has an example from one of the [example projects](../examples), so ids in it may",
        "belong to entries of other sections.",
        "",
    ]
    for name, field in keys(Plan).items():
        many = "a list; each entry has these fields" if name in LIST_SECTIONS else "appears once"
        lines += [f"## `{name}:`", "", f"{field.description} ({many}).", ""]
        if model_at((name, 0)) or model_at((name,)):
            example = example_of(name, is_list=name in LIST_SECTIONS)
            lines += ["```yaml", example, "```", ""] if example else []
        lines += _fields((name, 0) if name in LIST_SECTIONS else (name,))
    return "\n".join(lines)


def _fields(path: tuple[str | int, ...]) -> list[str]:
    model = model_at(path)
    if model is None:
        return []
    lines = ["| field | type | default | example | meaning |", "| --- | --- | --- | --- | --- |"]
    inner: list[str] = []
    for name, field in keys(model).items():
        kind, example = described(field)
        shown = f"`{example}`" if example else ""
        row = (_name(name, field), kind, _default(field), shown, _meaning((*path, name), field))
        lines.append(f"| {' | '.join(row)} |")
        inner += _group((*path, name), model)
    return [*lines, "", *inner]


def _name(name: str, field: FieldInfo) -> str:
    return f"**`{name}`**" if field.is_required() else f"`{name}`"


def _default(field: FieldInfo) -> str:
    """The value that a field has if it is left out, as it is typed."""
    value = field.default
    if value in (PydanticUndefined, None, (), ""):
        return ""
    if isinstance(value, tuple):
        return f"`[{', '.join(one.value for one in value)}]`"
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    return (
        f"`{value:g}`"
        if isinstance(value, float)
        else f"`{value.value if isinstance(value, Word) else value}`"
    )


def _meaning(path: tuple[str | int, ...], field: FieldInfo) -> str:
    words = words_at(path) or words_at((*path, 0))
    choices = ": " + ", ".join(f"`{word}`" for word in words) if words else ""
    return f"{field.description}{choices}"


def _group(path: tuple[str | int, ...], outer: type[Model]) -> list[str]:
    """The fields of a group inside a field, unless it is one of its own kind, as tasks in a task are."""
    for inside in (path, (*path, 0)):
        model = model_at(inside)
        if model and model is not outer:
            return [f"Fields of `{path[-1]}` in `{path[0]}`:", "", *_fields(inside)]
    return []
