"""The reference pages of the docs are made from the program itself, so that they are always true."""

from __future__ import annotations

from pathlib import Path

import pytest
from field_types import described
from pydantic.fields import FieldInfo

from conftest import MakeProject
from pathwayctl.app import open_project
from pathwayctl.checks.registry import guides_of
from pathwayctl.loading.fields import keys, model_at, words_at
from pathwayctl.model.base import Model
from pathwayctl.model.plan import LIST_SECTIONS, Plan
from pathwayctl.reporters.rule_list import FAMILIES
from pathwayctl.rule_pages import RulePage, rule_codes, rule_page
from snapshots import check_snapshot

DOCS = Path(__file__).resolve().parents[2] / "docs"


def test_the_page_of_fields() -> None:
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
        "Fields such as `owner` name another entry by its id.",
        "",
    ]
    for name, field in keys(Plan).items():
        many = "a list; each entry has these fields" if name in LIST_SECTIONS else "appears once"
        lines += [f"## `{name}:`", "", f"{field.description} ({many}).", ""]
        lines += _fields((name, 0) if name in LIST_SECTIONS else (name,))
    check_snapshot(DOCS / "fields.md", "\n".join(lines))


def _fields(path: tuple[str | int, ...]) -> list[str]:
    model = model_at(path)
    if model is None:
        return []
    lines = ["| field | type | example | meaning |", "| --- | --- | --- | --- |"]
    inner: list[str] = []
    for name, field in keys(model).items():
        kind, example = described(field)
        shown = f"`{example}`" if example else ""
        lines.append(f"| {_name(name, field)} | {kind} | {shown} | {_meaning((*path, name), field)} |")
        inner += _group((*path, name), model)
    return [*lines, "", *inner]


def _name(name: str, field: FieldInfo) -> str:
    return f"**`{name}`**" if field.is_required() else f"`{name}`"


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


def test_the_page_of_findings() -> None:
    lines = [
        "# Findings",
        "",
        "Every finding has a code. An error stops the schedule and the handouts. A warning needs your",
        "attention, and fails `validate --strict`. A note is for your information. `pathwayctl rule CODE`",
        "shows the same text on the screen.",
    ]
    family = ""
    for rule in map(rule_page, rule_codes()):
        if rule.code[2] != family:
            family = rule.code[2]
            lines += ["", f"## PW{family}xx: {FAMILIES[family]}"]
        lines += _page(rule)
    check_snapshot(DOCS / "findings.md", "\n".join(lines) + "\n")


def _page(rule: RulePage) -> list[str]:
    lines = [
        "",
        f"### {rule.code} {rule.title}",
        "",
        f"*{rule.severity.capitalize()}.* {rule.why} {rule.fix}",
    ]
    if guides := guides_of(rule.code):
        lines += ["", f"For projects that follow: {', '.join(guides)}."]
    if rule.source:
        lines += ["", f"Source: {rule.source}."]
    for title, text in (("Triggers it:", rule.triggers), ("Fixed:", rule.fixed)):
        if text:
            lines += ["", title, "", "```yaml", text.rstrip(), "```"]
    return lines


OF_TEXT = [rule_page(code) for code in rule_codes() if code < "PW190"]
SHOWN = [pytest.param(rule, id=rule.code) for rule in OF_TEXT if rule.triggers]


@pytest.mark.parametrize("rule", SHOWN)
def test_examples_about_the_text_of_files_are_found_in_a_project(
    rule: RulePage, make_project: MakeProject
) -> None:
    """The tests of the other rules do this too; those of these rules look at the text alone."""
    for text, found in ((rule.triggers, True), (rule.fixed, False)):
        if text:
            findings = open_project(make_project({"example.yaml": text})).findings
            assert (rule.code in {finding.code for finding in findings}) is found
