"""The skill attainment map: from each skill or credential to its programs and its jobs (step 13).

Source: Creating Career Pathways in Colorado (2014), known to us by its published summary; it builds
on the KSAs of step 10 and the asset map of step 11. On stackable credentials with entry and exit points:
Texas Regional Pathways Network, Key Stakeholders (undated).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from pathwayctl.evidence.talent.attainment import Attainment, attainment
from pathwayctl.evidence.talent.credential_ladder import Ladder, credential_ladder
from pathwayctl.handouts.cells import NONE, bulleted, some, stacked, when
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.handout import COLORADO, one_page
from pathwayctl.handouts.tables import HandoutTable, Head, Row, table
from pathwayctl.language import marked, phrase
from pathwayctl.model.talent import Occupation
from pathwayctl.model.talent_credentials import Credential
from pathwayctl.model.vocabulary import Guide
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import count

NOTHING: Final = marked("None: entry point")
UNSTATED: Final = marked("Not stated")
SKILLS: Final = (
    Head(marked("Knowledge, skill, or ability"), width="wide"),
    Head(marked("Level asked for"), width="narrow"),
    Head(marked("Programs that reach it"), width="wide"),
    Head(marked("Programs below that level"), spare=True),
)
PROGRAMS: Final = (
    Head(marked("Program"), width="wide"),
    marked("Provider"),
    Head(marked("Credentials"), width="wide"),
    marked("Jobs the whole program prepares for"),
)
CREDENTIALS: Final = (
    Head(marked("Credential"), width="wide"),
    marked("Builds on"),
    Head(marked("Recognized by"), width="wide"),
    Head(marked("Last reviewed"), width="narrow"),
    Head(marked("Jobs it leads to"), width="wide"),
)


@dataclass(frozen=True, slots=True)
class OccupationMap:
    """One occupation, with a row for each KSA it asks for."""

    title: str
    skills: HandoutTable
    gaps: tuple[str, ...]
    known_gap: str


@dataclass(frozen=True, slots=True)
class SkillAttainment:
    """The page; each credential comes after those that it builds on."""

    facts: tuple[tuple[str, str], ...]
    occupations: tuple[OccupationMap, ...]
    programs: HandoutTable
    credentials: HandoutTable
    missing: str


def view(context: Context) -> SkillAttainment:
    """Return the map by occupation, then the credentials of each program, and what each builds on."""
    plan = context.plan
    found, rungs = context.index.ask(attainment), context.index.ask(credential_ladder)
    names = _program_names(context)
    blank = OccupationMap(phrase("Occupation"), table(SKILLS, blank=10), (), "")
    led = sum(bool(row.programs) for row in found.rows)
    return SkillAttainment(
        facts=(
            (
                phrase("Skills asked for"),
                phrase(
                    "{number}, for {critical_occupations}",
                    number=len(found.rows),
                    critical_occupations=count(len(plan.occupations), "critical occupation"),
                ),
            ),
            (phrase("Taught to the level asked for"), str(led)),
            (phrase("Not taught, or not to that level"), str(len(found.rows) - led)),
        ),
        occupations=tuple(_occupation(one, found.of(one.id), names, context) for one in plan.occupations)
        or (blank,),
        programs=table(PROGRAMS, _programs(names, context), blank=8),
        credentials=table(CREDENTIALS, _credentials(rungs, context), blank=6),
        missing=_missing(rungs) if plan.credentials else "",
    )


def _program_names(context: Context) -> Mapping[str, str]:
    """Return the title of each program, with its provider if two programs have the same title."""
    titles = Counter(one.title for one in context.plan.programs)
    return {
        one.id: one.title if titles[one.title] == 1 else f"{one.title} ({context.name(one.provider)})"
        for one in context.plan.programs
    }


def _occupation(
    one: Occupation, rows: tuple[Attainment, ...], names: Mapping[str, str], context: Context
) -> OccupationMap:
    ksas = {it.id: it.title for it in context.plan.ksas}
    skills = (
        (
            ksas[row.ksa],
            row.level.label,
            _together(row.programs, names),
            _together(row.lower, names) or NONE,
        )
        for row in rows
    )
    return OccupationMap(
        one.title,
        table(SKILLS, skills, blank=3),
        tuple(_gaps(rows, ksas)),
        one.gap or "",
    )


def _together(keys: tuple[str, ...], names: Mapping[str, str]) -> str:
    """Join programs in running text, which is shorter than a list; titles may contain commas."""
    return "; ".join(names[key] for key in keys)


def _gaps(rows: tuple[Attainment, ...], ksas: Mapping[str, str]) -> Iterator[str]:
    if not rows:
        yield phrase("This occupation has no KSAs yet.")
    if untaught := [ksas[row.ksa] for row in rows if row.untaught]:
        yield phrase("Not taught: {untaught}.", untaught=some(untaught))
    if too_low := [ksas[row.ksa] for row in rows if row.too_low]:
        yield phrase("Taught, but not to the level asked for: {too_low}.", too_low=some(too_low))


def _programs(names: Mapping[str, str], context: Context) -> Iterator[Row]:
    credentials = {one.id: one.title for one in context.plan.credentials}
    jobs = {one.id: one.title for one in context.plan.occupations}
    for one in context.plan.programs:
        yield (
            names[one.id],
            context.name(one.provider),
            bulleted(credentials.get(key, key) for key in one.credentials),
            bulleted(jobs.get(key, key) for key in one.occupations),
        )


def _credentials(rungs: Ladder, context: Context) -> Iterator[Row]:
    by_id = {one.id: one for one in reversed(context.plan.credentials)}
    for key in rungs.order:
        yield _credential(by_id[key], by_id, context)


def _credential(one: Credential, by_id: Mapping[str, Credential], context: Context) -> Row:
    return (
        stacked(one.title, one.kind.label),
        bulleted(by_id[key].title for key in one.stacks_on if key in by_id) or phrase(NOTHING),
        bulleted(map(context.name, one.recognized_by)),
        when(one.reviewed),
        bulleted(it.title for it in context.plan.occupations if it.id in one.leads_to) or phrase(UNSTATED),
    )


def _missing(rungs: Ladder) -> str:
    kinds = [kind.label.lower() for kind in rungs.missing]
    return phrase("No credential of these kinds: {kinds}.", kinds=some(kinds)) if kinds else ""


HANDOUT: Final = one_page(
    "attainment",
    "Skill attainment map",
    COLORADO.format("step 13"),
    "What to learn for each job, and where: from each skill and credential to its programs and jobs.",
    view,
    guides=(Guide.SECTOR,),
    sections=("ksas", "credentials"),
)
