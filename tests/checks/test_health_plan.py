"""Dates, links, lengths, floats and people of a plan: when each note comes, and when it does not."""

from __future__ import annotations

import pytest
from checking import codes, index_of, messages, only, problems

from pathwayctl.checks.schedule.large_floats import floats

PEOPLE = "people: [{id: ana, name: Ana, category: cte}, {id: bo, name: Bo, category: k-12, capacity: 0.5}]\n"


def chain(number: int, more: str = "duration: 2d") -> str:
    """A plan of one task after the other."""
    lines = [
        f"  - {{id: t{n}, title: T{n}, {more}{f', depends_on: [t{n - 1}]' if n else ''}}}"
        for n in range(number)
    ]
    return "tasks:\n" + "\n".join(lines) + "\n"


# Work on a date


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("duration: 10d", True),
        ("duration: 2w", True),
        ("duration: 1d", False),
        ("duration: 0d", False),
        ("outcome: A day of work", False),
        ("duration: 10d, status: done, started: 2027-02-01, finished: 2027-02-12", False),
        ("duration: 10d, status: dropped", False),
    ],
)
def test_work_of_some_days_is_not_held_on_a_date(more: str, expected: bool) -> None:
    text = f"{chain(30)}  - {{id: x, title: X, date: 2027-02-01, {more}, depends_on: [t1]}}\n"
    assert ("PW614" in codes(text)) is expected


def test_a_meeting_of_two_days_is_held_on_its_date() -> None:
    text = "tasks: [{id: a, title: A, duration: 2d, date: 2027-02-01}]\n"
    meeting = "meetings: [{id: m, title: M, kind: team, task: a}]\n"
    assert only(text, "PW614").path == ("tasks", 0, "date")
    assert "takes 2 working days, but has the fixed date February 1, 2027" in only(text, "PW614").message
    assert "PW614" not in codes(text + meeting)


def test_many_dates_are_told_with_their_share() -> None:
    dated = "".join(
        f"  - {{id: d{n}, title: D{n}, duration: 1d, date: 2027-02-0{n + 1}}}\n" for n in range(4)
    )
    assert "PW614" not in codes(chain(30) + dated)
    dated += "".join(
        f"  - {{id: e{n}, title: E{n}, duration: 1d, date: 2027-03-0{n + 1}}}\n" for n in range(2)
    )
    message = only(chain(30) + dated, "PW614").message
    assert message.startswith("6 of 36 open tasks have a fixed date, not counting meetings: “D0”")
    assert "PW614" not in codes(chain(114) + dated)


# Links


@pytest.mark.parametrize(
    ("link", "code"),
    [
        ("t0 FS+23d", "PW615"),
        ("t0 FS+22d", None),
        ("t0 FS+32ed", "PW615"),
        ("t0 FS+31ed", None),
        ("t0 FS+5w", "PW615"),
        ("t0 FS+4w", None),
        ("t0 FF+5ew", "PW615"),
        ("t0 SS+30d", None),
        ("t0 FS-1d", "PW617"),
        ("t0 SS-2w", "PW617"),
        ("t0 FS+0d", None),
    ],
)
def test_long_waits_and_overlaps(link: str, code: str | None) -> None:
    found = codes(f"{chain(1)}  - {{id: x, title: X, duration: 2d, depends_on: [{link}]}}\n")
    assert found & {"PW615", "PW617"} == ({code} if code else set())


def test_a_week_is_as_long_as_the_calendar_says() -> None:
    text = f"calendar: {{working_days: [mon]}}\n{chain(1)}"
    assert "PW615" in codes(f"{text}  - {{id: x, title: X, depends_on: [t0 FS+5d]}}\n")
    assert "PW615" not in codes(f"{text}  - {{id: x, title: X, depends_on: [t0 FS+4d]}}\n")


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ("t0 FS+30d", "“X” begins 30 working days after “T0” ends, and that time has no owner."),
        ("t0 FF+6w", "“X” ends 6 working weeks after “T0” ends, and that time has no owner."),
        ("t0 FS-1d", "“X” begins 1 working day before “T0” ends."),
        ("t0 SF-2ew", "“X” ends 2 weeks before “T0” begins."),
    ],
)
def test_a_lag_in_words(link: str, words: str) -> None:
    text = f"{chain(1)}  - {{id: x, title: X, depends_on: [{link}]}}\n"
    problem = next(one for one in problems(text) if one.rule.code in ("PW615", "PW617"))
    assert problem.message == words
    assert problem.path == ("tasks", 1, "depends_on", 0)


def test_lags_of_what_is_over_are_over() -> None:
    done = "status: done, started: 2027-03-08, finished: 2027-03-09"
    text = f"{chain(1)}  - {{id: x, title: X, depends_on: [t0 FS+30d], {done}}}\n"
    assert "PW615" not in codes(text)
    part = (
        f"{chain(1)}  - {{id: p, title: P, depends_on: [t0 FS+30d], tasks: [{{id: x, title: X, STATUS}}]}}\n"
    )
    assert "PW615" in codes(part.replace(", STATUS", ""))
    assert "PW615" not in codes(part.replace("STATUS", done))
    assert "PW615" not in codes(part.replace("STATUS", "status: dropped"))
    assert "PW615" not in codes(f"{chain(1)}  - {{id: x, title: X, depends_on: [nothing FS+30d]}}\n")


def test_many_long_waits_are_told_together() -> None:
    rows = "".join(f"  - {{id: x{n}, title: X{n}, depends_on: [t0 FS+30d]}}\n" for n in range(7))
    assert only(chain(1) + rows, "PW615").message.startswith(
        "7 tasks have a lag of more than a month without an owner"
    )
    rows = "".join(f"  - {{id: x{n}, title: X{n}, depends_on: [t0 FS-1d]}}\n" for n in range(7))
    assert only(chain(1) + rows, "PW617").message.startswith("7 links have a negative lag: “X0”")


def test_waits_are_many_from_ten_on_if_they_are_one_link_in_twenty() -> None:
    rows = "".join(f"  - {{id: x{n}, title: X{n}, depends_on: [t0 FS+8ed]}}\n" for n in range(10))
    assert only(chain(10) + rows, "PW616").message.startswith(
        "10 of 19 links have a lag of more than a week: “X0”"
    )
    assert "PW616" not in codes(
        chain(10) + rows.replace("id: x9, title: X9, depends_on: [t0 FS+8ed]", "id: x, title: X")
    )
    assert "PW616" not in codes(chain(10) + rows.replace("8ed", "7ed"))
    assert "PW616" not in codes(chain(192) + rows)


def crowd(number: int, link: str = "", days: int = 5, status: str = "") -> str:
    rows = "".join(f"  - {{id: p{n}, title: P{n}, duration: {days}d{status}}}\n" for n in range(number))
    waits = ", ".join(f"p{n}{link}" for n in range(number))
    return f"tasks:\n{rows}  - {{id: last, title: Last, duration: 1d, depends_on: [{waits}]}}\n"


def test_a_crowd_of_five_before_a_task() -> None:
    problem = only(crowd(5), "PW618")
    assert problem.path == ("tasks", 5, "depends_on")
    assert "“Last” waits for 5 tasks that all finish just before it: “P0”" in problem.message
    assert "all are on time only 6 times in 10" in problem.message
    assert "PW618" in codes(crowd(5, " FS+2d"))
    assert "PW618" in codes(crowd(5, " FS+2ed"))
    assert "PW618" not in codes(crowd(4))
    assert "PW618" not in codes(crowd(5, " SS"))
    assert "PW618" not in codes(crowd(5).replace("[p0", "[nothing"))
    slow = crowd(5).replace("id: p0, title: P0, duration: 5d", "id: p0, title: P0, duration: 12d")
    assert "PW618" not in codes(slow)
    assert "PW618" in codes(slow, near_critical_float=7)
    done = crowd(5).replace(
        "title: P0,", "title: P0, status: done, started: 2027-01-04, finished: 2027-01-08,"
    )
    assert "PW618" not in codes(done, status_date="2027-01-08")


# Lengths


@pytest.mark.parametrize(
    ("length", "expected"),
    [
        ("44d", False),
        ("45d", True),
        ("8w", False),
        ("9w", True),
        ("{low: 1d, likely: 40d, high: 90d}", False),
    ],
)
def test_a_task_of_more_than_two_months(length: str, expected: bool) -> None:
    text = f"tasks: [{{id: a, title: A, duration: {length}}}]"
    assert ("PW619" in codes(text)) is expected
    assert "PW619" not in codes(f"tasks: [{{id: a, title: A, duration: {length}, status: done}}]")


def test_long_tasks_are_told_together() -> None:
    assert only(chain(6, "duration: 50d"), "PW619").message.startswith(
        "6 tasks are longer than 44 working days"
    )
    assert messages(chain(1, "duration: 50d"), "PW619") == ["“T0” takes 50 working days, more than 44."]


def test_a_duration_is_asked_for_by_the_guide_or_else_by_the_plan() -> None:
    text = "tasks: [{id: a, title: A}, {id: b, title: B, date: 2027-02-01}]"
    assert messages(text, "PW620", guides=["sector"]) == ["The task “A” has no duration."]
    assert "PW620" not in codes(text, guides=["sector", "ccrs"])
    assert "PW620" not in codes(text, guides=[], scheduled=False)


def test_a_plan_without_doubt() -> None:
    problem = only(chain(9) + "  - {id: x, title: X, duration: 30d, depends_on: [t8]}\n", "PW621")
    assert problem.path == ("tasks", 9, "duration")
    assert "None of 10 durations is a three-point estimate" in problem.message
    assert "PW621" not in codes(chain(9))
    assert "PW621" not in codes(chain(20, "duration: 0d"))
    assert "PW621" not in codes(chain(20, "outcome: Done"))
    assert "PW621" not in codes(
        chain(9) + "  - {id: x, title: X, duration: {low: 1d, likely: 1d, high: 2d}}\n"
    )
    assert "PW621" in codes(chain(9) + "  - {id: x, title: X, duration: {low: 2d, likely: 2d, high: 2d}}\n")
    risk = "risks: [{id: r, title: R, kind: internal, category: C, %s}]\n"
    assert "PW621" not in codes(chain(10) + risk % "probability: 0.2, delays: [{task: t1, by: 5d}]")
    assert "PW621" in codes(chain(10) + risk % "probability: 0.2")
    assert "PW621" not in codes(chain(10), unread=["t3"])


# Float


def loose(more: str = "", last: str = "", between: str = "") -> str:
    return f"""
tasks:
  - {{id: a, title: A, duration: 2d}}
  - {{id: side, title: Side, duration: 3d, depends_on: [a]{more}}}
  - {{id: long, title: Long, duration: 40d, depends_on: [a]}}
  - {{id: longer, title: Longer, duration: 20d, depends_on: [long]{between}}}
  - {{id: last, title: Last, duration: 1d, depends_on: [longer, side]{last}}}
"""


def test_a_plan_without_dates_has_no_float() -> None:
    assert not list(floats(index_of(loose(), scheduled=False)))


def test_float_is_told_where_it_arises() -> None:
    problem = only(loose(), "PW622")
    assert problem.path == ("tasks", 1)
    assert problem.message == "“Side” could finish 57 working days later without delaying any successor."


@pytest.mark.parametrize(
    "fine",
    [
        loose(", deadline: 2027-02-01"),
        loose(", date: 2027-01-06"),
        loose(", status: done, started: 2027-01-06, finished: 2027-01-08"),
        loose(last=", date: 2027-06-01"),
        loose(last=", not_before: 2027-06-01"),
        loose(between=", not_before: 2027-06-01"),
        loose(between=", as_late_as_possible: true")
        + "  - {id: launch, title: Launch, not_before: 2027-09-01, depends_on: [last]}\n",
        loose().replace("longer, side", "longer"),
    ],
)
def test_float_that_has_its_reason(fine: str) -> None:
    assert "PW622" not in codes(fine)


def test_waiting_for_the_calendar_goes_on_over_milestones_links_and_summaries() -> None:
    text = """
tasks:
  - {id: a, title: A, duration: 2d}
  - {id: side, title: Side, duration: 3d, depends_on: [a]}
  - id: summer
    title: Summer
    not_before: 2027-06-01
    tasks:
      - {id: one, title: One, duration: 3d, depends_on: [a]}
      - {id: two, title: Two, duration: 3d, depends_on: [one]}
  - {id: ready, title: Ready, duration: 0d, depends_on: [summer FS+3ed]}
  - id: part
    title: Part
    depends_on: [ready FF]
    tasks: [{id: x, title: X, duration: 2d, depends_on: [side]}]
  - {id: dropped, title: Dropped, status: dropped, depends_on: [side]}
"""
    assert "PW622" not in codes(text)
    assert "PW622" in codes(
        text.replace("    not_before: 2027-06-01\n", "").replace(
            "duration: 3d, depends_on: [one]", "duration: 90d, depends_on: [one]"
        )
    )


def test_waiting_for_the_calendar_goes_by_the_link_that_drives() -> None:
    text = """
tasks:
  - {id: a, title: A, duration: 2d}
  - {id: side, title: Side, duration: 3d, depends_on: [a]}
  - {id: held, title: Held, duration: 1d, date: 2027-06-01}
  - {id: gone, title: Gone, status: dropped, depends_on: [side FS+1ed]}
  - {id: ready, title: Ready, duration: 0d, depends_on: [side, held LINK]}
  - {id: last, title: Last, duration: 200d, depends_on: [ready]}
"""
    for link in ("", "FS+3d", "FF", "SF", "FS+3ed", "SS+3ed"):
        assert "PW622" not in codes(text.replace("held LINK", f"held {link}".strip()))
    both = text.replace("[side, held LINK]", "[side FS+1ed, a FF, held FF]")
    assert "PW622" not in codes(both)
    driven = text.replace("[side, held LINK]", "[side, held, long]")
    assert "PW622" in codes(driven + "  - {id: long, title: Long, duration: 150d, depends_on: [a]}\n")
    driven = text.replace("[side, held LINK]", "[side, held FF, long]")
    assert "PW622" in codes(driven + "  - {id: long, title: Long, duration: 150d, depends_on: [a]}\n")


def test_a_deadline_elsewhere_and_a_status_date_are_no_calendar() -> None:
    assert "PW622" in codes(loose(), status_date="2027-03-01")
    assert "PW622" in codes(loose() + "  - {id: x, title: X, not_before: 2027-02-01, depends_on: [a]}\n")


def test_a_summary_that_is_waited_for_leaves_float_to_what_is_in_it() -> None:
    text = loose().replace(
        "  - {id: side, title: Side, duration: 3d, depends_on: [a]}\n",
        "  - {id: side, title: Sides, depends_on: [a], tasks: [{id: in, title: In, cost: 0}]}\n",
    )
    assert only(text, "PW622").message.startswith("“In” could finish")


def test_some_tasks_with_float_are_one_finding_and_few_of_many_none() -> None:
    sides = "".join(f"  - {{id: s{n}, title: S{n}, duration: {n}d, depends_on: [a]}}\n" for n in range(1, 4))
    text = loose().replace("longer, side", "longer, side, s1, s2, s3") + sides
    assert only(text, "PW622").message == (
        "4 tasks could finish more than 44 working days later without delaying any successor, the first of "
        "them 59 days later: “S1”, “S2”, “Side”, and “S3”."
    )
    rest = "".join(f"  - {{id: r{n}, title: R{n}, depends_on: [last]}}\n" for n in range(15))
    assert "PW622" not in codes(loose() + rest)


# People


def test_owners_are_asked_for_by_the_guide_or_else_by_the_plan() -> None:
    text = PEOPLE + "tasks: [{id: a, title: A, owner: ana}, {id: b, title: B}]"
    assert messages(text, "PW623", guides=["sector"]) == ["The task “B” has no owner."]
    assert "PW623" not in codes(text)
    risk = "kind: internal, category: C"
    risks = f"risks: [{{id: r, title: R, {risk}}}, {{id: q, title: Q, {risk}, owner: ana}}]"
    assert messages(PEOPLE + risks, "PW626", guides=[]) == ["The risk “R” has no owner."]
    found = codes(PEOPLE + risks)
    assert "PW626" not in found
    assert "PW540" in found


def test_work_is_assigned_to_someone_once_any_is() -> None:
    rest = "{id: b, title: B, owner: ana}, {id: c, title: C, owner: ana, duration: 0d}, {id: d, title: D}"
    text = PEOPLE + f"tasks: [{{id: a, title: A, assigned: [ana]}}, {rest}, {{id: e, title: E, owner: ana}}]"
    assert messages(text, "PW624") == [
        "The task “B” has no one assigned.",
        "The task “E” has no one assigned.",
    ]
    assert "PW624" not in codes(text.replace(", assigned: [ana]", ""))


def test_an_overload_names_the_person_the_week_and_the_tasks() -> None:
    first = "{id: a, title: A, duration: 8d, assigned: [ana]}"
    text = f"{PEOPLE}tasks: [{first}, {{id: b, title: B, duration: 8d, assigned: {{ana: 0.5}}}}]"
    problem = only(text, "PW625")
    assert problem.path == ("tasks", 1, "assigned")
    assert problem.message == (
        "Ana has a capacity of 1 a day, but is needed for 1.5 in the week of Jan 4, 2027: “A” and “B”. "
        "The same is true of 1 other week."
    )


def test_a_task_that_asks_too_much_by_itself_is_told_once() -> None:
    found = codes(PEOPLE + "tasks: [{id: a, title: A, duration: 3d, assigned: [bo]}]")
    assert "PW426" in found
    assert "PW625" not in found


def test_work_during_leave() -> None:
    text = "people: [{id: ana, name: Ana, category: cte, leave: [{from: 2027-01-05, to: 2027-01-06}]}]\n"
    text += "tasks: [{id: a, title: A, duration: 5d, assigned: [ana]}]"
    assert messages(text, "PW625") == ["Ana is away in the week of Jan 4, 2027, but needed on 2 days: “A”."]


def test_many_people_who_are_overloaded_are_one_finding() -> None:
    people = ", ".join(f"{{id: p{n}, name: P{n}, category: cte}}" for n in range(6))
    tasks = ", ".join(
        f"{{id: {a}{n}, title: T, duration: 2d, assigned: [p{n}]}}" for n in range(6) for a in ("a", "b")
    )
    message = only(f"people: [{people}]\ntasks: [{tasks}]", "PW625").message
    assert message.startswith("6 people or organizations are overallocated, in 6 weeks in total")
    assert "the first the week of Jan 4, 2027: “P0”" in message
    assert "PW625" not in codes(f"people: [{people}]\ntasks: [{tasks}]", scheduled=False)
