"""The progress of each of the 17 steps, by its results in the files.

A project may start at any step. A step is done when something shows it, none of its results is
missing, and none of its tasks is open. For a step whose result is something that happened, an entry under
``evidence`` is enough.

Source: Creating Career Pathways in Colorado (2014), known to us by its published summary (see
``catalog/sector.yaml``); which results each step has is our own reading of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from pathwayctl.evidence import funding, goals
from pathwayctl.evidence.assessment import ratings
from pathwayctl.evidence.evaluation import gaps as evaluation
from pathwayctl.evidence.gap import Judgment, Question, judge
from pathwayctl.evidence.governance import gaps as governance
from pathwayctl.evidence.index import PlanIndex
from pathwayctl.evidence.outreach import gaps as outreach
from pathwayctl.evidence.partners import gaps as partners
from pathwayctl.evidence.talent import gaps as talent
from pathwayctl.evidence.work import gaps as work

STEPS: Final[Mapping[int, tuple[Question, ...]]] = {
    1: (governance.scope,),
    2: (partners.invited, governance.brief),
    3: (outreach.launch_agenda, outreach.launch, goals.priorities),
    4: (outreach.minutes, goals.priority_owners, outreach.meets_again),
    5: (talent.occupations,),
    6: (talent.programs, talent.some_credential, talent.programs_for_all),
    7: (talent.employers_accounts,),
    8: (talent.shortage_actions, talent.shortage_begun),
    9: (talent.skill_sets,),
    10: (talent.ksas,),
    11: (talent.asset_map,),
    12: (talent.uses,),
    13: (talent.map_is_whole,),
    14: (outreach.marketing, outreach.all_audiences, outreach.went_out),
    15: (work.actions, funding.funded),
    16: (governance.home, outreach.hand_over),
    17: (evaluation.measures, evaluation.read_on_time, outreach.reviews, ratings.low_ratings),
}
"""What shows that each step is done, by its number."""

SHOWN_BY_AN_ENTRY: Final = frozenset({2, 3, 4, 7, 8, 12, 14, 16})
"""Steps whose result is something that happened; later steps work with the results of the others."""


def steps(index: PlanIndex) -> Mapping[int, Judgment]:
    """What shows each of the 17 steps, and its gaps, by its number."""
    return {number: _step(index, number) for number in STEPS}


def _step(index: PlanIndex, number: int) -> Judgment:
    judged = judge(index, STEPS[number])
    said = tuple(entry.text for entry in index.plan.evidence if entry.step == number)
    gaps = () if said and number in SHOWN_BY_AN_ENTRY else judged.gaps
    return work.with_tasks(index, Judgment((*judged.shown, *said), gaps), index.tagged("step", number))
