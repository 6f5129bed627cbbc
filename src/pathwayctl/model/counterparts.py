"""What people call fields and sections that have another name here: ``due`` is ``deadline``.

No annotation of a field could give these words: they come from other tools and from everyday use, and one
word stands for different fields in different entries. A spelling that is only near is not listed; it is found
by itself. Words are written as they come out of ``plain_key``: lower-case, joined by underscores.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pathwayctl.model.common_words import EVERYWHERE
from pathwayctl.model.key_advice import NO_PLACE, REMARKS, SECTION_WORDS

if TYPE_CHECKING:
    from collections.abc import Collection

_NOT_OF_A_KEY: Final = re.compile(r"[^a-z0-9%]+")

_OF: Final = {
    "Task": {
        "not_before": "start start_date begin from starts earliest earliest_start starting "
        "planned_start begins",
        "started": "actual_start start_actual began",
        "finished": "actual_finish completed completed_on done actual_end done_on finish_actual "
        "date_completed",
        "depends_on": "predecessors predecessor dependencies dependency depends after requires "
        "blocked_by waits_for "
        "follows needs dependson prerequisites prerequisite depends_upon pred preds waiting_for",
        "assigned": "resources resource resource_names resource_name assignees assignee assigned_to "
        "people staff team "
        "members helpers workers doers who_does_it participants",
        "complete": "percent_complete percent pct completion percent_done %_complete % pct_complete "
        "%complete progress",
        "tasks": "subtasks children steps activities sub_tasks subtask items",
        "actual_cost": "spent actual actuals actual_costs spent_so_far",
        "title": "name task task_name activity what summary heading subject",
        "outcome": "deliverable output result deliverables outcomes product",
        "consulted": "consult advisors advised",
        "informed": "inform cc notify",
        "step": "guide_step step_number",
        "every": "recurring recurrence recurs repeats frequency",
        "times": "repeat count repetitions",
    },
    "Person": {
        "title": "job position job_title role_title job_role occupation",
        "name": "full_name first_name firstname last_name lastname surname middle_name person",
        "category": "sector stakeholder_category group type",
        "roles": "key_roles key_role",
        "does_the_work": "doer",
        "decision_authority": "decision_maker can_decide",
        "key_champion": "champion",
        "until": "left leaves leaving left_on departed departure last_day end_date",
        "from": "joined joins since first_day start_date",
        "successor": "replaced_by substitute",
        "delegates": "delegate staff designates designee",
        "expertise": "skills knowledge experience",
        "commits": "commitment offers gives",
    },
    "Header": {
        "name": "title project project_name",
        "start": "start_date begin begins starts from kickoff first_day",
        "finish_by": "end finish end_date deadline due finish_date due_date until to end_by",
        "status_date": "as_of today data_date status date report_date",
        "facilitator": "lead leader manager owner project_manager coordinator director contact",
        "convener": "organization agency lead_agency lead_organization sponsor host fiscal_agent",
        "summary": "description about detail purpose notes note",
        "region": "state area location county",
    },
    "Calendar": {
        "working_days": "workdays days work_days week weekdays workweek work_week business_days",
        "holidays": "holiday country state holiday_calendar",
        "closures": "closed closings breaks vacations days_off off closure",
    },
    "Closure": {"name": "title reason why label note description"},
    "Leave": {"name": "title reason why label note description"},
    "Meeting": {
        "date": "day when on held held_on scheduled due start_date meeting_date start",
        "starts": "time start start_time begins at begin time_of_day",
        "ends": "end end_time finish",
        "until": "end_date last_day",
        "link": "zoom zoom_link teams teams_link meeting_link join join_link online webinar video",
        "moved_from": "original_date old_date postponed_from was",
        "every": "recurring repeat repeats frequency cadence",
        "times": "count occurrences repetitions",
        "place": "location where venue room address",
        "invited": "attendees participants invitees people members guests who invite invites",
        "attended": "present attendance came",
        "actions": "action_items action todos to_dos next_steps follow_up follow_ups tasks",
        "facilitator": "chair leader host owner lead led_by organizer",
        "decisions": "decided decision resolutions votes",
        "agenda": "items topics schedule program",
        "outcomes": "objectives goals expected_outcomes outcome",
    },
    "AgendaItem": {
        "minutes": "time duration length mins min how_long",
        "title": "name item topic what subject",
        "materials": "handouts handout documents material",
    },
    "ActionItem": {
        "title": "name action task what item description",
        "owner": "who person responsible assigned lead by",
    },
    "Risk": {
        "title": "name risk description event what summary",
        "probability": "chance odds percent",
        "likelihood": "probability_level how_likely",
        "impact": "severity consequence",
        "closed": "resolved ended",
        "trigger": "warning_sign sign warning early_sign",
        "kind": "type source internal external",
        "category": "area heading group",
        "delays": "affects tasks delay impacts",
    },
    "Delay": {"task": "id name title", "by": "days duration length delay time"},
    "Measure": {
        "title": "name measure metric indicator what description",
        "target": "goal target_value aim",
        "baseline": "baseline_value start_value starting current initial",
        "unit": "units measured_in",
        "readings": "values data results actuals reading history",
        "cadence": "collected collection measured",
        "perkins": "indicator perkins_indicator",
    },
    "Measured": {
        "date": "day when as_of on year",
        "value": "number amount result",
        "group": "subgroup student_group population",
    },
    "Target": {"due": "year date by", "value": "target number goal"},
    "Communication": {
        "messages": "message key_messages key_message content",
        "modes": "channels channel mode method methods how medium media",
        "milestones": "milestone task tasks",
    },
    "Externship": {
        "person": "teacher who educator name",
        "employer": "company host organization",
        "date": "from start",
        "focus": "topic purpose",
    },
    "AdvisingMilestone": {
        "title": "milestone name",
        "helper": "who owner person adviser advisor",
        "shown_by": "evidence proof",
    },
    "Motion": {"motion": "title text", "moved": "by moved_by mover", "seconded": "seconded_by"},
    "Assessment": {"ratings": "scores"},
    "Engagement": {"current": "now today from", "desired": "target goal to wanted"},
    "Seat": {"person": "member who name seat organization"},
    "Funding": {
        "provider": "source funder from organization",
        "state": "status",
        "spend_by": "deadline due end expires",
        "available_from": "start from",
        "fiscal_year": "year fy",
        "uses": "use purpose restrictions",
    },
    "BudgetLine": {
        "kind": "category type",
        "funding": "fund source paid_by funded_by funding_source",
        "fiscal_year": "year fy",
    },
    "Grant": {
        "administrator": "manager owner contact fiscal_agent administered_by",
        "number": "award_number grant_number",
        "funder": "provider source agency awarded_by",
        "extended_to": "extension no_cost_extension nce extended extended_until",
    },
    "GrantDeliverable": {"delivered": "done finished completed submitted", "note": "reason"},
    "GrantReport": {"submitted": "done delivered sent", "title": "kind type"},
    "GrantObjective": {"result": "actual achieved outcome", "explanation": "reason why note"},
    "Narrative": {
        "done": "accomplishments accomplished achievements",
        "problems": "challenges issues barriers",
        "next": "next_steps plans",
    },
    "Rated": {"reason": "evidence comment why note"},
    "Interview": {
        "people": "who interviewee interviewees spoke_with person",
        "interviewer": "interviewed_by by",
        "employer": "company organization",
    },
    "WorkPlanRow": {"due": "timeline when", "owner": "who_is_responsible"},
    "Partnership": {"convener": "co_convener co_conveners"},
    "Pathway": {
        "work_based": "wbl work_based_learning internships",
        "credentials": "certifications certificates credential",
        "students": "enrollment cohort",
        "launch": "launch_date starts start",
    },
    "WorkExperience": {"when": "term season time semester", "employers": "employer hosts host"},
    "Vote": {"group": "name table team", "number": "dots votes count tally", "rationale": "why reason note"},
    "Invitation": {
        "to": "person who invitee organization invited name for",
        "meeting": "event",
        "sent": "date sent_on date_sent",
        "answer": "response reply status rsvp",
        "answer_by": "rsvp rsvp_by reply_by respond_by",
        "rationale": "why reason",
    },
    "Agreement": {
        "parties": "partners organizations between signatories members",
        "signed": "date signed_on date_signed",
        "expires": "end end_date until expiration expiry to",
        "put_into_practice": "start start_date effective from",
    },
    "Program": {
        "prerequisites": "requires requirements",
        "capacity": "seats slots",
        "clock_hours": "hours contact_hours",
        "enrolled": "enrollment enrolment students",
    },
    "Course": {
        "title": "name course",
        "grade": "year level grade_level",
        "sced": "code course_code",
        "credits": "college_credit college_credits credit credit_hours",
        "college_course": "articulated_with articulates_to college_equivalent crosswalk",
        "provider": "teacher taught_by instructor",
    },
    "Occupation": {
        "title": "job job_title job_name occupation_title occupation_name position name",
        "median_wage": "wage salary pay earnings",
        "annual_openings": "openings jobs demand",
        "soc": "code soc_code",
        "onet": "onet_code o_net",
        "entry_education": "education",
        "hires_planned": "hires",
        "also_called": "employer_titles other_titles aliases",
    },
    "Belief": {"who": "person name by speaker owner", "text": "belief quote said statement title what"},
    "SystemDefinition": {"text": "definition title"},
    "Evidence": {"text": "description evidence title what note", "date": "day when"},
    "Organization": {
        "group": "type kind",
        "region": "area location county",
        "name": "title organization company",
    },
    "FrameworkItem": {"program": "cip code", "state": "status"},
    "Team": {"title": "name team", "purpose": "description why"},
}


def plain_key(key: str) -> str:
    """A key as the tables here write it: ``due_date`` for ``Due Date`` and ``due-date``."""
    return _NOT_OF_A_KEY.sub("_", key.lower()).strip("_")


def counterparts(model: str, known: Collection[str], key: str) -> tuple[str, ...]:
    """The fields of a model that a key may mean, by the model's name and its fields, the best first."""
    word = plain_key(key)
    if word in known and word != key:
        return (word,)  # Title:, due-date:
    tables = (_OF.get(model, {}), EVERYWHERE)
    pairs = (pair for table in tables for pair in table.items())
    return tuple(dict.fromkeys(field for field, words in pairs if field in known and word in words.split()))


def remark_on(model: str, field: str) -> str:
    """What to know before writing a field in place of another, if anything."""
    return REMARKS.get((model, field), "")


def without_counterpart(model: str, known: Collection[str], key: str) -> str:
    """What to do with a common key that no field takes; an empty text if there is no advice."""
    word = plain_key(key)
    if word == "id" and "id" not in known and not counterparts(model, known, key):
        return "Nothing refers to this entry, so it has no id. Delete the line."
    return next(
        (hint for (name, words), hint in NO_PLACE.items() if name == model and word in words.split()), ""
    )


def section_for(key: str, known: Collection[str]) -> str | None:
    """The section that a heading means, or ``None``."""
    word = plain_key(key)
    if word in known and word != key:
        return word
    return next((section for section, words in SECTION_WORDS.items() if word in words.split()), None)
