"""What knowledge, skills, and abilities (KSAs) are used for (step 12).

Source: Creating Career Pathways in Colorado (2014), known to us by its published summary.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathwayctl.evidence.talent.occupations import skill_uses
from pathwayctl.handouts.cells import bulleted, some, when
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.handout import COLORADO, one_page
from pathwayctl.handouts.tables import Column, Columns, HandoutTable, table, table_of
from pathwayctl.language import phrase
from pathwayctl.model.talent import KsaPurpose, KsaUse
from pathwayctl.model.vocabulary import Guide
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import listed

USES: Final[Columns[KsaUse]] = (
    Column("Use", lambda one, _: one.title, "wide"),
    Column("Purpose", lambda one, _: one.purpose.label, "narrow"),
    Column("Organization", lambda one, context: context.name(one.organization), spare=False),
    Column("KSAs", lambda one, context: bulleted(_ksas(one, context)), "wide"),
    Column("Owner", lambda one, context: context.name(one.owner), spare=False),
    Column("Due", lambda one, _: when(one.due), "narrow"),
    Column("Status", lambda one, _: one.status.label, "narrow"),
    Column("Result", lambda one, _: one.outcome or "", spare=True),
)


@dataclass(frozen=True, slots=True)
class KsaUses:
    """The page: the uses, by purpose."""

    uses: HandoutTable
    gaps: tuple[str, ...]


def view(context: Context) -> KsaUses:
    """Return the uses, by purpose; without any, a row to fill in for each purpose."""
    uses = sorted(context.plan.ksa_uses, key=lambda one: tuple(KsaPurpose).index(one.purpose))
    blanks = (
        (str(place), purpose.label, *("",) * (len(USES) - 2)) for place, purpose in enumerate(KsaPurpose, 1)
    )
    return KsaUses(table_of(USES, uses, context) or table(USES, blanks), tuple(_gaps(context)))


def _ksas(one: KsaUse, context: Context) -> list[str]:
    titles = {it.id: it.title for it in context.plan.ksas}
    return [titles.get(key, key) for key in one.ksas]


def _gaps(context: Context) -> Iterator[str]:
    plan, found = context.plan, context.index.ask(skill_uses)
    if not found.planned:
        return
    if found.missing:
        yield phrase(
            "No use is planned yet for {label}.",
            label=listed([one.label.lower() for one in found.missing], "or"),
        )
    if unplaced := [plan.ksa_uses[place].title for place in found.without_organization]:
        yield phrase("No organization is named for {unplaced}.", unplaced=some(unplaced))
    if unused := [plan.ksas[place].title for place in found.unused]:
        yield phrase("Not used yet: {unused}.", unused=some(unused))


HANDOUT: Final = one_page(
    "ksa-uses",
    "Uses of the skills",
    COLORADO.format("step 12"),
    "What the list of skills is used for: curriculum, hiring, assessment, advising, and training.",
    view,
    guides=(Guide.SECTOR,),
    sections=("ksa_uses",),
)
