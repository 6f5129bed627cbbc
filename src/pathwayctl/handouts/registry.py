"""Every handout, in the order in which a facilitator meets them. A new one is a view, a template, a line."""

from __future__ import annotations

from typing import Final

from pathwayctl.handouts import (
    agenda,
    agreements,
    communication,
    definitions,
    engagement,
    evaluation_roles,
    frameworks,
    identifying,
    labor_gaps,
    master_schedule,
    measures,
    primer,
    priorities,
    reflection,
    requirements,
    risks,
    roles,
    small_groups,
    work_breakdown,
)
from pathwayctl.handouts.kinds import Handout

HANDOUTS: Final[tuple[Handout, ...]] = (
    agenda.HANDOUT,
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
    risks.HANDOUT,
    measures.HANDOUT,
    evaluation_roles.HANDOUT,
    communication.HANDOUT,
    engagement.HANDOUT,
    agreements.HANDOUT,
    reflection.HANDOUT,
)
