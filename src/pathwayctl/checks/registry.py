"""Every check there is, in the order of its codes. A new one is a file and a line here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from pathwayctl.checks import catalog_ids as guide_lists
from pathwayctl.checks import duplicates as identity
from pathwayctl.checks import (
    frameworks,
    health_levelling,
    holidays,
    ignored,
    packets,
    placeholders,
    references,
    risks,
)
from pathwayctl.checks import unstarted as beginnings
from pathwayctl.checks.evaluation import measures, reflections
from pathwayctl.checks.evaluation import seats as evaluation
from pathwayctl.checks.facts import Facts
from pathwayctl.checks.goals import definition as groundwork
from pathwayctl.checks.governance import agreements, duties, partnership, teams
from pathwayctl.checks.governance import meeting_cadence as rhythm
from pathwayctl.checks.governance import missing_agreements as formal
from pathwayctl.checks.governance import reviews as upkeep
from pathwayctl.checks.outreach import actions, communications, kickoff, meetings
from pathwayctl.checks.partners import contacts as partners
from pathwayctl.checks.partners import engagement, invitations, roles, stakeholders
from pathwayctl.checks.pathways import offerings as pathways
from pathwayctl.checks.pathways import phases, training, work_plan
from pathwayctl.checks.phrases import WHOLE
from pathwayctl.checks.schedule import accountability as health_people
from pathwayctl.checks.schedule import baselines, closures
from pathwayctl.checks.schedule import durations as health_lengths
from pathwayctl.checks.schedule import held_dates as health_dates
from pathwayctl.checks.schedule import lags as health_links
from pathwayctl.checks.schedule import large_floats as health_floats
from pathwayctl.checks.schedule import loose_ends as health_logic
from pathwayctl.checks.schedule import missed_dates as promises
from pathwayctl.checks.schedule import out_of_sequence as health_order
from pathwayctl.checks.schedule import project_dates as outset
from pathwayctl.checks.schedule import reporting as health_progress
from pathwayctl.checks.schedule import status_date as health_status
from pathwayctl.checks.schedule import workloads as health_loads
from pathwayctl.checks.talent import codes, credentials, occupations, programs, shortages, skills
from pathwayctl.checks.work import (
    assignments,
    before_start,
    cycles,
    dates,
    links,
    overdue,
    progress,
    sufficiency,
    summaries,
)
from pathwayctl.checks.work import guide_coverage as coverage
from pathwayctl.checks.work import step_order as sector
from pathwayctl.diagnostics import Problem, Rule
from pathwayctl.scheduling.schedule import Schedule


@dataclass(frozen=True, slots=True)
class Check:
    """A function that looks for problems, with the rules it looks after.

    ``needs_schedule``: it is left out where the plan has no dates. ``needs_all``: it says that
    something is missing, so it is left out where that may stand in what could not be read.
    """

    rules: tuple[Rule, ...]
    run: Callable[[Facts], Iterable[Problem]]
    needs_schedule: bool = False
    needs_all: bool = False

    @property
    def guides(self) -> tuple[str, ...]:
        """The guides that ask for it, the same for all of its rules; none if every project does."""
        return self.rules[0].guides

    def applies(self, facts: Facts) -> bool:
        """Whether the check says anything about this project."""
        if self.needs_schedule and not isinstance(facts.schedule, Schedule):
            return False
        if self.needs_all and facts.unread:
            return False
        return not self.guides or any(guide in self.guides for guide in facts.plan.project.guides)


CHECKS: Final = (
    Check((identity.ID_TWICE,), identity.ids),
    Check((identity.NAMED_TWICE,), identity.lists),
    Check((identity.ENTRY_TWICE,), identity.entries),
    Check(references.RULES, references.names),
    Check((partners.UNREPRESENTED,), partners.organizations),
    Check((partners.NO_CATEGORY,), partners.people),
    Check((partners.UNREACHABLE,), partners.contacts),
    Check((baselines.UNKNOWN_BASELINE,), baselines.named),
    Check((placeholders.PLACEHOLDER,), placeholders.placeholders),
    Check(guide_lists.RULES, guide_lists.entries),
    Check((guide_lists.UNKNOWN_CLUSTER,), guide_lists.clusters),
    Check(codes.LOOKED_UP, codes.codes),
    Check((codes.WRONG_GRADE,), codes.grades),
    Check((credentials.RING, credentials.BACKWARDS), credentials.order),
    Check((cycles.CYCLE, cycles.TOO_FAR), cycles.cycles),
    Check(links.RULES, links.links),
    Check(dates.RULES, dates.dates),
    Check(promises.RULES, promises.promises, needs_schedule=True),
    Check((outset.DONE_BEFORE_START, outset.STATUS_BEFORE_START), outset.outset),
    Check((before_start.LEAD_TOO_LONG,), before_start.leads, needs_schedule=True),
    Check((before_start.BEGUN_BEFORE_START,), before_start.begun),
    Check(closures.RULES, closures.closures),
    Check(holidays.RULES, holidays.holidays),
    Check((summaries.OWN_FIGURES, summaries.WORKED_MILESTONE), summaries.summaries),
    Check(progress.RULES, progress.progress),
    Check((assignments.ABOVE_CAPACITY,), assignments.assignments),
    Check(stakeholders.RULES, stakeholders.table),
    Check(roles.RULES, roles.roles),
    Check(engagement.RULES, engagement.engagement),
    Check((beginnings.NO_VOTES,), beginnings.votes),
    Check((beginnings.STILL_EMPTY,), beginnings.empty_parts, needs_all=True),
    Check((groundwork.OPEN_DEFINITION,), groundwork.definition),
    Check((groundwork.NOT_CONSIDERED,), groundwork.considerations, needs_all=True),
    Check((groundwork.NO_PRIORITY,), groundwork.beliefs),
    Check(invitations.RULES, invitations.invitations),
    Check((kickoff.NOT_LISTED, kickoff.NOT_SEEN_TO), kickoff.logistics),
    Check((kickoff.NO_KICKOFF,), kickoff.missing, needs_all=True),
    Check(actions.RULES, actions.actions),
    Check((frameworks.EMPTY_PART,), frameworks.parts),
    Check((frameworks.NEED_WITHOUT_REQUIREMENT,), frameworks.needs),
    Check((frameworks.UNSERVED,), frameworks.service),
    Check((frameworks.UNANSWERED,), frameworks.owners),
    Check(sufficiency.RULES, sufficiency.breakdown),
    Check(partnership.RULES, partnership.partnership),
    Check(occupations.RULES, occupations.occupations),
    Check(programs.RULES, programs.programs),
    Check(skills.RULES, skills.skills, needs_all=True),
    Check((shortages.NOT_ASSIGNED,), shortages.actions),
    Check((shortages.NOTHING_TO_SAY,), shortages.marketing),
    Check(risks.RULES, risks.risks),
    Check((risks.NOT_RECKONED,), risks.reckoning),
    Check((measures.NO_MEASURE, measures.NO_HORIZON), measures.spread, needs_all=True),
    Check(measures.RULES, measures.measures),
    Check(packets.RULES, packets.packets),
    Check(communications.RULES, communications.communications),
    Check((evaluation.IDLE_SEAT,), evaluation.seats),
    Check(evaluation.RULES, evaluation.evaluation, needs_all=True),
    Check((formal.NO_MOU,), formal.understanding, needs_all=True),
    Check((formal.NO_DATA,), formal.data, needs_all=True),
    Check(agreements.RULES, agreements.agreements),
    Check((agreements.STUCK,), agreements.stuck),
    Check((agreements.OPEN_QUESTIONS,), agreements.questions),
    Check(meetings.RULES, meetings.meetings),
    Check((meetings.NO_MINUTES,), meetings.minutes),
    Check((teams.NOT_AT_THE_TABLE,), teams.members),
    Check((teams.NO_SUCH_TEAM,), teams.kinds, needs_all=True),
    Check((rhythm.TOO_SELDOM, rhythm.NOT_MONTHLY), rhythm.rhythm),
    Check((rhythm.NOT_MET,), rhythm.attendance),
    Check((rhythm.NO_INQUIRY, rhythm.NO_DATA_REVIEW), rhythm.inquiry, needs_all=True),
    Check((coverage.MISSING_STEP,), coverage.steps),
    Check((sector.STEP_TOO_EARLY,), sector.order, needs_schedule=True),
    Check((sector.NO_CONVENER,), sector.convener),
    Check((coverage.MISSING_FOCUS_AREA,), coverage.focus_areas),
    Check((coverage.MISSING_PHASE,), coverage.phases),
    Check((coverage.MISSING_COMPONENT,), coverage.components),
    Check((duties.UNHELD,), duties.unheld, needs_all=True),
    Check((duties.UNSUSTAINED,), duties.sustainability),
    Check(pathways.SUPPORT_RULES, pathways.support),
    Check((summaries.NO_MILESTONES,), summaries.milestones),
    Check(credentials.RULES, credentials.credentials, needs_all=True),
    Check((credentials.MISSING_RUNG,), credentials.rungs, needs_all=True),
    Check(pathways.OFFER_RULES, pathways.offers),
    Check((training.UNTRAINED,), training.training),
    Check((work_plan.NOBODY_BY_WHEN,), work_plan.rows),
    Check((work_plan.NO_ROW,), work_plan.areas, needs_all=True),
    Check(phases.RULES, phases.phases, needs_all=True),
    Check((overdue.OVERDUE,), overdue.overdue),
    Check((reflections.NOT_REFLECTED,), reflections.reflections, needs_all=True),
    Check((upkeep.NOT_KEPT_UP,), upkeep.upkeep),
    Check(health_logic.RULES, health_logic.loose_ends, needs_schedule=True),
    Check((health_dates.HELD,), health_dates.held, needs_schedule=True),
    Check(health_links.RULES, health_links.links, needs_schedule=True),
    Check((health_links.CROWDED,), health_links.crowds, needs_schedule=True),
    Check((health_lengths.LONG,), health_lengths.lengths, needs_schedule=True),
    Check((health_lengths.NO_DURATION,), health_lengths.durations, needs_schedule=True),
    Check((health_lengths.NO_DOUBT,), health_lengths.certainty, needs_schedule=True, needs_all=True),
    Check((health_floats.MUCH_FLOAT,), health_floats.floats, needs_schedule=True),
    Check((health_people.NO_OWNER,), health_people.owners, needs_schedule=True),
    Check((health_people.NOBODY_DOES,), health_people.assigned, needs_schedule=True),
    Check((health_loads.OVERLOADED,), health_loads.loads, needs_schedule=True),
    Check((health_levelling.CANNOT_LEVEL,), health_levelling.unplaceable, needs_schedule=True),
    Check((health_people.UNWATCHED,), health_people.watched, needs_schedule=True),
    Check((health_order.OUT_OF_ORDER,), health_order.order, needs_schedule=True),
    Check(health_progress.RULES, health_progress.progress, needs_schedule=True),
    Check((health_status.STALE,), health_status.stale, needs_schedule=True),
    Check((health_progress.NO_BASELINE,), health_progress.baseline, needs_schedule=True),
)

RULES: Final = tuple(
    sorted((*(rule for check in CHECKS for rule in check.rules), *ignored.RULES), key=lambda rule: rule.code)
)


def run_checks(facts: Facts, *, whole: bool = False) -> tuple[Problem, ...]:
    """All problems of a plan that its guides and its dates give reason to look for.

    With ``whole`` no message stands for many cases: each has its own, and names everything.
    """
    before = WHOLE.set(whole)
    try:
        found = [problem for check in CHECKS if check.applies(facts) for problem in check.run(facts)]
    finally:
        WHOLE.reset(before)
    if facts.plan.project.ignore:
        found += ignored.entries(facts, {problem.rule for problem in found})
    return tuple(found)
