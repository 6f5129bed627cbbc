"""Guidance as Markdown, for wikis, issues, and e-mail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pathwayctl.rendering.markdown import INDENT, text, write_page
from pathwayctl.rendering.pages import Frame, Page
from pathwayctl.reporters.guidance.view import (
    OR_TYPE,
    all_done,
    begins,
    counts,
    detail,
    heading,
    no_guide,
    tasks_in_words,
    titled,
)
from pathwayctl.reporters.lines import Line, line

if TYPE_CHECKING:
    from pathwayctl.guidance.report import GuideReport, Item
    from pathwayctl.reporters.guidance.view import GuidanceReport, Thing


def write(report: GuidanceReport, width: int) -> list[Line]:  # noqa: ARG001 - all formats are called alike
    """A page with the first things to do and the lines to type, and a table for each guide."""
    page = write_page(Page("What to do next", ()), Frame(report.loaded.plan.project.name))
    parts = [page.rstrip("\n")]
    if not report.guides:
        parts += [text(said) for said in no_guide()]
    things = report.first_things()
    if things:
        parts.append("## Do this next")
        for number, thing in enumerate(things, 1):
            parts += _thing(number, thing, thing.part)
    for guide in report.guides:
        parts += _guide(guide, report)
    if report.notice:
        parts.append(f"> {text(report.notice)}")
    return [line(row) for part in parts for row in (*part.split("\n"), "")][:-1]


def _guide(guide: GuideReport, report: GuidanceReport) -> Iterator[str]:
    yield f"## {text(heading(guide.guide))}"
    yield text(f"{counts(guide)}.")
    if begins(guide):
        yield "\n".join(f"- {text(said)}" for said in guide.beginning)
    yield _table(guide)
    if guide.next is None:
        yield text(all_done(guide))
    for item in guide.items if report.whole else ():
        things = report.things_of(item, guide)
        if things or item.tasks:
            yield f"### {text(titled(item))}"
        for number, thing in enumerate(things, 1):
            yield from _thing(number, thing)
        if item.tasks:
            yield text(tasks_in_words(item))


def _table(guide: GuideReport) -> str:
    rows = [_row("Part", "State", "To note"), "| :--- | :--- | :--- |"]
    group = ""
    for item in guide.items:
        if item.group != group:
            group = item.group
            rows.append(_row(group, "", ""))
        rows.append(_row(titled(item), item.state.label.lower(), _note(item, guide), INDENT))
    return "\n".join(rows)


def _row(first: str, state: str, note: str, indent: str = "") -> str:
    return f"| {indent}{text(first)} | {text(state)} | {text(note)} |"


def _note(item: Item, guide: GuideReport) -> str:
    is_shown = item.sign and (begins(guide) or item is guide.next)
    sign = f"You are past this step if: {item.sign}" if is_shown else ""
    return "\n".join(filter(None, (detail(item), sign)))


def _thing(number: int, thing: Thing, part: str = "") -> Iterator[str]:
    yield f"**{number}. {text(thing.lack.text)}**"
    if part:
        yield text(f"For {part}.")
    for edit in thing.typing.edits:
        yield text(edit.how)
        yield _fenced("\n".join(edit.lines))
    if thing.typing.commands:
        yield text(OR_TYPE)
        yield _fenced("\n".join(thing.typing.commands), "sh")
    if thing.typing.note:
        yield text(thing.typing.note)


def _fenced(lines: str, language: str = "yaml") -> str:
    """Lines as code; the fence is longer than any run of backticks in them."""
    longest = max((len(run) for run in re.findall("`+", lines)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{language}\n{lines}\n{fence}"
