"""Calendars as iCalendar files (RFC 5545), as Outlook, Google Calendar, and Apple Calendar take them.

No clock and no chance: ``DTSTAMP`` is the day as of which the plan is judged, and ``UID`` is made of the ids
of the project and the entry, so that a later file updates what an earlier one brought. Times are written in
UTC, which needs no ``VTIMEZONE``; without a time zone they are local times wherever they are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, time
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.time_zones import time_zone_of
from pathwayctl.exchange.calendar_events import CalendarEvent, calendar_events, day_after, moment
from pathwayctl.language import phrase, phrases_of, speaking
from pathwayctl.writing import safe_name

if TYPE_CHECKING:
    from datetime import tzinfo

    from pathwayctl.exchange.export_source import ExportOrder, ExportSource
    from pathwayctl.handouts.context import Context

_FOLD: Final = 75
"""The most octets of a line (RFC 5545, section 3.1)."""
_CONTROL: Final = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")


def write(source: ExportSource, order: ExportOrder) -> bytes:
    """The calendar of a project, or of some people, in its language and in the order of its days."""
    with speaking(phrases_of(source.shown.plan.project.language)):
        return calendar_file(source.shown, order.kinds, order.parties)


def calendar_file(context: Context, kinds: Iterable[str] = (), parties: Iterable[str] = ()) -> bytes:
    """A calendar file with the events of some kinds that concern some parties; empty means all usual ones."""
    whom = tuple(parties)
    events = calendar_events(context, kinds, whom)
    return "".join(_folded(one) for one in _lines(context, events, whom)).encode()


def _lines(context: Context, events: tuple[CalendarEvent, ...], whom: tuple[str, ...]) -> Iterator[str]:
    project = context.plan.project
    title = ": ".join(filter(None, (project.name, context.names(whom))))
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//pathwayctl//pathwayctl//EN")
    yield from ("CALSCALE:GREGORIAN", "METHOD:PUBLISH", f"X-WR-CALNAME:{_text(title)}")
    yield "REFRESH-INTERVAL;VALUE=DURATION:P1D"
    stamp = f"{context.index.today or project.start:%Y%m%d}T000000Z"
    home = f"{safe_name(project.name)}.pathwayctl"
    zone = _zone(time_zone_of(context.plan))
    for event in events:
        yield from _event(event, stamp, home, zone)
    yield "END:VCALENDAR"


def _event(event: CalendarEvent, stamp: str, home: str, zone: tzinfo | None) -> Iterator[str]:
    yield from ("BEGIN:VEVENT", f"UID:{event.key}@{home}", f"DTSTAMP:{stamp}")
    yield from _when(event, zone)
    yield f"SUMMARY:{_text(event.title)}"
    if event.place or event.link:
        yield f"LOCATION:{_text(event.place or event.link)}"
    if said := "\n".join(filter(None, (event.text, _online(event)))):
        yield f"DESCRIPTION:{_text(said)}"
    if event.link:
        yield f"URL:{_CONTROL.sub('', event.link)}"
    yield f"STATUS:{'CANCELLED' if event.cancelled else 'TENTATIVE' if event.tentative else 'CONFIRMED'}"
    yield f"TRANSP:{'OPAQUE' if event.busy and event.begins else 'TRANSPARENT'}"
    yield "END:VEVENT"


def _online(event: CalendarEvent) -> str:
    return phrase("Join online: {link}", link=event.link) if event.link else ""


def _when(event: CalendarEvent, zone: tzinfo | None) -> Iterator[str]:
    """The beginning and the end; a whole day ends on the day after, which does not belong to it any more."""
    if event.begins is None:
        yield f"DTSTART;VALUE=DATE:{event.first:%Y%m%d}"
        if day_after(event.last) > event.first:
            yield f"DTEND;VALUE=DATE:{day_after(event.last):%Y%m%d}"
        return
    yield f"DTSTART:{_time(event.first, event.begins, zone)}"
    if event.ends and (event.last > event.first or event.ends > event.begins):
        yield f"DTEND:{_time(event.last, event.ends, zone)}"


def _time(day: date, at: time, zone: tzinfo | None) -> str:
    local = moment(day, at)
    if zone is None:
        return f"{local:%Y%m%dT%H%M%S}"
    try:
        return f"{local.replace(tzinfo=zone).astimezone(UTC):%Y%m%dT%H%M%SZ}"
    except OverflowError:  # the last day there is, west of Greenwich
        return f"{local:%Y%m%dT%H%M%S}"


def _zone(name: str | None) -> tzinfo | None:
    from zoneinfo import ZoneInfo

    return ZoneInfo(name) if name else None


def _text(text: str) -> str:
    r"""A value of type TEXT: ``\``, ``;``, ``,``, and line ends escaped, no other control characters."""
    plain = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return re.sub(r"([\\;,])", r"\\\1", plain).replace("\n", r"\n")


def _folded(line: str) -> str:
    """A line in pieces of at most 75 octets, none of which ends inside a character."""
    if line.isascii():  # letter by letter takes as long as all else that a calendar of tasks needs
        more = (f"\r\n {line[at : at + _FOLD - 1]}" for at in range(_FOLD, len(line), _FOLD - 1))
        return f"{line[:_FOLD]}{''.join(more)}\r\n"
    pieces, size = [""], 0
    for letter in line:
        width = len(letter.encode())
        if size + width > _FOLD:
            pieces.append(" ")
            size = 1
        pieces[-1] += letter
        size += width
    return "\r\n".join(pieces) + "\r\n"
