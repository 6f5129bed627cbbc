"""The 17 steps, each shown by what it leaves behind and by nothing less."""

from __future__ import annotations

import pytest
from guidance_plans import data_of, items_of, report_of

from pathwayctl.catalog.reading import sector
from pathwayctl.evidence.gap import State
from pathwayctl.evidence.work.steps import SHOWN_BY_AN_ENTRY, STEPS
from pathwayctl.guidance.report import Item
from pathwayctl.wording import listed

PARTNERSHIP = """
partnership:
  scope: Machining in two counties
  region: Two counties
  naics: ["3327"]
  industry_members: [shop]
  labor_market_brief: 640 companies
"""
LAUNCH = """
organizations:
  - {id: shop, name: Shop, category: business-industry-workforce}
  - {id: college, name: College, category: postsecondary}
meetings:
  - {id: launch, title: The launch, kind: sector-launch, date: 2027-03-24,
     agenda: [{title: Welcome, minutes: 10}],
     attended: [dana], decisions: [Three priorities],
     actions: [{title: Call them, owner: dana, due: 2027-04-01}]}
  - {id: board, title: The board, kind: board}
goals: [{id: hire, title: Hire, owner: dana}]
priorities: [{id: quick, title: Quick results, goals: [hire]}]
"""
OCCUPATION = """
occupations:
  - {id: machinist, title: Machinist, soc: "51-4041", annual_openings: 74, qualified_applicants: 41,
     median_wage: 58700, growth: 0, difficulty: high, entry_education: high-school,
     employers_account: It takes four years}
"""
SKILLS = """
ksas:
  - {id: prints, title: Read prints, kind: skill, group: Measuring,
     occupations: [{occupation: machinist, level: working}]}
programs:
  - {id: cert, title: Certificate, provider: college, cip: "48.0501", credentials: [nims], length: A year,
     cost: 0, transfers: false, occupations: [machinist], refined: 2027-05-01,
     teaches: [{ksa: prints, level: advanced}]}
credentials: [{id: nims, title: NIMS, kind: industry-certification}]
"""


def step(number: int, text: str = "", **header: object) -> Item:
    return next(one for one in items_of("sector", text, **header).values() if one.number == number)


def lacks(number: int, text: str = "", **header: object) -> list[str]:
    return [lack.text for lack in step(number, text, **header).lacks]


def test_every_step_of_the_guide_has_its_questions() -> None:
    guide = sector()
    assert list(STEPS) == [one.number for one in guide.steps]
    assert set(STEPS) >= SHOWN_BY_AN_ENTRY
    report = report_of("sector", data_of())
    assert [item.number for item in report.items] == list(range(1, 18))
    assert [item.sign for item in report.items] == [one.behind_you for one in guide.steps]
    assert report.items[4].group == "Part II: Reveal the Sector’s Talent Landscape"


def test_a_new_project_has_begun_nothing_and_may_begin_anywhere() -> None:
    report = report_of("sector", data_of())
    assert report.number(State.NOT_BEGUN) == 17
    assert report.next is report.items[0]
    assert any("any step" in text for text in report.beginning)
    assert any("under evidence:" in text for text in report.beginning)


def test_a_task_that_is_done_shows_that_a_step_has_begun_and_no_more() -> None:
    text = "tasks: [{id: t, title: List the occupations, step: 5, status: %s}]"
    assert step(5, text % "planned").state is State.NOT_BEGUN
    assert step(5, text % "in-progress").evidence == ("1 task in progress",)
    done = step(5, text % "done")
    assert (done.state, done.evidence) == (State.UNDER_WAY, ("1 of 1 task done",))
    assert [lack.text for lack in done.lacks] == ["There are no critical occupations yet."]


def test_tasks_belong_to_the_step_of_the_summary_above_them() -> None:
    text = """
tasks:
  - id: all
    title: All
    step: 2
    tasks:
      - {id: a, title: A, status: done}
      - {id: b, title: B, duration: 3d, depends_on: [c]}
      - {id: c, title: C, step: 3, duration: 5d}
      - {id: d, title: D, status: dropped}
      - {id: e, title: E, duration: 1d}
"""
    second = step(2, text)
    assert second.evidence == ("1 of 3 tasks done",)
    assert [(task.id, str(task.start), str(task.finish)) for task in second.tasks] == [
        ("e", "2027-01-04", "2027-01-04"),
        ("b", "2027-01-11", "2027-01-13"),
    ]
    assert [task.id for task in step(3, text).tasks] == ["c"]


def test_without_dates_open_tasks_are_still_told() -> None:
    ring = "tasks: [{id: a, title: A, step: 1, depends_on: [b]}, {id: b, title: B, step: 1, depends_on: [a]}]"
    assert [(task.id, task.start) for task in step(1, ring).tasks] == [("a", None), ("b", None)]


def test_step_1_has_a_scope_a_region_and_an_industry() -> None:
    assert lacks(1) == ["The partnership has no scope, region, or industry yet."]
    assert lacks(1, "partnership: {scope: Machining}") == [
        "The partnership has no region yet.",
        "The partnership has no NAICS code for its industry yet.",
    ]
    elsewhere = 'partnership: {scope: M}\nframeworks: [{id: f, industry: M, naics: ["3327"]}]'
    assert step(1, elsewhere, region="Two counties").state is State.DONE
    assert step(1, PARTNERSHIP).evidence == ("scope: “Machining in two counties”",)


def test_step_2_has_an_employer_who_was_asked_and_a_brief() -> None:
    assert lacks(2) == [
        "No employers are named in the project yet.",
        "No one has been invited yet.",
        "There is no labor market brief to show to employers yet.",
    ]
    listed = LAUNCH.replace("attended", "invited: [shop, dana], attended")
    assert step(2, listed).evidence == ("a list of 2 guests",)
    assert lacks(2, PARTNERSHIP + "invitations: [{id: i, to: college, sent: 2027-02-01}]") == [
        "No employer has been invited yet."
    ]
    sent = PARTNERSHIP + "invitations: [{id: i, to: shop, sent: 2027-02-01}]"
    assert step(2, sent).evidence == ("1 employer invited", "a labor market brief")
    assert step(2, sent).state is State.DONE


def test_employers_are_the_members_that_the_partnership_names() -> None:
    people = """
people:
  - {id: a, name: A, organization: shop, confirmation: verbal}
  - {id: b, name: B, category: business-industry-workforce, confirmation: verbal}
"""
    assert step(2, PARTNERSHIP + people).evidence[0] == "1 employer invited"
    assert step(2, people).evidence[0] == "1 employer invited"
    assert step(2, people.replace("confirmation: verbal", "")).evidence == ()


def test_step_3_has_a_launch_meeting_that_was_held_and_priorities() -> None:
    assert lacks(3) == ["There is no launch meeting yet.", "There are no priorities yet."]
    planned = "meetings: [{id: l, title: The launch, kind: sector-launch, date: 2027-03-24}]"
    assert step(3, planned).evidence == ("launch meeting planned",)
    assert lacks(3, planned) == [
        "“The launch” has no agenda yet.",
        "“The launch” has no record yet of who came and what was decided.",
        "There are no priorities yet.",
    ]
    from_scaffold = "meetings: [{id: l, title: L, kind: sector-launch, agenda: [{title: W, minutes: 5}]}]"
    assert step(3, from_scaffold).state is State.NOT_BEGUN
    assert step(3, LAUNCH).evidence == ("launch meeting held", "1 priority")
    assert step(3, LAUNCH).state is State.DONE


def test_of_two_meetings_the_one_that_was_held_counts() -> None:
    second = LAUNCH.replace("meetings:", "meetings:\n  - {id: first, title: First, kind: sector-launch}")
    assert step(3, second).state is State.DONE


def test_step_4_has_minutes_owners_and_another_meeting() -> None:
    assert lacks(4) == [
        "The launch meeting has no minutes yet.",
        "There is no meeting after the launch yet.",
    ]
    assert step(4, LAUNCH).evidence == ("1 decision", "1 action", "1 priority with an owner")
    assert step(4, LAUNCH).state is State.DONE
    bare = "meetings: [{id: l, title: L, kind: sector-launch, attended: [dana]}]"
    assert lacks(4, bare)[:2] == [
        "“L” has no decisions yet.",
        "“L” has no action items yet.",
    ]
    loose = LAUNCH.replace("owner: dana, due: 2027-04-01", "owner: dana")
    assert lacks(4, loose) == ["After “The launch”, “Call them” has no owner or no due date."]
    more = loose.replace("[{title: Call", "[{title: Write}, {title: Call")
    assert lacks(4, more) == ["After “The launch”, “Write” and “Call them” have no owner or no due date."]
    planned = "meetings: [{id: l, title: L, kind: sector-launch}, {id: k, title: K, kind: kickoff}]"
    assert step(4, planned).lacks[0].path == ("meetings", 0)
    assert "There is no meeting after the launch yet." in lacks(4, planned)


def test_step_4_asks_for_a_goal_with_an_owner_behind_each_priority() -> None:
    one = LAUNCH.replace("goals: [hire]", "goals: []")
    assert lacks(4, one) == ["The priority “Quick results” has no owner: none of its goals has one."]
    assert step(4, one).lacks[0].snippet == "priorities:\n  - id: quick\n    goals: [hire]"
    nobody = LAUNCH.replace("title: Hire, owner: dana", "title: Hire")
    assert lacks(4, nobody) == ["No goal has an owner yet."]
    no_goal = LAUNCH.replace("goals: [{id: hire, title: Hire, owner: dana}]", "goals: []")
    assert lacks(4, no_goal) == ["There is no goal yet for the priorities to lead to."]


def test_step_5_is_done_when_the_occupations_have_their_figures() -> None:
    done = step(5, OCCUPATION)
    assert (done.state, done.evidence) == (State.DONE, ("1 critical occupation",))
    part = OCCUPATION.replace("median_wage: 58700, growth: 0, ", "").replace('soc: "51-4041", ', "")
    found = step(5, part + "  - {id: welder, title: Welder, onet: 51-4121.00}")
    assert found.evidence == ("2 critical occupations, 0 complete",)
    first, second = found.lacks
    assert first.text == f"“Machinist” has no {listed(['SOC or O*NET code', 'wage', 'growth'], 'or')} yet."
    assert first.snippet == (
        'occupations:\n  - id: machinist\n    onet: "51-4041.00"\n    median_wage: 58700\n    growth: 1.8'
    )
    assert (first.path, second.path) == (("occupations", 0), ("occupations", 1))


def test_step_6_has_a_program_for_each_occupation_and_a_credential() -> None:
    assert lacks(6) == ["There are no programs yet."]
    assert step(6, OCCUPATION + SKILLS).state is State.DONE
    rough = OCCUPATION + "programs: [{id: p, title: P, provider: college, cost: 0}]"
    assert lacks(6, rough) == [
        f"“P” has no {listed(['CIP code', 'length', 'transfer status'], 'or')} yet.",
        "No program says which credential it leads to.",
        "There are no credentials yet.",
        "“Machinist” has no program that prepares for it, and no recorded gap.",
    ]
    known = rough + "\ncredentials: [{id: nims, title: NIMS, kind: industry-certification}]"
    assert "There are no credentials yet." not in lacks(6, known)
    gap = rough.replace("employers_account", "gap: None nearby, employers_account")
    assert not any("Machinist" in text for text in lacks(6, gap))


def test_step_7_has_the_employers_account() -> None:
    assert lacks(7) == ["There are no critical occupations yet to ask employers about (step 5)."]
    assert step(7, OCCUPATION).evidence == ("employers’ account of 1 occupation",)
    more = OCCUPATION + "  - {id: welder, title: Welder}"
    assert lacks(7, more) == [
        "1 occupation has no employers’ account yet: “Welder”. Record an interview or a survey that is about "
        "them, or write employers_account: for each of them."
    ]
    talked = "\ninterviews: [{id: i, employer: shop, occupations: [machinist], summary: S}]\n"
    assert lacks(7, more + talked) == [
        "No interview, survey, or note has the employers’ account of “Welder” yet."
    ]
    assert step(7, "occupations: [{id: w, title: W}]").state is State.NOT_BEGUN


def test_step_8_has_an_action_that_is_under_way() -> None:
    text = "shortage_actions: [{id: a, title: Short course, occupation: w%s}]"
    assert lacks(8) == ["There are no actions on shortages yet."]
    assert lacks(8, text % "") == [
        "“Short course” has no owner or due date yet.",
        "No action on a shortage is under way yet. Mark one as in progress when it starts.",
    ]
    assert step(8, text % ", owner: d, due: 2027-05-01, status: in-progress").state is State.DONE


def test_step_9_puts_every_occupation_into_a_skill_set_with_a_level() -> None:
    assert lacks(9) == ["There are no critical occupations yet to put in order (step 5)."]
    assert step(9, OCCUPATION + SKILLS).evidence == ("1 skill set",)
    assert step(9, OCCUPATION + SKILLS).state is State.DONE
    bare = "occupations: [{id: machinist, title: Machinist}]\n"
    assert lacks(9, bare) == [
        "“Machinist” belongs to no skill set yet: it has no KSA with a group.",
        "“Machinist” has no level yet: the education that a beginner needs.",
    ]
    loose = step(9, bare + SKILLS.replace("group: Measuring,", ""))
    assert loose.lacks[0].snippet == "ksas:\n  - id: prints\n    group: The skill set it belongs to"


def test_step_10_joins_occupations_and_ksas() -> None:
    assert lacks(10) == ["There are no KSAs (knowledge, skills, and abilities) yet."]
    assert step(10, OCCUPATION + SKILLS).evidence == ("1 KSA",)
    more = OCCUPATION + "  - {id: welder, title: Welder}\n" + SKILLS
    more = more.replace("ksas:", "ksas:\n  - {id: idle, title: Idle, kind: ability}")
    assert lacks(10, more) == [
        "“Welder” has no KSAs and no recorded gap.",
        "No critical occupation asks for “Idle”.",
    ]


def test_step_11_knows_what_each_program_teaches() -> None:
    assert lacks(11) == ["There are no programs yet."]
    assert step(11, SKILLS).state is State.DONE
    assert lacks(11, "programs: [{id: p, title: P, provider: c}]") == [
        "“P” has no list of KSAs or provider review date yet."
    ]


def test_step_12_has_three_uses_under_way() -> None:
    uses = """
ksa_uses:
  - {id: a, title: A, purpose: curriculum, ksas: [prints], status: done}
  - {id: b, title: B, purpose: hiring, ksas: [prints]}
  - {id: c, title: C, purpose: advising, ksas: [prints], status: in-progress}
"""
    found = step(12, uses)
    assert found.evidence == ("KSAs used in curriculum and advising",)
    assert [(lack.path, lack.text.split(" is ")[0]) for lack in found.lacks] == [
        (("ksa_uses", 1), "No use of the KSAs in hiring"),
        (("ksa_uses",), "No use of the KSAs in assessment"),
    ]
    assert step(12).state is State.NOT_BEGUN


def test_step_13_leads_from_every_ksa_to_a_program_or_to_a_gap_written_down() -> None:
    assert lacks(13) == ["The map is empty: no occupation has KSAs yet (step 10)."]
    assert step(13, OCCUPATION + SKILLS).evidence == ("a program for 1 of 1 line of the map",)
    low = OCCUPATION + SKILLS.replace("level: advanced", "level: basic")
    assert lacks(13, low) == [
        "No program reaches the level that “Machinist” needs in “Read prints”. Find one, or record the gap."
    ]
    assert step(13, low).state is State.NOT_BEGUN
    recorded = low.replace("employers_account", "gap: None nearby, employers_account")
    assert step(13, recorded).state is State.DONE


def test_step_14_reaches_every_audience() -> None:
    entry = "  - {id: a%d, audience: A%d, message: M, materials: [Flyer], owner: dana}\n"
    text = "marketing:\n" + "".join(entry % (n, n) for n in range(3))
    assert lacks(14) == ["There are no marketing audiences yet."]
    assert lacks(14, text) == [
        "Only 3 audiences so far; think of students, parents, job seekers, and employers.",
        "3 messages not sent yet, starting with “A0”.",
    ]
    four = text + entry % (3, 3)
    assert step(14, four).state is State.UNDER_WAY
    assert step(14, four.replace("owner: dana", "owner: dana, sent: 2027-02-01")).state is State.DONE


def test_step_15_has_one_list_of_actions_with_owners_and_times() -> None:
    assert lacks(15) == ["There is no list of actions yet."]
    text = """
tasks:
  - id: all
    title: All
    tasks:
      - {id: a, title: A, owner: dana, deadline: 2027-05-01}
      - {id: b, title: B, duration: 5d}
      - {id: c, title: C}
"""
    found = step(15, text)
    assert found.evidence == ("1 action with an owner and a time",)
    assert [lack.text for lack in found.lacks] == [
        "2 tasks have no owner: “B” and “C”.",
        "1 task has no duration or date: “C”.",
    ]
    assert found.lacks[1].path == ("tasks", 0, "tasks", 2)
    assert found.lacks[1].snippet == "- id: c\n  duration: 10d"


def test_step_16_has_a_home_and_was_handed_over() -> None:
    assert lacks(16) == [
        "The work has no permanent home yet: no one is named to keep it going.",
        "There is no implementation meeting yet.",
    ]
    text = """
partnership: {scope: S, home: The center}
meetings: [{id: i, title: I, kind: implementation, actions: [{title: Go}]}]
"""
    assert step(16, text).evidence == ("a home for the work", "implementation meeting held")


def test_step_17_has_measures_that_are_read_on_time_and_looked_at() -> None:
    assert lacks(17) == [
        "There are no measures yet.",
        "There is no evaluation meeting yet.",
    ]
    text = """
measures:
  - {id: m, title: Jobs, category: workforce, target: 9, cadence: monthly, owner: dana,
     readings: [{date: 2027-02-01, value: 3}]}
  - {id: n, title: Pay, category: workforce, target: 9, cadence: monthly, owner: dana}
meetings: [{id: r, title: R, kind: reflection, decisions: [Go on]}]
"""
    assert lacks(17, text, status_date="2027-03-09") == [
        "“Jobs” was last updated on Feb 1, 2027; the next value is 5 days overdue.",
        "“Pay” has no value yet.",
    ]
    assert step(17, text).evidence == ("2 measures", "results reviewed in 1 meeting")
    assert lacks(17, text) == ["“Pay” has no value yet."]


@pytest.mark.parametrize("number", range(1, 18))
def test_an_entry_under_evidence_shows_what_happened_and_stands_for_no_data(number: int) -> None:
    found = step(number, f"evidence: [{{step: {number}, text: Minutes of the autumn workshop}}]")
    assert found.evidence == ("“Minutes of the autumn workshop”",)
    shown = found.number in SHOWN_BY_AN_ENTRY
    assert found.state is (State.DONE if shown else State.UNDER_WAY)
    assert bool(found.lacks) is not shown
