"""``pathwayctl rule``: what a finding means, where it comes from, and how to mend it."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from pathwayctl.cli.ending import stop


def rule(
    code: Annotated[
        str | None, typer.Argument(metavar="CODE", help="A code such as PW301; all codes if none is given.")
    ] = None,
) -> None:
    """Explain a finding: what it means, why it matters, and how to mend it.

    pathwayctl rule
    pathwayctl rule PW301
    """
    from pathwayctl.cli.rules import all_rules
    from pathwayctl.reporters.rules import write_all, write_one
    from pathwayctl.reporters.screen import screen_width, show
    from pathwayctl.wording import suggestion

    known = {one.code: one for one in all_rules()}
    width = screen_width(sys.stdout)
    if code is None:
        show(write_all(tuple(known.values()), width), sys.stdout)
        return
    found = known.get(code.strip().upper())
    if found is None:
        near = suggestion(code.strip().upper(), known)
        stop(" ".join(filter(None, (f"There is no finding “{code}”.", near, "All codes: pathwayctl rule"))))
    show(write_one(found, width), sys.stdout)
