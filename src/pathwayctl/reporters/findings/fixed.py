"""What was corrected, by the rule of each finding, and what is left, in words and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from pathwayctl.diagnostics import Finding
from pathwayctl.rule_pages import rule_page
from pathwayctl.wording import count, listed

_MOST_PLACES: Final = 5
"""Places of a code that are listed; the others are counted."""


def fixed_in_words(fixed: Sequence[Finding], left: Sequence[Finding], *, written: bool) -> tuple[str, ...]:
    """``Fixed 3 findings:`` with a line for each code and its places, and the same for what is left."""
    verb = "Fixed" if written else "Can fix"
    head = f"{verb} {count(len(fixed), 'finding')}:" if fixed else "No finding can be fixed by command."
    left_head = f"Left for you to decide: {count(len(left), 'finding')}{'.' if written else ':'}"
    return (
        head,
        *_by_code(fixed),
        *([left_head] if left else []),
        *(() if written else _by_code(left)),
    )


def _by_code(findings: Sequence[Finding]) -> Iterator[str]:
    found: dict[str, list[Finding]] = {}
    for one in sorted(findings, key=lambda one: (one.code, *one.order)):
        found.setdefault(one.code, []).append(one)
    return (_line(code, alike) for code, alike in found.items())


def _line(code: str, found: Sequence[Finding]) -> str:
    places = list(dict.fromkeys(f"{one.file}:{one.position.line}" for one in found))
    more = len(places) - _MOST_PLACES
    shown = [*places[:_MOST_PLACES], *([f"{more:,} more"] if more > 0 else [])]
    return f"  {code} {rule_page(code).title} ({len(found):,}): {listed(shown)}"


def facts_of_fixes(fixed: Sequence[Finding], left: Sequence[Finding]) -> dict[str, Any]:
    """For programs: the findings that are corrected, and those that are left for the reader to decide."""
    return {"fixed": list(map(_facts, fixed)), "left": list(map(_facts, left))}


def _facts(one: Finding) -> dict[str, Any]:
    said = {"code": one.code, "severity": one.severity, "message": one.message, "hint": one.hint}
    return {**said, "file": one.file, "line": one.position.line}
