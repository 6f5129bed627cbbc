"""The lines on people, risks, meetings, measures, and agreements; other sections get those of any entry."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Final

from pathwayctl.handouts.plan_changes.change_lines import (
    ChangeLine,
    called,
    line_of,
    rest_line,
    whole_line,
)
from pathwayctl.handouts.plan_changes.value_words import cut
from pathwayctl.language import phrase
from pathwayctl.model.vocabulary import Confirmation
from pathwayctl.wording import long_day

if TYPE_CHECKING:
    from pathwayctl.analysis.plan_changes.entry_changes import EntryChange
    from pathwayctl.handouts.plan_changes.value_words import ValueWords

Told = Iterator[ChangeLine]
_RATED: Final = ("likelihood", "impact", "probability", "effect")


def lines_of(change: EntryChange, words: ValueWords) -> tuple[ChangeLine, ...]:
    """The lines on one entry of a section other than the tasks: the special ones, then one for the rest."""
    special = _SPECIAL.get(change.where[0])
    told = tuple(special(change, words)) if special else ()
    if change.old is None or change.new is None:
        return told if any(not line.used for line in told) else (whole_line(change), *told)
    return (*told, *rest_line(change, told, words))


def _party(change: EntryChange, words: ValueWords) -> Told:
    """Who joined or left, and whose role or engagement changed."""
    name = called(change.entry)
    if change.old is None:
        part_of = getattr(change.new, "organization", None)
        yield line_of(
            "joined",
            (
                phrase("{name} joined, from {name2}.", name=name, name2=words.name(part_of))
                if part_of
                else phrase("{name} joined.", name=name)
            ),
            change,
        )
    elif change.new is None:
        yield line_of("left", phrase("{name} is no longer listed.", name=name), change)
    else:
        until, answer = change.field("until"), change.field("confirmation")
        if until and until.new:
            yield line_of(
                "left", phrase("{name} leaves on {new}.", name=name, new=long_day(until.new)), change, until
            )
        if answer and answer.new is Confirmation.DECLINED:
            yield line_of("left", phrase("{name} declined to take part.", name=name), change, answer)
        for kind, first in (("role", "roles"), ("engagement", "engagement")):
            found = [one for one in change.fields if one.path[0] == first]
            if found:
                said = "; ".join(words.of_field(type(change.entry), one) for one in found)
                yield line_of(kind, f"{name}: {said}.", change, *found)


def _risk(change: EntryChange, words: ValueWords) -> Told:
    """Risks opened, closed, and rated again."""
    title, risk = called(change.entry), change.entry
    if change.old is None:
        rated = [
            f"{name} {words.of(getattr(risk, name)).lower()}" for name in _RATED[:2] if getattr(risk, name)
        ]
        yield line_of(
            "opened",
            (
                phrase("New risk {title}: {rated}.", title=title, rated=", ".join(rated))
                if rated
                else phrase("New risk {title}{rated}.", title=title, rated=", ".join(rated))
            ),
            change,
        )
    elif change.new is None:
        yield line_of("removed", phrase("Risk {title} was removed from the register.", title=title), change)
    else:
        closed, result = change.field("closed"), change.field("result")
        if closed and closed.new:
            said = f": {cut(result.new).rstrip('.')}" if result and result.new else ""
            used = (closed, result) if said else (closed,)
            yield line_of(
                "closed",
                phrase(
                    "Risk {title} was closed on {new}{said}.",
                    title=title,
                    new=long_day(closed.new),
                    said=said,
                ),
                change,
                *used,
            )
        elif closed:
            yield line_of("opened", phrase("Risk {title} is open again.", title=title), change, closed)
        rated_again = [found for name in _RATED if (found := change.field(name))]
        if rated_again:
            said = "; ".join(words.of_field(type(risk), one) for one in rated_again)
            yield line_of(
                "re-rated",
                phrase("Risk {title} was re-rated: {said}.", title=title, said=said),
                change,
                *rated_again,
            )


def _meeting(change: EntryChange, words: ValueWords) -> Told:
    """Decisions made, and action items added and done; a meeting that is new has all of its own."""
    title, found = called(change.entry), change.field("decisions")
    before, after = (getattr(one, "decisions", ()) for one in (change.old, change.new))
    for text in after:
        if text not in before:
            yield line_of(
                "decision",
                phrase("Decided at {title}: {rstrip}.", title=title, rstrip=cut(text).rstrip(".")),
                change,
                found,
            )
    for text in before:
        if text not in after and change.new is not None:
            yield line_of(
                "removed",
                phrase("No longer among the decisions of {title}: {cut}.", title=title, cut=cut(text)),
                change,
                found,
            )
    for item in getattr(change.new, "actions", ()) if change.old is None else ():
        yield line_of("action", _new_action(item, title, words), change)
    for inner in change.inner:
        if inner.where[-1] == "actions":
            yield from _action(inner, change, title, words)


def _action(inner: EntryChange, change: EntryChange, meeting: str, words: ValueWords) -> Told:
    done = inner.field("done")
    if inner.old is None:
        yield line_of("action", _new_action(inner.entry, meeting, words), change, inner)
    elif inner.new is not None and done and len(inner.fields) == 1 and not inner.inner:
        kind, said = ("closed", phrase("is done")) if done.new else ("reopened", phrase("is open again"))
        yield line_of(
            kind,
            phrase(
                "Action item {called} of {meeting} {said}.",
                called=called(inner.entry),
                meeting=meeting,
                said=said,
            ),
            change,
            inner,
        )


def _new_action(item: Any, meeting: str, words: ValueWords) -> str:
    facts = [words.of(item.owner, is_id=True)] if item.owner else []
    facts += [phrase("due {due}", due=long_day(item.due))] if item.due else []
    facts += ["done"] if item.done else []
    said = f" ({', '.join(facts)})" if facts else ""
    return phrase(
        "New action item {called} from {meeting}{said}.", called=called(item), meeting=meeting, said=said
    )


def _measure(change: EntryChange, words: ValueWords) -> Told:
    """Values that were read."""
    for inner in change.inner:
        if inner.where[-1] == "readings" and inner.old is None:
            read: Any = inner.entry
            of = phrase(" of {of}", of=words.of(read.of)) if read.of is not None else ""
            group = f", {cut(read.group)}" if read.group else ""
            said = phrase(
                "{called} was {of}{of2} on {date}{group}.",
                called=called(change.entry),
                of=words.of(read.value),
                of2=of,
                date=long_day(read.date),
                group=group,
            )
            yield line_of("read", said, change, inner)


def _agreement(change: EntryChange, words: ValueWords) -> Told:  # noqa: ARG001 - one of the special lines
    """Agreements that were signed."""
    signed = change.field("signed")
    day = signed.new if signed else None if change.old is not None else getattr(change.new, "signed", None)
    if day:
        yield line_of(
            "signed",
            phrase("{called} was signed on {day}.", called=called(change.entry), day=long_day(day)),
            change,
            signed,
        )


_SPECIAL: Final[dict[str, Callable[[EntryChange, ValueWords], Told]]] = {
    "people": _party,
    "organizations": _party,
    "risks": _risk,
    "meetings": _meeting,
    "measures": _measure,
    "agreements": _agreement,
}
