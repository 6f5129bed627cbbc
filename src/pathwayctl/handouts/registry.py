"""Every handout, in the order in which a facilitator meets them. A new one is a view, a template, a line."""

from __future__ import annotations

from typing import Final

from pathwayctl.handouts import (
    agenda,
    communication,
    identifying,
    master_schedule,
    priorities,
    requirements,
    risks,
    roles,
    work_breakdown,
)
from pathwayctl.handouts.kinds import Handout

HANDOUTS: Final[tuple[Handout, ...]] = (
    agenda.HANDOUT,
    identifying.HANDOUT,
    roles.HANDOUT,
    priorities.HANDOUT,
    requirements.HANDOUT,
    work_breakdown.HANDOUT,
    master_schedule.HANDOUT,
    risks.HANDOUT,
    communication.HANDOUT,
)
