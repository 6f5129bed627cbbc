"""Writes the pages of ``docs/guides/`` from the map of the guides."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from textwrap import wrap
from typing import Final

from coverage_map import EVERY, LATER, REMARKS, Cell, Part, Row, parts

from pathwayctl.model.vocabulary import Guide
from pathwayctl.rule_pages import rule_codes, rule_page
from pathwayctl.scaffolds import ABOUT, scaffold
from pathwayctl.scaffolds.joins import DOUBLES, WAITS
from pathwayctl.wording import listed

NAMES: Final = tuple(guide.value for guide in Guide)

FIRST_MONTHS: Final = Path(__file__).with_name("first_months")

_HEAD: Final = ("| in the guide | write it under | in the file | handout |", "| --- | --- | --- | --- |")


@cache
def new_project(guides: tuple[str, ...]) -> dict[str, str]:
    """The files of a new project for some guides, by name."""
    return scaffold(guides, "Example", date(2027, 1, 4), {})


def guide_page(guide: Guide) -> str:
    """The page of one guide: what it asks for, and where each of its parts belongs."""
    lines = [
        f"# `{guide}`: {guide.label}",
        "",
        f"For when {ABOUT[guide]}.",
        "",
        "[All guides](README.md) shows how they combine, and explains the words in *italics*.",
        "",
        "```sh",
        f"pathwayctl init my-project --guide {guide}",
        f"pathwayctl next my-project --guide {guide}",
        "```",
        "",
        "## Your first month",
        "",
        *(FIRST_MONTHS / f"{guide}.md").read_text("utf-8").splitlines(),
        "",
        "## What the guide asks for",
        "",
        "The tables name everything that the guide asks for: the sections and fields of a project that hold",
        "it, the file of a new project to begin with, and the handout that prints it",
        "(`pathwayctl render --handout ID`). Under each table are the rules that check it. The",
        f"[catalog](../../src/pathwayctl/catalog/{guide}.yaml) cites the place of each part in the guide.",
    ]
    return _page(lines, parts(guide), guide)


def index_page() -> str:
    """The page that introduces the guides, with what applies to all of them."""
    lines = [
        "# The guides",
        "",
        "`pathwayctl` knows four published guides. A project may follow one of them, or several at once.",
        "",
        "| `--guide` | the guide | for when |",
        "| --- | --- | --- |",
        *(f"| [`{guide}`]({guide}.md) | {guide.label} | {ABOUT[guide]} |" for guide in Guide),
        "",
        *_COMBINING,
        "",
        *_together(),
        "",
        "## Words in the tables",
        "",
        "| word | meaning |",
        "| --- | --- |",
        *(f"| *{word}* | {meaning} |" for word, meaning in REMARKS.items()),
        "| *later* | a later version prints it |",
        "| *with* `sector` | the file comes with that guide; name it too when you begin, or write the file |",
    ]
    return _page(lines, parts(EVERY), None)


_COMBINING: Final = (
    "## How they combine",
    "",
    "Name each guide that you follow, when you begin or later in `pathway.yaml`:",
    "",
    "```sh",
    "pathwayctl init my-project --guide sector --guide ccrs",
    "```",
    "",
    "```yaml",
    "project:",
    "  guides: [sector, ccrs]",
    "```",
    "",
    "- **One set of files.** Guides share their sections: all of them use `people:`, `tasks:`, and",
    "  `meetings:`, and what two guides both ask for is written once. A new project for several guides has",
    "  one file for each topic, with the entries of all of them.",
    "- **All their rules.** `pathwayctl validate` applies the rules of every guide that is named. A rule",
    "  that two guides share reports once. If you remove a guide from `guides:`, its rules no longer apply;",
    "  what you wrote stays.",
    "- **Progress in each.** `pathwayctl next` shows for each guide what is done and what comes next.",
    "- **One schedule.** A task may say `step:` for `sector`, `phase:` and `focus_area:` for `grades-9-14`,",
    "  and `component:` for `components`, all at once; the dates are worked out for all work together.",
    "",
    "Pairs that go well together:",
    "",
    "- `sector` and `ccrs`: the partnership finds the occupations and skills; the frameworks, requirements,",
    "  and measures of `ccrs` make a system of it.",
    "- `grades-9-14` and `components`: the work plan launches the pathway, and the responsibilities show",
    "  every partner what to keep doing; both ask for teams and agreements.",
    "- `sector` and `grades-9-14`: employers say what the jobs require, and a district and a college build",
    "  one pathway for it.",
)  # fmt: skip


def _together() -> Iterator[str]:
    """What is one task in a project of several guides, and what waits for what."""
    yield from (
        "## Several guides in one project: what is one task, and what you may drop",
        "",
        "Where two guides ask for the same, a new project has one task for both. If you join projects of",
        "your own, or add a guide later, drop the task on the right:",
        "",
        "| keep | drop | because |",
        "| --- | --- | --- |",
    )
    for double in DOUBLES:
        yield f"| {_title_of(double.kept)} | {_title_of(double.dropped)} | {double.why} |"
    yield from (
        "",
        "The plans of the guides are one network. These tasks wait for one of another guide:",
        "",
        "| task | waits for | because |",
        "| --- | --- | --- |",
    )
    for wait in WAITS:
        yield f"| {_title_of(wait.task)} | {_title_of(wait.after)} | {wait.why} |"
    yield from (
        "",
        "A guide can be added to a project that exists. It brings its files, and nothing is written over:",
        "",
        "```sh",
        "pathwayctl init my-project --add-guide components",
        "```",
        "",
        "It says which tasks you now have twice, and what to type so that your own tasks wait for new ones. "
        "`pathwayctl undo` takes the guide back.",
    )


def _title_of(entry: str) -> str:
    """The title of a task or meeting of the scaffolds, with the guide that it is from."""
    pattern = re.compile(rf"- id: {entry}\n *title: \"?(.*?)\"?$", re.MULTILINE)
    for guide in NAMES:
        for text in new_project((guide,)).values():
            if match := pattern.search(text):
                return f"{match[1]} (`{guide}`)"
    raise KeyError(entry)


def _page(lines: Iterable[str], shown: Iterable[Part], guide: Guide | None) -> str:
    written = list(lines)
    level = "###" if guide else "##"
    for part in shown:
        written += ["", f"{level} {part.title}", "", *_HEAD, *(_line(row, guide) for row in part.rows)]
        if codes := sorted({code for row in part.rows for code in row.rules.references}):
            written += ["", *wrap(f"Checked by {listed([f'[{code}]' for code in codes])}.", 110)]
    return "\n".join([*written, "", *_targets("\n".join(written))]) + "\n"


def _line(row: Row, guide: Guide | None) -> str:
    cells = (
        f"{_plain(row.item)} <br> {_plain(row.place)}",
        _shown(Cell(tuple(_sections(row.sections)), row.sections.remark), " <br> "),
        _shown(_linked(row.files, lambda name: _file(name, guide))),
        _shown(_linked(row.handouts, _handout)),
    )
    return f"| {' | '.join(cells)} |"


def _sections(cell: Cell) -> Iterator[str]:
    """The sections of a cell, each once with its fields: ``people: roles, stages``."""
    fields: dict[str, list[str]] = {}
    for name in cell.references:
        section, _, field = name.partition(".")
        fields.setdefault(section, []).extend([field] if field else [])
    for section, names in fields.items():
        yield f"[`{section}`]{': ' if names else ''}{', '.join(names)}"


def _targets(text: str) -> Iterator[str]:
    """What the links of a page point to, in the order of their names."""
    for name in sorted(set(re.findall(r"\[`([a-z_]+)`\](?!\()", text))):
        yield f"[`{name}`]: ../fields.md#{name}"
    for code in sorted(set(re.findall(r"\[(PW\d+)\]", text))):
        yield f"[{code}]: ../findings.md#{_anchors()[code]}"


def _linked(cell: Cell, link: Callable[[str], str]) -> Cell:
    return Cell(tuple(link(one) for one in cell.references), cell.remark)


def _shown(cell: Cell, between: str = ", ") -> str:
    return between.join((*cell.references, *((f"*{cell.remark}*",) if cell.remark else ())))


def _handout(name: str) -> str:
    return "*later*" if name == LATER else f"`{name}`"


@cache
def _anchors() -> dict[str, str]:
    """The anchor that GitHub gives to the heading of each rule."""
    return {rule.code: anchor(f"{rule.code} {rule.title}") for rule in map(rule_page, rule_codes())}


def anchor(heading: str) -> str:
    """Small letters, hyphens for blanks, and no other marks."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def _plain(text: str) -> str:
    """A text in which no mark means anything: O*NET has no stress on NET."""
    return text.replace("*", r"\*")


def _file(name: str, guide: Guide | None) -> str:
    """A file of a new project, with the guides that bring it where it takes one of them."""
    bringing = [other for other in NAMES if name in new_project((other,))]
    asked = [guide.value] if guide else NAMES
    if set(asked) <= set(bringing):
        return f"`{name}`"
    return f"`{name}` *with* {listed([f'`{other}`' for other in bringing], 'or')}"
