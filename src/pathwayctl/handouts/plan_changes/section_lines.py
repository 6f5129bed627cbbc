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
from pathwayctl.language import marked, phrase
from pathwayctl.model.vocabulary import Confirmation
from pathwayctl.wording import long_day

if TYPE_CHECKING:
    from pathwayctl.analysis.plan_changes.entry_changes import EntryChange
    from pathwayctl.handouts.plan_changes.value_words import ValueWords

Told = Iterator[ChangeLine]
_RATED: Final = ("likelihood", "impact", "probability", "effect")
_RATINGS: Final = {"likelihood": marked("likelihood {value}"), "impact": marked("impact {value}")}


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
                phrase("{name} joined, from {organization}.", name=name, organization=words.name(part_of))
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
                "left", phrase("{name} leaves on {day}.", name=name, day=long_day(until.new)), change, until
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
            phrase(said, value=words.of(getattr(risk, name)).lower())
            for name, said in _RATINGS.items()
            if getattr(risk, name)
        ]
        text = (
            phrase("New risk {title}: {rated}.", title=title, rated=", ".join(rated))
            if rated
            else phrase("New risk {title}.", title=title)
        )
        yield line_of("opened", text, change)
    elif change.new is None:
        yield line_of("removed", phrase("Risk {title} was removed from the register.", title=title), change)
    else:
        closed, result = change.field("closed"), change.field("result")
        if closed and closed.new:
            said, day = cut(result.new).rstrip(".") if result and result.new else "", long_day(closed.new)
            used = (closed, result) if said else (closed,)
            text = (
                phrase("Risk {title} was closed on {day}: {result}.", title=title, day=day, result=said)
                if said
                else phrase("Risk {title} was closed on {day}.", title=title, day=day)
            )
            yield line_of("closed", text, change, *used)
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
                phrase("Decided at {title}: {decision}.", title=title, decision=cut(text).rstrip(".")),
                change,
                found,
            )
    for text in before:
        if text not in after and change.new is not None:
            yield line_of(
                "removed",
                phrase(
                    "No longer among the decisions of {title}: {decision}.", title=title, decision=cut(text)
                ),
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
        kind, said = (
            ("closed", marked("Action item {item} of {meeting} is done."))
            if done.new
            else ("reopened", marked("Action item {item} of {meeting} is open again."))
        )
        yield line_of(kind, phrase(said, item=called(inner.entry), meeting=meeting), change, inner)


def _new_action(item: Any, meeting: str, words: ValueWords) -> str:
    facts = [words.of(item.owner, is_id=True)] if item.owner else []
    facts += [phrase("due {due}", due=long_day(item.due))] if item.due else []
    facts += [phrase("done")] if item.done else []
    if facts:
        text = marked("New action item {item} from {meeting} ({facts}).")
        return phrase(text, item=called(item), meeting=meeting, facts=", ".join(facts))
    return phrase("New action item {item} from {meeting}.", item=called(item), meeting=meeting)


def _measure(change: EntryChange, words: ValueWords) -> Told:
    """Values that were read."""
    for inner in change.inner:
        if inner.where[-1] == "readings" and inner.old is None:
            read: Any = inner.entry
            value = words.of(read.value)
            if read.of is not None:
                value = phrase("{value} of {whole}", value=value, whole=words.of(read.of))
            facts = {"measure": called(change.entry), "value": value, "day": long_day(read.date)}
            said = (
                phrase("{measure} was {value} on {day}, {group}.", group=cut(read.group), **facts)
                if read.group
                else phrase("{measure} was {value} on {day}.", **facts)
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
