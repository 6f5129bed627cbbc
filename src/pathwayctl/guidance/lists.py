"""Words for the most common gaps: a list without entries, an entry with empty fields, and open tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.gap import WORK_OPEN
from pathwayctl.guidance import samples
from pathwayctl.guidance.phrases import named, quoted
from pathwayctl.model.vocabulary import Status
from pathwayctl.wording import count, listed

if TYPE_CHECKING:
    from pathwayctl.evidence.gap import Gap
    from pathwayctl.evidence.index import PlanIndex
    from pathwayctl.guidance.snippets import Fields, Wording, Wordings, Words


def plain(text: str, fields: Fields | None = None) -> Wording:
    """Words that are the same for every gap of a kind, apart from ``{entry}``, the name of its entry.

    A value of ``fields`` is an example, or a function that returns one for the plan.
    """

    def wording(gap: Gap, index: PlanIndex) -> Words:
        said = text.replace("{entry}", named(gap.entry)) if "{entry}" in text else text
        return said, samples.filled(index, fields or {})

    return wording


def no_entries(gap: Gap, index: PlanIndex) -> Words:
    """A section that a guide asks for has no entries."""
    one, _, many = str(gap.items[0]).partition("|")
    return f"There are no {many or one + 's'} yet.", samples.first_entry(index, gap.section, *gap.fields)


def incomplete(gap: Gap, index: PlanIndex) -> Words:
    """An entry lacks some of what each should have."""
    text = f"{named(gap.entry)} has no {listed(gap.missing, 'or')} yet."
    return text, samples.fields_of(index, gap.section, *gap.fields)


def open_tasks(gap: Gap, index: PlanIndex) -> Words:
    """Tasks of a part are not done."""
    number = count(gap.number, "open task")
    text = f"{number}, starting with {quoted(gap.entry.title)}. Mark it as done when it is finished."
    return text, {"status": Status.DONE.value, "finished": samples.day(index)}


WORDINGS: Final[Wordings] = {
    "no-entries": no_entries,
    "incomplete": incomplete,
    "open-tasks": open_tasks,
    WORK_OPEN: open_tasks,
}
"""The words for each kind of gap."""
