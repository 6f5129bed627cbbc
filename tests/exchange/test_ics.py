"""Calendars: valid for two parsers that we did not write, the same bytes again, and nothing private."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from conftest import MakeProject
from pathwayctl.app import open_project
from pathwayctl.exchange.calendar_events import KINDS
from pathwayctl.exchange.export_source import ExportOrder
from pathwayctl.exchange.ics import _folded, _text
from pathwayctl.model.vocabulary import Audience

EXAMPLES = sorted(Path("examples").iterdir())
MEETINGS = """
people:
  - {id: dana, name: Dana Ruiz, category: k-12, email: d@example.org}
  - {id: sam, name: Sam Ode, category: k-12}
teams:
  - {id: core, title: Core team, kind: working-group, members: [sam]}
meetings:
  - id: kickoff
    title: "Kickoff; part 1, with \\\\ and a newline"
    kind: kickoff
    date: 2027-03-12
    starts: "13:30"
    place: Room 2
    link: https://example.org/join?x=1
    facilitator: dana
    agenda:
      - {title: Welcome, minutes: 45, notes: SECRET-NOTE}
  - {id: monthly, title: Monthly call, kind: team, date: 2027-03-17, every: month, until: 2027-05-31,
     starts: "09:00", ends: "10:00", invited: [core]}
  - {id: retreat, title: Retreat, kind: team, date: 2027-06-10, until: 2027-06-11}
  - {id: off, title: Not held, kind: team, date: 2027-04-01, status: cancelled}
  - {id: hidden, title: SECRET-MEETING, kind: team, date: 2027-04-02, private: true}
tasks:
  - {id: draft, title: Draft the plan, duration: 5d, owner: dana, deadline: 2027-01-15}
  - {id: signed, title: Agreement signed, duration: 0d, owner: core, depends_on: [draft]}
"""
ZONE = "pathwayctl: 1\nproject: {name: Example, start: 2027-01-04, time_zone: America/Denver}\n"


def calendar_of(root: Path, *kinds: str, parties: tuple[str, ...] = ()) -> Any:
    """The calendar of a project, read by a parser that we did not write."""
    return icalendar.Calendar.from_ical(content(root, *kinds, parties=parties))


def content(
    root: Path, *kinds: str, parties: tuple[str, ...] = (), audience: Audience = Audience.PARTNERS
) -> bytes:
    """The calendar file of a project."""
    return open_project(root).export("ics", ExportOrder(audience, parties=parties, kinds=kinds))


def events(calendar: Any) -> dict[str, Any]:
    """The events by the part of their ids before the @."""
    return {str(one["UID"]).partition("@")[0]: one for one in calendar.walk("VEVENT")}


def test_the_words_of_a_calendar_are_in_the_language_of_the_project(make_project: MakeProject) -> None:
    spanish = ZONE.replace("{name", "{language: es, name")
    found = events(calendar_of(make_project({"pathway.yaml": spanish, "more.yaml": MEETINGS}), *KINDS))
    assert found["task-signed"]["SUMMARY"] == "Hito: Agreement signed"
    assert found["due-draft"]["SUMMARY"] == "Fecha límite: Draft the plan"
    assert "Responsable: Dana Ruiz" in found["task-draft"]["DESCRIPTION"]
    assert "Enlace para unirse: https://example.org/join" in found["meeting-kickoff"]["DESCRIPTION"]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: one.name)
def test_examples_are_read_by_two_parsers(example: Path) -> None:
    made = content(example, *KINDS)
    assert made == content(example, *KINDS)
    found = icalendar.Calendar.from_ical(made)
    assert not found.errors
    assert all(not one.errors for one in found.walk("VEVENT"))
    uids = [str(one["UID"]) for one in found.walk("VEVENT")]
    assert len(uids) == len(set(uids)) > 20
    other = vobject.readOne(made.decode())
    assert [one.uid.value for one in other.vevent_list] == uids
    assert [one.summary.value for one in other.vevent_list] == [
        str(e["SUMMARY"]) for e in found.walk("VEVENT")
    ]


def test_lines_end_and_fold_as_the_standard_asks() -> None:
    made = content(Path("examples/colorado_sector"), *KINDS)
    lines = made.split(b"\r\n")
    assert lines[-1] == b""
    assert b"\n" not in made.replace(b"\r\n", b"")
    assert max(map(len, lines)) <= 75
    assert [line.decode() for line in lines]  # no line is cut inside a character


@given(st.text())
def test_any_text_survives(text: str) -> None:
    folded = "".join(_folded(f"SUMMARY:{_text(text)}"))
    whole = f"BEGIN:VEVENT\r\nUID:a\r\n{folded}END:VEVENT\r\n"
    read = str(icalendar.Event.from_ical(whole)["SUMMARY"])
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(letter for letter in plain if letter == "\n" or (ord(letter) > 31 and ord(letter) != 127))
    assert read == kept


def test_meetings_have_times_and_all_day_events_end_on_the_next_day(make_project: MakeProject) -> None:
    found = events(calendar_of(make_project({"pathway.yaml": ZONE, "more.yaml": MEETINGS})))
    kickoff = found["meeting-kickoff"]
    assert kickoff["DTSTART"].dt == datetime(2027, 3, 12, 20, 30, tzinfo=UTC)  # before daylight time begins
    assert kickoff["DTEND"].dt - kickoff["DTSTART"].dt == timedelta(minutes=45)
    assert str(kickoff["SUMMARY"]) == "Kickoff; part 1, with \\ and a newline"
    assert str(kickoff["URL"]) == "https://example.org/join?x=1"
    series = [one["DTSTART"].dt for key, one in found.items() if key.startswith("meeting-monthly-")]
    assert series == [
        datetime(2027, month, day, 15, tzinfo=UTC) for month, day in ((3, 17), (4, 19), (5, 17))
    ]
    retreat = found["meeting-retreat"]
    assert (retreat["DTSTART"].dt, retreat["DTEND"].dt) == (date(2027, 6, 10), date(2027, 6, 12))
    assert found["meeting-off"]["STATUS"] == "CANCELLED"
    assert found["task-signed"]["TRANSP"] == "TRANSPARENT"
    assert found["due-draft"]["DTSTART"].dt == date(2027, 1, 15)
    assert "task-draft" not in found


def test_without_a_zone_times_are_local(make_project: MakeProject) -> None:
    found = events(calendar_of(make_project({"more.yaml": MEETINGS})))
    assert found["meeting-kickoff"]["DTSTART"].dt == datetime(2027, 3, 12, 13, 30)


def test_holidays_tell_the_zone(make_project: MakeProject) -> None:
    head = "pathwayctl: 1\nproject: {name: E, start: 2027-01-04}\ncalendar: {holidays: US-TX}\n"
    found = events(calendar_of(make_project({"pathway.yaml": head, "more.yaml": MEETINGS})))
    assert found["meeting-kickoff"]["DTSTART"].dt == datetime(2027, 3, 12, 19, 30, tzinfo=UTC)


def test_a_calendar_for_one_person_holds_what_concerns_them(make_project: MakeProject) -> None:
    root = make_project({"more.yaml": MEETINGS})
    assert set(events(calendar_of(root, *KINDS, parties=("sam",)))) == {
        "meeting-monthly-2027-03-17", "meeting-monthly-2027-04-19", "meeting-monthly-2027-05-17",
        "task-signed",
    }  # fmt: skip
    assert set(events(calendar_of(root, "tasks", parties=("dana",)))) == {"task-draft"}


def test_a_moved_meeting_keeps_its_id(make_project: MakeProject) -> None:
    before = events(calendar_of(make_project({"more.yaml": MEETINGS})))
    after = events(calendar_of(make_project({"more.yaml": MEETINGS.replace("2027-03-12", "2027-03-15")})))
    assert before.keys() == after.keys()
    assert before["meeting-kickoff"]["UID"] == after["meeting-kickoff"]["UID"]
    assert before["meeting-kickoff"]["DTSTART"] != after["meeting-kickoff"]["DTSTART"]


def test_nothing_private_is_in_a_calendar_for_partners(make_project: MakeProject) -> None:
    root = make_project({"more.yaml": MEETINGS})
    assert b"SECRET" not in content(root, *KINDS)
    assert b"SECRET-MEETING" in content(root, *KINDS, audience=Audience.INTERNAL)


def test_the_last_day_there_is_has_no_day_after(make_project: MakeProject) -> None:
    meetings = MEETINGS.replace("2027-06-10, until: 2027-06-11", "9999-12-31")
    assert b"DTSTART;VALUE=DATE:99991231\r\nSUMMARY" in content(make_project({"more.yaml": meetings}))
