"""What the 17 steps leave behind: a partnership, occupations with figures, an asset map without gaps."""

from __future__ import annotations

import pytest
from checking import codes, messages, only, problems

GUIDE = ["sector"]
COLLEGE = "organizations: [{id: college, name: College, category: postsecondary}]\n"


def test_the_projects_region_is_the_partnerships() -> None:
    text = 'partnership: {scope: S, naics: ["33"], labor_market_brief: B}'
    assert messages(text, "PW533") == [
        "The partnership has no region, industry members, or strategic partners."
    ]
    assert messages(text, "PW533", region="Weld County") == [
        "The partnership has no industry members or strategic partners."
    ]
    assert "PW533" not in codes("")


def test_a_partnership_without_employers_is_not_told_of_too_few() -> None:
    assert "PW534" not in codes("partnership: {scope: S}")


def test_the_partnership_may_name_its_convener_itself() -> None:
    assert "PW572" in codes("partnership: {scope: S}")
    assert "PW572" not in codes(COLLEGE + "partnership: {scope: S, convener: college}")


@pytest.mark.parametrize(
    ("sections", "asked"),
    [
        ("evidence: [{step: 17, text: We meet}]", True),
        ("evidence: [{step: 5, text: We know}]", False),
        ("tasks: [{id: t, title: T, step: 17, status: done, finished: 2027-01-08}]", True),
        ("tasks: [{id: t, title: T, step: 17}]", False),
    ],
)
def test_a_home_is_asked_for_once_the_work_is_handed_over(sections: str, asked: bool) -> None:
    assert ("PW529" in codes(f"partnership: {{scope: S}}\n{sections}")) is asked
    assert "PW529" not in codes(f"partnership: {{scope: S, home: H}}\n{sections}")


def test_evidence_shows_that_a_step_is_behind_you() -> None:
    evidence = ", ".join(f"{{step: {step}, text: There}}" for step in range(1, 12))
    assert messages(f"evidence: [{evidence}]", "PW570") == ["No task belongs to steps 12 to 17 of the 17."]


def test_an_occupation_is_asked_for_its_figures() -> None:
    text = "occupations: [{id: o, title: O, growth: 0, annual_openings: 0, employers_account: E}]"
    problem = only(text, "PW535")
    assert problem.message == "The occupation “O” has no code, median wage, difficulty, or entry education."
    assert problem.hint == "Add onet:, median_wage:, difficulty:, and entry_education: to it."
    assert "PW537" not in codes(text)


TALENT = (
    COLLEGE
    + """\
occupations:
  - {id: a, title: A}
  - {id: b, title: B, gap: Nobody trains for it}
  - {id: c, title: C}
"""
)


def test_coverage_is_asked_for_step_by_step() -> None:
    assert "PW536" not in codes(TALENT)
    ksas = TALENT + "ksas: [{id: k, title: K, kind: skill, occupations: [{occupation: a}]}]\n"
    assert messages(ksas, "PW536") == ["1 occupation has no KSAs and no recorded gap: “C”."]
    programs = ksas + "programs: [{id: p, title: P, provider: college, occupations: [c]}]\n"
    assert messages(programs, "PW536") == [
        "1 occupation has no KSAs and no recorded gap: “C”.",
        "1 occupation has no program and no recorded gap: “A”.",
    ]


def test_a_gap_that_is_written_down_is_not_told_again() -> None:
    text = (
        TALENT
        + """\
ksas:
  - {id: k, title: K, kind: skill, occupations: [{occupation: b}]}
  - {id: l, title: L, kind: skill, occupations: [{occupation: a}, {occupation: b}]}
  - {id: m, title: M, kind: skill, occupations: [{occupation: a, level: advanced}]}
programs: [{id: p, title: P, provider: college, teaches: [{ksa: m, level: basic}]}]
"""
    )
    assert messages(text, "PW598") == ["1 KSA is required by jobs but not taught: “L”."]
    assert messages(text, "PW528") == ["1 KSA is not taught to the level that jobs require: “M”."]
    assert not codes(text.replace("programs:", "clusters: []\n#")) & {"PW598", "PW528"}


def test_long_lists_of_skills_show_up_to_ten() -> None:
    ksas = "".join(f"  - {{id: k{n}, title: K{n}, kind: skill}}\n" for n in range(12))
    assert messages(f"ksas:\n{ksas}", "PW599")[0].endswith("“K8”, and 3 others.")


def test_a_program_is_rough_until_its_provider_has_checked_it() -> None:
    text = COLLEGE + "programs: [{id: p, title: P, provider: college, transfers_to: [college], cost: 0}]"
    message = "The program “P” has no CIP code, credentials, length, or prerequisites."
    assert messages(text, "PW596") == [message]
    assert "PW597" not in codes(text)
    assert "PW596" not in codes(text.replace("cost: 0", "refined: 2027-01-08"))


def test_what_is_done_needs_no_owner() -> None:
    text = """\
occupations: [{id: o, title: O}]
shortage_actions:
  - {id: a, title: A, occupation: o, status: done}
  - {id: b, title: B, occupation: o, due: 2027-02-01}
marketing: [{id: m, audience: Parents, message: Come}]
"""
    assert messages(text, "PW538") == ["The quick action “B” has no owner."]
    assert messages(text, "PW539") == ["The marketing for “Parents” has no owner."]


CODES = """\
organizations: [{id: college, name: College, category: postsecondary}]
partnership: {scope: S, naics: ["31-33", "99"]}
frameworks:
  - id: f
    industry: Metal
    naics: ["3327"]
    career_options: [{title: Machinist, state: exists, occupations: ["51-4041.00", "12-1011"]}]
    postsecondary: [{title: Course, state: exists, program: "57.0501"}]
occupations: [{id: o, title: O, onet: "14-1011.00"}, {id: u, title: U, soc: "51-4041", onet: "51-4041.00"}]
programs: [{id: p, title: P, provider: college}, {id: q, title: Q, provider: college, cip: "48"}]
"""


def test_every_code_is_looked_up() -> None:
    found = [
        problem
        for code in ("PW321", "PW322", "PW323", "PW324")
        for problem in problems(CODES, code, guides=[])
    ]
    assert [problem.path for problem in found] == [
        ("occupations", 0, "onet"),
        ("frameworks", 0, "career_options", 0, "occupations", 1),
        ("frameworks", 0, "postsecondary", 0, "program"),
        ("partnership", "naics", 1),
    ]
    assert [problem.message for problem in found][-1] == "The code 99 of the partnership does not exist."
