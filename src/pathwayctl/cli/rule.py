"""``pathwayctl rule``: what a finding means, why it matters, and how to fix it."""

from __future__ import annotations

from typing import Annotated, Final, NoReturn

import typer

from pathwayctl.cli.exits import stop
from pathwayctl.cli.options import form_option, rule_code
from pathwayctl.cli.output import show_report
from pathwayctl.cli.typed_values import the_one

FORMATS: Final = ("text", "json")
Code = Annotated[
    str | None,
    typer.Argument(
        metavar="CODE|WORD",
        help="A code such as PW301, the start of one such as PW3, or words to search for. "
        "Default: all codes.",
        autocompletion=rule_code,
    ),
]


Form = Annotated[str, form_option("text to read (default), or json for programs.", FORMATS)]


def rule(code: Code = None, form: Form = "text") -> None:
    """Explain a finding: what it means, why it matters, and how to fix it.

    pathwayctl rule
    pathwayctl rule PW301
    pathwayctl rule PW3
    pathwayctl rule "decision maker"
    pathwayctl rule PW301 --format json
    """
    from pathwayctl.checks.registry import guides_of
    from pathwayctl.reporters.rule_list import as_json, matching, write_all, write_one
    from pathwayctl.rule_pages import rule_codes, rule_page

    form = the_one(form, FORMATS, "format")
    known = tuple(map(rule_page, rule_codes()))
    found = known if code is None else matching(known, code)
    if code is not None and not found:
        _stop(code, rule_codes())
    if form == "json":
        show_report(lambda _: as_json(found, guides_of))
    elif code is not None and len(found) == 1:
        show_report(lambda width: write_one(found[0], guides_of(found[0].code), width))
    else:
        show_report(lambda width: write_all(found, guides_of, width))


def _stop(code: str, known: tuple[str, ...]) -> NoReturn:
    from pathwayctl.wording import suggestion

    near = suggestion(code.strip().upper(), known)
    said = f"No finding has the code or the word “{code}”."
    stop(" ".join(filter(None, (said, near, "All codes: pathwayctl rule"))))
