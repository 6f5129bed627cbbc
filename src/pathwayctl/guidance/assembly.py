"""Puts a part of a guide together from the looks at it and the tasks that belong to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from pathwayctl.guidance.state import Item, Look, state_of, together
from pathwayctl.model.vocabulary import Status
from pathwayctl.wording import count

if TYPE_CHECKING:
    from pathwayctl.guidance.records import Leaf, Records
    from pathwayctl.guidance.state import Proof
    from pathwayctl.model.vocabulary import Guide


def look_at(records: Records, proofs: Iterable[Proof]) -> Look:
    """What several proofs find together."""
    return together(proof(records) for proof in proofs)


def item(
    guide: Guide, key: str, titles: tuple[str, str], look: Look, tasks: Sequence[Leaf], records: Records
) -> Item:
    """A part of a guide with its state; ``titles`` are those of its group and its own.

    Tasks that are done or in progress show that something has begun. They never show that it is
    done: that is for what they leave behind to show.
    """
    group, title = titles
    evidence = (*look.evidence, *_work(tasks))
    state = state_of(Look(evidence, look.lacks))
    return Item(guide, key, title, group, state, evidence, look.lacks, records.open_tasks(tasks))


def _work(tasks: Sequence[Leaf]) -> tuple[str, ...]:
    done = sum(leaf.task.status is Status.DONE for leaf in tasks)
    if done:
        return (f"{done} of {count(len(tasks), 'task')} done",)
    begun = sum(leaf.task.status is Status.IN_PROGRESS for leaf in tasks)
    return (f"{count(begun, 'task')} in progress",) if begun else ()
