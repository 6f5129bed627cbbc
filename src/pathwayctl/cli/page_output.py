"""Write pages, print them as PDF, and show them, with messages for what goes wrong."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from pathwayctl.cli.checked_project import report, show_findings
from pathwayctl.cli.exits import FOUND_ERRORS, stop, tell
from pathwayctl.cli.project_paths import near
from pathwayctl.model.vocabulary import Audience
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import listed

if TYPE_CHECKING:
    from pathwayctl.app import Project
    from pathwayctl.handouts.earlier_run import EarlierRun
    from pathwayctl.handouts.handout import Handout
    from pathwayctl.rendering.bundle import Bundle
    from pathwayctl.rendering.made_file import File
    from pathwayctl.rendering.mistakes import TemplateMistake
    from pathwayctl.rendering.page_sets import Order


@dataclass(frozen=True, slots=True)
class PageFolder:
    """The output folder: its real path, and the path that the user typed.

    ``force``: also replace files that pathwayctl did not make.
    """

    folder: Path
    path: Path
    force: bool = False

    def there(self, audience: Audience) -> tuple[str, ...]:
        """The folders of packets that an earlier run made in it for the same audience."""
        from pathwayctl.rendering.output_folder import left_in

        left = left_in(self.folder)
        return left.folders if left.audience == audience.value else ()


def target_of(project: Project, output: Path | None, *, force: bool) -> PageFolder:
    """The folder that was named, with links resolved, else ``build`` in the project."""
    path = output or project.root / "build"
    return PageFolder(Path(os.path.realpath(path)) if output else path, path, force)


def refuse_what_lacks_a_package(formats: Collection[str]) -> None:
    """Stop if a format needs a package that is not installed, and say how to install it."""
    from importlib.util import find_spec

    for form, package in (("docx", "docx"), ("pptx", "pptx")):
        if form in formats and find_spec(package) is None:
            from pathwayctl.cli.used_parts import WITH_WORD

            stop(f"Files in {form} need two more packages. {WITH_WORD}")


def refuse_withheld(wanted: list[Handout], audience: Audience) -> None:
    """Stop if a requested handout is not for this audience, and say what to type."""
    from pathwayctl.handouts.sharing import may_have

    for handout in wanted:
        if not may_have(audience, handout.audience):
            partners = "" if handout.audience is Audience.INTERNAL else "partners and "
            stop(
                f"The handout “{handout.id}” is for {partners}your own staff only. To make it, add: "
                f"--audience {handout.audience.value}"
            )


def tell_of_withheld(withheld: Sequence[str], earlier: EarlierRun) -> None:
    """Say which pages were left out because they are not for partners, unless an earlier run has said so."""
    if withheld:
        said = (
            f"Left out what is for your own staff only: {listed(withheld)}. "
            "Add --audience internal to make these pages too."
        )
        earlier.made("withheld", (said,), lambda: tell(said))


def keep(
    made: Bundle,
    order: Order,
    formats: Collection[str],
    project: Project,
    target: PageFolder,
    earlier: EarlierRun,
) -> str:
    """Write the requested files and remove old ones; returns the page to open first."""
    from pathwayctl.rendering.page_sets import DOCUMENTS

    files = [one for one in made.files if _form(one.name) in (*formats, "ics")]
    files += _documents(made, [form for form in DOCUMENTS if form in formats], project.root)
    files += _mail(made, formats)
    if files:  # if a mistake stops every page, the old ones stay
        _write(files, order, target, earlier)
    names = [one.name for one in files]
    firsts = [f"index.{form}" for form in ("html", "md", "txt")]
    if order.meeting:
        firsts = [name for name in names if "/" in name and name.rpartition("/")[2] in firsts]
    return next((name for name in firsts if name in names), names[0] if names else "")


def report_mistakes(
    mistakes: tuple[TemplateMistake, ...],
    place: Path,
    project: Project,
    closing: str = "All other pages were made. Fix the template, then run this again.",
) -> None:
    """Show mistakes in templates as findings, and end with 1 if there are any."""
    if not mistakes:
        return
    from pathwayctl.rendering.template_findings import findings_of

    findings, texts = findings_of(mistakes, project.root)
    show_findings(replace(report(place, project, findings), texts=texts, closing=closing))
    raise typer.Exit(FOUND_ERRORS)


def present(first: Path, *, in_browser: bool) -> None:
    """Say which page to open first, and open it if requested."""
    from pathwayctl.reporters.lines import line
    from pathwayctl.reporters.screen import show

    verb = "Read" if first.suffix == ".md" else "Open"
    show([line(f"{verb} {near(first)}")], sys.stdout)
    if in_browser:
        import webbrowser

        if not webbrowser.open(first.absolute().as_uri()):
            tell("No browser could be opened. Open the page yourself.")


def _form(name: str) -> str:
    return name.rpartition(".")[2]


def _documents(made: Bundle, forms: Sequence[str], root: Path) -> list[File]:
    """Each packet in the formats for whole packets; stops if one cannot be made."""
    from pathwayctl.rendering.documents import NoDocument, begin_pictures, written
    from pathwayctl.rendering.made_file import File
    from pathwayctl.rendering.pdf import Printed
    from pathwayctl.reporters.screen import progress

    files = []
    with progress("Making documents", sys.stderr) as watch:
        if "docx" in forms:
            begin_pictures(made.documents)
        orders = [(document, form) for document in made.documents for form in forms]
        for number, (document, form) in enumerate(orders, 1):
            kept = made.prints.get(document.name) if form == "pdf" else None
            data = kept.data if isinstance(kept, Printed) else kept or written(document, form, root)
            if isinstance(data, NoDocument):
                stop(f"{document.name}.{form} could not be made. {data.message}")
            if data:
                files.append(File(f"{document.name}.{form}", (data,)))
            watch(number, len(orders))
    return files


def _mail(made: Bundle, forms: Collection[str]) -> list[File]:
    """The letters as drafts of e-mails, and as the table of a mail merge; stops if there are none to make."""
    if not {"eml", "csv"} & set(forms):
        return []
    from pathwayctl.rendering.made_file import File
    from pathwayctl.reporters.letters import draft_of, merge_table

    if not made.letters:
        stop("There are no invitations to mail. Add them under invitations:, each with to: and an id.")
    drafts = [File(f"{name}.eml", (draft_of(letter, page),)) for name, letter, page in made.letters]
    folder = made.letters[0][0].partition("/")[0]
    table = File(f"{folder}/invitations.csv", (merge_table(letter for _, letter, _ in made.letters),))
    return [*(drafts if "eml" in forms else ()), *([table] if "csv" in forms else ())]


def _write(files: Sequence[File], order: Order, target: PageFolder, earlier: EarlierRun) -> None:
    """Write the files and say how many; stops if one cannot be written, or would replace another file."""
    from pathwayctl.rendering.output_folder import InTheWay, write_pages
    from pathwayctl.wording import count
    from pathwayctl.writing import NotWritten

    whole = not (order.packets or order.handouts or order.parties)
    done = write_pages(target.folder, files, order.audience, whole=whole, force=target.force, earlier=earlier)
    if isinstance(done, InTheWay):
        more = f" (and {count(len(done.files) - 1, 'more file')})" if len(done.files) > 1 else ""
        stop(
            f"“{near(done.files[0])}”{more} is already there, and pathwayctl did not create it. Nothing was "
            "written. Choose another folder with -o, move the file away, or replace it with --force."
        )
    if isinstance(done, NotWritten):
        stop(f"{near(done.path)}: {done.message} {done.hint}")
    unchanged = f"; {count(done.same, 'file')} had not changed" if done.same else ""
    tell(f"Wrote {count(done.fresh, 'file')} to {near(target.path)}{unchanged}.")
