"""Looks at the sector partnership: its scope, who was asked to come, and who keeps it going.

Source: Creating Career Pathways in Colorado (2014), known to us by its published summary; what each
step leaves behind is our own reading of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pathwayctl.guidance import samples
from pathwayctl.guidance.proofs import new, quoted, set_once
from pathwayctl.guidance.state import Lack, Look
from pathwayctl.model.vocabulary import MeetingKind, StakeholderCategory
from pathwayctl.wording import count

if TYPE_CHECKING:
    from pathwayctl.guidance.records import Records
    from pathwayctl.guidance.snippets import Fields

_SCOPE: Final = "What the partnership is for, and where it ends"
_REGION: Final = "The counties or districts it serves"


def _partnership(text: str, fields: Fields, records: Records) -> Lack:
    """A lack of the partnership; its scope, which it cannot be without, is asked for along with it."""
    scope = {} if records.plan.partnership else {"scope": _SCOPE}
    return set_once(text, "partnership", {**scope, **fields})


def scope(records: Records) -> Look:
    """Step 1: what the partnership is for, in which region and which industry.

    The region may also stand under ``project``, and the industry's codes in a framework.
    """
    plan = records.plan
    partnership = plan.partnership
    if partnership is None:
        text = "Nothing says yet what the partnership is for, in which region and in which industry."
        return Look(lacks=(_partnership(text, {"region": _REGION, "naics": ["3327"]}, records),))
    lacks = []
    if not (partnership.region or plan.project.region):
        lacks.append(_partnership("No region is named.", {"region": _REGION}, records))
    if not (partnership.naics or any(one.naics for one in plan.frameworks)):
        text = "No NAICS code says which industry it is for."
        lacks.append(_partnership(text, {"naics": ["3327"]}, records))
    return Look((f"scope: {quoted(partnership.scope)}",), tuple(lacks))


def invited(records: Records) -> Look:
    """Step 2: employers were asked to come: an invitation was sent to one, or one has agreed already."""
    plan = records.plan
    asked = dict.fromkeys(one.to for one in plan.invitations if one.sent)
    asked |= dict.fromkeys(one.id for one in plan.people if one.confirmation)
    employers = [name for name in asked if name in records.employers]
    if employers:
        return Look((f"{count(len(employers), 'employer')} asked to come",))
    guests = [name for _, one in records.meetings(MeetingKind.SECTOR_LAUNCH) for name in one.invited]
    lacks = []
    if not records.employers:
        category = StakeholderCategory.BUSINESS.value
        employer = {"id": samples.employer(records), "name": "Its full name", "category": category}
        lacks.append(new("No employer is named in the files.", "organizations", employer))
    text = "No employer is among those asked to come." if asked else "Nobody has been asked to come yet."
    invitation = {
        "id": f"invite-{samples.employer(records)}",
        "to": samples.employer(records),
        "rationale": "Why the partnership is being built",
        "sent": samples.day(records),
    }
    lacks.append(new(text, "invitations", invitation))
    return Look((f"a list of {count(len(guests), 'guest')}",) if guests else (), tuple(lacks))


def brief(records: Records) -> Look:
    """Step 2: a short account of the labor market."""
    partnership = records.plan.partnership
    if partnership and partnership.labor_market_brief:
        return Look(("a short account of the labor market",))
    text = "There is no short account of the labor market to show to employers."
    fields = {"labor_market_brief": "Companies, jobs, openings and wages in a few sentences"}
    return Look(lacks=(_partnership(text, fields, records),))


def home(records: Records) -> Look:
    """Step 16: somebody keeps the work going."""
    partnership = records.plan.partnership
    if partnership and partnership.home:
        return Look(("a home for the work",))
    fields = {"home": "Who keeps the work going, and where"}
    return Look(lacks=(_partnership("Nothing says who keeps the work going, and where.", fields, records),))
