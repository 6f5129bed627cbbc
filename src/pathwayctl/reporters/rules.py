"""Rules for people: the list of them all, and a page for each."""

from __future__ import annotations

import textwrap
from typing import Final

from pathwayctl.diagnostics import Rule, Severity
from pathwayctl.reporters.lines import Line, line
from pathwayctl.reporters.screen import fitted

STYLE: Final = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold blue"}
FAMILIES: Final = {
    "1": "The text of the files",
    "2": "What stands in them",
    "3": "How things refer to each other",
    "4": "The tasks and their dates",
    "5": "What the guides ask for",
    "6": "The health of the plan",
}


def write_all(rules: tuple[Rule, ...], width: int) -> list[Line]:
    """A line per rule under the heading of its family."""
    lines: list[Line] = []
    family = ""
    for rule in rules:
        if rule.code[2] != family:
            family = rule.code[2]
            lines += [line(), line((f"{FAMILIES[family]} (PW{family}xx)", "bold"))]
        severity = (f"{rule.severity.value:8}", STYLE[rule.severity])
        lines.append(line(f"  {rule.code}  ", severity, fitted(rule.title, max(30, width - 18))))
    return [*lines[1:], line(), line("To read about one: pathwayctl rule PW301")]


def write_one(rule: Rule, width: int) -> list[Line]:
    """All there is to say about a rule."""
    lines = [line((f"{rule.code}  {rule.title}", "bold")), line()]
    lines += _part("Severity", _severity(rule), width)
    lines += _part("Why it matters", rule.why, width)
    lines += _part("How to mend it", rule.mend, width)
    if rule.guides:
        lines += _part("Applies to projects that follow", ", ".join(rule.guides), width)
    if rule.source and rule.source != "pathwayctl":
        lines += _part("Where it comes from", rule.source, width)
    lines += _example("This has it", rule.bad) + _example("This is right", rule.good)
    return lines[:-1]


def _severity(rule: Rule) -> str:
    return {
        Severity.ERROR: "error: nothing is scheduled or printed until it is mended",
        Severity.WARNING: "warning: look at it; it fails a check only with --strict",
        Severity.NOTE: "note: for your information; it never fails a check",
    }[rule.severity]


def _part(title: str, text: str, width: int) -> list[Line]:
    folded = textwrap.wrap(text, min(max(width, 40), 100) - 2, break_long_words=False)
    return [line((title, "bold")), *(line("  ", part) for part in folded), line()]


def _example(title: str, text: str) -> list[Line]:
    if not text:
        return []
    return [
        line((title, "bold")),
        *(line(("    " + part, "cyan")) for part in text.rstrip().split("\n")),
        line(),
    ]
