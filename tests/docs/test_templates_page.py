"""docs/templates.md: what a project's own template may use. Made from the program, so always true."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from inspect import Parameter, signature
from pathlib import Path
from typing import Final

from jinja2 import DictLoader, Environment, nodes
from view_fields import columns_of, fields_of, view_of

from pathwayctl import assets
from pathwayctl.handouts.handout import Handout
from pathwayctl.handouts.packets.overview import Overview
from pathwayctl.handouts.registry import HANDOUTS
from pathwayctl.rendering.arguments import USAGE
from pathwayctl.rendering.blocks import ALIGNS, MARKS, NOTICE_KINDS, WIDTHS
from pathwayctl.rendering.environment import KEPT_FILTERS, METHODS, HandoutEnvironment
from pathwayctl.rendering.page_builder import MOST_LINES, Desk
from pathwayctl.rendering.page_maker import LOOKS
from pathwayctl.rendering.template_child import ProcessLimits
from pathwayctl.wording import listed
from snapshots import check_snapshot

DOCS: Final = Path(__file__).resolve().parents[2] / "docs"
HEAD: Final = """\
# What a template may use

[Your own templates](facilitators.md#your-own-templates) shows how to write one. This page lists all the
names that a template may use.

## In every template

| name | what it is |
| --- | --- |
| `view` | what the page shows; see below |
| `title` | the title of the page; `{{% set title = "..." %}}` changes it |
| `dense` | `{{% set dense = true %}}` fits more on a printed page |
| `slides` | `{{% set slides = true %}}` makes a slide of what stands between page breaks |
| `letter` | `{{% set letter = true %}}` makes a letter: its first block is the letterhead |
| `range`, `namespace` | as in [Jinja](https://jinja.palletsprojects.com/en/stable/templates/) |
{blocks}

## What the blocks take

What has a default may be left out, and is best given by name, as in `lines("Notes", count=5)`.

{parameters}

## Filters and methods

Filters: {filters}.

Methods of texts, dictionaries, and loops: {methods}.

`{{% include "name.j2" %}}` and `{{% import "name.j2" as name %}}` take files from `templates/handouts/`.
Files whose names start with `_` are parts for other templates and make no handout.

A page may take {seconds:.0f} seconds. On Linux, the templates of a project may use {memory:,} megabytes
of memory. A template that exceeds a limit is stopped and reported, and its pages are left out.

## A handout of your own

A template with a new name, such as `templates/handouts/owners.j2`, gets the whole plan as text. Unknown
values are empty, days read `Jan 4, 2027`, and costs `$1,200`.
"""
PARAMETERS: Final = {
    "heading": {
        "text": "a text",
        "level": "2, 3, or 4; a level that would skip one is raised",
        "screen": "`true` leaves it out on paper",
    },
    "address": {"seq": "a list of lines; the lines stay as they are"},
    "items": {"seq": "a list of texts", "ordered": "`true` numbers them"},
    "facts": {
        "pairs": "a list of (name, value) pairs, or a dictionary; an empty value is a line to write on"
    },
    "table": {
        "caption": "a text; what its headings and columns say already is not shown",
        "columns": (
            "a table of the view, or a list: each a title, (title, align), or (title, align, width). "
            "Align is {aligns}; width is {widths}"
        ),
        "rows": "a list of rows, each with a cell for each column; a table of the view brings its own",
        "indents": "a list of levels, one for each row: 0, 1, 2, and so on",
        "marks": "a list of looks, one for each row: {marks}",
        "note": "a text below the table",
        "spare": "the titles of columns that are left out if no row fills them",
        "screen": "`true` leaves it out on paper, where the figure above shows the same",
    },
    "checklist": {
        "caption": "a text, or empty",
        "items": "a list of texts, or of (text, checked) pairs",
    },
    "lines": {"label": "a text", "count": "how many, from 1 to {lines}; in a PDF, they fill the sheet"},
    "notice": {"text": "a text", "kind": "{kinds}; the public does not see a gap"},
    "notes": {"seq": "a list of texts: what to say with this slide; without any, nothing is shown"},
    "figure": {
        "title": "a text",
        "description": "what it shows, in words",
        "drawing": "a drawing of the view",
        "screen": "`true` leaves it out on paper, where the table below shows the same",
    },
    "prose": {"text": "a text of the project, with lists, bold words, and links"},
    "page_break": {"cut": "`true` draws a line to cut along, and stays on the sheet"},
}
"""Each block function with what each of its parameters takes; those of the program are the same."""
OURS: Final = """\

## A new layout for a built-in handout

A template with the name of a built-in handout gets what that handout shows. A table has the columns that are
named here, in this order: `table("Caption", view.milestones)` shows it as it is, and
`table("Caption", ["What", "Before", "Now", "Change", "State"], view.milestones)` shows it with titles of your
own. A name such as `groups.label` is the `label` of each of the `groups`:

```jinja
{# templates/handouts/4c.j2 #}
{% for group in view.groups %}
{{ heading(group.label) }}
{% endfor %}
```

To start, copy the [built-in template](../templates/handouts) of the same name.
"""


def test_the_page_of_templates() -> None:
    head = HEAD.format(
        blocks="\n".join(f"| `{name}` | a block: `{usage}` |" for name, usage in USAGE.items()),
        parameters="\n".join(_parameters()),
        filters=_words((*KEPT_FILTERS, "join", "replace", "string")),
        methods=_words(METHODS),
        seconds=ProcessLimits().seconds,
        memory=ProcessLimits().memory // 2**20,
    )
    lines = [head, *_table(Overview, {}), OURS]
    for handout in HANDOUTS:
        lines += ["", f"### `{handout.template}`: {handout.title}", ""]
        lines += _table(view_of(handout), columns_of(handout))
    check_snapshot(DOCS / "templates.md", "\n".join(lines) + "\n")


def _parameters() -> Iterator[str]:
    yield "| block | parameter | what it takes | default |"
    yield "| --- | --- | --- | --- |"
    known = {
        "aligns": _choices(ALIGNS),
        "widths": _choices(WIDTHS),
        "marks": _choices(MARKS),
        "kinds": _choices(NOTICE_KINDS),
        "lines": MOST_LINES,
    }
    for name, parameter in _signatures():
        what = PARAMETERS[name][parameter.name].format(**known)
        default = "" if parameter.default is Parameter.empty else f"`{_default(parameter.default)}`"
        yield f"| `{name}` | `{parameter.name}` | {what} | {default} |"


def _signatures() -> Iterator[tuple[str, Parameter]]:
    """Each block function with each of its parameters."""
    for name in USAGE:
        for parameter in list(signature(getattr(Desk, name)).parameters.values())[1:]:
            yield name, parameter


def _default(value: object) -> str:
    words = {None: "none", True: "true", False: "false", "": '""', (): "[]"}
    return words.get(value) or json.dumps(value)  # type: ignore[call-overload]


def _choices(words: tuple[str, ...]) -> str:
    return listed([f"`{word}`" for word in words if word] + ["empty"] * ("" in words), "or")


def test_every_parameter_of_a_block_is_explained() -> None:
    told = [(name, parameter) for name, explained in PARAMETERS.items() for parameter in explained]
    assert sorted(told) == sorted((name, parameter.name) for name, parameter in _signatures())


def test_every_name_that_a_template_may_use_or_set_is_explained() -> None:
    text = (DOCS / "templates.md").read_text("utf-8")
    for name in (*LOOKS, *HandoutEnvironment(DictLoader({})).globals):
        assert re.search(rf"^\|.*`{name}`.*\|", text, re.MULTILINE), name


def _words(names: tuple[str, ...] | frozenset[str]) -> str:
    return ", ".join(f"`{name}`" for name in sorted(names))


def _table(view: type, columns: dict[str, tuple[str, ...]]) -> Iterator[str]:
    yield "| `view.` | what it is |"
    yield "| --- | --- |"
    for name, what in fields_of(view):
        titles = f": {', '.join(columns[name])}" if name in columns else ""
        yield f"| `{name}` | {what}{titles} |"


def test_every_name_that_a_built_in_template_uses_is_on_the_page() -> None:
    for handout in HANDOUTS:
        known = {name for name, _ in fields_of(view_of(handout)) if "." not in name}
        assert _used(handout) <= known, handout.id


def _used(handout: Handout) -> set[str]:
    source = (assets.templates() / "handouts" / f"{handout.template}.j2").read_text("utf-8")
    found = Environment(autoescape=True).parse(source).find_all(nodes.Getattr)
    return {one.attr for one in found if isinstance(one.node, nodes.Name) and one.node.name == "view"}
