"""The seven components: duties of each role, and what is there beyond duties."""

from __future__ import annotations

from guidance_plans import data_of, items_of, report_of

from pathwayctl.catalog.reading import components
from pathwayctl.evidence.gap import State
from pathwayctl.guidance.components import RESULT, RESULTS
from pathwayctl.guidance.report import Item
from pathwayctl.model.vocabulary import Component
from pathwayctl.wording import listed

EMPLOYERS = "employers-and-industry"


def part(key: str, text: str = "") -> Item:
    return items_of("components", text)[key]


def lacks(key: str, text: str = "") -> list[str]:
    return [lack.text for lack in part(key, text).lacks]


def duties(component: Component, *states: str) -> str:
    """Duties of employers in a component, held by two organizations."""
    listed = components().held_by(EMPLOYERS, component)
    entries = (
        f"  - {{responsibility: {one.id}, role: {EMPLOYERS}, holders: [shop, mill], state: {state}}}\n"
        for one, state in zip(listed, states, strict=False)
    )
    houses = "organizations: [{id: shop, name: Shop, category: business-industry-workforce}]\n"
    return houses + "duties:\n" + "".join(entries)


def test_each_role_in_each_component_is_a_part_where_it_has_duties() -> None:
    report = report_of("components", data_of())
    assert list(RESULTS) == list(Component)
    assert len(report.items) == 7 + 40
    assert [item.title for item in report.items if item.title == RESULT] == [RESULT] * 7
    assert report.number(State.NOT_BEGUN) == 47
    links = [item.title for item in report.items if item.group == Component.LINKS.label]
    assert "Workforce Development" not in links


def test_a_role_is_done_when_all_it_holds_is_met() -> None:
    key = f"labor-market-alignment/{EMPLOYERS}"
    whole = duties(Component.LABOR_MARKET, "done", "done", "done")
    assert part(key, whole).state is State.DONE
    assert part(key, whole).evidence == ("3 of 3 held", "3 met")


def test_what_nobody_holds_and_what_is_not_met_is_told() -> None:
    key = f"labor-market-alignment/{EMPLOYERS}"
    first, second, third = components().held_by(EMPLOYERS, Component.LABOR_MARKET)
    found = part(key, duties(Component.LABOR_MARKET, "done", "under-way"))
    assert found.evidence == ("2 of 3 held", "1 met")
    unheld, unmet = found.lacks
    assert unheld.text == f"1 of 3 responsibilities has no holder. The first: {third.text}"
    assert unheld.path == ("duties",)
    assert "holders: [shop]" in unheld.snippet
    assert unmet.text.startswith(
        "1 of 3 responsibilities is held but not met. The first, with Shop and mill:"
    )
    assert unmet.text.endswith("Mark it as done when it is met.")
    assert unmet.path == ("duties", 1)
    assert unmet.snippet == (
        f"duties:\n  - responsibility: {second.id}\n    role: {EMPLOYERS}\n    state: done"
    )
    several = part(key, duties(Component.LABOR_MARKET, "under-way", "under-way")).lacks
    assert several[1].text.startswith("2 of 3 responsibilities are held but not met.")
    assert several[1].path == ("duties", 0)
    assert part(key).lacks[0].text.endswith(f"3 responsibilities have no holder. The first: {first.text}")


def test_an_entry_without_holders_is_where_to_name_them() -> None:
    (one, *_) = components().held_by(EMPLOYERS, Component.LABOR_MARKET)
    text = f"duties: [{{responsibility: {one.id}, role: {EMPLOYERS}, state: done}}]"
    found = part(f"labor-market-alignment/{EMPLOYERS}", text)
    assert found.state is State.NOT_BEGUN
    assert found.lacks[0].path == ("duties", 0)


def test_partnerships_leave_an_agreement_a_team_and_a_plan_to_last() -> None:
    text = """
agreements: [{id: m, title: The MOU, kind: mou%s}]
teams: [{id: t, title: The table, kind: leadership%s}]
sustainability: {partnerships: P, roles: R%s}
organizations: [{id: isd, name: Valley ISD, category: k-12}]
data_sources: [{id: f, title: Enrollment file, provider: isd, cadence: yearly}]
"""
    full = text % (
        ", signed: 2027-01-05",
        ", lead: a, members: [a], cadence: quarterly",
        ", funding: F, succession: S",
    )
    found = part("cross-sector-partnerships", full)
    assert found.state is State.DONE
    assert found.evidence == (
        "1 memorandum of understanding signed",
        "leadership team: “The table”",
        "4 of 4 parts of a sustainability plan",
        "1 data source",
    )
    assert lacks("cross-sector-partnerships", text % ("", ", cadence: yearly", "")) == [
        "“The MOU” is not signed yet.",
        f"“The table” has no {listed(['lead', 'members', 'quarterly meeting'], 'or')} yet.",
        "The sustainability plan has no part on funding or succession yet.",
    ]
    assert lacks("cross-sector-partnerships") == [
        "There is no memorandum of understanding yet.",
        "There is no leadership team yet.",
        "The sustainability plan has no part on "
        + listed(["partnerships", "roles", "funding", "succession"], "or")
        + " yet.",
        "There are no data sources yet.",
    ]


def test_of_several_teams_the_one_that_lacks_least_counts() -> None:
    teams = (
        "teams: [{id: t, title: T, kind: leadership}, "
        "{id: u, title: U, kind: facilitator, lead: a, members: [a], cadence: weekly}]"
    )
    assert "leadership team: “U”" in part("cross-sector-partnerships", teams).evidence


def test_labor_market_links_and_pathways() -> None:
    assert lacks("labor-market-alignment") == ["There are no occupations yet."]
    assert lacks("labor-market-alignment", "occupations: [{id: m, title: M, annual_openings: 3}]") == [
        "“M” has no source of its figures or employers’ account yet."
    ]
    transfer = "agreements: [{id: t, title: T, kind: transfer, signed: 2027-01-05}]"
    assert part("secondary-postsecondary-links", transfer).state is State.DONE
    assert lacks("academic-career-integration", "pathways: [{id: p, title: P}]") == [
        "“P” has no advanced academics yet."
    ]
    late = "pathways: [{id: p, title: P, individual_plans_by_grade: 9}]"
    assert lacks("effective-advising", late) == ["“P” has individual plans for students only by grade 9."]
    assert part("effective-advising", late.replace("9", "8")).state is State.DONE
    walk = "pathways: [{id: p, title: P, work_based: [Tour]}]"
    assert part("work-based-learning", walk).state is State.DONE


CREDENTIALS = """
credentials:
  - {id: a, title: A, kind: industry-certification, recognized_by: [shop], reviewed: 2027-01-05,
     portable: true%s}
  - {id: b, title: B, kind: level-1-certificate, recognized_by: [shop], reviewed: 2027-01-05,
     portable: false%s}
"""


def test_credentials_stack_and_count_with_employers() -> None:
    found = part("credentials-of-value", CREDENTIALS % ("", ", stacks_on: [a]"))
    assert found.state is State.DONE
    assert found.evidence == ("2 credentials", "a ladder of 2 credentials")
    assert lacks("credentials-of-value", CREDENTIALS % ("", "")) == ["No credential builds on another one."]
    assert lacks("credentials-of-value", CREDENTIALS % (", stacks_on: [b]", ", stacks_on: [a]")) == [
        "These credentials build on each other in a circle: “a” and “b”."
    ]
    assert lacks("credentials-of-value") == ["There are no credentials yet."]
    assert lacks("credentials-of-value", "credentials: [{id: a, title: A, kind: bachelor-degree}]")[0] == (
        "“A” has no "
        + listed(["recognition by an employer", "employer review date", "portability"], "or")
        + " yet."
    )


def test_tasks_of_a_component_stand_with_its_result() -> None:
    text = "tasks: [{id: t, title: T, component: effective-advising, status: done}, {id: u, title: U}]"
    found = part("effective-advising", text)
    assert found.evidence == ("1 of 1 task done",)
    assert found.state is State.UNDER_WAY
