"""What was corrected, by the rule of each finding, and what is left, in words and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from pathwayctl.diagnostics import Finding
from pathwayctl.rule_pages import rule_page
from pathwayctl.wording import count, listed

_MOST_PLACES: Final = 5
"""Places of a code that are listed; the others are counted."""


def fixed_in_words(findings: Sequence[Finding], *, dry_run: bool) -> tuple[str, ...]:
    """``Fixed 3 findings:``, and a line for each code with its places."""
    if not findings:
        return ("No finding has a hint that can mean only one thing.",)
    by_code: dict[str, list[Finding]] = {}
    for one in sorted(findings, key=lambda one: (one.code, *one.order)):
        by_code.setdefault(one.code, []).append(one)
    head = f"{'Would fix' if dry_run else 'Fixed'} {count(len(findings), 'finding')}:"
    return (head, *(_line(code, found) for code, found in by_code.items()))


def _line(code: str, found: Sequence[Finding]) -> str:
    places = list(dict.fromkeys(f"{one.file}:{one.position.line}" for one in found))
    more = len(places) - _MOST_PLACES
    shown = [*places[:_MOST_PLACES], *([f"{more:,} more"] if more > 0 else [])]
    return f"  {code} {rule_page(code).title} ({len(found):,}): {listed(shown)}"


def in_json(fixed: Sequence[Finding], left: Sequence[Finding]) -> dict[str, Any]:
    """The findings that are corrected, and those that are left for the reader to decide."""
    return {"fixed": list(map(_facts, fixed)), "left": list(map(_facts, left))}


def _facts(one: Finding) -> dict[str, Any]:
    said = {"code": one.code, "severity": one.severity, "message": one.message, "hint": one.hint}
    return {**said, "file": one.file, "line": one.position.line}
