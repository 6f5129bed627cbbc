"""What knowledge, skills, and abilities (KSAs) are used for (step 12).

Source: Creating Career Pathways in Colorado (2014), known to us by its published summary.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from pathwayctl.evidence.talent.skills import skill_uses
from pathwayctl.handouts.cells import Columns, Row, bulleted, some
from pathwayctl.handouts.handout import COLORADO, one_page
from pathwayctl.model.talent import KsaPurpose
from pathwayctl.model.vocabulary import Guide
from pathwayctl.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pathwayctl.handouts.context import Context
    from pathwayctl.model.talent import KsaUse

WIDTH: Final = 5


@dataclass(frozen=True, slots=True)
class KsaUses:
    """The page: the uses, by purpose."""

    columns: ClassVar[Columns] = (
        ("Use", "left", "wide"),
        ("Purpose", "left", "narrow"),
        "Organization",
        ("KSAs", "left", "wide"),
        ("Status", "left", "narrow"),
    )
    rows: tuple[Row, ...]
    gaps: tuple[str, ...]


def view(context: Context) -> KsaUses:
    """The uses, by purpose."""
    uses = sorted(context.plan.ksa_uses, key=lambda one: tuple(KsaPurpose).index(one.purpose))
    rows = tuple(_row(one, context) for one in uses)
    return KsaUses(rows or _blank(), tuple(_gaps(context)))


def _blank() -> tuple[Row, ...]:
    """A row to fill in for each purpose."""
    return tuple(
        (str(number), purpose.label, *[""] * (WIDTH - 2)) for number, purpose in enumerate(KsaPurpose, 1)
    )


def _row(one: KsaUse, context: Context) -> Row:
    titles = {it.id: it.title for it in context.plan.ksas}
    return (
        one.title,
        one.purpose.label,
        context.name(one.organization),
        bulleted(titles.get(key, key) for key in one.ksas),
        one.status.label,
    )


def _gaps(context: Context) -> Iterator[str]:
    plan, found = context.plan, context.index.ask(skill_uses)
    if not found.planned:
        return
    if found.missing:
        yield f"No use is planned yet for {listed([one.label.lower() for one in found.missing], 'or')}."
    if nobody := [plan.ksa_uses[place].title for place in found.without_organization]:
        yield f"No organization is named for {some(nobody)}."
    if unused := [plan.ksas[place].title for place in found.unused]:
        yield f"Not used yet: {some(unused)}."


HANDOUT: Final = one_page(
    "ksa-uses",
    "Uses of the skills",
    COLORADO.format("step 12"),
    "What the list of skills is used for: curriculum, hiring, assessment, advising, and training.",
    view,
    guides=(Guide.SECTOR,),
    sections=("ksa_uses",),
)
