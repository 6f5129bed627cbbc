"""The map of a pathway, a career ladder, and the partners, as Mermaid text, which GitHub draws."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from pathwayctl.handouts.governance.partnership import OrganizationChart
from pathwayctl.handouts.pathways.pathway_chart import PathwayMap
from pathwayctl.handouts.talent.ladder import LadderChart
from pathwayctl.language import phrase
from pathwayctl.rendering.charts.boxes import OFF, ON
from pathwayctl.rendering.mermaid import plain_name
from pathwayctl.wording import count

MOST: Final = 150
"""Boxes and arrows of one drawing, at the most: Mermaid draws no more than 500 and 50,000 letters."""


def pathway(chart: PathwayMap) -> Iterator[str]:
    """A block with a group for each grade, one for the credentials and one for the jobs."""
    arrows = sum(len(one.builds_on) + len(one.jobs) for one in chart.credentials)
    boxes = sum(len(grade.courses) for grade in chart.grades) + len(chart.credentials) + len(chart.jobs)
    if arrows + boxes > MOST:
        return
    lines = ["```mermaid", "flowchart LR"]
    groups = []
    for place, grade in enumerate(chart.grades):
        courses = [
            f'    g{place}c{number}["{plain_name(one.title)}"]' for number, one in enumerate(grade.courses)
        ]
        name = _named(grade.label, on=grade.is_entry, off=grade.is_exit)
        lines += [f'    subgraph g{place}["{name}"]', *courses, "    end"]
        groups.append(f"g{place}")
    if chart.credentials:
        stops = [
            f'    k{number}["{_named(plain_name(one.title), on=one.is_entry, off=one.is_exit)}"]'
            for number, one in enumerate(chart.credentials)
        ]
        lines += ['    subgraph credentials["' + phrase("Credentials") + '"]', *stops, "    end"]
        groups.append("credentials")
    if chart.jobs:
        jobs = [f'    j{number}(["{plain_name(job)}"])' for number, job in enumerate(chart.jobs)]
        lines += ['    subgraph work["' + phrase("Work") + '"]', *jobs, "    end"]
    lines += [f"    {before} --> {after}" for before, after in pairwise(groups)]
    for place, one in enumerate(chart.credentials):
        lines += [f"    k{below} --> k{place}" for below in one.builds_on]
        lines += [f"    k{place} --> j{job}" for job in one.jobs]
    yield "\n".join([*lines, "```"])


def ladder(chart: LadderChart) -> Iterator[str]:
    """A block with a group for each level, and an arrow for each move."""
    jobs = [job for rung in chart.rungs for job in rung.jobs]
    if len(jobs) + sum(len(job.moves) for job in jobs) > MOST:
        return
    lines, place = ["```mermaid", "flowchart LR"], 0
    for number, rung in enumerate(chart.rungs):
        lines.append(f'    subgraph r{number}["{plain_name(rung.label)}"]')
        for job in rung.jobs:
            pay = f"<br/>{plain_name(job.pay)}" if job.pay else ""
            lines.append(f'    j{place}["{plain_name(job.title)}{pay}"]')
            place += 1
        lines.append("    end")
    for start, job in enumerate(jobs):
        lines += [f"    j{start} --> j{move}" for move in job.moves]
    yield "\n".join([*lines, "```"])


def organization(chart: OrganizationChart) -> Iterator[str]:
    """A block with the convener, a box for each team, and one for each category of members."""
    if len(chart.teams) + len(chart.members) > MOST:
        return
    lines = ["```mermaid", "flowchart TD"]
    convener = plain_name(chart.convener) or phrase("not named yet")
    lines.append(f'    top["{phrase("Convener: {name}", name=convener)}"]')
    for place, team in enumerate(chart.teams):
        lead = phrase("Lead: {name}", name=plain_name(team.lead)) if team.lead else phrase("No lead yet")
        lines.append(f'    top --> t{place}["{plain_name(team.title)}<br/>{lead}"]')
    for place, box in enumerate(chart.members):
        size = count(len(box.names), "member")
        lines.append(f'    top --> m{place}(["{plain_name(box.label)}<br/>{size}"])')
    yield "\n".join([*lines, "```"])


def _named(name: str, *, on: bool, off: bool) -> str:
    ways = ", ".join(phrase(text).lower() for text, there in ((ON, on), (OFF, off)) if there)
    return f"{name} ({ways})" if ways else name
