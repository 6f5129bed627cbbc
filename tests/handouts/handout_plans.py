"""Small plans for the tests of views, and the means to look into a view."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from pathwayctl.analysis.plan_changes.plan_state import PlanState
from pathwayctl.handouts.context import Context
from pathwayctl.handouts.tables import HandoutTable
from pathwayctl.model.plan import Plan
from pathwayctl.revisions.project_history import NOW, ProjectHistory
from pathwayctl.scheduling.breakdown import break_down
from pathwayctl.scheduling.schedule import Schedule, make_schedule

HOSTILE: Final = "<script>alert(1)</script> | {{ 7 * 7 }} & “it’s” \u202e*x*\n# y"


def titles(table: HandoutTable) -> tuple[str, ...]:
    """The titles of a table’s columns."""
    return tuple(head.title for head in table.columns)


def context(project: dict[str, Any] | None = None, **sections: Any) -> Context:
    """A plan with these sections and its schedule; it begins on Monday, January 4, 2027."""
    header = {"name": "Example", "start": date(2027, 1, 4), **(project or {})}
    plan = Plan.model_validate({"project": header, **sections})
    schedule = make_schedule(plan, break_down(plan.tasks))
    assert isinstance(schedule, Schedule)
    goals = ({"id": "earlier", "title": "An earlier goal"},)
    before = PlanState("the plan of 2026", Plan.model_validate({"project": header, "goals": goals}))
    history = ProjectHistory(Path(), PlanState(NOW, plan, schedule), (), schedule.calendar)
    return Context(plan, schedule, history=history, since=before)


def full(text: str = "{}") -> Context:
    """A plan in which everything is given, each text put into ``text`` at its ``{}``."""

    def t(words: str) -> str:
        return text.replace("{}", words)

    return context(
        {
            "finish_by": date(2027, 1, 21),
            "status_date": date(2027, 1, 5),
            "summary": t("In short"),
            "region": t("North"),
            "facilitator": "dana",
            "convener": "college",
            "terms": {"college": "Front Range"},
        },
        calendar={
            "closures": [{"name": t("Break"), "from": date(2027, 1, 18), "to": date(2027, 1, 18)}],
        },
        organizations=[
            {"id": "college", "name": t("Hill College"), "category": "postsecondary", "group": t("College"),
             "region": t("North"), "website": "https://example.org", "note": t("Note")},
            {"id": "shop", "name": t("Shop"), "category": "business-industry-workforce"},
        ],
        people=[
            {"id": "dana", "name": t("Dana Ruiz"), "title": t("Dean"), "organization": "college",
             "email": "dana@example.org", "phone": t("555-0100"), "decision_authority": True,
             "roles": ["champion", "decision-maker"], "key_champion": True, "confirmation": "written",
             "stages": ["policy-development", "evaluation"],
             "engagement": {"current": "neutral", "desired": "leading"}},
            {"id": "lee", "name": t("Lee Park"), "category": "k-12", "does_the_work": True,
             "roles": ["doer", "connector"], "stages": ["process-and-logistics"],
             "engagement": {"current": "supportive", "desired": "supportive"}},
        ],
        definition={"text": t("Linked steps"), "source": t("Our own"), "elements": [t("Many ways in")],
                    "adopted": date(2027, 1, 4)},
        beliefs=[
            {"id": "b1", "who": "lee", "text": t("A second chance"), "priorities": ["exits"]},
            {"id": "b2", "text": t("More hands")},
        ],
        occupations=[
            {"id": "machinist", "title": t("Machinist"), "onet": "51-4041.00", "frameworks": ["machining"],
             "annual_openings": 90, "qualified_applicants": 40, "source": t("State forecast 2026"),
             "median_wage": 58700.0, "growth": 4.5, "difficulty": "high", "entry_education": "high-school",
             "employers_account": t("It takes four years"), "level": "middle",
             "also_called": [t("Toolmaker")],
             "leads_to": [{"occupation": "welder", "needs": t("A year at work"), "time": t("A year")}]},
            {"id": "welder", "title": t("Welder"), "soc": "51-4121", "frameworks": ["welding"],
             "annual_openings": 20, "qualified_applicants": 25, "source": t("State forecast 2026"),
             "growth": -2.0, "difficulty": "high", "level": "senior", "gap": t("No program yet")},
            {"id": "planner", "title": t("Planner"), "frameworks": ["welding"]},
        ],
        ksas=[
            {"id": "prints", "title": t("Read prints"), "kind": "skill", "group": t("Measuring"),
             "occupations": [{"occupation": "machinist", "level": "working"},
                             {"occupation": "welder", "level": "basic"}]},
            {"id": "math", "title": t("Shop math"), "kind": "knowledge", "group": t("Measuring"),
             "occupations": [{"occupation": "machinist", "level": "advanced"}]},
            {"id": "patience", "title": t("Patience"), "kind": "ability"},
        ],
        programs=[
            {"id": "year", "title": t("Year of machining"), "provider": "college", "cip": "48.0501",
             "credentials": ["nims", "level-1"], "length": t("Two semesters"), "cost": 5400.0, "credits": 30,
             "transfers": True, "transfers_to": ["college"], "prerequisites": [t("Algebra")], "capacity": 24,
             "occupations": ["machinist"], "refined": date(2027, 1, 4), "weeks": 12,
             "teaches": [{"ksa": "prints", "level": "advanced"}, {"ksa": "math", "level": "basic"}]},
            {"id": "evening", "title": t("Evening course"), "provider": "shop", "cost": 0.0},
        ],
        credentials=[
            {"id": "nims", "title": t("NIMS Level I"), "kind": "industry-certification",
             "issuer": t("The institute"), "recognized_by": ["shop"],
             "leads_to": ["machinist"]},
            {"id": "level-1", "title": t("Machining certificate"), "kind": "level-1-certificate",
             "stacks_on": ["nims"], "leads_to": ["machinist"]},
        ],
        criteria=[
            {"id": "openings", "title": t("Openings"), "weight": 60, "figure": "openings"},
            {"id": "retiring", "title": t("Retirements"), "weight": 40},
        ],
        interviews=[
            {"id": "visit", "employer": "shop", "date": date(2027, 5, 11), "occupations": ["machinist"],
             "summary": t("Nights stay open"), "quote": t("I would hire six"), "consent": True},
        ],
        surveys=[
            {"id": "spring", "title": t("Survey of shops"), "date": date(2027, 5, 1), "sent": 24,
             "answered": 11,
             "results": [{"question": t("Hard to fill"), "answer": t("Machinists"), "count": 9,
                          "occupation": "machinist"}]},
        ],
        assets=[
            {"id": "care", "title": t("Child care"), "kind": "support", "provider": "college", "places": 20,
             "serves": t("Parents")},
        ],
        shortage_actions=[
            {"id": "now", "title": t("Train twelve"), "occupation": "machinist", "owner": "dana",
             "due": date(2027, 2, 1), "status": "in-progress", "outcome": t("Eight hired")},
            {"id": "later", "title": t("Ask around"), "occupation": "planner"},
        ],
        ksa_uses=[
            {"id": "hire", "title": t("Job postings"), "purpose": "hiring", "ksas": ["prints"],
             "organization": "shop", "status": "in-progress"},
            {"id": "teach", "title": t("Course outlines"), "purpose": "curriculum", "ksas": ["prints"]},
        ],
        marketing=[
            {"id": "students", "audience": t("Students"), "message": t("You can do this"),
             "materials": [t("A poster"), t("A video")], "owner": "lee", "due": date(2027, 3, 1)},
            {"id": "parents", "audience": t("Parents")},
        ],
        pathways=[
            {"id": "machining-path", "title": t("Precision machining"), "cluster": "advanced-manufacturing",
             "framework": "machining", "providers": ["college"], "college_credits": 15, "transfers": True,
             "courses": [
                 {"title": t("College machining"), "grade": 13, "credits": 8, "provider": "college"},
                 {"title": t("First machining"), "grade": 9, "sced": "13052"},
             ],
             "eligibility": [t("Grades"), t("A portfolio")], "individual_plans_by_grade": 8,
             "credentials": ["nims", "level-1"], "work_based": [t("A visit"), t("An internship")],
             "advanced_academics": [t("Dual credit")], "launch": "signed", "students": 24},
            {"id": "welding-path", "title": t("Welding path")},
        ],
        advising=[
            {"id": "choose", "title": t("Choose a pathway"), "grade": 8, "helper": t("Counselor"),
             "shown_by": t("A plan"), "pathways": ["machining-path"]},
        ],
        externships=[
            {"id": "summer", "person": "dana", "employer": "shop", "date": date(2027, 1, 11), "days": 3,
             "focus": t("New machines"), "result": t("A lesson")},
        ],
        partnership={
            "scope": t("Machining shops"), "region": t("Two counties"), "naics": ["3327"],
            "convener": "college", "strategic_partners": ["college"], "industry_members": ["shop"],
            "labor_market_brief": t("640 companies"), "home": t("The council"),
            "health": [{"date": date(2027, 2, 1), "indicator": t("Employers lead"), "rating": 3}],
        },
        sustainability={"partnerships": t("Three years"), "funding": t("Half from employers"),
                        "owner": "dana", "reviewed": date(2027, 1, 4)},
        duties=[
            {"responsibility": "share-data", "role": "employers-and-industry", "holders": ["shop"],
             "state": "done"},
            {"responsibility": "share-data", "role": "secondary-education", "holders": ["lee", "dana"],
             "state": "under-way"},
        ],
        phases=[{"phase": "plan", "from": date(2027, 1, 4), "to": date(2027, 1, 15)}],
        work_plan=[
            {"focus_area": "work-planning", "deliverable": "planning-team", "owner": "dana",
             "due": date(2027, 1, 15), "tasks": ["draft"], "state": "under-way",
             "answers": {"program-director": t("Dana leads")}},
            {"focus_area": "student-support", "deliverable": "support-plan", "tasks": ["signed"],
             "answers": {"academic-help": t("Tutors")}},
        ],
        evidence=[{"step": 1, "text": t("Minutes of the workshop"), "date": date(2027, 1, 4)}],
        agreements=[
            {"id": "mou", "title": t("Memorandum"), "kind": "mou", "parties": ["college", "shop"],
             "owner": "dana", "signed": date(2026, 2, 1), "put_into_practice": date(2026, 2, 2),
             "expires": date(2027, 3, 1), "link": "https://example.org/mou"},
            {"id": "courses", "title": t("Courses together"), "kind": "shared-agreement",
             "parties": ["college"], "answers": {"staff": t("One each")}, "task": "agree"},
        ],
        funding=[{"id": "perkins", "title": t("Perkins"), "amount": 5.0, "fiscal_year": 2027}],
        budget=[{"id": "rooms", "title": t("Rooms"), "amount": 4.0, "funding": "perkins"}],
        grants=[
            {"id": "award", "title": t("Award"), "number": t("Number"), "reports": [
                {"title": t("Report"), "due": "2027-02-01", "owner": "dana"},
            ]},
        ],
        assessments=[
            {"id": "rated", "title": t("Rated"), "date": "2027-01-04", "ratings": [
                {"criterion": "funding", "rating": 2, "reason": t("Reason")},
            ]},
        ],
        measures=[
            {"id": "finish", "title": t("Courses completed"), "category": "secondary-postsecondary",
             "unit": t("students"), "baseline": 100.0, "target": 200.0, "due": date(2028, 6, 30),
             "source": t("Registrar"), "cadence": "yearly", "owner": "lee", "perkins": "1S1",
             "readings": [{"date": date(2027, 1, 5), "value": 140.0, "note": t("First year")}]},
            {"id": "unfilled", "title": t("Unfilled posts"), "category": "workforce",
             "horizon": "ten-years", "direction": "down"},
        ],
        data_sources=[
            {"id": "file", "title": t("Enrollment file"), "provider": "college", "cadence": "yearly",
             "measures": ["finish"], "holds": [t("Students")], "owner": "lee"},
        ],
        evaluation=[
            {"group": "k-12", "person": "lee", "data": t("Grades"), "role": t("Counts")},
            {"group": "postsecondary", "person": "dana"},
            {"group": "cte"},
        ],
        teams=[{"id": "leaders", "title": t("Leaders"), "kind": "leadership", "members": ["dana", "shop"],
                "purpose": t("To lead")},
               {"id": "judges", "title": t("Evaluators"), "kind": "evaluation", "lead": "dana",
                "cadence": "quarterly"}],
        invitations=[
            {"id": "ask-lee", "to": "lee", "meeting": "first", "rationale": t("Too few finish"),
             "role": t("Speak for schools"), "importance": t("Your students"), "supports": t("A day a week"),
             "dates": [date(2027, 1, 21), date(2027, 3, 1)], "sent": date(2026, 12, 1), "answer": "yes"},
            {"id": "ask-shop", "to": "shop"},
        ],
        goals=[{"id": "reach", "title": t("Reach all"), "detail": t("Everyone"), "owner": "dana"}],
        priorities=[
            {"id": "exits", "title": t("Entry points"), "voiced_by": ["lee"]},
            {"id": "align", "title": t("Alignment"), "goals": ["reach"], "voiced_by": ["dana"],
             "votes": [{"group": t("Table 1"), "rationale": t("Saves time")}, {"group": t("Table 2")}]},
        ],
        frameworks=[
            {"id": "machining", "industry": t("Machining"), "naics": ["3327"],
             "career_options": [
                 {"title": t("Machinist"), "state": "exists", "occupations": ["51-4041.00"]},
                 {"title": t("Programmer"), "state": "needed", "occupations": ["51-9162.00"]},
             ],
             "partnerships": [{"title": t("Council"), "state": "needed", "occupations": ["51-4041"],
                               "provider": "shop", "note": t("Ask")}],
             "course_sequence": [{"title": t("Blueprints"), "state": "exists"}],
             "postsecondary": [{"title": t("Certificate"), "state": "needed", "provider": "college"}]},
            {"id": "welding", "industry": t("Welding"),
             "course_sequence": [{"title": t("Blueprints"), "state": "needed"}],
             "postsecondary": [{"title": t("Certificate"), "state": "needed"}]},
        ],
        requirements=[
            {"id": "cert", "title": t("Certificate"), "area": "postsecondary-opportunities",
             "frameworks": ["machining"], "owner": "dana", "detail": t("A year long")},
            {"id": "lab", "title": t("A lab"), "area": "work-based-opportunities", "state": "exists"},
            {"id": "board", "title": t("A board"), "area": "partnerships", "frameworks": ["welding"]},
        ],
        tasks=[
            {"id": "build", "title": t("Build"), "requirement": "cert", "step": 1, "phase": "plan", "tasks": [
                {"id": "draft", "title": t("Draft"), "duration": {"low": "2d", "likely": "3d", "high": "1w"},
                 "cost": 1200.0, "owner": "dana", "outcome": t("A draft"), "detail": t("Start small"),
                 "status": "in-progress", "started": date(2027, 1, 4), "complete": 40},
                {"id": "agree", "title": t("Agree"), "duration": "5d", "depends_on": ["draft"]},
            ]},
            {"id": "signed", "title": t("Signed"), "duration": "0d", "owner": "college",
             "outcome": t("Signatures"), "depends_on": ["agree SS+2d", "draft"], "step": 4, "phase": "build"},
            {"id": "meet", "title": t("Meet"), "duration": "1d", "date": date(2027, 1, 21),
             "deadline": date(2027, 1, 20), "phase": "plan", "priority_served": "align"},
        ],
        risks=[
            {"id": "data", "title": t("Late data"), "kind": "internal", "category": t("Technology"),
             "likelihood": "high", "probability": 0.3, "impact": "medium", "tolerance": t("A month"),
             "response": t("Begin early"), "measure": t("A test"), "trigger": t("No reply"), "owner": "lee",
             "delays": [{"task": "draft", "by": {"low": "1d", "likely": "2d", "high": "5d"}}]},
            {"id": "grant", "title": t("A grant"), "kind": "external", "category": t("Money"),
             "effect": "opportunity", "delays": [{"task": "agree", "by": "1d"}]},
        ],
        communications=[
            {"id": "families", "audience": t("Families"), "categories": ["individuals-community"],
             "messages": [t("It pays")], "modes": [t("Flyers")], "frequency": t("At term start"),
             "cadence": "quarterly", "owner": "lee", "reviewed": date(2027, 1, 4)},
        ],
        meetings=[
            {"id": "first", "title": t("Kickoff"), "kind": "kickoff", "task": "meet", "starts": "13:30",
             "place": t("Library"), "purpose": t("To begin"), "outcomes": [t("Roles agreed")],
             "facilitator": "dana", "invited": ["lee", "shop"],
             "agenda": [
                 {"title": t("Welcome"), "minutes": 20, "lead": "dana", "materials": [t("Slides")]},
                 {"title": t("Roles"), "minutes": 45, "purpose": "decide", "notes": t("Keep it short")},
             ]},
            {"id": "plan", "title": t("Planning"), "kind": "implementation", "date": date(2027, 2, 2)},
            {"id": "before", "title": t("Board in winter"), "kind": "board",
             "date": date(2027, 1, 4), "invited": ["dana", "lee"], "attended": ["dana"],
             "agenda": [{"title": t("Where we are"), "minutes": 30, "lead": "lee"}],
             "decisions": [t("We begin")],
             "actions": [
                 {"title": t("Call the shop"), "owner": "lee", "due": date(2027, 1, 4)},
                 {"title": t("Book a room"), "owner": "dana", "due": date(2027, 1, 15), "done": True},
                 {"title": t("Find a name")},
             ]},
            {"id": "look", "title": t("Looking back"), "kind": "reflection", "date": date(2027, 1, 5),
             "reflections": [
                 {"milestone": "draft", "worked": t("The draft"), "did_not_work": t("The rush"),
                  "engagement": t("All there"), "timeline": t("No change"), "commitment": t("We go on"),
                  "lessons": [t("Begin early")], "next_phase": t("Agree")},
             ]},
        ],
    )  # fmt: skip


PLANS: Final[dict[str, Callable[[], Context]]] = {
    "full": full,
    "empty": context,
    "hostile": lambda: full(HOSTILE),
}
"""What every handout has to cope with."""


def texts(value: object) -> Iterator[str]:
    """Every text in a view, however deep it stands."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from texts(part)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from texts(getattr(value, field.name))
