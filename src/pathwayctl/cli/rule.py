"""``pathwayctl rule``: what a finding means, where it comes from, and how to fix it."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from pathwayctl.cli.exits import stop


def rule(
    code: Annotated[
        str | None,
        typer.Argument(
            metavar="CODE|WORD",
            help="A code such as PW301, the start of one such as PW3, or words to search for. "
            "Default: all codes.",
        ),
    ] = None,
) -> None:
    """Explain a finding: what it means, why it matters, and how to fix it.

    pathwayctl rule
    pathwayctl rule PW301
    pathwayctl rule PW3
    pathwayctl rule "decision maker"
    """
    from pathwayctl.checks.registry import guides_of
    from pathwayctl.reporters.rules import matching, write_all, write_one
    from pathwayctl.reporters.screen import screen_width, show
    from pathwayctl.rule_pages import rule_codes, rule_page
    from pathwayctl.wording import suggestion

    known = tuple(map(rule_page, rule_codes()))
    width = screen_width(sys.stdout)
    if code is None:
        show(write_all(known, guides_of, width), sys.stdout)
        return
    found = matching(known, code)
    if not found:
        near = suggestion(code.strip().upper(), rule_codes())
        said = f"No finding has the code or the word “{code}”."
        stop(" ".join(filter(None, (said, near, "All codes: pathwayctl rule"))))
    one = found[0].code
    show(
        write_one(found[0], guides_of(one), width) if len(found) == 1 else write_all(found, guides_of, width),
        sys.stdout,
    )
