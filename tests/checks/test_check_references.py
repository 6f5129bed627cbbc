"""References: who is meant, what is not there, and what is something else."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from checking import codes, index_of, messages, only, problems

from pathwayctl.checks import references
from pathwayctl.loading import naming
from pathwayctl.loading.fields import keys
from pathwayctl.model.annotations import Ref, inner_model, marks
from pathwayctl.model.base import Model
from pathwayctl.model.plan import Plan
from pathwayctl.model.references import sections_by_kind

EVERYWHERE = """\
organizations: [{id: org, name: The College, category: postsecondary}]
people: [{id: ana, name: Ana, organization: X}]
goals: [{id: goal, title: The goal, owner: X}]
priorities: [{id: prio, title: The priority, voiced_by: [X], goals: [X], votes: [{group: One}]}]
frameworks: [{id: frame, industry: Metal, career_options: [{title: Welder, state: exists, provider: X}]}]
requirements: [{id: req, title: The need, area: partnerships, frameworks: [X], owner: X}]
tasks:
  - {id: task, title: The task, owner: X, assigned: {X: 0.5}, consulted: [X], informed: [X], depends_on: [X],
     requirement: X}
risks: [{id: risk, title: The risk, kind: internal, category: Staff, owner: X, delays: [{task: X, by: 2d}]}]
communications: [{id: comm, audience: Parents, owner: X}]
meetings:
  - {id: meet, title: The meeting, kind: team, task: X, facilitator: X, invited: [X],
     agenda: [{title: Welcome, minutes: 5, lead: X}]}
"""


def test_every_field_that_names_something_is_looked_at() -> None:
    text = EVERYWHERE.replace("X", "nobody")
    found = [
        problem
        for problem in problems(text, facilitator="nobody", convener="nobody")
        if problem.rule in references.RULES
    ]
    assert {problem.path for problem in found} == {
        ("project", "facilitator"),
        ("project", "convener"),
        ("people", 0, "organization"),
        ("goals", 0, "owner"),
        ("priorities", 0, "voiced_by", 0),
        ("priorities", 0, "goals", 0),
        ("frameworks", 0, "career_options", 0, "provider"),
        ("requirements", 0, "frameworks", 0),
        ("requirements", 0, "owner"),
        ("tasks", 0, "owner"),
        ("tasks", 0, "assigned", 0),
        ("tasks", 0, "consulted", 0),
        ("tasks", 0, "informed", 0),
        ("tasks", 0, "depends_on", 0),
        ("tasks", 0, "requirement"),
        ("risks", 0, "owner"),
        ("risks", 0, "delays", 0, "task"),
        ("communications", 0, "owner"),
        ("meetings", 0, "task"),
        ("meetings", 0, "facilitator"),
        ("meetings", 0, "invited", 0),
        ("meetings", 0, "agenda", 0, "lead"),
    }
    assert all("“nobody”" in problem.message for problem in found)
    assert [problem.path for problem in found if problem.on_key] == [("tasks", 0, "assigned", 0)]


def test_what_could_not_be_read_is_not_called_unknown() -> None:
    text = EVERYWHERE.replace("X", "nobody")
    found = codes(text, unread=["nobody"], facilitator="nobody", convener="nobody")
    assert not found & {rule.code for rule in references.RULES}


def test_a_thing_of_another_kind_is_named_for_what_it_is() -> None:
    text = EVERYWHERE.replace("X", "meet")
    found = {problem.path[0]: problem.message for problem in problems(text, "PW308")}
    assert found["tasks"].startswith("“The task” ")
    assert "which is a meeting, not a person, an organization, or a team" in found["goals"]
    assert "which is a meeting, not an organization" in found["people"]
    assert "“The risk” moves the task “meet”, which is a meeting, not a task." in messages(text, "PW308")
    assert not codes(text) & {"PW302", "PW303", "PW304", "PW305", "PW306", "PW307"}


def test_an_organization_cannot_facilitate_and_a_person_cannot_convene() -> None:
    text = """\
organizations: [{id: college, name: The College, category: postsecondary}]
people: [{id: ana, name: Ana, organization: college}]
"""
    assert messages(text, "PW308", facilitator="college", convener="ana") == [
        "“Example” is led by “college”, which is an organization, not a person.",
        "“Example” is convened by “ana”, which is a person, not an organization.",
    ]


def test_the_entries_of_a_framework_have_names_too() -> None:
    text = """\
frameworks: [{id: metal, industry: Metal, partnerships: [{id: council, title: Council, state: exists}]}]
tasks: [{id: t, title: Meet, owner: council}]
"""
    message = (
        "“Meet” is owned by “council”, which is a framework entry, not a person, an organization, or a team."
    )
    assert only(text, "PW308").message == message


def test_an_id_used_twice_counts_as_either_of_its_things() -> None:
    text = """\
people: [{id: ana, name: Ana, category: cte}]
tasks: [{id: ana, title: Ask Ana, owner: ana}, {id: after, title: After, depends_on: [ana]}]
"""
    problem = only(text, "PW301")
    assert problem.message.startswith("Two things have the id “ana”: a person, “Ana”, and a task, “Ask Ana”.")
    assert (problem.path, problem.other) == (("tasks", 0, "id"), ("people", 0, "id"))
    assert problem.hint == "Every entry needs an id of its own. Write id: ask-ana"
    assert "PW308" not in codes(text)


def test_each_further_use_of_an_id_is_reported() -> None:
    text = "tasks: [{id: a, title: One}, {id: b, title: Other}, {id: a, title: Two}, {id: a, title: Three}]"
    assert [problem.path for problem in problems(text, "PW301")] == [("tasks", 2, "id"), ("tasks", 3, "id")]


def test_lists_are_searched_for_doubles_wherever_they_stand() -> None:
    text = """\
people:
  - {id: ana, name: Ana, category: cte, roles: [doer, doer], stages: [evaluation, evaluation]}
tasks: [{id: t, title: Meet, consulted: [ana, ana], informed: [ana, ana]}]
meetings: [{id: m, title: Team, kind: team, invited: [ana, ana, ana]}]
"""
    assert [problem.path for problem in problems(text, "PW309", guides=["ccrs", "ccrs"])] == [
        ("tasks", 0, "consulted", 1),
        ("tasks", 0, "informed", 1),
        ("project", "guides", 1),
        ("people", 0, "roles", 1),
        ("people", 0, "stages", 1),
        ("meetings", 0, "invited", 1),
        ("meetings", 0, "invited", 2),
    ]


def test_the_nearest_id_is_found_in_a_large_plan() -> None:
    many = "\n".join(f"  - {{id: visit-employer-{n}, title: Visit}}" for n in range(400))
    text = f"tasks:\n{many}\n  - {{id: report, title: Report, depends_on: [vist-employer-317]}}"
    assert only(text, "PW302").hint == "Did you mean “visit-employer-317”?"


def test_a_name_that_is_like_no_other_gets_what_there_is() -> None:
    text = "tasks: [{id: kickoff, title: Kick off}, {id: b, title: B, depends_on: [zzz]}]"
    assert only(text, "PW302").hint == (
        "The tasks are kickoff and b. Write one of these, or add another under tasks:."
    )


def test_the_search_for_spellings_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    searched: list[str] = []

    def nearest(word: str, known: Iterable[str]) -> str:
        searched.append(word)
        return "near"

    monkeypatch.setattr(naming, "nearest", nearest)
    speller = naming.Speller(["kickoff"])
    answers = [speller.hint(f"kickof-{n % 60}") for n in range(200)]
    assert len(searched) == naming.MOST_SEARCHES
    assert answers[0] == answers[60] == "Did you mean “near”?"
    assert answers[55] == answers[115] == ""


def test_a_crew_needs_nobody_to_speak_for_it() -> None:
    text = "organizations: [{id: crew, name: The crew, category: cte, capacity: 3}]"
    assert "PW310" not in codes(text)


def test_a_placeholder_is_reported_once_with_the_number_of_its_places() -> None:
    text = """\
organizations: [{id: org, name: Our college, category: cte, note: "[COLLEGE NAME] or [#] others"}]
tasks:
  - {id: a, title: "Visit [COLLEGE NAME]", detail: "Ask [SCHOOL/DISTRICT]", outcome: "[Month Year]"}
  - {id: b, title: Read, detail: "See [MOU](https://example.org) and item [2] and [this]"}
"""
    found = {problem.message: problem for problem in problems(text, "PW312")}
    assert set(found) == {
        "“[COLLEGE NAME]” is not filled in yet. It appears in 2 places, first here.",
        "“[#]” is not filled in yet.",
        "“[SCHOOL/DISTRICT]” is not filled in yet.",
        "“[Month Year]” is not filled in yet.",
    }
    assert "terms: {school-district: ...}" in found["“[SCHOOL/DISTRICT]” is not filled in yet."].hint
    assert "terms: {students: ...}" in found["“[#]” is not filled in yet."].hint
    assert next(iter(found.values())).path == ("organizations", 0, "note")


def test_a_term_that_is_a_placeholder_itself_fills_nothing_in() -> None:
    text = 'tasks: [{id: a, title: "Visit [COLLEGE] in [DISTRICT]"}]'
    terms = {"college": "[COLLEGE]", "district": "St. Vrain"}
    problem = only(text, "PW312", terms=terms)
    assert problem.path == ("project", "terms", "college")
    assert "2 places" in problem.message


def test_look_ups_are_made_once() -> None:
    index = index_of(EVERYWHERE.replace("X", "ana"))
    assert index.entries is index.entries
    found = index.find("ana")
    assert found is not None
    assert found.path == ("people", 0)
    assert index.shared == {}


def test_every_owner_of_a_list_is_known() -> None:
    text = """
people: [{id: dana-ruiz, name: Dana Ruiz, category: k-12}]
teams: [{id: crew, title: Crew, kind: planning}]
goals:
  - {id: g, title: A goal, owner: [dana-ruiz, dana-ruis]}
  - {id: h, title: Another goal, owner: [crew, dana-ruiz]}
"""
    found = only(text, "PW303")
    assert found.path == ("goals", 0, "owner", 1)
    assert (
        found.message == "“A goal” is owned by “dana-ruis”, but no person, organization, or team has that id."
    )


def test_an_owner_is_named_once() -> None:
    text = """
people: [{id: dana-ruiz, name: Dana Ruiz, category: k-12}]
goals: [{id: g, title: A goal, owner: [dana-ruiz, dana-ruiz]}]
"""
    assert only(text, "PW309").path == ("goals", 0, "owner", 1)


def test_every_kind_of_entry_that_a_field_can_name_has_its_rule() -> None:
    named = {ref.kinds[0] for path in _models() for field in keys(path).values() for ref in marks(field, Ref)}
    assert {sections_by_kind()[kind] for kind in named} <= references.RULE_OF.keys()


def _models() -> set[type[Model]]:
    """The models of all sections, and of what is in them."""
    found: set[type[Model]] = set()
    waiting: list[type[Model]] = [Plan]
    while waiting:
        model = waiting.pop()
        if model not in found:
            found.add(model)
            inner = (inner_model(field) for field in keys(model).values())
            waiting += [one for one in inner if one is not None]
    return found
