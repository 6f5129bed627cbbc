"""The page of each rule: what a finding means, why it matters, how to fix it, and an example, as Markdown.

``templates/rules/PW301.md`` is the page of PW301. Pages are read one by one, when a finding, the command
``rule`` or the docs need one; validating a project without findings reads none. The form of a page:

    # PW301: An id is used twice

    *Error, often fixed by `validate --fix`.* Why it matters, in a sentence or two.

    ## How to fix it
    ## Triggers it      (a YAML block)
    ## Fixed            (a YAML block)
    ## Source
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from pathwayctl.assets import templates
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.quick_pattern import pattern

_HEAD: Final = pattern(
    r"# (PW\d{3}): (.+)\n\n\*(Error|Warning|Note)(, often fixed by `validate --fix`)?\.\* (.+)", re.DOTALL
)
_FENCED: Final = pattern(r"```yaml\n(.*)```", re.DOTALL)
_PART: Final = pattern(r"^## (How to fix it|Triggers it|Fixed|Source)\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class RulePage:
    """All there is to say about a rule. ``triggers`` and ``fixed`` are small YAML files, or empty.

    It is ``fixable`` if hints of its findings often can mean only one thing, which a command can type then.
    """

    code: str
    severity: str
    title: str
    why: str
    fix: str
    triggers: str
    fixed: str
    source: str
    fixable: bool = False


def rule_codes() -> tuple[str, ...]:
    """The codes of all rules, in order."""
    return tuple(sorted(page.stem for page in (templates() / "rules").glob("PW*.md")))


@cache
def rule_page(code: str) -> RulePage:
    """The page of a rule; raises FileNotFoundError for a code that has none."""
    return parse_page((templates() / "rules" / f"{code}.md").read_text("utf-8"))


@cache
def rule_address(code: str) -> str:
    """The address of the page of a rule, for links in a terminal: its file here, so no network is needed."""
    return (templates() / "rules" / f"{code}.md").as_uri()


def parse_page(text: str) -> RulePage:
    """A page from its Markdown; raises ValueError where it does not have the form of one."""
    head, *rest = _PART.split(text)
    found = _HEAD.fullmatch(head.strip())
    if not found:
        raise ValueError(f"not the head of a rule page: {head[:60]!r}")
    parts = {name: body.strip() for name, body in zip(rest[::2], rest[1::2], strict=True)}
    code, title, severity, fixable, why = found.groups()
    return RulePage(
        code=code,
        severity=severity.lower(),
        title=title,
        why=why,
        fix=parts["How to fix it"],
        triggers=_example(parts.get("Triggers it", "")),
        fixed=_example(parts.get("Fixed", "")),
        source=parts.get("Source", "").removesuffix("."),
        fixable=fixable is not None,
    )


def _example(part: str) -> str:
    found = _FENCED.fullmatch(part)
    return found[1] if found else ""
