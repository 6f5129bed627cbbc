"""docs/templates.md: what a project's own template may use. Made from the program, so always true."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from jinja2 import Environment, nodes
from view_fields import columns_of, fields_of, view_of

from pathwayctl import assets
from pathwayctl.handouts.handout import Handout
from pathwayctl.handouts.packets.overview import Overview
from pathwayctl.handouts.registry import HANDOUTS
from pathwayctl.rendering.arguments import USAGE
from pathwayctl.rendering.environment import KEPT_FILTERS, METHODS
from pathwayctl.rendering.template_child import ProcessLimits
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
| `range`, `namespace` | as in [Jinja](https://jinja.palletsprojects.com/en/stable/templates/) |
{blocks}

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
