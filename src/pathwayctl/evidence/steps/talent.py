"""Signs of the steps that are about talent: occupations, programs, KSAs and what they are used for (5-14).

Source: Creating Career Pathways in Colorado (2014), known to us by its published summary; what each
step leaves behind is our own reading of it.
"""

from __future__ import annotations

from typing import Final

from pathwayctl.evidence.steps.ground import Ground, Sign
from pathwayctl.model.talent_words import KsaPurpose
from pathwayctl.model.vocabulary import Status
from pathwayctl.wording import count, listed

AUDIENCES: Final = 4
"""Students, parents, job seekers and employers: the least that “all audiences” can mean."""
_USES: Final = (KsaPurpose.CURRICULUM, KsaPurpose.HIRING, KsaPurpose.ASSESSMENT)
_BEGUN: Final = (Status.IN_PROGRESS, Status.DONE)


def some_credential(ground: Ground) -> Sign:
    """Step 6: it is known what the programs lead to."""
    programs = ground.plan.programs
    known = not programs or any(one.credentials for one in programs)
    return Sign() if known else Sign(lacking=("the credentials they lead to",))


def programs_for_all(ground: Ground) -> Sign:
    """Step 6: each critical occupation has a program, or a gap that is written down."""
    number = sum(not one.programs and not one.gap_recorded for one in ground.attainment.coverage)
    return Sign(lacking=(f"a program for {count(number, 'occupation')}",)) if number else Sign()


def employers_accounts(ground: Ground) -> Sign:
    """Step 7: what employers say of each critical occupation."""
    number = len(ground.plan.occupations)
    told = sum(bool(one.employers_account) for one in ground.plan.occupations)
    if not number:
        return Sign(lacking=("occupations to ask about (none yet)",))
    lacking = (f"their word on {count(number - told, 'occupation')}",) if told < number else ()
    return Sign((f"employers’ account of {count(told, 'occupation')}",) if told else (), lacking)


def shortage_begun(ground: Ground) -> Sign:
    """Step 8: something is under way for at least one occupation."""
    found = ground.plan.shortage_actions
    begun = not found or any(one.status in _BEGUN for one in found)
    return Sign() if begun else Sign(lacking=("a first action that is under way",))


def skill_sets(ground: Ground) -> Sign:
    """Step 9: each critical occupation belongs to a skill set, and has a level."""
    plan = ground.plan
    if not plan.occupations:
        return Sign(lacking=("occupations to put in order (none yet)",))
    groups = dict.fromkeys(one.group for one in plan.ksas if one.group)
    sorted_in = {demand.occupation for one in plan.ksas if one.group for demand in one.occupations}
    loose = sum(one.id not in sorted_in for one in plan.occupations)
    level = sum(one.entry_education is None for one in plan.occupations)
    lacking = [f"a skill set for {count(loose, 'occupation')}"] if loose else []
    lacking += [f"the level of {count(level, 'occupation')}"] if level else []
    return Sign((count(len(groups), "skill set"),) if groups else (), tuple(lacking))


def ksas(ground: Ground) -> Sign:
    """Step 10: each critical occupation has its KSAs, and each KSA its occupations."""
    plan = ground.plan
    if not plan.ksas:
        return Sign(lacking=("KSAs (none yet)",))
    without = sum(not one.ksas and not one.gap_recorded for one in ground.attainment.coverage)
    asked = {row.ksa for row in ground.attainment.rows}
    unasked = sum(one.id not in asked for one in plan.ksas)
    lacking = [f"the KSAs of {count(without, 'occupation')}"] if without else []
    lacking += [f"an occupation for {count(unasked, 'KSA')}"] if unasked else []
    return Sign((count(len(plan.ksas), "KSA"),), tuple(lacking))


def uses(ground: Ground) -> Sign:
    """Step 12: the KSAs are at work in curriculum, hiring and assessment."""
    at_work = {one.purpose for one in ground.plan.ksa_uses if one.status in _BEGUN}
    words = [purpose.label.lower() for purpose in KsaPurpose if purpose in at_work]
    missing = [purpose.label.lower() for purpose in _USES if purpose not in at_work]
    return Sign(
        (f"KSAs used in {listed(words)}",) if words else (),
        (f"KSAs at work in {listed(missing)}",) if missing else (),
    )


def map_is_whole(ground: Ground) -> Sign:
    """Step 13: from each KSA of an occupation the map leads to a program that reaches the level."""
    rows = ground.attainment.rows
    if not rows:
        return Sign(lacking=("lines of the map (none yet)",))
    led = sum(bool(row.programs) for row in rows)
    recorded = {one.id for one in ground.plan.occupations if one.gap}
    left = sum(row.occupation not in recorded for row in ground.attainment.gaps)
    written = len(ground.attainment.gaps) - left
    shown = [f"a program behind {led} of {count(len(rows), 'line')}"] if led else []
    shown += [f"a gap written down for {count(written, 'line')}"] if written else []
    return Sign(
        tuple(shown),
        (f"a program, or a gap written down, for {count(left, 'line')}",) if left else (),
    )


def all_audiences(ground: Ground) -> Sign:
    """Step 14: more than a few audiences hear of it."""
    found = len(ground.plan.marketing)
    return Sign(lacking=("further audiences",)) if 0 < found < AUDIENCES else Sign()
