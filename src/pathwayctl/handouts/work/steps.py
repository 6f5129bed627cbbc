"""The step tracker: the 17 steps in five parts, with the result and the progress of each.

Source: Creating Career Pathways in Colorado (2014), known to us by its published summary; the
results of the steps, and the signs that you are past a step, are our own interpretation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.gap import State
from pathwayctl.evidence.work.steps import steps
from pathwayctl.handouts.cells import NONE, bulleted
from pathwayctl.handouts.handout import COLORADO, one_page
from pathwayctl.handouts.tables import HandoutTable, Head, table
from pathwayctl.handouts.tagged_tasks import first_and_last, owner_words, tasks_by
from pathwayctl.language import marked, phrase
from pathwayctl.model.vocabulary import Guide
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import count

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pathwayctl.catalog.sector import GuidePart, GuideStep
    from pathwayctl.evidence.gap import Gap, Judgment
    from pathwayctl.handouts.context import Context
STEPS: Final = (
    Head(marked("Step"), width="wide"),
    Head(marked("Result"), width="wide"),
    Head(marked("Status"), width="narrow"),
    marked("Evidence"),
    marked("Still missing"),
    Head(marked("Start"), width="narrow"),
    Head(marked("Finish"), width="narrow"),
    marked("Owner"),
)


@dataclass(frozen=True, slots=True)
class StepPart:
    """One of the five parts: its heading, its purpose, and its steps."""

    label: str
    about: str
    steps: HandoutTable


@dataclass(frozen=True, slots=True)
class StepsPage:
    """The page: steps by progress, the next step, the parts, and signs to check."""

    facts: tuple[tuple[str, str], ...]
    parts: tuple[StepPart, ...]
    beginning: tuple[str, ...]
    signs: tuple[tuple[str, bool], ...]


def view(context: Context) -> StepsPage:
    """Return all steps; if none has begun, with the guide’s advice on where to begin."""
    from pathwayctl.catalog.reading import sector

    guide, judged = sector(), context.index.ask(steps)
    begun = {one.state for one in judged.values()}
    return StepsPage(
        facts=tuple(_facts(guide.steps, judged)),
        parts=tuple(_part(part, guide.of(part.number), judged, context) for part in guide.parts),
        beginning=tuple(line.text for line in guide.beginning) if begun == {State.NOT_BEGUN} else (),
        signs=tuple(
            (f"{step.number}. {step.behind_you}", judged[step.number].state is State.DONE)
            for step in guide.steps
        ),
    )


def _facts(steps: tuple[GuideStep, ...], judged: Mapping[int, Judgment]) -> list[tuple[str, str]]:
    states = [one.state for one in judged.values()]
    facts = [
        (state.label, phrase("{count} of {number} steps", count=states.count(state), number=len(states)))
        for state in reversed(State)
    ]
    first = next((step for step in steps if judged[step.number].state is not State.DONE), None)
    goes_on = f"{first.number}. {first.title}" if first else phrase("Every step is done")
    return [*facts, (phrase("Go on with"), goes_on)]


def _part(
    part: GuidePart, steps: tuple[GuideStep, ...], judged: Mapping[int, Judgment], context: Context
) -> StepPart:
    tasks = tasks_by(context, "step")
    rows = (
        (
            f"{step.number}. {step.title}",
            step.leaves_behind,
            judged[step.number].state.label,
            bulleted(map(_capital, judged[step.number].shown)) or NONE,
            bulleted(map(_capital, lacking_words(judged[step.number].gaps))) or NONE,
            *first_and_last(tasks.get(step.number, ())),
            owner_words(tasks.get(step.number, ()), context),
        )
        for step in steps
    )
    return StepPart(
        phrase("Part {numeral}: {part}", numeral=part.numeral, part=part.title), part.text, table(STEPS, rows)
    )


def lacking_words(gaps: Iterable[Gap]) -> Iterator[str]:
    """Yield what is missing, in short phrases that count how many entries lack it."""
    found: dict[tuple[str, str], int] = {}
    for gap in gaps:
        for words in gap.missing or ("",):
            found[words, gap.noun] = found.get((words, gap.noun), 0) + gap.number
    for (words, noun), number in found.items():
        one, _, many = noun.partition("|")
        entries = count(number, one, many) if noun else ""
        if words and entries:
            yield phrase("{words} for {entries}", words=phrase(words), entries=entries)
        else:
            yield phrase(words) or entries


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


HANDOUT: Final = one_page(
    "steps",
    "The 17 steps",
    COLORADO.format("steps 1 to 17"),
    "The result of each step, its progress, when it is planned, and who owns it.",
    view,
    guides=(Guide.SECTOR,),
    sections=("evidence",),
)
