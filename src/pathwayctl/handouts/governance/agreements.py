"""The register of agreements: in force or not, running out, stuck, and what shared agreements leave open.

Sources: Texas Regional Pathways Network, Key Stakeholders, Cross-Sector Partnerships (agreements are
developed, signed and carried out); Pathways to Prosperity Network, Grades 9-14 work plan, Shared
Agreements (eight questions). The register itself is ours.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.governance.agreements import DAYS_AHEAD, Force, register
from pathwayctl.handouts.cells import Row, blank_rows, bulleted, some, stacked, when
from pathwayctl.handouts.handout import STAKEHOLDERS, one_page
from pathwayctl.model.governance_words import AgreementKind, SharedQuestion
from pathwayctl.model.vocabulary import Audience
from pathwayctl.wording import count

if TYPE_CHECKING:
    from pathwayctl.evidence.governance.agreements import Standing
    from pathwayctl.handouts.context import Context
    from pathwayctl.model.governance import Agreement

WIDTH: Final = 7


@dataclass(frozen=True, slots=True)
class SharedAnswers:
    """One shared agreement: its questions with the answers, and which of them are open."""

    title: str
    rows: tuple[Row, ...]
    gap: str


@dataclass(frozen=True, slots=True)
class Register:
    """The page.

    ``facts``: how many stand where. ``rows``: agreement, parties, who sees to it, signed, in practice
    since, runs out, state. ``shared``: the answers of each shared agreement.
    """

    facts: tuple[tuple[str, str], ...]
    undated: str
    rows: tuple[Row, ...]
    gaps: tuple[str, ...]
    shared: tuple[SharedAnswers, ...]


def view(context: Context) -> Register:
    """All agreements as of the status date; a form where there are none."""
    agreements, today = context.plan.agreements, context.plan.project.status_date
    found = list(zip(agreements, register(context.plan, context.schedule, today), strict=True))
    no_day = "The project has no status date, so what has run out cannot be told from what holds."
    return Register(
        tuple(_facts(found)),
        no_day if today is None and any(one.expires for one in agreements) else "",
        tuple(_row(one, standing, context) for one, standing in found) or blank_rows(WIDTH, 6),
        tuple(_gaps(found)),
        tuple(_shared(one, standing) for one, standing in found if one.kind is AgreementKind.SHARED)
        or (() if agreements else (_blank_answers(),)),
    )


def _facts(found: list[tuple[Agreement, Standing]]) -> Iterator[tuple[str, str]]:
    for force in Force:
        if number := sum(standing.force is force for _, standing in found):
            yield force.label, count(number, "agreement")


def _row(one: Agreement, standing: Standing, context: Context) -> Row:
    return (
        stacked((one.title, one.kind.label, one.link or "")),
        bulleted(context.name(party) for party in one.parties),
        context.name(one.owner),
        when(one.signed) or _planned(one, context),
        when(one.put_into_practice),
        when(one.expires),
        _state(standing),
    )


def _planned(one: Agreement, context: Context) -> str:
    """When the task that brings it about should be done."""
    task = context.schedule.by_id.get(one.task or "")
    return f"Planned for {when(task.finish)}" if task else ""


def _state(standing: Standing) -> str:
    questions = count(len(standing.open_questions), "open question")
    return stacked(
        (
            standing.force.label,
            "Renewed" if standing.renewed and standing.force in (Force.EXPIRING, Force.EXPIRED) else "",
            "Stuck" if standing.stuck else "",
            questions if standing.open_questions else "",
        )
    )


def _gaps(found: list[tuple[Agreement, Standing]]) -> Iterator[str]:
    for one, standing in found:
        if standing.to_renew and standing.days_left is not None:
            yield f"{one.title} {_ending(one, standing.days_left)}. Agree on what follows it."
    if stuck := [one.title for one, standing in found if standing.stuck]:
        yield f"The work on it is done, and it is not signed or not carried out: {some(stuck)}."
    if loose := [one.title for one, _ in found if len(set(one.parties)) < 2]:
        yield f"It takes two to agree, and fewer are named: {some(loose)}."
    if lone := [one.title for one, _ in found if one.owner is None]:
        yield f"Nobody sees to it yet: {some(lone)}."


def _ending(one: Agreement, left: int) -> str:
    day = when(one.expires)
    if left < 0:
        return f"ran out on {day}"
    return f"runs out on {day}, in {count(left, 'day')}" if left else f"runs out today, {day}"


def _shared(one: Agreement, standing: Standing) -> SharedAnswers:
    number = f"{len(standing.open_questions)} of {count(len(SharedQuestion), 'question')}"
    gap = f"{number} still open." if standing.open_questions else ""
    return SharedAnswers(one.title, _answers(one.answers), gap)


def _answers(answers: dict[SharedQuestion, str]) -> tuple[Row, ...]:
    return tuple((question.label, answers.get(question, "")) for question in SharedQuestion)


def _blank_answers() -> SharedAnswers:
    return SharedAnswers("A shared agreement", _answers({}), "")


ABOUT: Final = (
    f"What partners have agreed on: in force, within {DAYS_AHEAD} days of its end, run out, or still to come."
)
HANDOUT: Final = one_page(
    "agreements",
    "Register of agreements",
    STAKEHOLDERS.format("Cross-Sector Partnerships"),
    ABOUT,
    view,
    audience=Audience.PARTNERS,
)
