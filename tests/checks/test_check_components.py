"""What the seven components ask for: teams that meet, agreements in force, credentials that stack."""

from __future__ import annotations

import datetime as dt

import pytest
from checking import codes, messages, only, problems

from pathwayctl.catalog.reading import components

GUIDE = ["components"]
ORGANIZATIONS = """\
organizations:
  - {id: convener, name: Convener, category: individuals-community}
  - {id: board, name: Workforce Board, category: business-industry-workforce}
  - {id: college, name: College, category: postsecondary}
  - {id: district, name: District, category: k-12}
people:
  - {id: ana, name: Ana, organization: convener}
  - {id: ben, name: Ben, organization: district}
"""


def test_responsibilities_of_the_list_without_holders_are_reported_by_role() -> None:
    text = """
people: [{id: ana, name: Ana, category: cte}]
duties:
  - {responsibility: share-data, role: workforce-development, holders: [ana]}
  - {responsibility: give-time-and-expertise, role: workforce-development}
  - {responsibility: give-time-and-expertise, role: employers-and-industry}
"""
    found = messages(text, "PW576", guides=GUIDE)
    assert found == [
        "Nobody holds 1 of the 20 responsibilities of “Workforce Development”: “give-time-and-expertise”.",
        "Nobody holds any of the responsibilities of “Employers and Industry” (1).",
    ]


def test_what_a_project_leaves_out_or_sets_aside_is_not_reported() -> None:
    text = """
people: [{id: ana, name: Ana, category: cte}]
duties:
  - {responsibility: share-data, role: workforce-development, holders: [ana]}
  - {responsibility: give-time-and-expertise, role: workforce-development, state: not-applicable}
"""
    assert "PW576" not in codes(text, guides=GUIDE)


def test_holders_at_different_stages_have_entries_of_their_own() -> None:
    text = """
people: [{id: ana, name: Ana, category: cte}, {id: ben, name: Ben, category: cte}]
duties:
  - {responsibility: share-data, role: workforce-development, holders: [ana], state: done}
  - {responsibility: share-data, role: workforce-development, holders: [ben]}
"""
    assert "PW326" not in codes(text, guides=GUIDE)
    assert "PW326" in codes(text.replace("[ben]", "[ana]"), guides=GUIDE)


def test_a_responsibility_of_your_own_has_a_text_and_a_component() -> None:
    own = (
        "{responsibility: lend, text: Lend machines, component: work-based-learning, role: regional-convener}"
    )
    assert "PW319" not in codes(f"duties: [{own}]", guides=GUIDE)
    assert "PW319" in codes(f"duties: [{own.replace('text: Lend machines, ', '')}]", guides=GUIDE)


def test_a_duty_without_holders_is_not_held() -> None:
    untouched = "{responsibility: share-data, role: workforce-development}"
    assert messages(f"duties: [{untouched}]", "PW576", guides=GUIDE) == []
    begun = "{responsibility: report-openings, role: employers-and-industry, state: under-way}"
    found = messages(f"duties: [{untouched}, {begun}]", "PW576", guides=GUIDE)
    assert found[0].startswith("Nobody holds any of the responsibilities of")


def test_all_duties_held_leave_nothing_to_say() -> None:
    duties = [
        f"{{responsibility: {duty.id}, role: {role}, holders: [ana]}}"
        for duty in components().responsibilities
        for role in duty.roles
    ]
    text = f"people: [{{id: ana, name: Ana, category: cte}}]\nduties: [{', '.join(duties)}]"
    assert len(duties) == 146
    assert not codes(text, guides=GUIDE) & {"PW576", "PW319", "PW326", "PW327"}
    assert "PW576" not in codes("duties: []", guides=GUIDE)


def test_a_responsibility_of_another_role_is_told_once() -> None:
    text = "duties: [{responsibility: report-openings, role: secondary-education, holders: [ana]}]"
    problem = only(text, "PW327", guides=[])
    assert problem.path == ("duties", 0, "role")
    assert problem.hint == "Write role: employers-and-industry, or choose another responsibility."
    assert "PW319" not in codes(text, guides=[])


@pytest.mark.parametrize(
    ("members", "missing"),
    [
        ("[convener, board, college, district]", None),
        ("[ana, board, college, ben]", None),
        ("[board, college, district]", "the regional convener"),
        ("[convener]", "the regional education service center, the workforce board, or colleges"),
        ("[]", None),
    ],
)
def test_the_leadership_team_brings_four_together(members: str, missing: str | None) -> None:
    text = f"{ORGANIZATIONS}\nteams: [{{id: t, title: Team, kind: leadership, members: {members}}}]"
    found = messages(text, "PW566", guides=GUIDE, convener="convener")
    assert found == ([f"Nobody on the team “Team” represents {missing}."] if missing else [])


def test_whoever_leads_a_team_sits_on_it() -> None:
    team = "{id: t, title: Team, kind: leadership, lead: ana, members: [board, college, district]}"
    assert "PW566" not in codes(f"{ORGANIZATIONS}\nteams: [{team}]", guides=GUIDE, convener="convener")
    partnership = "partnership: {scope: S, convener: convener}"
    assert "PW566" not in codes(f"{ORGANIZATIONS}\nteams: [{team}]\n{partnership}", guides=GUIDE)


def test_the_team_that_carries_pathways_out_needs_community_groups() -> None:
    text = (
        f"{ORGANIZATIONS}\nteams: [{{id: t, title: Team, kind: facilitator, members: [board, college, ben]}}]"
    )
    missing = "the grant administrator, employers, or community groups"
    assert messages(text, "PW566", guides=GUIDE) == [f"Nobody on the team “Team” represents {missing}."]
    other = "teams: [{id: t, title: Team, kind: planning}]"
    assert "PW566" not in codes(other, guides=GUIDE)


def test_people_who_left_fill_no_seat() -> None:
    text = ORGANIZATIONS.replace("organization: district}", "organization: district, until: 2027-02-01}")
    text += "teams: [{id: t, title: Team, kind: leadership, members: [convener, board, college, ben]}]"
    options = {"guides": GUIDE, "convener": "convener"}
    assert "PW566" not in codes(text, **options)
    assert "PW566" in codes(text, status_date=dt.date(2027, 3, 1), **options)


def test_teams_that_are_not_there_are_named() -> None:
    text = "teams: [{id: t, title: Team, kind: planning}]"
    message = "No team is the “Pathways leadership team” or “Pathways team”."
    assert messages(text, "PW567", guides=GUIDE) == [message]


def meets(days: list[str], team: str = "kind: leadership") -> str:
    meetings = ", ".join(
        f"{{id: m{n}, title: M, kind: team, team: t, date: {day}}}" for n, day in enumerate(days)
    )
    return f"teams: [{{id: t, title: Team, {team}}}]\nmeetings: [{meetings}]"


@pytest.mark.parametrize(
    ("days", "code"),
    [
        (["2027-02-10", "2027-03-17"], None),
        (["2027-02-10", "2027-03-24"], "PW569"),
        (["2027-02-10", "2027-05-20"], "PW569"),
        (["2027-02-10", "2027-05-21"], "PW568"),
        (["2027-05-12", "2027-02-10", "2027-09-08"], "PW568"),
    ],
)
def test_how_often_a_team_meets_is_seen_from_its_meetings(days: list[str], code: str | None) -> None:
    assert codes(meets(days), guides=GUIDE) & {"PW568", "PW569"} == ({code} if code else set())


def test_a_team_that_has_stopped_meeting_is_seen_as_of_the_status_date() -> None:
    text = meets(["2027-02-10", "2027-03-10"])
    assert messages(text, "PW568", guides=GUIDE, status_date="2027-08-01") == [
        "“Team” has no meeting between March 10, 2027, and August 1, 2027."
    ]
    assert not codes(text, guides=GUIDE, status_date="2027-04-01") & {"PW568", "PW569", "PW610"}


@pytest.mark.parametrize(
    ("cadence", "code"),
    [
        ("weekly", None),
        ("monthly", None),
        ("ongoing", None),
        ("quarterly", "PW569"),
        ("twice-a-year", "PW568"),
        (None, "PW568"),
    ],
)
def test_a_team_without_meetings_is_judged_by_its_word(cadence: str | None, code: str | None) -> None:
    team = f"kind: facilitator, cadence: {cadence}" if cadence else "kind: facilitator"
    assert codes(meets([], team), guides=GUIDE) & {"PW568", "PW569"} == ({code} if code else set())


def test_other_teams_keep_their_own_cadence() -> None:
    text = meets(["2027-02-10"], "kind: planning, cadence: monthly")
    assert not codes(text, guides=GUIDE) & {"PW568", "PW569"}
    assert "PW610" not in codes(text, guides=[], status_date="2027-03-20")
    assert messages(text, "PW610", guides=[], status_date="2027-03-21") == [
        "“Team” should meet monthly, but last met on February 10, 2027."
    ]
    coming = meets(["2027-02-10", "2027-04-01"], "kind: planning, cadence: monthly")
    assert "PW610" not in codes(coming, guides=[], status_date="2027-03-25")
    assert "PW610" not in codes(meets([], "kind: planning, cadence: monthly"), status_date="2027-03-25")


def test_a_late_leadership_team_is_told_of_once() -> None:
    text = meets(["2027-02-10"], "kind: leadership, cadence: monthly")
    assert codes(text, guides=GUIDE, status_date="2027-06-25") & {"PW568", "PW610"} == {"PW568"}
    assert codes(text, guides=[], status_date="2027-06-25") & {"PW568", "PW610"} == {"PW610"}


def test_a_sustainability_plan_is_asked_for_its_parts() -> None:
    text = "sustainability: {partnerships: P, roles: R, funding: F}"
    assert messages(text, "PW577", guides=GUIDE) == ["The sustainability plan has no text on succession."]
    assert "PW577" not in codes("", guides=GUIDE)


AGREEMENT = "agreements: [{id: a, title: A, kind: %s}]"


def test_a_plan_without_agreements_is_only_reminded() -> None:
    assert not codes("", guides=GUIDE) & {"PW555", "PW558"}
    assert codes(AGREEMENT % "employer", guides=GUIDE) >= {"PW555", "PW558"}
    assert "PW555" not in codes(AGREEMENT % "employer", guides=GUIDE, unread=["mou"])
    assert "PW558" not in codes(AGREEMENT % "data-sharing", guides=GUIDE)
    shared = "shared-agreement, answers: {data: Each term}"
    assert "PW558" not in codes(AGREEMENT % shared, guides=GUIDE)
    assert only(AGREEMENT % "transfer", "PW555", guides=["sector", "grades-9-14"]).path[-1] == 1


def test_an_agreement_binds_two() -> None:
    one = f"{ORGANIZATIONS}\nagreements: [{{id: a, title: A, kind: mou, parties: [college, college]}}]"
    assert messages(one, "PW556") == ["The agreement “A” has only one party."]


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ("signed: 2027-05-01, put_into_practice: 2027-05-03, expires: 2029-05-01", None),
        (
            "put_into_practice: 2027-05-03, expires: 2027-05-02",
            "before it took effect on May 3, 2027",
        ),
        ("signed: 2027-07-01", "is signed on July 1, 2027, after the status date, June 1, 2027"),
    ],
)
def test_the_days_of_an_agreement_hold_together(days: str, words: str | None) -> None:
    found = messages(AGREEMENT % f"mou, {days}", "PW557", status_date="2027-06-01")
    assert [words in message for message in found if words] == ([True] if words else [])
    assert len(found) == bool(words)


@pytest.mark.parametrize(
    ("expires", "said"),
    [
        ("2027-05-31", "expired on May 31, 2027"),
        ("2027-06-01", "expires today, June 1, 2027"),
        ("2027-06-02", "expires on June 2, 2027, in 1 day"),
        ("2027-08-30", "expires on August 30, 2027, in 90 days"),
        ("2027-08-31", None),
    ],
)
def test_agreements_are_renewed_in_time(expires: str, said: str | None) -> None:
    text = AGREEMENT % f"mou, expires: {expires}"
    found = messages(text, "PW602", status_date="2027-06-01")
    assert found == ([f"The agreement “A” {said}."] if said else [])
    assert "PW602" not in codes(text)


@pytest.mark.parametrize(
    ("later", "renewed"),
    [
        ("kind: mou, parties: [college, district, board], signed: 2027-05-20, expires: 2029-05-31", True),
        ("kind: mou, parties: [college, district], signed: 2027-05-20", True),
        ("kind: mou, parties: [college, district], expires: 2029-05-31", False),
        ("kind: mou, parties: [college, board], signed: 2027-05-20", False),
        ("kind: transfer, parties: [college, district], signed: 2027-05-20", False),
    ],
)
def test_an_agreement_that_was_renewed_may_run_out(later: str, renewed: bool) -> None:
    first = "{id: a, title: A, kind: mou, parties: [college, district], expires: 2027-06-30}"
    text = f"{ORGANIZATIONS}\nagreements: [{first}, {{id: b, title: B, {later}}}]"
    assert ("PW602" not in codes(text, status_date="2027-06-01")) is renewed


@pytest.mark.parametrize(
    ("task", "agreement", "stuck"),
    [
        ("status: done, finished: 2027-02-01", "", True),
        ("status: done, finished: 2027-02-01", "signed: 2027-02-01", True),
        ("status: done, finished: 2027-02-01", "signed: 2027-02-01, put_into_practice: 2027-02-02", False),
        ("status: dropped", "", False),
        ("duration: 2d", "", False),
    ],
)
def test_an_agreement_follows_its_task(task: str, agreement: str, stuck: bool) -> None:
    text = f"""\
tasks: [{{id: t, title: T, {task}}}]
agreements: [{{id: a, title: A, kind: mou, task: t, {agreement}}}]
"""
    for scheduled in (True, False):
        found = codes(text, guides=GUIDE, status_date="2027-03-01", scheduled=scheduled)
        assert ("PW603" in found) is stuck


def test_an_agreement_may_be_brought_about_by_several_tasks() -> None:
    text = """\
tasks:
  - id: agree
    title: Agree
    tasks:
      - {id: draft, title: Draft, status: done, finished: 2027-02-01}
      - {id: sign, title: Sign, %s}
agreements: [{id: a, title: A, kind: mou, task: agree}, {id: b, title: B, kind: mou, task: nothing}]
"""
    done = text % "status: done, finished: 2027-02-05"
    message = "The task for the agreement “A” is done, but it is not signed or in effect."
    assert messages(done, "PW603", guides=GUIDE, status_date="2027-03-01") == [message]
    assert "PW603" not in codes(text % "duration: 1d", guides=GUIDE, status_date="2027-03-01")


CREDENTIALS = """\
credentials:
  - {id: a, title: A, kind: industry-certification, portable: true}
  - {id: b, title: B, kind: level-1-certificate, stacks_on: [a], portable: false}
  - {id: c, title: C, kind: level-2-certificate, reviewed: 2027-01-15}
"""


def test_credentials_are_told_together() -> None:
    assert messages(CREDENTIALS, "PW581", guides=GUIDE) == ["1 credential stands alone: “C”."]
    message = "2 credentials are not known to be portable: “B” and “C”."
    assert messages(CREDENTIALS, "PW582", guides=GUIDE) == [message]
    message = "3 credentials have no employer under recognized_by: “A”, “B”, and “C”."
    assert messages(CREDENTIALS, "PW583", guides=GUIDE) == [message]
    message = "No credential is of the kind “Associate’s degree” or “Bachelor’s degree”."
    assert messages(CREDENTIALS, "PW584", guides=GUIDE) == [message]
    assert not codes("", guides=GUIDE) & {"PW581", "PW582", "PW583", "PW584"}


def test_a_circle_of_credentials_is_no_ladder_turned_round() -> None:
    text = """\
credentials:
  - {id: a, title: A, kind: level-1-certificate, stacks_on: [c]}
  - {id: b, title: B, kind: level-2-certificate, stacks_on: [a]}
  - {id: c, title: C, kind: associate-degree, stacks_on: [b]}
"""
    problem = only(text, "PW325")
    assert problem.path == ("credentials", 0, "stacks_on")
    assert "“a” builds on “c”, “c” builds on “b”, and “b” builds on “a”" in problem.message
    assert "PW330" not in codes(text)


def test_what_is_kept_up_is_looked_at_once_a_year() -> None:
    text = f"""\
{ORGANIZATIONS}
programs:
  - {{id: p, title: P, provider: college}}
  - {{id: q, title: Q, provider: college, refined: 2027-01-15}}
sustainability: {{funding: F, reviewed: 2027-01-15}}
{CREDENTIALS}
"""
    assert messages(text, "PW608", guides=GUIDE, status_date="2027-06-01") == [
        "1 program has not been reviewed for a year: “P”.",
        "2 credentials have not been reviewed for a year: “A” and “B”.",
    ]
    found = problems(text, "PW608", guides=GUIDE, status_date="2028-06-01")
    assert found[-1].message == "The sustainability plan has not been reviewed since January 15, 2027."
    assert "PW608" not in codes(text, guides=GUIDE)
    new = messages("sustainability: {funding: F}", "PW608", guides=GUIDE, status_date="2027-06-01")
    assert new == ["The sustainability plan has not been reviewed yet."]


def test_plans_by_eighth_grade_may_come_earlier() -> None:
    text = """\
pathways:
  - {id: a, title: A, individual_plans_by_grade: 7, advanced_academics: [AP]}
  - {id: b, title: B, individual_plans_by_grade: 9}
  - {id: c, title: C}
"""
    message = "2 pathways are not known to give every student an individual plan by 8th grade: “B” and “C”."
    assert messages(text, "PW578", guides=GUIDE) == [message]
    assert messages(text, "PW579", guides=GUIDE) == ["2 pathways have no advanced academics: “B” and “C”."]
