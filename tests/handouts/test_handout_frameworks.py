from __future__ import annotations

from handout_plans import context, full, titles

from pathwayctl.evidence.frameworks.requirements import framework_gaps
from pathwayctl.handouts.frameworks.frameworks import HANDOUT, blank, view


def test_a_page_for_each_industry() -> None:
    pages = HANDOUT.pages(full())
    assert [(page.slug, page.title) for page in pages] == [
        ("3d-machining", "Framework: Machining"),
        ("3d-welding", "Framework: Welding"),
    ]


def test_five_parts_with_what_exists_and_what_is_needed() -> None:
    plan = full()
    page = view(plan.index.ask(framework_gaps)[0], plan)
    assert page.facts == (
        ("Industry", "Machining"),
        ("Industry codes", "3327"),
        ("Critical occupations", "Machinist"),
    )
    options, courses, work, colleges, partners = page.parts
    assert titles(options.entries) == ("What", "State", "Occupations", "Note")
    assert options.entries.rows == (
        ("Machinist", "Exists", "SOC 51-4041.00", ""),
        ("Programmer", "Needed", "SOC 51-9162.00", ""),
    )
    assert options.total == "1 exists, 1 needed"
    assert courses.entries.rows == (("1. Blueprints", "Exists", "", "", ""),)
    assert work.entries[0] == ("1", "", "", "", "")
    assert work.total == ""
    assert colleges.entries.rows == (("Certificate", "Needed", "", "Hill College", ""),)
    assert titles(partners.entries)[2:4] == ("Career options", "Partner")
    assert partners.entries.rows == (("Council", "Needed", "Machinist", "Shop", "Ask"),)


def test_what_is_missing_in_a_framework() -> None:
    plan = full()
    machining, welding = (view(one, plan).gaps for one in plan.index.ask(framework_gaps))
    assert machining == (
        "No entries yet under Work-based opportunities.",
        "1 career option has no partnership: Programmer.",
    )
    assert welding == (
        "No entries yet under Career options, Work-based opportunities, and Partnerships.",
        "Needed, but without a provider or partner: Blueprints and Certificate.",
    )


def test_codes_of_programs_and_partners_for_every_career() -> None:
    options = [{"title": f"O{number}", "state": "exists"} for number in (1, 2)]
    plan = context(
        frameworks=[
            {
                "id": "f",
                "industry": "F",
                "career_options": options,
                "course_sequence": [
                    {"title": "C", "state": "exists", "program": "48.0508", "occupations": ["51-4041"]}
                ],
                "partnerships": [{"title": "P", "state": "exists"}],
            }
        ]
    )
    page = view(plan.index.ask(framework_gaps)[0], plan)
    assert page.parts[1].entries[0][2] == "SOC 51-4041\nCIP 48.0508"
    assert page.parts[4].entries[0][2] == "All career options"
    assert page.parts[0].total == "2 exist, 0 needed"
    assert page.gaps == ("No entries yet under Work-based opportunities and Postsecondary opportunities.",)


def test_a_framework_with_all_five_parts_lacks_nothing() -> None:
    parts = ("career_options", "course_sequence", "work_based", "postsecondary", "partnerships")
    items = {part: [{"title": "T", "state": "exists"}] for part in parts}
    plan = context(frameworks=[{"id": "f", "industry": "F", **items}])
    assert view(plan.index.ask(framework_gaps)[0], plan).gaps == ()


def test_a_form_where_there_is_no_framework() -> None:
    assert [page.slug for page in HANDOUT.pages(context())] == ["3d"]
    assert [len(part.entries) for part in blank().parts] == [3] * 5
    assert HANDOUT.pages(context({"guides": ["sector"]})) == ()
    assert HANDOUT.number == "3D"
