"""What people call fields in any entry: ``due`` for ``deadline``, ``who`` for ``owner``.

Words are written as ``counterparts.plain_key`` gives them.
"""

from __future__ import annotations

from typing import Final

EVERYWHERE: Final = {
    "title": "name heading subject label what topic headline task_name summary item action",
    "name": "title full_name fullname label called",
    "detail": "details description desc notes note comment comments body text explanation "
    "instructions info about",
    "note": "notes comment comments remark remarks description desc detail details info",
    "text": "description content statement title name detail quote said",
    "owner": "responsible accountable lead leader manager in_charge person who responsible_person "
    "owned_by assignee by "
    "assigned assigned_to contact coordinator point_person",
    "lead": "owner leader presenter speaker chair facilitator who person led_by responsible",
    "deadline": "due due_date end finish end_date finish_date by target_date until complete_by "
    "finish_by to ends",
    "due": "deadline due_date by end end_date finish target_date date until when finish_by timeline "
    "timeframe",
    "date": "day when on held held_on scheduled start start_date due meeting_date event_date",
    "duration": "length days dur work effort estimate estimated time how_long weeks estimated_duration",
    "length": "duration time how_long",
    "cost": "budget price amount costs expense expenses estimated_cost planned_cost tuition",
    "kind": "type category sort",
    "category": "sector type kind stakeholder_category group classification",
    "status": "state progress condition",
    "state": "status progress condition",
    "outcome": "deliverable output result deliverables outcomes product end_result",
    "outcomes": "objectives goals results expected_outcomes outcome deliverables",
    "link": "url website web document file href address",
    "website": "url web site link homepage web_site",
    "purpose": "why description goal objective objectives aim about",
    "organization": "org company employer agency institution affiliation organisation works_for "
    "school college",
    "email": "e_mail mail email_address contact_email",
    "phone": "telephone tel mobile cell phone_number cell_phone",
    "audience": "who to for group target name title target_audience",
    "cadence": "frequency how_often every meets interval schedule",
    "members": "people participants member persons attendees",
    "provider": "organization college school offered_by institution org university",
    "private": "internal hidden confidential secret",
    "capacity": "availability fte units percent hours available share",
    "leave": "vacation vacations pto away absences time_off days_off out_of_office absence",
    "from": "start start_date begin begins first since starts date",
    "to": "end end_date until last through finish ends thru",
    "area": "category type kind group",
    "industry": "title name sector",
    "naics": "industry_code industry_codes codes code",
    "response": "mitigation plan mitigation_plan action strategy contingency treatment",
    "source": "data_source from sources",
    "reviewed": "review last_reviewed review_date updated",
    "done": "complete completed finished status checked",
}
