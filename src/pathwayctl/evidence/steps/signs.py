"""Signs of the steps that are about people and work: the partnership, its meetings, its actions (1-4, 15-17).

Source: Creating Career Pathways in Colorado (2014), known to us by its published summary; what each
step leaves behind is our own reading of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pathwayctl.evidence.evaluation.measures import standings
from pathwayctl.evidence.steps.ground import Ground, Look, Sign, held
from pathwayctl.model.vocabulary import MeetingKind
from pathwayctl.wording import count

if TYPE_CHECKING:
    from pathwayctl.model.work import Task


def scope(ground: Ground) -> Sign:
    """Step 1: what the partnership is for, in which region and industry."""
    plan, partnership = ground.plan, ground.plan.partnership
    if partnership is None:
        return Sign(lacking=("the scope, the region and the industry",))
    lacking = [] if partnership.region or plan.project.region else ["the region"]
    if not (partnership.naics or any(one.naics for one in plan.frameworks)):
        lacking.append("the industry’s NAICS codes")
    return Sign(("the scope",), tuple(lacking))


def invited(ground: Ground) -> Sign:
    """Step 2: employers were asked to come."""
    plan = ground.plan
    asked = dict.fromkeys(one.to for one in plan.invitations if one.sent)
    asked |= dict.fromkeys(one.id for one in plan.people if one.confirmation)
    employers = sum(name in ground.employers for name in asked)
    if employers:
        return Sign((f"{count(employers, 'employer')} asked to come",))
    launches = [one for one in plan.meetings if one.kind is MeetingKind.SECTOR_LAUNCH]
    guests = sum(len(one.invited) for one in launches)
    return Sign(
        (f"a list of {count(guests, 'guest')}",) if guests else (), ("an employer who was asked to come",)
    )


def brief(ground: Ground) -> Sign:
    """Step 2: a short account of the labor market."""
    partnership = ground.plan.partnership
    words = ("a short account of the labor market",)
    return Sign(words) if partnership and partnership.labor_market_brief else Sign(lacking=words)


def home(ground: Ground) -> Sign:
    """Step 16: somebody keeps the work going."""
    partnership = ground.plan.partnership
    return (
        Sign(("a home for the work",))
        if partnership and partnership.home
        else Sign(lacking=("a home for the work",))
    )


def meeting_held(what: str, *kinds: MeetingKind) -> Look:
    """A meeting of some kind was held, and it is written down who came or what was decided."""

    def look(ground: Ground) -> Sign:
        one = ground.meeting(*kinds)
        if one and held(one):
            return Sign((f"{what} held",))
        planned = (f"{what} planned",) if one and (one.invited or one.date) else ()
        return Sign(planned, (f"what came of the {what}",))

    return look


launch: Final = meeting_held("launch meeting", MeetingKind.SECTOR_LAUNCH)
handing_over: Final = meeting_held("implementation meeting", MeetingKind.IMPLEMENTATION)


def reviews(ground: Ground) -> Sign:
    """Step 17: results were looked at together; a meeting that is only planned is one on evaluation."""
    both = (MeetingKind.EVALUATION, MeetingKind.REFLECTION)
    number = sum(one.kind in both and held(one) for one in ground.plan.meetings)
    if number:
        return Sign((f"results looked at in {count(number, 'meeting')}",))
    return meeting_held("evaluation meeting", MeetingKind.EVALUATION)(ground)


def launch_agenda(ground: Ground) -> Sign:
    """Step 3: a launch meeting that is still to come has an agenda."""
    one = ground.meeting(MeetingKind.SECTOR_LAUNCH)
    return Sign(lacking=("its agenda",)) if one and not one.agenda and not held(one) else Sign()


def minutes(ground: Ground) -> Sign:
    """Step 4: the launch meeting left decisions, and actions that have an owner and a day."""
    one = ground.meeting(MeetingKind.SECTOR_LAUNCH)
    if one is None or not held(one):
        return Sign(lacking=("minutes of the launch",))
    lacking = [] if one.decisions else ["decisions of the launch"]
    if not one.actions or any(not action.owner or not action.due for action in one.actions):
        lacking.append("an owner and a day for each action")
    left = ((len(one.decisions), "decision"), (len(one.actions), "action"))
    return Sign(tuple(count(number, word) for number, word in left if number), tuple(lacking))


def priority_owners(ground: Ground) -> Sign:
    """Step 4: each priority leads to a goal that somebody owns."""
    owned = {goal.id for goal in ground.plan.goals if goal.owner}
    number = len(ground.plan.priorities)
    met = sum(not owned.isdisjoint(one.goals) for one in ground.plan.priorities)
    lacking = (f"an owner for {count(number - met, 'priority', 'priorities')}",) if met < number else ()
    return Sign((f"{count(met, 'priority', 'priorities')} with an owner",) if met else (), lacking)


def meets_again(ground: Ground) -> Sign:
    """Step 4: the partnership meets again after its launch."""
    first = (MeetingKind.SECTOR_LAUNCH, MeetingKind.KICKOFF)
    again = any(one.kind not in first for one in ground.plan.meetings)
    return Sign() if again else Sign(lacking=("a meeting after the launch",))


def actions(ground: Ground) -> Sign:
    """Step 15: one list of actions, each with an owner and with a time."""
    if not ground.leaves:
        return Sign(lacking=("a list of actions",))
    unowned = sum(not task.owner for task in ground.leaves)
    untimed = sum(not _timed(task) for task in ground.leaves)
    ready = sum(bool(task.owner) and _timed(task) for task in ground.leaves)
    lacking = [f"an owner for {count(unowned, 'action')}"] if unowned else []
    lacking += [f"a length or a day for {count(untimed, 'action')}"] if untimed else []
    return Sign((f"{count(ready, 'action')} with an owner and a time",) if ready else (), tuple(lacking))


def _timed(task: Task) -> bool:
    return bool(task.duration or task.date or task.deadline)


def read_on_time(ground: Ground) -> Sign:
    """Step 17: the measures have values, and none is overdue on the status date."""
    late = sum(
        one.latest is None or bool(one.days_late)
        for one in standings(ground.plan, ground.plan.project.status_date)
    )
    return Sign(lacking=(f"a value of {count(late, 'measure')}",)) if late else Sign()
