"""Names from the lists of the guides: responsibilities, deliverables, considerations, and clusters."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Final

from pathwayctl.checks.check import check
from pathwayctl.checks.phrases import quoted
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.pathways.work_plan_rows import FORMER_QUESTIONS, SHARED_AGREEMENT
from pathwayctl.loading.naming import Speller
from pathwayctl.wording import listed

if TYPE_CHECKING:
    from pathwayctl.catalog.grades_9_14 import WorkPlanGuide
    from pathwayctl.diagnostics import Path
    from pathwayctl.model.pathways import WorkPlanRow

UNKNOWN_ENTRY: Final = Rule("PW319")
UNKNOWN_CLUSTER: Final = Rule("PW320")
NOT_OF_THE_ROLE: Final = Rule("PW327")
OTHER_AREA: Final = Rule("PW328")


@check(UNKNOWN_ENTRY, NOT_OF_THE_ROLE, OTHER_AREA)
def entries(index: PlanIndex) -> Iterator[Problem]:
    """Names in duties, work plan rows, and considerations; a guide's list is read only if it is needed."""
    if index.plan.duties:
        yield from _duties(index)
    if index.plan.work_plan:
        yield from _rows(index)
    if index.plan.considerations:
        from pathwayctl.catalog.reading import ccrs

        known = [entry.id for entry in ccrs().considerations]
        for place, consideration in enumerate(index.plan.considerations):
            if consideration.consideration not in known and not consideration.text:
                path = ("considerations", place, "consideration")
                yield _unknown(path, consideration.consideration, "considerations", known)


@check(UNKNOWN_CLUSTER)
def clusters(index: PlanIndex) -> Iterator[Problem]:
    """Clusters of pathways that are in neither the project's list nor the published one."""
    named = [(place, one.cluster) for place, one in enumerate(index.plan.pathways) if one.cluster]
    if not named:
        return
    known = {cluster.id for cluster in index.plan.clusters} or _published_clusters()
    for place, cluster in named:
        if cluster not in known and cluster not in index.unread:
            title = quoted(index.plan.pathways[place].title)
            message = f"{title} has the cluster {quoted(cluster)}, which is not a known cluster."
            hint = Speller(sorted(known)).hint(cluster)
            if (former := _former_clusters().get(cluster)) in known:
                hint = f"This cluster was renamed in 2024. Write cluster: {former}"
            others = f"The clusters are {listed(sorted(known))}. List your state’s own under clusters:."
            hint = hint or others
            yield UNKNOWN_CLUSTER.at(("pathways", place, "cluster"), message, hint)


def _published_clusters() -> set[str]:
    from pathwayctl.catalog.reading import standards

    return {cluster.id for cluster in standards().clusters}


def _former_clusters() -> dict[str, str]:
    from pathwayctl.catalog.reading import standards

    return {one.id: one.now for one in standards().former_clusters}


def _duties(index: PlanIndex) -> Iterator[Problem]:
    from pathwayctl.catalog.reading import components

    roles = {entry.id: entry.roles for entry in components().responsibilities}
    for place, duty in enumerate(index.plan.duties):
        name = duty.responsibility
        if duty.text and duty.component:  # one of the project's own
            continue
        if name not in roles:
            yield _unknown(("duties", place, "responsibility"), name, "responsibilities", roles)
        elif duty.role not in roles[name]:
            message = f"{quoted(name)} is not a responsibility of {quoted(duty.role.label)}."
            hint = f"Write role: {listed(roles[name], 'or')}, or choose another responsibility."
            yield NOT_OF_THE_ROLE.at(("duties", place, "role"), message, hint)


def _rows(index: PlanIndex) -> Iterator[Problem]:
    from pathwayctl.catalog.reading import grades_9_14

    guide = grades_9_14()
    areas = {row.id: row.focus_area for row in guide.rows}
    for place, row in enumerate(index.plan.work_plan):
        if row.title and row.deliverable not in areas:
            continue
        if row.deliverable not in areas:
            path: Path = ("work_plan", place, "deliverable")
            of_area = [one.id for one in guide.of(row.focus_area)]
            yield _unknown(path, row.deliverable, "deliverables", areas, of_area)
            continue
        if areas[row.deliverable] is not row.focus_area:
            right = areas[row.deliverable]
            message = f"The deliverable {quoted(row.deliverable)} belongs to {quoted(right.label)}."
            yield OTHER_AREA.at(("work_plan", place, "focus_area"), message, f"Write focus_area: {right}")
        yield from _answers(guide, place, row)


def _answers(guide: WorkPlanGuide, place: int, row: WorkPlanRow) -> Iterator[Problem]:
    checklist = next(one.checklist for one in guide.rows if one.id == row.deliverable)
    known = [item.id for item in checklist.items] if checklist else []
    former = FORMER_QUESTIONS if row.deliverable == SHARED_AGREEMENT else ()
    for name in row.answers:
        if name not in known and name not in former:
            what = f"questions of the deliverable {quoted(row.deliverable)}"
            yield _unknown(("work_plan", place, "answers", name), name, what, known, known, on_key=True)


def _unknown(
    path: Path,
    name: str,
    what: str,
    known: Collection[str],
    offered: Collection[str] = (),
    *,
    on_key: bool = False,
) -> Problem:
    """``offered``: the few names to suggest if no name in the list is spelled like this one."""
    hint = Speller(known).hint(name, on_key=on_key)
    if not hint and offered:
        hint = f"Write {listed(sorted(offered), 'or')}."
    return UNKNOWN_ENTRY.at(path, f"{quoted(name)} is not one of the guide’s {what}.", hint, on_key=on_key)
