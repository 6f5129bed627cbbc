"""Facts for pictures of any size, with words of one's own in every place."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from pathwayctl.handouts.evaluation.measure_chart import MeasureChart, MeasurePanel
from pathwayctl.handouts.governance.coverage_chart import HeatCell, HeatMap
from pathwayctl.handouts.governance.partnership import MemberBox, OrganizationChart, TeamBox
from pathwayctl.handouts.partners.engagement import EngagementChart, EngagementLine
from pathwayctl.handouts.pathways.pathway_chart import MapCourse, MapCredential, MapGrade, PathwayMap
from pathwayctl.handouts.risks.risk_breakdown import RiskChart, RiskDot
from pathwayctl.handouts.talent.inventory import SupplyBar, SupplyChart
from pathwayctl.handouts.talent.ladder import LadderChart, LadderJob, LadderRung

START: Final = date(2027, 1, 4)
TITLE: Final = "Interview every employer of the whole region about skills that are hard to find"


def engagement(size: int, text: str = TITLE) -> EngagementChart:
    """People on all pairs of levels in turn."""
    lines = tuple(EngagementLine(text, text, place % 5, place // 5 % 5) for place in range(size))
    return EngagementChart(("Unaware", "Resistant", "Neutral", "Supportive", "Leading"), lines)


def risks(size: int, text: str = TITLE, cells: int = 9) -> RiskChart:
    """Risks in the first so many cells in turn; every third is external, every fifth would help."""
    dots = tuple(
        RiskDot(n + 1, text, n % 3 == 0, n % 5 == 0, n % cells // 3, n % cells % 3) for n in range(size)
    )
    return RiskChart(("Low", "Medium", "High"), dots)


def measures(size: int, text: str = TITLE) -> MeasureChart:
    """Measures with any number of readings, with and without a baseline and a target."""
    return MeasureChart(tuple(_measure(place, text) for place in range(size)))


def _measure(place: int, text: str) -> MeasurePanel:
    readings = tuple(
        (START + timedelta(days=90 * n), 1.5e6 * (n % 3) - 4.25 * place) for n in range(place % 4 * 3 or 1)
    )
    bare = place % 5 == 4
    return MeasurePanel(
        title=text,
        unit=text if place % 2 else "",
        group=text,
        rising=place % 2 == 0,
        start=START,
        baseline=None if bare and readings else 12_345_678.25 - place,
        target=None if place % 7 == 3 else 12_345_678.25 + place % 3,
        due=START + timedelta(days=400 * place) if place % 3 else None,
        readings=readings,
    )


def heat(rows: int, columns: int = 6, text: str = TITLE) -> HeatMap:
    """A grid with all shades."""
    cells = tuple(
        tuple(HeatCell(f"{column} of 12", (row + column) % 6 - 1) for column in range(columns))
        for row in range(rows)
    )
    return HeatMap(text, (text,) * columns, (text,) * rows, cells, "Nobody", "All are held")


def pathway(
    courses: int, credentials: int = 4, jobs: int = 4, text: str = TITLE, grades: int = 6
) -> PathwayMap:
    """Courses over so many grades, credentials in a chain, and jobs that each leads to some of."""
    each = [range(grade, courses, grades) for grade in range(grades)]
    return PathwayMap(
        tuple(
            MapGrade(
                f"Grade {grade + 9}",
                grade > 3,
                tuple(MapCourse(text, "3 college credits" if place % 2 else "") for place in places),
                grade in (0, 4),
                grade == 3 or grade == grades - 1,
            )
            for grade, places in enumerate(each)
            if places
        ),
        tuple(
            MapCredential(
                text,
                "Industry certification",
                tuple(range(max(place - 2, 0), place)),
                tuple(job for job in range(jobs) if (job + place) % 3 == 0),
                place == 0,
                place % 2 == 0,
            )
            for place in range(credentials)
        ),
        (text,) * jobs,
    )


def organization(teams: int, members: int, text: str = TITLE) -> OrganizationChart:
    """Teams, and up to seven categories with so many members each."""
    return OrganizationChart(
        text,
        text,
        tuple(
            TeamBox(text, "Working group", text if n % 2 else "", "Monthly" if n % 3 else "", "9 members")
            for n in range(teams)
        ),
        tuple(MemberBox(text, (text,) * members) for _ in range(7 if members else 0)),
    )


def career_ladder(rungs: int, jobs: int, text: str = TITLE) -> LadderChart:
    """So many jobs on each level; every one leads to the next but one, and the last two turn back."""
    most = rungs * jobs
    return LadderChart(
        tuple(
            LadderRung(
                f"Level {rung + 1}",
                tuple(
                    LadderJob(
                        text,
                        "$58,700 a year; $22 to $36 an hour" if place % 2 else "",
                        (place + 2,) if place + 2 < most else (most - 2,) if most > 1 else (),
                    )
                    for place in range(rung * jobs, (rung + 1) * jobs)
                ),
            )
            for rung in range(rungs)
        )
    )


def supply(bars: int, text: str = TITLE) -> SupplyChart:
    """So many occupations; the first has neither openings nor completers."""
    return SupplyChart(tuple(SupplyBar(text, 37 * place, 11 * place) for place in range(bars)))


EACH: Final[dict[str, object]] = {
    "engagement of 3": engagement(3, "Dana Ruiz"),
    "engagement of 25": engagement(25),
    "engagement of 60": engagement(60),
    "one risk": risks(1),
    "risks of an example": risks(12, "The facilitator leaves before the plan is adopted"),
    "risks in nine cells": risks(60),
    "risks in one cell": risks(250, cells=1),
    "one measure": measures(1),
    "two measures": measures(2, "Students who learn at work"),
    "30 measures": measures(30),
    "four roles": heat(4, 4, "Process and Logistics"),
    "many rows": heat(40),
    "a pathway of 4 courses": pathway(4, 2, 1, "Algebra I"),
    "a pathway of 40 courses": pathway(40, 12, 9),
    "a pathway in one grade": pathway(20, 0, 0, grades=1),
    "no courses": pathway(0, 30, 30),
    "credentials alone": pathway(0, 1, 0),
    "one team": organization(1, 0, "Core team"),
    "members alone": organization(0, 3),
    "a ladder of 6 jobs": career_ladder(3, 2, "Machinists"),
    "a ladder of 60 jobs": career_ladder(4, 15),
    "one job": career_ladder(1, 1),
    "supply of one": supply(1),
    "supply of 40": supply(40),
    "many teams": organization(30, 40),
}
"""Pictures of all kinds and sizes."""
