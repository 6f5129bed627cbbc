"""What knowledge, skills and abilities are used for (step 12).

Source: Creating Career Pathways in Colorado (2014), known to us by its published summary.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pathwayctl.handouts.cells import Row, bulleted, some
from pathwayctl.handouts.handout import COLORADO, one_page
from pathwayctl.model.talent_words import KsaPurpose
from pathwayctl.model.vocabulary import Guide, Status
from pathwayctl.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pathwayctl.handouts.context import Context
    from pathwayctl.model.talent import KsaUse

WIDTH: Final = 5


@dataclass(frozen=True, slots=True)
class KsaUses:
    """The page. ``rows``: use, what for, who uses them, KSAs, state."""

    rows: tuple[Row, ...]
    gaps: tuple[str, ...]


def view(context: Context) -> KsaUses:
    """The uses, by what they are for."""
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
    uses = [one for one in context.plan.ksa_uses if one.status is not Status.DROPPED]
    if not uses:
        return
    purposes = {one.purpose for one in uses}
    if missing := [one.label.lower() for one in KsaPurpose if one not in purposes]:
        yield f"No use is planned yet for {listed(missing, 'or')}."
    if nobody := [one.title for one in uses if not one.organization]:
        yield f"Nobody is named who uses them: {some(nobody)}."
    used = {key for one in uses for key in one.ksas}
    if unused := [one.title for one in context.plan.ksas if one.id not in used]:
        yield f"Not used anywhere yet: {some(unused)}."


HANDOUT: Final = one_page(
    "ksa-uses",
    "Uses of the skills",
    COLORADO.format("step 12"),
    "What the list of skills is used for: curriculum, hiring, assessment, advising and training.",
    view,
    guides=(Guide.SECTOR,),
    sections=("ksa_uses",),
)
