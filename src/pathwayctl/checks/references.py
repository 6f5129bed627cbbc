"""References to things that are not in the plan, or that are something else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from pathwayctl.checks.check import check
from pathwayctl.checks.follow_ons import kinds_with_lost_ids
from pathwayctl.checks.phrases import quoted, subject
from pathwayctl.diagnostics import MOST_OF_A_CODE, FieldFix, Hint, Problem, Rule
from pathwayctl.evidence.entries import Entry
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.references import stray_references
from pathwayctl.model.one_or_more import ids_of
from pathwayctl.model.plan import Plan, section_of
from pathwayctl.model.references import ASSIGNED, WAITS, Reference, sections_by_kind
from pathwayctl.model.vocabulary import LinkType
from pathwayctl.wording import a, listed

if TYPE_CHECKING:
    from pathwayctl.loading.naming import Names

WRONG_KIND: Final = Rule("PW308")
_MOST_OFFERED: Final = 3
RULE_OF: Final = {name: Rule(code) for name in Plan.model_fields if (code := section_of(name).unknown)}
"""The rule for a reference that leads nowhere, by the section of the first kind of entry that fits."""
RULES: Final = (*RULE_OF.values(), WRONG_KIND)


@check(*RULES)
def names(index: PlanIndex) -> Iterator[Problem]:
    """References that lead nowhere, or to a thing of another kind.

    Nothing is said where the id may be that of an entry which was refused, or has another's id by mistake.
    """
    known: Names | None = None
    explained: Counter[str] = Counter()
    renamed = {other.kind for _, *others in index.shared.values() for other in others}
    uncertain = renamed | kinds_with_lost_ids(index.refused)
    for reference in stray_references(index):
        entry, kinds = index.find(reference.id), reference.use.kinds
        if entry is not None:
            yield _wrong_kind(index, reference, entry)
        elif reference.id not in index.unread and uncertain.isdisjoint(kinds):
            rule = _rule_of(reference)
            explained[rule.code] += 1
            if explained[rule.code] > MOST_OF_A_CODE:  # only counted, so the search for a hint is spared
                yield rule.at(reference.path, "", on_key=reference.use is ASSIGNED)
                continue
            known = known or _known(index)
            yield _unknown(index, reference, known)


def _rule_of(reference: Reference) -> Rule:
    return RULE_OF[sections_by_kind()[reference.use.kinds[0]]]


def _known(index: PlanIndex) -> Names:
    """Everything that a reference can name, with what people call it."""
    from pathwayctl.loading.naming import KnownName, Names  # needed only where something is wrong

    others = {person.id: (person.title or "", person.email or "") for person in index.plan.people}
    tasks = (KnownName(row.task.id, "task", row.task.title) for row in index.breakdown.rows)
    entries = (KnownName(one.id, one.kind, one.name, others.get(one.id, ())) for one in index.entries)
    return Names((*entries, *tasks))


def _wrong_kind(index: PlanIndex, reference: Reference, entry: Entry) -> Problem:
    wanted = listed([a(fitting) for fitting in reference.use.kinds], "or")
    message = f"{_said(reference)}, which is {a(entry.kind)}, not {wanted}."
    near = _beside(index, entry, reference.use.kinds)
    hint = f"Write {listed(near, 'or')}" if near else f"Write the id of {wanted}."
    if near and entry.kind == "team":
        hint = f"Write its members: {listed(near)}."
    return WRONG_KIND.at(reference.path, message, hint, on_key=reference.use is ASSIGNED)


def _beside(index: PlanIndex, entry: Entry, kinds: tuple[str, ...]) -> list[str]:
    """What may be meant instead of an entry of another kind, where it is tied to one that fits."""
    plan = index.plan
    if entry.kind == "person" and "organization" in kinds:
        return [
            person.organization for person in plan.people if person.id == entry.id and person.organization
        ]
    if entry.kind == "organization" and "person" in kinds:
        return [one.id for one in plan.people if entry.id in ids_of(one.organization)][:_MOST_OFFERED]
    if entry.kind == "team":
        members = (key for team in plan.teams if team.id == entry.id for key in team.members)
        return [key for key in members if (found := index.find(key)) and found.kind in kinds]
    if entry.kind == "meeting" and "task" in kinds:
        return [meeting.task for meeting in plan.meetings if meeting.id == entry.id and meeting.task]
    return []


def _unknown(index: PlanIndex, reference: Reference, known: Names) -> Problem:
    """The same hint for the same id, whatever it is used for: so that all its uses can be told at once."""
    from pathwayctl.loading.understanding.references import ReferencePlace, reference_hint

    rule = _rule_of(reference)
    message = f"{_said(reference)}, but no {reference.use.wanted} has that id."
    after = _after(index, reference)
    is_name = reference.use is ASSIGNED

    def write(text: str) -> str:
        typed = f"{text}{after}"
        return Hint(f"Write {typed}", FieldFix(name=typed) if is_name else FieldFix(typed))

    mention = ReferencePlace(reference.use, _field(reference), write, needed=False)
    hint = reference_hint(reference.id, mention, known)
    return rule.at(reference.path, message, hint, on_key=is_name)


def _field(reference: Reference) -> str:
    return next(part for part in reversed(reference.path) if isinstance(part, str))


def _after(index: PlanIndex, reference: Reference) -> str:
    """The type and the lag behind the id in a dependency, as they are typed."""
    if reference.use is not WAITS:
        return ""
    here: Any = index.plan
    for part in reference.path:
        here = here[part] if isinstance(part, int) else getattr(here, part)
    lag = here.lag
    if not lag.amount:
        return f" {here.type.value}" if here.type is not LinkType.FS else ""
    return f" {here.type.value}{lag.amount:+}{lag.unit}"


def _said(reference: Reference) -> str:
    return f"{subject(reference.entry, reference.name)} {reference.use.said} {quoted(reference.id)}"
