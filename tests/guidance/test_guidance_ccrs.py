"""The objectives of chapters 1 and 4, each reached only when the files show it."""

from __future__ import annotations

from typing import Any

from guidance_plans import data_of, items_of, report_of

from pathwayctl.catalog.reading import ccrs
from pathwayctl.evidence.evaluation.seats import ASKED_FOR
from pathwayctl.evidence.gap import State
from pathwayctl.guidance.ccrs import OBJECTIVES
from pathwayctl.guidance.report import Item
from pathwayctl.model.governance import Logistics
from pathwayctl.model.vocabulary import StakeholderCategory
from pathwayctl.wording import listed


def objective(key: str, text: str = "", **header: Any) -> Item:
    return items_of("ccrs", text, **header)[key]


def lacks(key: str, text: str = "", **header: Any) -> list[str]:
    return [lack.text for lack in objective(key, text, **header).lacks]


def people(*entries: str) -> str:
    return "people:\n" + "".join(f"  - {{{entry}}}\n" for entry in entries)


def test_every_objective_of_the_guide_has_its_looks() -> None:
    objectives = ccrs().objectives
    assert list(OBJECTIVES) == [one.id for one in objectives]
    report = report_of("ccrs", data_of())
    assert report.number(State.NOT_BEGUN) == 8
    assert [item.group for item in report.items] == ["Chapter 1"] * 5 + ["Chapter 4"] * 3
    assert not any(item.title.endswith(".") for item in report.items)
    assert report.beginning == ()


EVERYONE = people(
    *(
        f"id: p{n}, name: P{n}, category: {category.value}, decision_authority: {str(not n).lower()}, "
        f"does_the_work: {str(n == 1).lower()}"
        for n, category in enumerate(StakeholderCategory)
    )
)
CONSIDERED = "considerations:\n" + "".join(
    f"  - {{consideration: {one.id}, met: true, note: So}}\n" for one in ccrs().considerations
)


def test_stakeholders_are_identified_when_every_category_has_someone() -> None:
    found = objective("identify-stakeholders", EVERYONE + CONSIDERED)
    assert found.evidence == ("people from 7 of 7 categories", "4 of 4 considerations met")
    assert found.state is State.DONE
    two = EVERYONE.replace("adult-education", "k-12").replace("policymaker-legislative", "k-12")
    assert lacks("identify-stakeholders", two + CONSIDERED) == [
        "2 stakeholder categories have no one: Adult Education, Policymaker / Legislative."
    ]
    one = EVERYONE.replace("adult-education", "k-12")
    assert lacks("identify-stakeholders", one + CONSIDERED) == [
        "1 stakeholder category has no one: Adult Education."
    ]


def test_both_kinds_of_people_are_asked_for() -> None:
    bare = EVERYONE.replace("true", "false")
    assert lacks("identify-stakeholders", bare + CONSIDERED) == [
        "No one named so far can make decisions for their group.",
        "No one named so far will do the work.",
    ]


def test_a_consideration_is_met_only_when_it_is_said_how() -> None:
    ticked = CONSIDERED.replace("met: true, note: So", "met: true")
    found = objective("identify-stakeholders", EVERYONE + ticked)
    assert len(found.lacks) == 4
    assert found.lacks[1].path == ("considerations", 1)
    assert found.lacks[0].text.startswith("Not answered yet: Is every government office")
    nothing = objective("identify-stakeholders", EVERYONE)
    assert nothing.lacks[1].path == ("considerations",)


ROLES = people(
    "id: a, name: Ana, category: k-12, confirmation: verbal, roles: [decision-maker, connector], "
    "key_champion: true, stages: [process-and-logistics, policy-development]",
    "id: b, name: Ben, category: k-12, confirmation: written, roles: [doer, connector], "
    "stages: [capacity-building, evaluation]",
    "id: c, name: Cy, category: k-12, confirmation: written, roles: [doer]",
)


def test_roles_are_clear_when_every_sector_decides_and_does() -> None:
    found = objective("clarify-roles", ROLES)
    assert found.state is State.DONE
    assert found.evidence == (
        "1 category has a decision maker and doers",
        "someone in every stage",
        "3 people have confirmed",
    )
    assert lacks("clarify-roles") == ["No people are named in the project yet."]


def test_missing_roles_are_told_with_someone_who_could_play_them() -> None:
    text = people(
        "id: a, name: Ana, category: k-12, roles: [doer]",
        "id: b, name: Ben, category: cte, confirmation: verbal, roles: [connector]",
    )
    found = objective("clarify-roles", text)
    assert [lack.text for lack in found.lacks] == [
        "No decision maker yet from K-12 or Career and Technical Education.",
        "Fewer than 2 doers yet from K-12 or Career and Technical Education.",
        "Only one person is a connector.",
        "No one is marked as a key champion, with the influence to win support and funding.",
        f"No one takes part in {listed(EMPTY_STAGES, 'or')}.",
        "1 person has not confirmed yet: “Ana”.",
    ]
    assert found.evidence == ("1 person has confirmed",)
    assert found.lacks[0].snippet == "people:\n  - id: a\n    roles: [doer, decision-maker]"
    assert found.lacks[1].path == ("people",)  # Ana does already: a second doer is to be found
    assert "id: someone-k-12-2" in found.lacks[1].snippet
    assert found.lacks[2].path == ("people", 0)
    alone = objective("clarify-roles", people("id: a, name: Ana, roles: [connector]"))
    assert "id: second-connector" in alone.lacks[0].snippet


INVITED = """
invitations:
  - {id: i, to: a, rationale: R, role: R, importance: I, supports: S, dates: [2027-02-01], sent: 2027-01-05}
"""


def test_people_are_engaged_when_they_were_asked_in_five_parts() -> None:
    one = people("id: a, name: Ana, organization: shop, email: a@example.org")
    found = objective("engage-stakeholders", one + INVITED)
    assert found.evidence == ("1 person reached", "1 invitation sent with all five parts")
    assert found.state is State.DONE
    assert objective("engage-stakeholders", one + INVITED.replace("to: a", "to: shop")).state is State.DONE
    assert lacks("engage-stakeholders") == ["No one to invite is named in the project yet."]
    assert lacks("engage-stakeholders", people("id: a, name: Ana", "id: b, name: B, phone: a number")) == [
        "2 people have not been invited or confirmed: “Ana” and “B”.",
        "1 person has no e-mail address or phone number: “Ana”.",
    ]
    empty = one + "invitations: [{id: i, to: a}, {id: j, to: unknown, sent: 2027-01-05}]"
    assert lacks("engage-stakeholders", empty) == [
        f"The invitation to “Ana” has no {listed([*PARTS, 'dates', 'sent date'], 'or')} yet.",
        f"The invitation to “unknown” has no {listed([*PARTS, 'dates'], 'or')} yet.",
    ]


PARTS = ("rationale", "role", "reason why it matters to them", "support for taking part")
EMPTY_STAGES = ("Process and Logistics", "Policy Development", "Capacity Building", "Evaluation")
KNOWN = """
beliefs: [{id: b, who: a, text: It is for shops like mine}]
definition: {text: A line of jobs, adopted: 2027-01-28}
meetings: [{id: k, title: The kickoff, kind: kickoff, attended: [a]}]
"""


def test_knowledge_is_built_by_a_kickoff_beliefs_and_a_definition() -> None:
    assert objective("build-knowledge", KNOWN).state is State.DONE
    planned = KNOWN.replace("attended: [a]", "logistics: [{item: slides, done: true}, {item: food}]")
    found = objective("build-knowledge", planned.replace(", adopted: 2027-01-28", ""))
    assert found.evidence == (
        f"1 of {len(Logistics)} preparations for the kickoff done",
        "1 belief",
        "a draft of the definition",
    )
    assert [lack.text for lack in found.lacks] == [
        "“The kickoff” has no agenda yet.",
        "Not done yet for “The kickoff”: Agenda and background, Presenters, Space, Food and drinks, "
        "Audio and video, Presenters’ materials, Copies.",
        "“The kickoff” has no record yet of who came and what was decided.",
        "The group has not adopted the definition yet.",
    ]
    assert lacks("build-knowledge", "beliefs: [{id: b, text: Nobody knows who said it}]")[1:] == [
        "“Nobody knows who said it” has no speaker yet.",
        "There is no definition of a career pathway yet.",
    ]
    ready = ", ".join(f"{{item: {one.value}, done: true}}" for one in Logistics)
    all_set = KNOWN.replace("attended: [a]", f"agenda: [{{title: W, minutes: 5}}], logistics: [{ready}]")
    assert len(lacks("build-knowledge", all_set)) == 1


def test_goals_are_defined_by_votes_goals_and_owners() -> None:
    text = """
goals: [{id: g, title: Hire, owner: a}]
priorities:
  - {id: p, title: Quick results, votes: [{group: Table 1}], goals: [g]}
  - {id: q, title: Talk, goals: [g]}
"""
    found = objective("define-goals", text)
    assert found.evidence == ("1 element chosen by small groups", "1 goal", "2 priorities with an owner")
    assert found.state is State.DONE
    assert lacks("define-goals", text.replace("votes: [{group: Table 1}], ", "")) == [
        "No small group has voted on the elements yet."
    ]
    assert lacks("define-goals") == ["There are no priorities yet.", "There are no goals yet."]


PLAN = """
frameworks:
  - {id: f, industry: Machining, career_options: [{title: Machinist, state: exists}],
     course_sequence: [{title: Blueprints, state: exists}], work_based: [{title: Interns, state: needed}],
     postsecondary: [{title: Degree, state: exists}], partnerships: [{title: Council, state: exists}]}
requirements:
  - {id: r, title: Interns, area: work-based-opportunities}
  - {id: s, title: A lab, area: course-sequences, state: exists}
tasks:
  - id: all
    title: All
    requirement: r
    tasks:
      - {id: t, title: Ask hosts, duration: 5d, cost: 0, detail: Call, owner: a, outcome: Ten places,
         status: in-progress, started: 2027-01-04}
      - {id: done, title: Begun long ago, status: done, finished: 2027-01-05}
      - {id: mark, title: Signed, duration: 0d}
"""


def test_the_framework_is_put_into_practice_by_requirements_tasks_and_progress() -> None:
    found = objective("implement-framework", PLAN, status_date="2027-01-08")
    assert found.state is State.WORK_OPEN
    assert found.evidence == (
        "1 framework",
        "2 requirements",
        "1 requirement broken down into tasks",
        "2 tasks begun or done",
        "1 of 3 tasks done",
    )
    still_open = "2 open tasks, starting with “Ask hosts”. Mark it as done when it is finished."
    assert [lack.text for lack in found.lacks] == [still_open]
    assert lacks("implement-framework", PLAN) == [
        "There is no status date, so progress cannot be judged.",
        still_open,
    ]


def test_the_framework_is_in_practice_once_all_of_its_tasks_are_done() -> None:
    done = PLAN.replace("status: in-progress, started: 2027-01-04", "status: done, finished: 2027-01-08")
    done = done.replace("duration: 0d}", "duration: 0d, status: done, finished: 2027-01-08}")
    assert objective("implement-framework", done, status_date="2027-01-08").state is State.DONE
    others = done + "  - {id: o, title: Of another guide, step: 5}\n"
    assert objective("implement-framework", others, status_date="2027-01-08").tasks == ()


def test_what_the_plan_lacks_is_told_from_the_framework_down_to_the_task() -> None:
    assert lacks("implement-framework") == ["There are no frameworks yet."]
    no_one = PLAN.replace("title: Interns, area", "title: Other, area").replace(
        "area: work-based-opp", "area: postsecondary-opp"
    )
    assert lacks("implement-framework", no_one, status_date="2027-01-08") == [
        "1 need of the frameworks has no requirement: “Interns”.",
        "2 open tasks, starting with “Ask hosts”. Mark it as done when it is finished.",
    ]
    bare = "requirements: [{id: r, title: Interns, area: partnerships}]\ntasks: [{id: t, title: Ask hosts}]"
    assert lacks("implement-framework", bare)[1:] == [
        "1 requirement has no tasks yet: “Interns”.",
        "1 task has no duration: “Ask hosts”.",
        "1 task has no cost: “Ask hosts”.",
        "1 task has no detail: “Ask hosts”.",
        "1 task has no owner: “Ask hosts”.",
        "1 task has no outcome: “Ask hosts”.",
        "No task has started. The first is “Ask hosts”.",
    ]


MEASURED = (
    """
risks:
  - {id: a, title: A, kind: internal, category: C, tolerance: T, response: R, measure: M}
  - {id: b, title: B, kind: external, category: C, tolerance: T, response: R, measure: M}
measures:
  - {id: m, title: M, category: secondary-postsecondary, baseline: 1, target: 2, source: S, cadence: yearly}
  - {id: n, title: N, category: workforce, baseline: 1, target: 2, source: S, cadence: yearly}
  - {id: o, title: O, category: long-term, baseline: 1, target: 2, source: S, cadence: yearly}
meetings: [{id: e, title: E, kind: evaluation, decisions: [Count these]}]
"""
    + "evaluation:\n"
    + "".join(f"  - {{group: {one.value}, person: a}}\n" for one in ASKED_FOR)
)


def test_progress_is_measured_with_risks_measures_and_eight_seats() -> None:
    assert lacks("measure-progress", MEASURED) == [
        "It is not decided how much risk the project as a whole can bear."
    ]
    found = objective("measure-progress", MEASURED, risk_tolerance="No delay")
    assert found.state is State.DONE
    assert found.evidence == (
        "2 risks",
        "3 measures",
        "8 of 8 evaluation seats taken",
        "results reviewed in 1 meeting",
    )
    text = MEASURED.replace("kind: external", "kind: internal").replace("long-term", "workforce")
    text = text.replace("{group: k-12, person: a}", "{group: k-12}")
    found = objective("measure-progress", text, risk_tolerance="No delay")
    assert [lack.text for lack in found.lacks] == [
        "There is no external risk yet.",
        "There is no measure under “Long-term success”.",
        "1 evaluation seat is empty: K-12.",
    ]
    assert found.lacks[2].path == ("evaluation", 0)
    assert lacks("measure-progress")[0] == "There are no risks yet."
    empty = objective("measure-progress").lacks[2]
    assert empty.text.startswith("8 evaluation seats are empty: K-12, Postsecondary,")
    assert empty.path == ("evaluation",)


def test_looking_back_takes_a_plan_for_communication_and_a_reflection() -> None:
    text = """
people: [{id: a, name: Ana, engagement: {current: neutral, desired: leading}}]
communications: [{id: c, audience: Families, messages: [M], modes: [Flyers], frequency: Each term}]
meetings:
  - {id: r, title: Looking back, kind: reflection,
     reflections: [{worked: Food, did_not_work: Time}, {lessons: [Ask early], next_phase: Launch}]}
"""
    found = objective("reflect", text)
    assert found.state is State.DONE
    assert found.evidence == (
        "1 communications audience",
        "engagement of 1 person",
        "looked back in 1 meeting",
    )
    assert lacks("reflect") == [
        "There are no communications audiences yet.",
        "There is no reflection meeting yet.",
    ]
    half = text.replace(", {lessons: [Ask early], next_phase: Launch}", "").replace(", modes: [Flyers]", "")
    assert lacks("reflect", half.replace(", engagement: {current: neutral, desired: leading}", "")) == [
        "“Families” has no way to reach it yet.",
        "1 person has no engagement level: “Ana”.",
        "The look back in “Looking back” does not say what was learned or what comes next.",
    ]
    held = "meetings: [{id: r, title: Looking back, kind: reflection, attended: [a]}]"
    assert lacks("reflect", held)[1:] == ["“Looking back” has no record of what was said."]
