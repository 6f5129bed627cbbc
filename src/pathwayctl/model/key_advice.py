"""What to say of keys that mean something else here or that no field takes, and of headings of sections.

Keys are written as ``counterparts.plain_key`` gives them.
"""

from __future__ import annotations

from typing import Final

REMARKS: Final = {
    (
        "Task",
        "not_before",
    ): "A start follows from what comes before; not_before: holds it back, and date: fixes the day.",
    ("Task", "deadline"): "The end follows from the duration; a deadline is reported when it is missed.",
}
NO_PLACE: Final = {
    ("Task", "wbs number no row level outline_level index sequence order nr wbs_number line"): (
        "The numbers follow from the order of the entries. Delete the line."
    ),
    ("Task", "successors successor next then leads_to"): (
        "Write it the other way around: depends_on: under the task that comes later."
    ),
    ("Task", "milestone is_milestone"): "Write duration: 0d",
    ("Person", "replaces succeeds"): (
        "Write it the other way around: successor: under the person who leaves."
    ),
    ("Meeting", "cancelled canceled"): "Write status: cancelled",
    ("Meeting", "postponed"): "Write status: postponed",
    ("Meeting", "postponed_to new_date moved_to rescheduled"): (
        "Write the new day as date:, the day that was planned as moved_from:, and status: postponed."
    ),
    ("Meeting", "next_meeting"): "The next meeting is an entry of its own under meetings:, with its date:.",
    ("Occupation", "high_wage"): (
        "Under project:, write high_wage: with the wage from which an occupation counts; pages mark those."
    ),
    ("Occupation", "in_demand"): (
        "Under project:, write in_demand: with the openings from which an occupation counts; pages mark it."
    ),
    ("Program", "location place campus website link url"): "No field takes this. Put it in note:.",
    ("Program", "online hybrid"): "Write delivery: with how it is taught, such as Online in the evening",
    ("Course", "dual_credit dual_enrollment"): "Write kind: dual-credit",
    (
        "Agreement",
        "status state",
    ): "Write signed: with the day on which it was signed. Until then, delete the line.",
    ("Agreement", "term length duration"): "Write expires: with its last day.",
    ("Communication", "last_sent sent_to"): (
        "Write sent: with an entry for each message, such as "
        "[{date: 2027-03-31, text: Newsletter, to: Families}]."
    ),
    ("Organization", "closures closure closed breaks school_calendar"): (
        "Write calendar: and the closures below it, two spaces further in."
    ),
    ("Organization", "holidays"): (
        "Holidays of a state belong under the project’s calendar:. Write days on which only it is closed as "
        "calendar: {closures: [{date: 2027-03-31}]}."
    ),
    (
        "Risk",
        "status state",
    ): "Write closed: with the day on which it could no longer happen. Until then, delete the line.",
    ("Meeting", "notes note minutes comments discussion"): (
        "Put what was decided under decisions:, what someone will do under actions:, and notes "
        "under the agenda item."
    ),
}
SECTION_WORDS: Final = {
    "people": "persons person stakeholders contacts staff team_members members participants "
    "individuals resources users",
    "organizations": "organisations organization orgs org companies employers agencies partners "
    "institutions company",
    "tasks": "task activities activity work plan todo to_do todos wbs milestones milestone schedule "
    "steps work_breakdown",
    "meetings": "meeting events event",
    "risks": "risk issues risk_register issue",
    "measures": "kpis kpi metrics metric indicators measure",
    "ksas": "skills competencies ksa skill",
    "occupations": "jobs careers occupation",
    "programs": "training trainings program programmes",
    "credentials": "certificates certifications credential certification",
    "communications": "communication communication_plan outreach messages",
    "agreements": "mou mous contracts agreement",
    "teams": "team groups group committees committee",
    "frameworks": "industries framework industry",
    "requirements": "needs requirement",
    "goals": "objectives goal aims",
    "priorities": "priority",
    "pathways": "pathway",
    "calendar": "calendars",
    "project": "header about",
    "pathwayctl": "version format",
    "invitations": "invites invitation invite",
    "evaluation": "evaluators evaluation_group",
    "clusters": "career_clusters cluster",
    "packets": "packet",
}
