"""The skill attainment map: from each skill or credential to its programs and its jobs (step 13).

Source: Creating Career Pathways in Colorado (2014), known to us by its published summary; it takes up
the KSAs of step 10 and the asset map of step 11. On credentials that stack, with ways on and off: Texas
Regional Pathways Network, Key Stakeholders (undated).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pathwayctl.analysis.attainment import Attainment, AttainmentMap, attainment_map
from pathwayctl.analysis.stacking import Ladder, ladder
from pathwayctl.handouts.cells import Row, blank_rows, bulleted, some
from pathwayctl.handouts.kinds import COLORADO, one_page
from pathwayctl.model.vocabulary import Guide
from pathwayctl.wording import count

if TYPE_CHECKING:
    from pathwayctl.handouts.context import Context
    from pathwayctl.model.talent import Credential, Occupation

WIDTH: Final = 5
BUILDS_ON_NOTHING: Final = "Nothing: one can begin here"


@dataclass(frozen=True, slots=True)
class OccupationMap:
    """One occupation. Columns: KSA, level, programs that reach it, credentials, programs that do not."""

    title: str
    facts: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]
    gaps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SkillAttainment:
    """The page.

    ``credentials``, lowest rung first: credential, kind, builds on, programs that lead to it, jobs they
    prepare for, employers that count it.
    """

    facts: tuple[tuple[str, str], ...]
    occupations: tuple[OccupationMap, ...]
    credentials: tuple[Row, ...]
    missing: str


def view(context: Context) -> SkillAttainment:
    """The map, occupation by occupation, and the ladder of credentials."""
    found, rungs = attainment_map(context.plan), ladder(context.plan)
    led = sum(bool(row.programs) for row in found.rows)
    blank = OccupationMap(
        "Occupation", (("Occupation", ""), ("Entry education", "")), blank_rows(WIDTH, 10), ()
    )
    return SkillAttainment(
        facts=(
            ("Critical occupations", str(len(context.plan.occupations))),
            ("Lines of the map", str(len(found.rows))),
            ("With a program that goes far enough", str(led)),
            ("Without one", str(len(found.rows) - led)),
        ),
        occupations=tuple(_occupation(one, found, context) for one in context.plan.occupations) or (blank,),
        credentials=tuple(_credentials(rungs, context)) or blank_rows(6, 6),
        missing=_missing(rungs) if context.plan.credentials else "",
    )


def _occupation(one: Occupation, found: AttainmentMap, context: Context) -> OccupationMap:
    rows = found.of(one.id)
    return OccupationMap(
        one.title,
        (
            ("Entry education", one.entry_education.label if one.entry_education else ""),
            ("Known gap", one.gap or "None noted"),
        ),
        tuple(_row(row, context) for row in rows) or blank_rows(WIDTH, 3),
        tuple(_gaps(rows, context)),
    )


def _row(row: Attainment, context: Context) -> Row:
    ksas = {one.id: one.title for one in context.plan.ksas}
    credentials = {one.id: one.title for one in context.plan.credentials}
    return (
        ksas[row.ksa],
        row.level.label,
        bulleted(program_name(key, context) for key in row.programs),
        bulleted(credentials.get(key, key) for key in row.credentials),
        bulleted(program_name(key, context) for key in row.lower),
    )


def program_name(key: str, context: Context) -> str:
    """A program’s title and provider."""
    found = next(one for one in context.plan.programs if one.id == key)
    return f"{found.title} ({context.name(found.provider)})"


def _gaps(rows: tuple[Attainment, ...], context: Context) -> Iterator[str]:
    ksas = {one.id: one.title for one in context.plan.ksas}
    if not rows:
        yield "No KSAs are known yet for this occupation."
    if untaught := [ksas[row.ksa] for row in rows if row.untaught]:
        yield f"Nobody teaches {some(untaught, 'or')}."
    if too_low := [ksas[row.ksa] for row in rows if row.too_low]:
        yield f"No program goes far enough in {some(too_low, 'or')}."


def _credentials(rungs: Ladder, context: Context) -> Iterator[Row]:
    by_id = {one.id: one for one in reversed(context.plan.credentials)}
    for key in rungs.order:
        yield _credential(by_id[key], by_id, context)


def _credential(one: Credential, by_id: dict[str, Credential], context: Context) -> Row:
    programs = [it for it in context.plan.programs if one.id in it.credentials]
    leads_to = {key for it in programs for key in it.occupations}
    return (
        one.title,
        one.kind.label,
        bulleted(by_id[key].title for key in one.stacks_on if key in by_id) or BUILDS_ON_NOTHING,
        bulleted(program_name(it.id, context) for it in programs),
        bulleted(it.title for it in context.plan.occupations if it.id in leads_to),
        bulleted(map(context.name, one.recognized_by)),
    )


def _missing(rungs: Ladder) -> str:
    kinds = [kind.label.lower() for kind in rungs.missing]
    return (
        f"{count(len(kinds), 'rung', 'rungs')} of the ladder without a credential: {some(kinds)}."
        if kinds
        else ""
    )


HANDOUT: Final = one_page(
    "attainment",
    "Skill attainment map",
    COLORADO.format("step 13"),
    "Where to learn what for which job: from each skill and credential to its programs and jobs.",
    view,
    guides=(Guide.SECTOR,),
    sections=("ksas", "credentials"),
)
