"""Puts a part of a guide together from the looks at it and the tasks that belong to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from pathwayctl.guidance import samples, snippets
from pathwayctl.guidance.proofs import quoted
from pathwayctl.guidance.state import Item, Lack, Look, state_of, together
from pathwayctl.model.vocabulary import Status
from pathwayctl.wording import count

if TYPE_CHECKING:
    from pathwayctl.guidance.records import Leaf, Records
    from pathwayctl.guidance.state import Proof
    from pathwayctl.model.vocabulary import Guide


def look_at(records: Records, proofs: Iterable[Proof]) -> Look:
    """What several proofs find together.

    What is lacking is judged by all that is in the files, what is shown only by what people have written:
    a scaffold's own text is no evidence of anything.
    """
    looks = tuple(proofs)
    shown = together(proof(records.touched) for proof in looks)
    return Look(shown.evidence, together(proof(records) for proof in looks).lacks)


def item(
    guide: Guide, key: str, titles: tuple[str, str], look: Look, tasks: Sequence[Leaf], records: Records
) -> Item:
    """A part of a guide with its state; ``titles`` are those of its group and its own.

    Tasks that are done or in progress show that something has begun. They never show that it is
    done: that is for what they leave behind to show. But while one of them is open, it is not done.
    """
    group, title = titles
    evidence = (*look.evidence, *_work(tasks))
    lacks = (*look.lacks, *_still_open(tasks, look.lacks, records))
    state = state_of(Look(evidence, lacks))
    return Item(guide, key, title, group, state, evidence, lacks, records.open_tasks(tasks))


def _still_open(tasks: Sequence[Leaf], known: Iterable[Lack], records: Records) -> tuple[Lack, ...]:
    """The tasks that are not done, in one sentence, with what to type once the first of them is.

    Nothing where a known lack is about that task already.
    """
    waiting = {one.id: one for one in records.open_tasks(tasks)}
    if not waiting:
        return ()
    leaf = next(leaf for leaf in tasks if leaf.task.id == next(iter(waiting)))
    if any(lack.path == leaf.path for lack in known):
        return ()
    number = count(len(waiting), "task is", "tasks are")
    text = f"{number} still open. The first is {quoted(leaf.task.title)}. Once it is done, say so."
    fields = {"id": leaf.task.id, "status": Status.DONE.value, "finished": samples.day(records)}
    return (Lack(text, leaf.path, snippets.bare_entry(fields)),)


def _work(tasks: Sequence[Leaf]) -> tuple[str, ...]:
    done = sum(leaf.task.status is Status.DONE for leaf in tasks)
    if done:
        return (f"{done} of {count(len(tasks), 'task')} done",)
    begun = sum(leaf.task.status is Status.IN_PROGRESS for leaf in tasks)
    return (f"{count(begun, 'task')} in progress",) if begun else ()
