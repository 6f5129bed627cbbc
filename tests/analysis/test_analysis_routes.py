from __future__ import annotations

from typing import Any

from analysis_plans import plan_of

from pathwayctl.evidence.pathways.pathway_routes import PathwayRoute, RouteCredential, route

TALENT = """
occupations:
  - {id: machinist, title: Machinist, frameworks: [machining]}
  - {id: nurse, title: Nurse, frameworks: [health]}
  - {id: helper, title: Helper}
  - {id: programmer, title: Programmer, frameworks: [machining]}
credentials:
  - {id: safety, title: Safety, kind: industry-certification, recognized_by: [shop]}
  - {id: nims, title: NIMS, kind: industry-certification, stacks_on: [safety], leads_to: [machinist]}
programs:
  - {id: p, title: P, provider: college, credentials: [safety], occupations: [nurse, machinist, helper]}
"""


def routed(pathway: str, **header: Any) -> PathwayRoute:
    plan = plan_of(f"{TALENT}\npathways: [{{id: way, title: Way, {pathway}}}]", **header)
    return route(plan.pathways[0], plan)


def test_a_route_has_its_courses_by_grade() -> None:
    found = routed(
        "courses: [{title: Late, grade: 13, credits: 8}, {title: Early, grade: 9}, "
        "{title: Credit, grade: 12, credits: 3}, {title: Also early, grade: 9, credits: 1}]"
    )
    assert [one.title for one in found.courses] == ["Early", "Also early", "Credit", "Late"]
    assert (found.entries, found.exits) == ((9, 13), (12, 13))
    assert found.credits == 4


def test_a_route_of_school_or_college_alone_has_one_way_on_and_one_off() -> None:
    school = routed("courses: [{title: A, grade: 10}, {title: B, grade: 11}]")
    college = routed("courses: [{title: A, grade: 13}, {title: B, grade: 14}]")
    nothing = routed("students: 5")
    assert (school.entries, school.exits) == ((10,), (12,))
    assert (college.entries, college.exits) == ((13,), (14,))
    assert (nothing.entries, nothing.exits, nothing.courses) == ((), (), ())


def test_credentials_lead_to_the_jobs_that_they_state_and_to_no_others_of_their_programs() -> None:
    found = routed("framework: machining, credentials: [safety, nims, safety, unheard-of]")
    assert found.rungs == (
        RouteCredential("safety", on_ramp=True, off_ramp=True, occupations=()),
        RouteCredential("nims", on_ramp=False, off_ramp=False, occupations=("machinist",)),
    )
