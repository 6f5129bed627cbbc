"""Names from the guides' lists, references of the new sections, and entries that stand twice."""

from __future__ import annotations

from checking import codes, is_written, messages, only, problems

from pathwayctl.checks import references

EVERYWHERE = """\
partnership: {scope: S, convener: X, strategic_partners: [X], industry_members: [X]}
sustainability: {owner: X}
invitations: [{id: i, to: X, meeting: X}]
teams: [{id: team, title: T, kind: planning, lead: X, members: [X]}]
duties: [{responsibility: share-data, role: workforce-development, holders: [X]}]
agreements: [{id: agree, title: A, kind: mou, parties: [X], owner: X, task: X}]
beliefs: [{id: belief, text: B, who: X, priorities: [X]}]
occupations: [{id: occ, title: O, frameworks: [X]}]
ksas: [{id: ksa, title: K, kind: skill, occupations: [{occupation: X}]}]
programs:
  - {id: prog, title: P, provider: X, credentials: [X], transfers_to: [X], occupations: [X],
     teaches: [{ksa: X}]}
credentials: [{id: cred, title: C, kind: associate-degree, stacks_on: [X], recognized_by: [X]}]
shortage_actions: [{id: act, title: A, occupation: X, owner: X}]
ksa_uses: [{id: use, title: U, purpose: hiring, ksas: [X], organization: X}]
marketing: [{id: mark, audience: Parents, owner: X}]
pathways:
  - {id: path, title: P, framework: X, providers: [X], courses: [{title: C, grade: 9, provider: X}],
     credentials: [X], launch: X}
work_plan: [{focus_area: staffing-strategy, deliverable: staffing, owner: X, tasks: [X]}]
measures: [{id: meas, title: M, category: workforce, owner: X, goals: [X]}]
evaluation: [{group: k-12, person: X}]
meetings:
  - {id: meet, title: M, kind: team, team: X, attended: [X], logistics: [{item: food, owner: X}],
     actions: [{title: A, owner: X}], reflections: [{milestone: X}]}
"""


def test_every_reference_of_the_new_sections_is_looked_at() -> None:
    text = EVERYWHERE.replace("X", "nobody")
    found = [problem for problem in problems(text, guides=[]) if problem.rule in references.RULES]
    assert len(found) == EVERYWHERE.count("X")
    assert all(is_written(text, problem.path) for problem in found)
    assert all("“nobody”" in problem.message for problem in found)
    assert not codes(text, guides=[], unread=["nobody"]) & {rule.code for rule in references.RULES}


def test_what_has_no_name_is_told_by_what_it_is() -> None:
    text = EVERYWHERE.replace("X", "nobody")
    said = {problem.path: problem.message.split("“nobody”")[0] for problem in problems(text, guides=[])}
    assert said["partnership", "convener"] == "The partnership is convened by "
    assert said["sustainability", "owner"] == "The sustainability plan is owned by "
    assert said["duties", 0, "holders", 0] == "“share-data” is held by "
    assert said["ksas", 0, "occupations", 0, "occupation"] == "“K” is asked for by the occupation "
    assert said["meetings", 0, "reflections", 0, "milestone"] == "“M” looks back on the task "
    assert said["evaluation", 0, "person"] == "“k-12” is held by "


def test_things_of_the_new_sections_have_names_of_their_own() -> None:
    text = "pathways: [{id: p, title: P}]\ntasks: [{id: t, title: T, owner: p}]"
    assert only(text, "PW308").message == (
        "“T” is owned by “p”, which is a pathway, not a person, an organization, or a team."
    )
    twice = "clusters: [{id: metal, title: Metal}]\nksas: [{id: metal, title: Metals, kind: knowledge}]"
    assert "a KSA, “Metals”, and a cluster, “Metal”." in only(twice, "PW301").message


def test_names_of_the_guides_get_the_nearest_right_one() -> None:
    text = """\
considerations: [{consideration: major-employer, met: true}]
duties: [{responsibility: share-dat, role: workforce-development}]
work_plan:
  - {focus_area: staffing-strategy, deliverable: people}
  - {focus_area: staffing-strategy, deliverable: staffing, answers: {adjunct: 'Yes', staff-development: 'No'}}
  - {focus_area: system-conditions, deliverable: barriers-removed, answers: {waiver: 'No'}}
"""
    found = {problem.path: problem for problem in problems(text, "PW319", guides=[])}
    assert {path: problem.hint for path, problem in found.items()} == {
        ("considerations", 0, "consideration"): "Did you mean “major-employers”?",
        ("duties", 0, "responsibility"): "Did you mean “share-data”?",
        ("work_plan", 0, "deliverable"): "Write staffing.",
        ("work_plan", 1, "answers", "adjunct"): "Did you mean “adjunct-status”?",
        ("work_plan", 2, "answers", "waiver"): found["work_plan", 2, "answers", "waiver"].rule.page.fix,
    }
    assert found["work_plan", 1, "answers", "adjunct"].on_key
    assert found["work_plan", 1, "answers", "adjunct"].message == (
        "“adjunct” is not one of the guide’s questions of the deliverable “staffing”."
    )


def test_a_state_may_name_its_own_clusters() -> None:
    text = "pathways: [{id: p, title: P, cluster: %s}, {id: q, title: Q}]\n"
    own = "clusters: [{id: metal, title: Metal}]"
    assert "PW320" not in codes(text % "advanced-manufacturing")
    assert "PW320" not in codes(text % "metal" + own)
    assert "PW320" in codes(text % "advanced-manufacturing" + own)
    assert "PW320" not in codes(text % "metal", unread=["metal"])


def test_entries_without_ids_stand_once() -> None:
    ctid = "ce-1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed"
    text = f"""\
duties:
  - {{responsibility: share-data, role: workforce-development}}
  - {{responsibility: share-data, role: secondary-education}}
  - {{responsibility: share-data, role: workforce-development}}
ksas: [{{id: k, title: K, kind: skill, occupations: [{{occupation: o}}, {{occupation: o, level: basic}}]}}]
occupations: [{{id: o, title: O}}]
credentials:
  - {{id: c, title: C, kind: associate-degree, ctid: {ctid}}}
  - {{id: d, title: D, kind: associate-degree, ctid: {ctid}}}
  - {{id: e, title: E, kind: associate-degree}}
  - {{id: f, title: F, kind: associate-degree}}
"""
    found = sorted(problems(text, "PW326", guides=[]), key=lambda problem: problem.path)
    assert [problem.path for problem in found] == [
        ("credentials", 1, "ctid"),
        ("duties", 2, "responsibility"),
        ("ksas", 0, "occupations", 1, "occupation"),
    ]
    assert found[1].message == "The responsibility “share-data” has two entries; this is the second."


def test_the_partnership_lists_everyone_once() -> None:
    text = """\
organizations: [{id: org, name: Org, category: cte}]
partnership: {scope: S, naics: ["33", "33"], industry_members: [org, org]}
"""
    assert messages(text, "PW309") == [
        "The partnership names “33” twice here.",
        "The partnership names “org” twice here.",
    ]
