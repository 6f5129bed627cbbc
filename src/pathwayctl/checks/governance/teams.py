"""Required teams, their members, and how often teams meet, by their meetings or their cadence.

A meeting on a fixed weekday, such as the second Tuesday, can fall a few days after the calendar month
or quarter ends. A week of grace allows for that.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import labels, quoted
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.evaluation.measures import outcome_measures
from pathwayctl.evidence.governance.teams import teams
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.meeting_days import days_of
from pathwayctl.model.governance import Team, TeamKind
from pathwayctl.model.vocabulary import Guide
from pathwayctl.wording import listed, long_day

NOT_AT_THE_TABLE: Final = Rule("PW566")
NO_SUCH_TEAM: Final = Rule("PW567")


@check(NOT_AT_THE_TABLE, guides=("components",))
def members(index: PlanIndex) -> Iterator[Problem]:
    """Report who is missing from each of the two required teams, once it has members."""
    for place, review in enumerate(index.ask(teams).reviews):
        if review.missing_members and review.team.members:
            missing = listed(review.missing_members, "or")
            message = f"Nobody on the team {quoted(review.team.title)} represents {missing}."
            yield NOT_AT_THE_TABLE.at(("teams", place, "members"), message)


@check(NO_SUCH_TEAM, needs_all=True, guides=("components",))
def kinds(index: PlanIndex) -> Iterator[Problem]:
    """Report required teams that are missing, once there are any teams."""
    found = index.ask(teams)
    if found.reviews and found.missing_kinds:
        hint = f"Add a team with kind: {listed(found.missing_kinds, 'or')}"
        message = f"No team is the {labels(found.missing_kinds)}."
        yield NO_SUCH_TEAM.at(index.guide("components"), message, hint)


TOO_SELDOM: Final = Rule("PW568")
NOT_MONTHLY: Final = Rule("PW569")
NO_INQUIRY: Final = Rule("PW590")
NO_DATA_REVIEW: Final = Rule("PW591")

NOT_MET: Final = Rule("PW610")

_JUDGED: Final = (TeamKind.LEADERSHIP, TeamKind.FACILITATOR)
_READS_DATA: Final = (TeamKind.RESEARCH, TeamKind.EVALUATION)
_GRACE: Final = 7
_MONTH: Final = 31
_QUARTER: Final = 92
"""The longest month and the longest quarter, in calendar days."""


@check(TOO_SELDOM, NOT_MONTHLY, guides=("components",))
def rhythm(index: PlanIndex) -> Iterator[Problem]:
    """Report a leadership team or facilitator's team that does not meet often enough."""
    for place, team in enumerate(index.plan.teams):
        if team.kind in _JUDGED:
            days, how = _longest(index, team)
            message = f"{quoted(team.title)} {how}."
            if days is None or days > _QUARTER + _GRACE:
                yield TOO_SELDOM.at(("teams", place), message)
            elif days > _MONTH + _GRACE:
                yield NOT_MONTHLY.at(("teams", place), message)


@check(NOT_MET)
def attendance(index: PlanIndex) -> Iterator[Problem]:
    """Report other teams that are behind their own cadence as of the status date."""
    from pathwayctl.evidence.cadence import calendar_days_late

    judged = _JUDGED if Guide.COMPONENTS in index.plan.project.guides else ()
    for place, team in enumerate(index.plan.teams):
        held = _held(index, team)
        late = calendar_days_late(team.cadence, held[-1], index.today) if held else 0
        if late > _GRACE and team.kind not in judged:
            cadence = team.cadence.label.lower() if team.cadence else ""
            message = f"{quoted(team.title)} should meet {cadence}, but last met on {long_day(held[-1])}."
            yield NOT_MET.at(("teams", place, "cadence"), message)


@check(NO_INQUIRY, NO_DATA_REVIEW, needs_all=True, guides=("grades-9-14",))
def inquiry(index: PlanIndex) -> Iterator[Problem]:
    """Report missing quarterly meetings of a research team and missing monthly reviews of data."""
    teams = index.plan.teams
    if teams and not any(
        team.kind is TeamKind.RESEARCH and _meets_within(index, team, _QUARTER) for team in teams
    ):
        yield NO_INQUIRY.at(index.guide("grades-9-14"), "No action research team meets every quarter.")
    monthly = any(team.kind in _READS_DATA and _meets_within(index, team, _MONTH) for team in teams)
    if (teams or index.plan.measures) and not monthly and not index.ask(outcome_measures).read_monthly:
        message = "No measure is updated every month, and no team that reviews data meets every month."
        yield NO_DATA_REVIEW.at(index.guide("grades-9-14"), message)


def _meets_within(index: PlanIndex, team: Team, days: int) -> bool:
    longest, _ = _longest(index, team)
    return longest is not None and longest <= days + _GRACE


def _longest(index: PlanIndex, team: Team) -> tuple[int | None, str]:
    """Return the longest time between two meetings in calendar days, if known, and a phrase for it."""
    from pathwayctl.evidence.cadence import longest_days

    days = _held(index, team)
    if days and index.today is not None and index.today > days[-1]:
        days.append(index.today)
    if len(days) > 1:
        gap, first, last = max((later - day, day, later) for day, later in pairwise(days))
        return gap.days, f"has no meeting between {long_day(first)}, and {long_day(last)}"
    if team.cadence is None:
        return None, "has no cadence and fewer than two meetings with dates"
    return longest_days(team.cadence) or 0, f"meets {team.cadence.label.lower()}"


def _held(index: PlanIndex, team: Team) -> list[date]:
    """Return the days of a team's meetings, past and future, in order."""
    mine = (meeting for meeting in index.plan.meetings if meeting.team == team.id)
    return sorted(day for meeting in mine for day in days_of(index, meeting))
