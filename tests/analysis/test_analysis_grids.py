from __future__ import annotations

from analysis_plans import plan_of

from pathwayctl.catalog.reading import components
from pathwayctl.evidence.governance.duties import Held, duty_grid
from pathwayctl.evidence.grids import demand_grid, program_grid, reaches, role_grid
from pathwayctl.evidence.talent.attainment import attainment_map
from pathwayctl.model.governance import Progress, StakeholderRole
from pathwayctl.model.talent import SkillLevel
from pathwayctl.model.vocabulary import Component, Role, Stage

SKILLS = """
occupations:
  - {id: machinist, title: Machinist}
  - {id: programmer, title: Programmer}
  - {id: inspector, title: Inspector, gap: No program in the region}
  - {id: planner, title: Planner}
ksas:
  - id: blueprints
    title: Read blueprints
    kind: skill
    occupations: [{occupation: machinist, level: working}, {occupation: programmer, level: basic}]
  - id: coding
    title: Write G-code
    kind: skill
    occupations: [{occupation: programmer, level: advanced}, {occupation: machinist, level: basic}]
  - {id: metrology, title: Measure, kind: knowledge, occupations: [{occupation: programmer}]}
  - {id: patience, title: Patience, kind: ability, occupations: [{occupation: nobody}]}
programs:
  - id: certificate
    title: Certificate
    provider: college
    credentials: [cnc, safety]
    occupations: [machinist]
    teaches: [{ksa: blueprints, level: advanced}, {ksa: coding, level: working}]
  - id: short
    title: Short
    provider: college
    credentials: [safety]
    teaches: [{ksa: blueprints, level: basic}]
  - {id: talk, title: Talk, provider: college, teaches: [{ksa: unheard-of}]}
  - {id: whole, title: Whole, provider: college, teaches: [{ksa: blueprints}, {ksa: coding}]}
"""


def test_people_by_role_and_stage() -> None:
    plan = plan_of(
        """
people:
  - {id: a, name: A, roles: [doer, connector], stages: [evaluation]}
  - {id: b, name: B, key_champion: true, stages: [policy-development, evaluation]}
"""
    )
    grid = role_grid(plan.people)
    assert grid.roles[Role.CHAMPION] == ("b",)
    assert [role for role, people in grid.roles.items() if not people] == [Role.DECISION_MAKER]
    assert grid.empty_stages == (Stage.PROCESS, Stage.CAPACITY)
    assert grid.cells[Role.DOER, Stage.EVALUATION] == ("a",)
    assert len(grid.gaps) == 16 - 4
    assert (Role.CHAMPION, Stage.POLICY) not in grid.gaps


def test_levels_stand_in_their_order() -> None:
    basic, working, advanced = SkillLevel
    assert reaches(advanced, basic)
    assert reaches(working, working)
    assert not reaches(basic, advanced)


def test_programs_by_ksa() -> None:
    grid = program_grid(plan_of(SKILLS))
    assert grid.cells["certificate", "coding"] is SkillLevel.WORKING
    assert "talk" not in {row for row, _ in grid.cells}
    assert grid.empty_columns == ("metrology", "patience")


def test_ksas_by_occupation() -> None:
    grid = demand_grid(plan_of(SKILLS))
    assert grid.cells["metrology", "programmer"] is SkillLevel.WORKING
    assert "patience" not in {row for row, _ in grid.cells}
    assert grid.empty_columns == ("inspector", "planner")


def test_what_is_given_twice_counts_at_its_higher_level() -> None:
    for levels in (("basic", "advanced"), ("advanced", "basic")):
        taught = ", ".join(f"{{ksa: k, level: {level}}}" for level in levels)
        plan = plan_of(
            f"ksas: [{{id: k, title: K, kind: skill}}]\n"
            f"programs: [{{id: p, title: P, provider: x, teaches: [{taught}]}}]"
        )
        assert program_grid(plan).cells == {("p", "k"): SkillLevel.ADVANCED}


def test_the_attainment_map_leads_from_a_ksa_to_programs_and_credentials() -> None:
    rows = {(row.occupation, row.ksa): row for row in attainment_map(plan_of(SKILLS)).rows}
    blueprints = rows["machinist", "blueprints"]
    assert blueprints.programs == ("certificate", "whole")
    assert blueprints.lower == ("short",)
    assert blueprints.credentials == ("cnc", "safety")
    assert not blueprints.untaught
    assert not blueprints.too_low
    assert rows["programmer", "blueprints"].programs == ("certificate", "short", "whole")


def test_the_attainment_map_shows_what_is_taught_too_little_or_not_at_all() -> None:
    found = attainment_map(plan_of(SKILLS))
    assert [(row.occupation, row.ksa) for row in found.gaps] == [
        ("programmer", "coding"),
        ("programmer", "metrology"),
    ]
    coding, metrology = found.gaps
    assert (coding.too_low, coding.untaught, coding.lower) == (True, False, ("certificate", "whole"))
    assert (metrology.too_low, metrology.untaught) == (False, True)
    assert [row.ksa for row in found.of("machinist")] == ["blueprints", "coding"]


def test_every_occupation_has_ksas_and_a_program_or_a_gap_that_is_written_down() -> None:
    machinist, programmer, inspector, planner = attainment_map(plan_of(SKILLS)).coverage
    assert (machinist.programs, machinist.open) == (("certificate", "whole"), False)
    assert (programmer.ksas, programmer.programs) == (("blueprints", "coding", "metrology"), ())
    assert programmer.open
    assert (inspector.ksas, inspector.gap_recorded, inspector.open) == ((), True, False)
    assert planner.open


def test_the_list_of_responsibilities_is_whole() -> None:
    grid = duty_grid(plan_of())
    assert len(grid.cells) == 42
    assert sum(len(cell.duties) for cell in grid.cells) == 146
    assert sum(len(cell.unheld) for cell in grid.cells) == 146
    assert len(grid.of(Component.LINKS)) == 4


def test_who_holds_a_responsibility_and_how_far_it_has_come() -> None:
    one, other, *_ = components().held_by("employers-and-industry", Component.PARTNERSHIPS)
    grid = duty_grid(
        plan_of(
            f"""
duties:
  - {{responsibility: {one.id}, role: employers-and-industry, holders: [shop], state: done}}
  - {{responsibility: {one.id}, role: employers-and-industry, holders: [mill, shop], state: under-way}}
  - {{responsibility: {one.id}, role: employers-and-industry, state: not-begun}}
  - {{responsibility: {other.id}, role: employers-and-industry, state: done}}
  - {{responsibility: {other.id}, role: regional-convener, holders: [board], state: done}}
"""
        )
    )
    (cell,) = (one for one in grid.of(Component.PARTNERSHIPS) if one.role is StakeholderRole.EMPLOYERS)
    assert cell.duties[0] == Held(one.id, ("shop", "mill"), Progress.UNDER_WAY)
    assert cell.duties[1] == Held(other.id, (), Progress.NOT_BEGUN)
    assert len(cell.unheld) == 3
    assert len(cell.left_out) == 2
    assert cell.done == ()


def test_grids_of_nothing() -> None:
    plan = plan_of()
    assert program_grid(plan).cells == demand_grid(plan).cells == {}
    assert not attainment_map(plan).rows
    assert not attainment_map(plan).coverage
    assert not any(role_grid(plan.people).roles.values())
