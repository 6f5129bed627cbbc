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
            help="A code such as PW301, the beginning of one such as PW3, or words to look for; "
            "all codes if none is given.",
        ),
    ] = None,
) -> None:
    """Explain a finding: what it means, why it matters, and how to fix it.

    pathwayctl rule
    pathwayctl rule PW301
    pathwayctl rule PW3
    pathwayctl rule "decision maker"
    """
    from pathwayctl.cli.rules import all_rules
    from pathwayctl.reporters.rules import matching, write_all, write_one
    from pathwayctl.reporters.screen import screen_width, show
    from pathwayctl.wording import suggestion

    known = {one.code: one for one in all_rules()}
    width = screen_width(sys.stdout)
    if code is None:
        show(write_all(tuple(known.values()), width), sys.stdout)
        return
    found = matching(tuple(known.values()), code)
    if not found:
        near = suggestion(code.strip().upper(), known)
        said = f"No finding has the code or the word “{code}”."
        stop(" ".join(filter(None, (said, near, "All codes: pathwayctl rule"))))
    show(write_one(found[0], width) if len(found) == 1 else write_all(found, width), sys.stdout)
