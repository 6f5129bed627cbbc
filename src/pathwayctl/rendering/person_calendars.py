"""The dates of people as calendars, beside their pages: the same files as those of ``export ics --for``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from pathwayctl.exchange.calendar_events import calendar_events
from pathwayctl.exchange.ics import calendar_file
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.work.assignments import HANDOUT
from pathwayctl.rendering.ready_pages import ReadyPage, ReadySet
from pathwayctl.writing import safe_name

ENDING: Final = ".ics"


def calendar_of(page: ReadyPage) -> str:
    """The file with the dates of a person's assignments, beside their page; empty for any other page."""
    is_theirs = page.handout.id == HANDOUT.id and page.view.party
    return f"{safe_name(page.view.party)}{ENDING}" if is_theirs else ""


def calendars(made: Sequence[ReadySet], context: Context) -> Iterator[tuple[str, str]]:
    """The calendars of all people with a page by their file names; nobody without dates gets one."""
    parties = {
        f"{ready.one.home}/{name}": page.view.party
        for ready in made
        for page in ready.pages
        if (name := calendar_of(page))
    }
    for name, party in parties.items():
        if calendar_events(context, parties=(party,)):
            yield name, calendar_file(context, parties=(party,)).decode()
