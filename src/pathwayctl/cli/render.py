"""``pathwayctl render``: handouts and meeting packets."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, NoReturn

from pathwayctl.cli.asked_pages import AskedPages, audience_of, by_id, formats_of, refuse_mixed, show_list
from pathwayctl.cli.checked_project import NO_BASELINE, or_stop, scheduled
from pathwayctl.cli.completion import earlier_states, ids_like, ids_of
from pathwayctl.cli.earlier_states import earlier_state
from pathwayctl.cli.exits import stop, tell
from pathwayctl.cli.named_entry import meeting_in, next_meeting_in
from pathwayctl.cli.options import OUTPUT, ProjectArgument, ProjectOption, offering, option
from pathwayctl.cli.page_output import (
    PageFolder,
    keep,
    present,
    refuse_withheld,
    report_mistakes,
    target_of,
    tell_of_withheld,
)
from pathwayctl.cli.project_paths import root_of, the_project
from pathwayctl.cli.typed_values import chosen, the_parties, today_of
from pathwayctl.handouts.earlier_run import NO_EARLIER_RUN, EarlierRun
from pathwayctl.language import phrase, phrases_of, speaking
from pathwayctl.model.vocabulary import Audience
from pathwayctl.wording import long_day

if TYPE_CHECKING:
    from datetime import date

    from pathwayctl.app import Project
    from pathwayctl.loading.opening import Opened
    from pathwayctl.rendering.bundle import Bundle
    from pathwayctl.rendering.page_sets import Order


_PAGES: Final = "Which pages, and for whom"
PacketNames = Annotated[
    list[str] | None,
    option("--packet", "NAME", "Make only this packet, such as kickoff; --list names them all.", _PAGES),
]
HandoutIds = Annotated[
    list[str] | None,
    option(
        "--handout", "ID", "Make only this handout, by id or title, such as 4b or “Master schedule”.", _PAGES
    ),
]
MeetingAsked = Annotated[
    str | None,
    option(
        "--meeting",
        "ID",
        "Make the packet for this one meeting, with a cover and a list of the sheets to print.",
        _PAGES,
        autocompletion=ids_of("meetings"),
    ),
]
NextMeeting = Annotated[
    bool, option("--next", None, "Make the packet for the next meeting that is to come.", _PAGES)
]
PageForms = Annotated[
    str | None,
    option(
        "--format",
        "NAMES",
        "html to print, md for wikis, txt for e-mail, pdf to send, docx to edit in Word, pptx for slides, "
        "eml and csv to mail the invitations. Default: html,md; for one meeting, html,pdf.",
        OUTPUT,
        autocompletion=offering(("html", "md", "txt", "pdf", "docx", "pptx", "eml", "csv")),
    ),
]
OutputFolder = Annotated[
    Path | None, option("--output -o", "DIR", "The output folder. Default: build in the project.", OUTPUT)
]
Show = Annotated[bool, option("--open", None, "Open the index in your browser afterwards.", OUTPUT)]
PagesFor = Annotated[
    list[str] | None,
    option(
        "--for",
        "PERSON",
        "Make only the pages for one person or organization, by id or name. For several, repeat it.",
        _PAGES,
        autocompletion=ids_like,
    ),
]
For = Annotated[
    str | None,
    option(
        "--audience",
        "WHO",
        "Who gets the pages: public, partners (default), or internal for your own staff (default with "
        "--for). Contacts, notes, and what is marked private stay internal.",
        _PAGES,
        autocompletion=offering(Audience),
    ),
]
Force = Annotated[
    bool, option("--force", None, "Replace existing files that pathwayctl did not create.", OUTPUT)
]
Today = Annotated[
    str | None,
    option(
        "--today",
        "DATE",
        "The day to print on pages, if there is no status_date. Default: the day of the last commit, if any.",
        OUTPUT,
    ),
]
Watch = Annotated[
    bool, option("--watch", None, "Make the pages again whenever a file is saved. Stop with Ctrl-C.", OUTPUT)
]
List = Annotated[
    bool,
    option(
        "--list",
        None,
        "Only list the packets and handouts, with what each is for; with --format json too.",
        _PAGES,
    ),
]
Since = Annotated[
    str | None,
    option(
        "--since",
        "WHAT",
        "What the page “What changed” begins with: a day, a meeting, a revision of git, or a baseline. "
        "Default: the last meeting of its kind.",
        _PAGES,
        autocompletion=earlier_states,
    ),
]


def render(
    project: ProjectArgument = None,
    in_project: ProjectOption = None,
    packet: PacketNames = None,
    handout: HandoutIds = None,
    meeting: MeetingAsked = None,
    coming: NextMeeting = False,
    formats: PageForms = None,
    output: OutputFolder = None,
    show: Show = False,
    people: PagesFor = None,
    audience: For = None,
    force: Force = False,
    today: Today = None,
    since: Since = None,
    watch: Watch = False,
    is_list: List = False,
) -> None:
    """Make the handouts and meeting packets: pages to print, and the same pages as Markdown.

    pathwayctl render my-project --open
    pathwayctl render my-project --list
    pathwayctl render my-project --packet kickoff
    pathwayctl render my-project --meeting board-march
    pathwayctl render my-project --handout 4b --format md -o for-the-wiki
    pathwayctl render my-project --handout invitation --format eml
    pathwayctl render my-project --audience internal -o for-our-staff
    pathwayctl render my-project --for dana-ruiz
    pathwayctl render my-project --packet board --since 2027-05-12
    pathwayctl render my-project --packet kickoff --watch
    """
    place = the_project(project, in_project)
    if is_list:
        show_list(place, formats)
        return
    wanted = formats_of(formats, is_shown=show, is_one=coming or meeting is not None)
    names = (packet or (), handout or (), people or ())
    asked = AskedPages(
        *names, wanted, audience_of(audience, people, wanted), meeting, coming, since, audience is None
    )
    refuse_mixed(asked)
    make = partial(_render, asked, place, today_of(today), output, force=force)
    if watch:
        _watch(root_of(place), make, output, show=show)
    make(show=show)


def _watch(root: Path, make: Callable[..., Opened], output: Path | None, *, show: bool) -> NoReturn:
    """Make the pages that have changed again after each change; the browser is opened only once."""
    from pathwayctl.cli.watching import watch
    from pathwayctl.loading.opening import reopen

    earlier = EarlierRun()

    def run(before: Opened | None) -> tuple[int, Opened]:
        read = None if before is None else reopen(before)
        return 0, make(show=show and before is None, read=read, earlier=earlier)

    watch(root, run, output)


def _render(
    asked: AskedPages,
    place: Path,
    today: date | None,
    output: Path | None,
    *,
    force: bool,
    show: bool,
    read: Opened | None = None,
    earlier: EarlierRun = NO_EARLIER_RUN,
) -> Opened:
    """Make and write the pages; returns the files of the project, to make pages again after a change."""
    opened = scheduled(place, today, read)
    target = target_of(opened, output, force=force)
    if today is not None and opened.plan.project.status_date:
        tell(f"The pages say “{_version(opened)}”: a project’s status_date goes before --today.")
    made, order = _made(place, asked, opened, target, earlier)
    first = keep(made, order, asked.formats, opened, target, earlier)
    if asked.is_for_all:
        tell_of_withheld(made.withheld, earlier)
    report_mistakes(made.mistakes, place, opened)
    present(target.path / first, in_browser=show)
    return opened.loaded.opened


def _made(
    place: Path, asked: AskedPages, project: Project, target: PageFolder, earlier: EarlierRun
) -> tuple[Bundle, Order]:
    """Make the files that were requested; returns them and the order, in the project's own names."""
    from pathwayctl.reporters.screen import progress

    order = _order(asked, project, target)
    with or_stop(place, project, NO_BASELINE), progress("Making pages", sys.stderr) as watch:
        made = project.pages(order, watch=watch, earlier=earlier)
    if made.mistakes and not made.files:
        report_mistakes(
            made.mistakes, place, project, "Nothing was made. Fix the mistake, then run this again."
        )
    return made, order


def _order(asked: AskedPages, project: Project, target: PageFolder) -> Order:
    from pathwayctl.rendering.page_sets import DOCUMENTS, FORMATS, Order

    handouts = project.handouts
    wanted = chosen(by_id(asked.handouts, handouts), [one.id for one in handouts], "handout")
    refuse_withheld([one for one in handouts if one.id in wanted], asked.audience)
    with speaking(phrases_of(project.plan.project.language)):
        since = None if asked.since is None else earlier_state(project, asked.since)
    return Order(
        packets=chosen(by_id(asked.packets, project.packets), [one.id for one in project.packets], "packet"),
        handouts=wanted,
        formats=tuple(form for form in FORMATS if form in asked.formats),
        version=_version(project),
        audience=asked.audience,
        parties=the_parties(asked.people, project.plan),
        present=target.there(asked.audience),
        since=since,
        meeting=_meeting_of(asked, project),
        documents=tuple(form for form in DOCUMENTS if form in asked.formats),
    )


def _meeting_of(asked: AskedPages, project: Project) -> str:
    """The id of the one meeting that was asked for, if any; stops if it is not there, or has no packet."""
    from pathwayctl.evidence.outreach.meetings import is_cancelled

    if asked.is_next:
        return next_meeting_in(project, is_internal=asked.audience is Audience.INTERNAL)
    if asked.meeting is None:
        return ""
    meeting = meeting_in(project, asked.meeting)
    if is_cancelled(meeting):
        stop(f"The meeting “{meeting.id}” is cancelled, so there is no packet for it.")
    if meeting.private and asked.audience is not Audience.INTERNAL:
        stop(f"The meeting “{meeting.id}” is private. To make its packet, add: --audience internal")
    return meeting.id


def _version(project: Project) -> str:
    """The day to print; empty if there is none."""
    day = project.history.as_of(project.index.asked_on)
    with speaking(phrases_of(project.plan.project.language)):
        return phrase("As of {day}", day=long_day(day)) if day else ""
