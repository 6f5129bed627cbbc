"""Guidance as Markdown, for wikis, issues and e-mail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pathwayctl.rendering.markdown import INDENT, text, write_page
from pathwayctl.rendering.pages import Frame, Page
from pathwayctl.reporters.guidance.view import (
    SHOWN,
    begins,
    counts,
    detail,
    further,
    heading,
    no_guide,
    standing_alone,
    tasks_in_words,
    titled,
)
from pathwayctl.reporters.lines import Line, line

if TYPE_CHECKING:
    from pathwayctl.guidance.state import GuideReport, Item
    from pathwayctl.reporters.guidance.view import GuidanceReport


def write(report: GuidanceReport, width: int) -> list[Line]:  # noqa: ARG001 - all formats are called alike
    """A page with a table for each guide, and what comes next with the lines to type."""
    page = write_page(Page("What to do next", ()), Frame(report.loaded.plan.project.name))
    parts = [page.rstrip("\n")]
    if not report.guides:
        parts += [text(said) for said in no_guide()]
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
    yield from _next(guide, report)


def _table(guide: GuideReport) -> str:
    rows = [_row("Part", "State", "To note"), "| :--- | :--- | :--- |"]
    group = ""
    for item in guide.items:
        if item.group != group:
            group = item.group
            rows.append(_row(group, "", ""))
        rows.append(_row(titled(item), item.state.label, _note(item, guide), INDENT))
    return "\n".join(rows)


def _row(first: str, state: str, note: str, indent: str = "") -> str:
    return f"| {indent}{text(first)} | {text(state)} | {text(note)} |"


def _note(item: Item, guide: GuideReport) -> str:
    sign = f"Behind you if: {item.sign}" if item.sign and begins(guide) else ""
    return "\n".join(filter(None, (detail(item, guide), sign)))


def _next(guide: GuideReport, report: GuidanceReport) -> Iterator[str]:
    item = guide.next
    if item is None:
        yield f"### Every {guide.kind} is done"
        return
    yield f"### Next: {text(standing_alone(item, guide))}"
    if item.sign and not begins(guide):
        yield text(f"Behind you if: {item.sign}")
    if item.evidence:
        yield text(f"There is: {'; '.join(item.evidence)}.")
    for number, lack in enumerate(item.lacks[:SHOWN], 1):
        typing = report.typing(lack)
        yield f"**{number}. {text(lack.text)}**"
        yield text(typing.how)
        yield _fenced("\n".join(typing.lines))
    for said in (further(item), tasks_in_words(item)):
        if said:
            yield text(said)


def _fenced(lines: str) -> str:
    """Lines as code; the fence is longer than any run of backticks in them."""
    longest = max((len(run) for run in re.findall("`+", lines)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}yaml\n{lines}\n{fence}"
