"""What becomes of pages once they are made: written, printed as PDF, the old ones swept out, and shown."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from pathwayctl.cli.examining import Examined, report
from pathwayctl.cli.exits import FOUND_ERRORS, stop, tell
from pathwayctl.cli.paths import near
from pathwayctl.cli.stale_pages import claim, left_in, strangers, sweep

if TYPE_CHECKING:
    from pathwayctl.model.vocabulary import Audience
    from pathwayctl.rendering.bundle import Bundle
    from pathwayctl.rendering.mistakes import TemplateMistake
    from pathwayctl.rendering.page_sets import Order
    from pathwayctl.writing import NotWritten, Written


@dataclass(frozen=True, slots=True)
class Target:
    """The output folder: as it is written to, and as the user named it.

    ``force``: also files that pathwayctl did not make are replaced in it.
    """

    folder: Path
    name: str
    force: bool = False

    def there(self, audience: Audience) -> tuple[str, ...]:
        """The packets in it that an earlier run made for the same audience, by their folders."""
        left = left_in(self.folder)
        return left.folders if left.audience == audience.value else ()


def browser_for(formats: Collection[str]) -> str:
    """The browser that prints; stops if a PDF is asked for and there is none."""
    if "pdf" not in formats:
        return ""
    from pathwayctl.rendering.pdf import BROWSER_VARIABLE, find_browser

    browser = find_browser()
    if browser is None:
        stop(
            "A PDF needs Chrome, Chromium, or Edge, and none was found on this computer. Install one, "
            f"or set its path: {BROWSER_VARIABLE}=/path/to/chrome. "
            "Or open the page all.html of a packet in any browser, and print it from there."
        )
    return browser


def keep(made: Bundle, order: Order, formats: Collection[str], browser: str, target: Target) -> str:
    """Write the files that were asked for and sweep out old ones; gives the one to begin with."""
    files = [(one.name, one.text.encode()) for one in made.files if _form(one.name) in formats]
    files += _printed(made, browser) if browser else []
    names = [name for name, _ in files]
    if files:  # where a mistake has kept out every page, the old ones stay
        _look_out(files, target)
        _done(claim(target.folder, names, order.audience))
        _write(files, target)
        whole = not (order.packets or order.handouts or order.parties)
        _done(sweep(target.folder, names, order.audience, whole=whole))
    firsts = (f"index.{form}" for form in ("html", "md"))
    return next((name for name in firsts if name in names), names[0] if names else "")


def report_mistakes(
    mistakes: tuple[TemplateMistake, ...],
    project: Path,
    examined: Examined,
    closing: str = "All other pages were made. Fix the template, then run this again.",
) -> None:
    """Show mistakes in templates as findings, and end with 1 if there are any."""
    if not mistakes:
        return
    from pathwayctl.cli.template_findings import findings_of
    from pathwayctl.reporters.findings.text import write
    from pathwayctl.reporters.screen import screen_width, show

    findings, texts = findings_of(mistakes, examined.loaded.root)
    found = replace(report(project, examined, findings), texts=texts, closing=closing)
    show(write((found,), screen_width(sys.stderr)), sys.stderr)
    raise typer.Exit(FOUND_ERRORS)


def present(first: Path, *, in_browser: bool) -> None:
    """Say where to begin, and open that page if asked to."""
    from pathwayctl.reporters.lines import line
    from pathwayctl.reporters.screen import show

    verb = "Read" if first.suffix == ".md" else "Open"
    show([line(f"{verb} {near(first)}")], sys.stdout)
    if in_browser:
        import webbrowser

        if not webbrowser.open(first.resolve().as_uri()):
            tell("No browser could be opened. Open the page yourself.")


def _form(name: str) -> str:
    return name.rpartition(".")[2]


def _printed(made: Bundle, browser: str) -> list[tuple[str, bytes]]:
    """A PDF of each packet: of its page that holds all others."""
    from pathwayctl.cli.progress_bar import progress_bar
    from pathwayctl.rendering.page_sets import ALL
    from pathwayctl.rendering.pdf import NoPdf, pdf_of

    pages = [one for one in made.files if one.name.endswith(f"/{ALL}.html")]
    bar, sheets = progress_bar("Printing"), []
    for number, page in enumerate(pages, 1):
        data = pdf_of(page.text, browser)
        if isinstance(data, NoPdf):
            stop(f"{page.name.removesuffix('.html')}.pdf could not be made. {data.message}")
        folder = page.name.partition("/")[0]
        sheets.append((f"{folder}/{folder}.pdf", data))
        bar(number, len(pages))
    return sheets


def _look_out(files: Iterable[tuple[str, bytes]], target: Target) -> None:
    """Stop if a file that pathwayctl did not create would be lost."""
    from pathwayctl.wording import count

    others = [] if target.force else strangers(target.folder, files)
    if others:
        more = f" (and {count(len(others) - 1, 'more file')})" if len(others) > 1 else ""
        stop(
            f"“{near(others[0])}”{more} is already there, and pathwayctl did not create it. Nothing was "
            "written. Choose another folder with -o, move the file away, or replace it with --force."
        )


def _done(outcome: Written | NotWritten) -> Written:
    """Stop where a file could not be written."""
    from pathwayctl.writing import NotWritten

    if isinstance(outcome, NotWritten):
        stop(f"{near(outcome.path)}: {outcome.message} {outcome.hint}")
    return outcome


def _write(files: Iterable[tuple[str, bytes]], target: Target) -> None:
    from pathwayctl.wording import count
    from pathwayctl.writing import write

    fresh = same = 0
    for name, data in files:
        done = _done(write(target.folder, name, data))
        fresh, same = fresh + done.changed, same + (not done.changed)
    unchanged = f"; {count(same, 'file')} had not changed" if same else ""
    tell(f"Wrote {count(fresh, 'file')} to {target.name}{unchanged}.")
