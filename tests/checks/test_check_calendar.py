"""What is said of the calendar: days off and openings, dates on them, and whose holidays are meant."""

from __future__ import annotations

import pytest
from checking import apart_from_health, codes, messages, only, problems

from pathwayctl.scheduling.public_holidays import place_of

FAIR = "tasks: [{id: fair, title: Fair, date: 2027-04-17, duration: 1d%s}]"


@pytest.mark.parametrize(
    ("days", "message", "hint"),
    [
        ("name: A", "“A” has no dates.", "Write date: for a single day, or from: and to: for several."),
        (
            "name: A, to: 2027-12-31",
            "“A” has to: but no from:.",
            "Write date: 2027-12-31 if it is only that day. Otherwise add from: with the first day.",
        ),
        (
            "name: A, date: 2027-12-20, to: 2027-12-31",
            "“A” has date: together with from: or to:, so its days are not clear.",
            "Write date: 2027-12-20 alone, or from: 2027-12-20 and to: 2027-12-31 without date:.",
        ),
        (
            "name: A, date: 2027-12-20, from: 2027-12-18",
            "“A” has date: together with from: or to:, so its days are not clear.",
            "Write date: 2027-12-20 alone, or from: 2027-12-18 and to: 2027-12-20 without date:.",
        ),
    ],
)
@pytest.mark.parametrize("kind", ["closures", "openings"])
def test_days_that_are_not_clear_are_reported_once(kind: str, days: str, message: str, hint: str) -> None:
    problem = only(f"calendar: {{{kind}: [{{{days}}}]}}", "PW435")
    assert (problem.message, problem.hint) == (message, hint)
    assert problem.path == ("calendar", kind, 0)
    assert "PW416" not in codes(f"calendar: {{{kind}: [{{{days}}}]}}")


@pytest.mark.parametrize("section", ["people", "organizations"])
@pytest.mark.parametrize("field", ["leave", "openings"])
def test_the_days_of_people_and_organizations_are_looked_at_too(section: str, field: str) -> None:
    entry = "id: a, name: Ann, category: cte"
    text = (
        f"{section}: [{{{entry}, {field}: [{{name: Trip}}, {{name: B, from: 2027-02-02, to: 2027-02-01}}]}}]"
    )
    assert messages(text, "PW435") == ["“Trip” of “Ann” has no dates."]
    assert only(text, "PW416").path == (section, 0, field, 1, "to")


@pytest.mark.parametrize(
    "calendar",
    [
        "closures: [{name: Founders Day, date: 2027-10-15}]",
        "closures: [{name: Break, from: 2027-12-20, to: 2027-12-31}]",
        "openings: [{name: Fair, date: 2027-04-17}]",
        "openings: [{name: Fair, from: 2027-04-16, to: 2027-04-18}]",
        "holidays: US-CO, openings: [{name: Open, date: 2027-03-31}]",
        "closures: [{name: Break, from: 2027-03-29, to: 2027-04-02}], openings: [{date: 2027-03-31}]",
    ],
)
def test_clear_days_that_change_something_are_right(calendar: str) -> None:
    assert apart_from_health(f"calendar: {{{calendar}}}", guides=[]) == set()


@pytest.mark.parametrize(
    ("text", "idle"),
    [
        ("calendar: {openings: [{name: Fair, date: 2027-04-16}]}", True),
        ("calendar: {openings: [{name: Fair, from: 2027-04-12, to: 2027-04-16}]}", True),
        ("people: [{id: a, name: Ann, category: cte, openings: [{name: Fair, date: 2027-04-16}]}]", True),
        ("people: [{id: a, name: Ann, category: cte, openings: [{name: Fair, date: 2027-04-17}]}]", False),
        (
            "people: [{id: a, name: Ann, category: cte, leave: [{from: 2027-04-12, to: 2027-04-16}], "
            "openings: [{name: Fair, date: 2027-04-16}]}]",
            False,
        ),
        (
            "organizations: [{id: a, name: A, category: cte, leave: [{date: 2027-04-15}], "
            "openings: [{name: Fair, date: 2027-04-16}]}]",
            True,
        ),
    ],
)
def test_an_opening_of_days_that_are_worked_is_a_note(text: str, idle: bool) -> None:
    assert ("PW436" in codes(text)) is idle


def test_a_date_on_a_day_off_is_a_warning_with_the_opening_to_type() -> None:
    problem = only(FAIR % "", "PW410")
    assert problem.rule.severity == "warning"
    assert problem.message == "“Fair” is set for April 17, 2027, a day off: Saturday."
    assert problem.hint == (
        "If that day is worked, write openings: [{date: 2027-04-17}] under calendar:. "
        "If not, write date: 2027-04-19, the next working day, or another day."
    )
    opened = "calendar: {openings: [{date: 2027-04-24}]}\n"
    hint = only(opened + FAIR % "", "PW410").hint
    assert hint.startswith("If that day is worked, add {date: 2027-04-17} to openings: under calendar:.")
    obeyed = "calendar: {openings: [{date: 2027-04-17}]}\n"
    assert apart_from_health(obeyed + FAIR % "", guides=[]) == set()


@pytest.mark.parametrize(
    ("more", "warned"),
    [
        ("", True),
        (", owner: ann", False),
        (", assigned: [crew]", False),
        (", owner: bo, assigned: [bo]", True),
        (", owner: nobody", True),
        (", span: calendar", False),  # its days off are worked: that is what the span says
        (", status: done", False),
        (", status: in-progress", False),
        (", status: dropped", False),
    ],
)
def test_who_opens_the_day_or_has_done_the_work_is_not_warned(more: str, warned: bool) -> None:
    text = f"""\
people:
  - {{id: ann, name: Ann, category: cte, openings: [{{date: 2027-04-17}}]}}
  - {{id: bo, name: Bo, category: cte, openings: [{{date: 2027-04-18}}]}}
organizations: [{{id: crew, name: The crew, category: cte, openings: [{{from: 2027-04-16, to: 2027-04-18}}]}}]
{FAIR % more}
"""
    assert ("PW410" in codes(text)) is warned


@pytest.mark.parametrize(
    ("meeting", "found"),
    [
        ("task: fair", {"PW410"}),
        ("date: 2027-04-17, task: fair", {"PW410"}),
        ("date: 2027-04-17", {"PW410", "PW565"}),
        ("date: 2027-04-17, facilitator: ann", {"PW410"}),
        ("date: 2027-04-17, invited: [ann]", {"PW410"}),
        ("date: 2027-04-17, facilitator: bo", {"PW410", "PW565"}),
    ],
)
def test_a_day_off_is_reported_at_the_task_or_at_the_meeting(meeting: str, found: set[str]) -> None:
    text = f"""\
people:
  - {{id: ann, name: Ann, category: cte, openings: [{{date: 2027-04-17}}]}}
  - {{id: bo, name: Bo, category: cte}}
meetings: [{{id: m, title: The fair, kind: board, {meeting}}}]
{FAIR % ""}
"""
    assert codes(text) & {"PW410", "PW561", "PW565"} == found


def test_a_meeting_of_its_own_day_and_task_follows_the_task() -> None:
    meeting = "meetings: [{id: m, title: M, kind: board, date: 2027-04-17, task: fair}]\n"
    assert codes(meeting + FAIR % ", status: done") & {"PW410", "PW565"} == {"PW565"}
    opened = "people: [{id: ann, name: Ann, category: cte, openings: [{date: 2027-04-17}]}]\n"
    assert codes(opened + meeting + FAIR % ", owner: ann") & {"PW410", "PW565"} == set()
    assert codes(opened + meeting + FAIR % ", owner: ann, status: done") & {"PW410", "PW565"} == set()


def test_a_date_on_a_day_off_that_has_passed_is_reported_as_passed() -> None:
    assert codes(FAIR % "", status_date="2027-05-03") & {"PW410", "PW429"} == {"PW429"}


@pytest.mark.parametrize(
    "task",
    [
        "deadline: 2027-04-17, duration: 1d",
        "not_before: 2027-04-17",
        "duration: 5d, tasks: [{id: b, title: B, deadline: 2027-04-18}]",
    ],
)
def test_other_days_of_a_task_may_be_days_off(task: str) -> None:
    found = problems(f"tasks: [{{id: a, title: A, {task}}}]", finish_by="2027-12-25")
    assert not [problem for problem in found if problem.rule.code in ("PW410", "PW411", "PW412")]


@pytest.mark.parametrize(
    ("first", "then", "found"),
    [
        ("date: 2027-04-17, duration: 1d", "date: 2027-04-18, duration: 1d", []),
        (
            "date: 2027-04-18, duration: 1d",
            "date: 2027-04-17, duration: 1d",
            ["“B” has the fixed date April 17, 2027, too early for “A”."],
        ),
        (
            "date: 2027-04-17, duration: 1d",
            "date: 2027-04-17, duration: 1d",
            ["“B” has the fixed date April 17, 2027, too early for “A”."],
        ),
        ("date: 2027-04-17, duration: 1d", "date: 2027-04-17, duration: 0d", []),
        (
            "date: 2027-04-16, duration: 3d, span: calendar",
            "date: 2027-04-17, duration: 0d",
            ["“B” has the fixed date April 17, 2027, too early for “A”."],
        ),
        (
            "date: 2027-04-19, duration: 2d",
            "date: 2027-04-17, duration: 1d",
            ["“B” has the fixed date April 17, 2027, 2 working days too early for “A”."],
        ),
    ],
)
def test_events_of_one_weekend_are_kept_in_order(first: str, then: str, found: list[str]) -> None:
    text = f"tasks: [{{id: a, title: A, {first}}}, {{id: b, title: B, {then}, depends_on: [a]}}]"
    assert messages(text, "PW413") == found


def test_a_span_of_calendar_days_needs_a_date() -> None:
    problem = only("tasks: [{id: a, title: Notice, duration: 30d, span: calendar}]", "PW438")
    assert problem.message == "“Notice” has span: calendar but no date, so it counts working days."
    assert problem.path == ("tasks", 0, "span")
    assert "PW438" not in codes("tasks: [{id: a, title: A, duration: 30d, span: working}]")


def test_an_event_of_some_days_is_no_work_that_is_held_on_a_date() -> None:
    held = "tasks: [{id: a, title: A, date: 2027-04-16, duration: 3d%s}]"
    assert "PW614" in codes(held % "")
    assert "PW614" not in codes(held % ", span: calendar")


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("Ohio", "Write holidays: US-OH."),
        ("texas", "Write holidays: US-TX."),
        ("Colorado", "Write holidays: US-CO."),
        ("New York", "Write holidays: US-NY."),
        ("OH", "Write holidays: US-OH."),
        ("us-co", "Write holidays: US-CO."),
        ("US_CO", "Write holidays: US-CO."),
        ("US-Colorado", "Write holidays: US-CO."),
        ("Colorado, USA", "Write holidays: US-CO."),
        ("State of Colorado", "Write holidays: US-CO."),
        ("USA", "Write holidays: US."),
        ("United States", "Write holidays: US."),
        ("Germany", "Write holidays: DE."),
        ("Belarus", "Write holidays: BY."),
        ("None", "Write holidays: none."),
        ("US-XX", "Write holidays: US for the whole country, or correct what follows the hyphen."),
        ("XX", "Write a country such as US, a country and state such as US-CO, or none."),
        ("registry", "Write a country such as US, a country and state such as US-CO, or none."),
        ("Narnia", "Write a country such as US, a country and state such as US-CO, or none."),
    ],
)
def test_a_place_that_is_not_known_gets_the_code_that_is_meant(written: str, hint: str) -> None:
    problem = only(f'calendar: {{holidays: "{written}"}}', "PW418")
    assert problem.message == f"The holidays of “{written}” are not known."
    assert problem.hint == hint


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("CO", "The holidays of “CO” are those of Colombia, not of Colorado."),
        ("GA", "The holidays of “GA” are those of Gabon, not of Georgia."),
        ("IN", "The holidays of “IN” are those of India, not of Indiana."),
        ("NE", "The holidays of “NE” are those of Niger, not of Nebraska."),
    ],
)
def test_a_country_with_the_code_of_a_state_is_named(code: str, message: str) -> None:
    problem = only(f"calendar: {{holidays: {code}}}", "PW437")
    assert problem.message == message
    assert f"write holidays: US-{code}." in problem.hint
    assert "PW437" not in codes(f"calendar: {{holidays: {code}}}", currency="EUR")


@pytest.mark.parametrize(
    ("code", "place"),
    [
        ("US", "the United States"),
        ("US-CO", "Colorado"),
        ("US-DC", "the District of Columbia"),
        ("NL", "the Netherlands"),
        ("PH", "the Philippines"),
        ("DO", "the Dominican Republic"),
        ("AE", "the United Arab Emirates"),
        ("MH", "the Marshall Islands"),
        ("GS", "South Georgia and the South Sandwich Islands"),
        ("DE-BY", "Germany (DE-BY)"),
        ("MX", "Mexico"),
    ],
)
def test_a_place_has_its_article(code: str, place: str) -> None:
    assert place_of(code) == place


@pytest.mark.parametrize("code", ["US-CO", "US", "none", "FR", "PR", "GU", "VI"])
def test_a_code_of_one_place_alone_is_no_matter(code: str) -> None:
    assert not codes(f"calendar: {{holidays: {code}}}") & {"PW418", "PW437"}
