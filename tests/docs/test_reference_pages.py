"""The reference pages of the docs are made from the program itself, so that they are always true."""

from __future__ import annotations

from pathlib import Path

import pytest
from field_types import fields_page

from conftest import MakeProject
from pathwayctl.app import open_project
from pathwayctl.checks.registry import guides_of
from pathwayctl.reporters.rule_list import FAMILIES
from pathwayctl.rule_pages import RulePage, rule_codes, rule_page
from snapshots import check_snapshot

DOCS = Path(__file__).resolve().parents[2] / "docs"


FIXED = ", often fixed by `validate --fix`"


def test_the_page_of_fields() -> None:
    check_snapshot(DOCS / "fields.md", fields_page())


def test_the_page_of_findings() -> None:
    lines = [
        "# Findings",
        "",
        "Every finding has a code. An error stops the schedule and the handouts. A warning needs your",
        "attention, and fails `validate --strict`. A note is for your information. `pathwayctl rule CODE`",
        "shows the same text on the screen. `pathwayctl validate --fix` makes the change that a hint gives",
        "where only one is possible; the codes for which it often can say so.",
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
        f"*{rule.severity.capitalize()}{FIXED if rule.fixable else ''}.* {rule.why} {rule.fix}",
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
