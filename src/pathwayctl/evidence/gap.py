"""Questions about what a guide asks for: what a plan shows, and the gaps in it.

A question is a function from a ``PlanIndex`` to a ``Judgment``. Guidance words a gap as the next thing to
do, a handout as a short line; neither works it out again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final

from pathwayctl.diagnostics import Path
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.language import phrase
from pathwayctl.model.vocabulary import Word
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import count


class State(Word):
    """How far a part of a guide has come."""

    NOT_BEGUN = "not-begun", "Not begun"
    UNDER_WAY = "under-way", "Under way"
    WORK_OPEN = "work-open", "Work open"
    DONE = "done", "Done"


WORK_OPEN: Final = "work-open"
"""The kind of the gap for tasks that are open although all records are complete."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that is missing from a plan.

    ``kind`` says what is wrong and selects the words for it. ``path`` is the section that the missing
    part belongs in, or the entry that it has to be added to; ``entry`` is that entry. ``missing`` are
    short noun phrases, each missing for ``number`` entries named ``noun`` (its plural after a bar), or
    as such if there is no noun. ``fields`` are the names of the fields to fill, ``items`` whatever else
    the gap concerns.
    """

    kind: str
    path: Path
    missing: tuple[str, ...] = ()
    noun: str = ""
    number: int = 1
    entry: Any = None
    fields: tuple[str, ...] = ()
    items: tuple[Any, ...] = ()

    @property
    def section(self) -> str:
        """The section that it belongs in."""
        return str(self.path[0])


@dataclass(frozen=True, slots=True)
class Judgment:
    """What one question about a plan has found: what shows that something is there, and the gaps."""

    shown: tuple[str, ...] = ()
    gaps: tuple[Gap, ...] = ()

    @property
    def state(self) -> State:
        """Done if something shows it and there are no gaps; under way if anything shows that it began.

        If its records are complete, only its work may be open.
        """
        if not self.shown:
            return State.NOT_BEGUN
        if not self.gaps:
            return State.DONE
        is_recorded = all(gap.kind == WORK_OPEN for gap in self.gaps)
        return State.WORK_OPEN if is_recorded else State.UNDER_WAY


Question = Callable[["PlanIndex"], Judgment]
"""A question about one thing that a part of a guide leaves behind."""


@dataclass(frozen=True, slots=True)
class Want:
    """Something that each entry of a list should have: its name, and fields, one of which is enough."""

    words: str
    fields: tuple[str, ...]

    def met_by(self, entry: object) -> bool:
        """Whether an entry has it; 0 and no are values."""
        return any(getattr(entry, field) not in (None, ()) for field in self.fields)


def want(words: str, *fields: str) -> Want:
    """A want of any of some fields; without any, of the field that the words name."""
    return Want(words, fields or (words,))


def entries(section: str, noun: str, *wants: Want) -> Question:
    """Ask whether a section has entries, each with all that is wanted of it.

    ``noun`` is one entry in words, with its plural after a bar if it is not regular.
    """
    one, _, many = noun.partition("|")

    def question(index: PlanIndex) -> Judgment:
        found = getattr(index.plan, section)
        if not found:
            fields = tuple(each.fields[0] for each in wants)
            none = phrase("{entries} (none yet)", entries=phrase(many or f"{one}s"))
            return Judgment(gaps=(Gap("no-entries", (section,), (none,), fields=fields, items=(noun,)),))
        gaps = tuple(_incomplete(section, noun, wants, found))
        said = count(len(found), one, many)
        if gaps:
            said = phrase("{entries}, {number} complete", entries=said, number=len(found) - len(gaps))
        return Judgment((said,), gaps)

    return question


def _incomplete(section: str, noun: str, wants: Sequence[Want], found: Sequence[Any]) -> Iterator[Gap]:
    for place, entry in enumerate(found):
        missing = [each for each in wants if not each.met_by(entry)]
        if missing:
            words, fields = tuple(each.words for each in missing), tuple(each.fields[0] for each in missing)
            yield Gap("incomplete", (section, place), words, noun, entry=entry, fields=fields)


def judge(index: PlanIndex, questions: Iterable[Question]) -> Judgment:
    """Combine the answers to several questions, without repeating what they have in common.

    The gaps are those of the whole plan. What is shown comes only from what people have written: the
    unchanged text of a scaffold shows nothing.
    """
    asked = tuple(questions)
    shown = dict.fromkeys(text for each in asked for text in index.touched.ask(each).shown)
    gaps = {(gap.kind, gap.path, gap.missing): gap for each in asked for gap in index.ask(each).gaps}
    return Judgment(tuple(shown), tuple(gaps.values()))
