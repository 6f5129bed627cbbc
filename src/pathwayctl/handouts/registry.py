"""Every handout, in the order in which a facilitator meets them. A new one is a view, a template, a line."""

from __future__ import annotations

from types import ModuleType
from typing import Final

from pathwayctl.handouts.assessment import ratings_page, workforce_pell_page
from pathwayctl.handouts.evaluation import data_sources, measures
from pathwayctl.handouts.evaluation import reflections as reflection
from pathwayctl.handouts.evaluation import seats as evaluation_roles
from pathwayctl.handouts.frameworks import frameworks, requirements
from pathwayctl.handouts.funding import budget, grants
from pathwayctl.handouts.goals import definitions_1c as definitions
from pathwayctl.handouts.goals import primer_1b as primer
from pathwayctl.handouts.goals import priorities
from pathwayctl.handouts.governance import (
    agreements,
    components,
    partnership,
    partnership_health,
    role_pages,
    sustainability,
    teams,
)
from pathwayctl.handouts.handout import Handout
from pathwayctl.handouts.outreach import (
    agenda,
    commitments,
    facilitators_guide,
    marketing,
    minutes,
    sign_in,
    sign_up,
    slides,
    table_sheets,
    thank_you,
)
from pathwayctl.handouts.outreach import communications as communication
from pathwayctl.handouts.partners import engagement
from pathwayctl.handouts.partners import invitations as invitation
from pathwayctl.handouts.partners import roles_1a as roles
from pathwayctl.handouts.partners import stakeholders_1a as identifying
from pathwayctl.handouts.pathways import (
    advising,
    crosswalk,
    pathway_pages,
    phases,
    work_based,
    work_plan,
    work_plan_decisions,
)
from pathwayctl.handouts.plan_changes import what_changed
from pathwayctl.handouts.risks import risk_breakdown as risks
from pathwayctl.handouts.schedule import board, master_schedule, network_page
from pathwayctl.handouts.talent import (
    asset_map,
    attainment,
    interview_guide,
    interviews,
    inventory,
    ksa_grid,
    ksa_uses,
    labor_gaps,
    ladder,
    occupations,
    shortages,
    survey_form,
)
from pathwayctl.handouts.work import action_plan, assignments, hand_over, small_groups, steps, work_breakdown

HANDOUTS: Final[tuple[Handout, ...]] = (
    agenda.HANDOUT,
    facilitators_guide.HANDOUT,
    slides.HANDOUT,
    sign_in.HANDOUT,
    table_sheets.HANDOUT,
    sign_up.HANDOUT,
    minutes.HANDOUT,
    board.HANDOUT,
    what_changed.HANDOUT,
    assignments.HANDOUT,
    invitation.HANDOUT,
    commitments.HANDOUT,
    thank_you.HANDOUT,
    identifying.HANDOUT,
    roles.HANDOUT,
    primer.HANDOUT,
    definitions.HANDOUT,
    priorities.HANDOUT,
    labor_gaps.HANDOUT,
    frameworks.HANDOUT,
    requirements.HANDOUT,
    work_breakdown.HANDOUT,
    small_groups.HANDOUT,
    master_schedule.HANDOUT,
    network_page.HANDOUT,
    risks.HANDOUT,
    measures.HANDOUT,
    data_sources.HANDOUT,
    evaluation_roles.HANDOUT,
    ratings_page.HANDOUT,
    workforce_pell_page.HANDOUT,
    budget.HANDOUT,
    grants.HANDOUT,
    communication.HANDOUT,
    engagement.HANDOUT,
    agreements.HANDOUT,
    reflection.HANDOUT,
    components.HANDOUT,
    role_pages.HANDOUT,
    teams.HANDOUT,
    sustainability.HANDOUT,
    phases.HANDOUT,
    work_plan.HANDOUT,
    work_plan_decisions.HANDOUT,
    steps.HANDOUT,
    partnership.HANDOUT,
    occupations.HANDOUT,
    inventory.HANDOUT,
    interviews.HANDOUT,
    interview_guide.HANDOUT,
    survey_form.HANDOUT,
    shortages.HANDOUT,
    ladder.HANDOUT,
    ksa_grid.HANDOUT,
    asset_map.HANDOUT,
    ksa_uses.HANDOUT,
    attainment.HANDOUT,
    marketing.HANDOUT,
    action_plan.HANDOUT,
    hand_over.HANDOUT,
    partnership_health.HANDOUT,
    pathway_pages.HANDOUT,
    crosswalk.HANDOUT,
    work_based.HANDOUT,
    advising.HANDOUT,
)


_TOPICS: Final = {
    one.HANDOUT.id: one.__name__.rsplit(".", 2)[-2]
    for one in tuple(globals().values())
    if isinstance(one, ModuleType) and hasattr(one, "HANDOUT")
}


def topic_of(handout: Handout) -> str:
    """The topic that a handout is filed under, by the folder of its module; empty for a project's own."""
    return _TOPICS.get(handout.id, "")
