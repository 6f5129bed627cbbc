"""The words for every kind of gap, gathered from the topics."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pathwayctl.guidance import snippets
from pathwayctl.guidance.report import MissingItem
from pathwayctl.model.plan import LIST_SECTIONS

if TYPE_CHECKING:
    from pathwayctl.evidence.gap import Gap
    from pathwayctl.evidence.index import PlanIndex
    from pathwayctl.guidance.snippets import Fields, Wordings


def lack_of(gap: Gap, index: PlanIndex) -> MissingItem:
    """A gap in words, with what to type."""
    text, fields = wordings()[gap.kind](gap, index)
    return MissingItem(text, gap.path, _snippet(gap, fields))


def _snippet(gap: Gap, fields: Fields) -> str:
    """The YAML to type: a section that is a mapping, a new entry, or an entry with the fields to add."""
    if gap.section not in LIST_SECTIONS:
        return snippets.mapping(gap.section, fields)
    name = getattr(gap.entry, "id", None) if len(gap.path) > 1 else None
    fields = fields if name is None else {"id": name, **fields}
    if gap.section == "tasks" and len(gap.path) > 1:
        return snippets.bare_entry(fields)
    return snippets.entry(gap.section, fields)


@cache
def wordings() -> Wordings:
    """The words for each kind of gap, of all topics. A new topic is a module and a word here."""
    from pathwayctl.guidance import (
        assessment,
        evaluation,
        frameworks,
        funding,
        goals,
        governance,
        lists,
        outreach,
        partners,
        pathways,
        risks,
        talent,
        work,
    )

    topics = (
        lists, assessment, evaluation, frameworks, funding, goals, governance, outreach, partners, pathways,
        risks, talent, work,
    )  # fmt: skip
    return {kind: wording for topic in topics for kind, wording in topic.WORDINGS.items()}
