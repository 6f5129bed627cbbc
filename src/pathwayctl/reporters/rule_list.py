"""Rules for people: the list of them all, and a page for each."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from typing import Final

from pathwayctl.diagnostics import Severity
from pathwayctl.model.vocabulary import Guide
from pathwayctl.reporters.findings.text import STYLE
from pathwayctl.reporters.lines import WIDEST, Line, folded, line, listing
from pathwayctl.rule_pages import RulePage

GuidesOf = Callable[[str], tuple[str, ...]]
"""The guides that a rule is for, by its code; none if it is for every project."""

FAMILIES: Final = {
    "1": "The text of the files",
    "2": "The fields and their values",
    "3": "References between entries",
    "4": "The tasks and their dates",
    "5": "What the guides ask for",
    "6": "The health of the plan",
}
_MEANING: Final = {
    Severity.ERROR: "error: stops the schedule and the handouts until it is fixed",
    Severity.WARNING: "warning: needs your attention; fails validate only with --strict",
    Severity.NOTE: "note: for your information; never fails validate",
}


def matching(rules: tuple[RulePage, ...], asked: str) -> tuple[RulePage, ...]:
    """The rules that match a code, the start of a code (``PW3``, ``301``), or words.

    Words are searched for in the titles, and in the whole text of a rule only if no title has them.
    """
    words = asked.lower().split()
    code = "".join(words).upper()
    code = f"PW{code}" if code.isdecimal() else code
    if not words:
        return ()
    return (
        tuple(rule for rule in rules if rule.code.startswith(code))
        or tuple(rule for rule in rules if _has(rule.title, words))
        or tuple(rule for rule in rules if _has(f"{rule.title} {rule.why} {rule.fix}", words))
    )


def _has(text: str, words: list[str]) -> bool:
    return all(word in text.lower() for word in words)


def write_all(rules: tuple[RulePage, ...], guides_of: GuidesOf, width: int) -> list[Line]:
    """A line per rule: those for every project by family, then those of each guide."""
    lines: list[Line] = []
    for family, title in FAMILIES.items():
        common = [rule for rule in rules if rule.code[2] == family and not guides_of(rule.code)]
        lines += _listed(f"{title} (PW{family}xx)", common, width)
    for guide in Guide:
        own = [rule for rule in rules if guide.value in guides_of(rule.code)]
        lines += _listed(f"Only for projects that follow {guide.value}: {guide.label}", own, width)
    return [*lines[1:], line(), line(f"To read about one: pathwayctl rule {rules[0].code}")]


def as_json(rules: tuple[RulePage, ...], guides_of: GuidesOf) -> list[Line]:
    """All that there is to say about some rules, for programs."""
    found = [{**asdict(rule), "guides": list(guides_of(rule.code))} for rule in rules]
    return [line(json.dumps({"version": 1, "rules": found}, indent=2))]


def _listed(title: str, rules: list[RulePage], width: int) -> list[Line]:
    if not rules:
        return []
    titles = [line((part, "bold")) for part in folded(title, width)]
    rows = [(rule.code, (rule.severity, STYLE[Severity(rule.severity)]), rule.title) for rule in rules]
    return [line(), *titles, *listing(rows, width, least=len(Severity.WARNING.value))]


def write_one(rule: RulePage, guides: tuple[str, ...], width: int) -> list[Line]:
    """The page of a rule."""
    lines = [line((f"{rule.code}  {rule.title}", "bold")), line()]
    lines += _part("Severity", _MEANING[Severity(rule.severity)], width)
    lines += _part("Why it matters", rule.why, width)
    lines += _part("How to fix it", rule.fix, width)
    if rule.fixable:
        lines += _part("Where only one fix is possible, this makes it", "pathwayctl validate --fix", width)
    if guides:
        lines += _part("Applies to projects that follow", ", ".join(guides), width)
    if rule.source:
        lines += _part("Source", rule.source, width)
    lines += _example("Triggers it", rule.triggers) + _example("Fixed", rule.fixed)
    return lines[:-1]


def _part(title: str, text: str, width: int) -> list[Line]:
    return [
        line((title, "bold")),
        *(line("  ", part) for part in folded(text, min(width, WIDEST) - 2)),
        line(),
    ]


def _example(title: str, text: str) -> list[Line]:
    if not text:
        return []
    shown = [line("    ", (part, "cyan")) for part in text.rstrip().split("\n")]
    return [line((title, "bold")), *shown, line()]
