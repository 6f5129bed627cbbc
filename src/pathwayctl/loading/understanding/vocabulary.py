"""Which word of a fixed vocabulary is meant: by its label, a part of it, or another word for the same."""

from __future__ import annotations

import re
from typing import Final

from pathwayctl.loading.naming import slug
from pathwayctl.model.funding import FundingState
from pathwayctl.model.governance import (
    Direction,
    DutyState,
    Horizon,
    InvitationAnswer,
    MeasureCategory,
    Progress,
    TeamKind,
)
from pathwayctl.model.outreach import MotionResult
from pathwayctl.model.pathways import KeyChoice
from pathwayctl.model.talent import Education, SkillLevel
from pathwayctl.model.talent_demand import JobLevel
from pathwayctl.model.vocabulary import (
    AgendaPurpose,
    Cadence,
    Component,
    Confirmation,
    FocusArea,
    Guide,
    ItemState,
    MeetingKind,
    Phase,
    RiskEffect,
    RiskLevel,
    Role,
    StakeholderCategory,
    Status,
    Weekday,
    Word,
)
from pathwayctl.wording import nearest

_SAME: Final[dict[type[Word], dict[str, str]]] = {
    Status: {
        "planned": "not-started todo to-do pending new open upcoming scheduled future not-begun "
        "waiting-to-start tbd",
        "in-progress": "started active ongoing underway under-way working current begun on-track doing wip",
        "done": "complete completed finished finish closed yes 100 achieved met delivered",
        "blocked": "on-hold hold waiting stuck paused delayed suspended stalled at-risk",
        "dropped": "canceled cancelled cancel deleted skipped removed rejected withdrawn deferred na n-a",
    },
    Progress: {
        "not-begun": "not-started planned todo to-do pending new open no",
        "under-way": "in-progress started active ongoing underway begun",
        "done": "complete completed finished closed yes",
    },
    RiskLevel: {
        "low": "l minor small unlikely rare very-low minimal 1",
        "medium": "m med moderate possible average mid mid-level 2",
        "high": "h major severe likely critical extreme certain 3",
        "very-high": "vh very-likely catastrophic highest 4",
    },
    RiskEffect: {"threat": "negative bad risk harm hurt", "opportunity": "positive good help chance upside"},
    Cadence: {
        "weekly": "every-week once-a-week each-week week",
        "monthly": "every-month once-a-month each-month month",
        "quarterly": "every-quarter once-a-quarter each-quarter quarter every-3-months every-three-months",
        "twice-a-year": "semiannually semi-annually semiannual semi-annual biannually biannual twice-yearly "
        "every-six-months every-6-months half-yearly",
        "biweekly": "every-two-weeks every-2-weeks every-other-week fortnightly 2w",
        "each-semester": "every-semester once-a-semester semester each-term every-term",
        "yearly": "annually annual every-year once-a-year each-year year",
        "ongoing": "as-needed continuous continuously always any-time",
    },
    Weekday: {"mon": "m", "tue": "tues", "wed": "weds w", "thu": "thur thurs", "fri": "f"},
    Horizon: {
        "each-phase": "phase every-phase after-each-phase",
        "one-year": "1 1y 1-year year-1 after-one-year",
        "five-years": "5 5y 5-years 5-year year-5 after-five-years",
        "ten-years": "10 10y 10-years 10-year year-10 after-ten-years",
    },
    ItemState: {
        "exists": "existing have in-place available yes there offered",
        "needed": "need gap missing lacking no required not-there",
        "unknown": "not-sure unsure unclear",
    },
    DutyState: {
        "not-begun": "not-started planned todo to-do pending new open no",
        "under-way": "in-progress started active ongoing underway begun",
        "done": "complete completed finished closed yes",
        "not-applicable": "na n-a not-needed not-relevant",
    },
    FundingState: {
        "possible": "idea potential planned likely",
        "requested": "applied submitted pending proposed asked",
        "committed": "pledged awarded approved promised secured",
        "received": "paid in-hand spent",
        "declined": "denied rejected refused lost",
    },
    TeamKind: {
        "leadership": "steering steering-committee executive-committee executive",
        "working-group": "subcommittee committee task-force workgroup work-group",
        "advisory": "advisory-board advisory-committee advisory-council council",
        "planning": "core-team core",
    },
    JobLevel: {
        "entry": "entry-level beginner starter",
        "middle": "mid mid-level intermediate",
        "senior": "experienced advanced",
        "lead": "supervisor manager",
    },
    Phase: {
        "plan": "1 i phase-1 phase-i planning phase-one",
        "build": "2 ii phase-2 phase-ii building phase-two",
        "launch": "3 iii phase-3 phase-iii launching phase-three",
    },
    InvitationAnswer: {
        "yes": "accepted accept true coming attending confirmed",
        "no": "declined decline false not-coming rejected refused regrets",
        "waiting": "pending none no-answer no-answer-yet sent open invited maybe tbd",
    },
    Confirmation: {
        "verbal": "oral spoken phone by-phone in-person verbally",
        "written": "letter in-writing signed",
        "email": "e-mail mail by-email by-e-mail",
        "declined": "decline no refused rejected",
    },
    Direction: {
        "up": "increase increasing rise rising higher more grow growing",
        "down": "decrease decreasing fall falling lower less reduce",
    },
    SkillLevel: {
        "basic": "beginner entry low novice introductory 1",
        "working": "intermediate medium proficient competent 2",
        "advanced": "expert high mastery 3",
    },
    Education: {
        "none": "no nothing no-degree",
        "high-school": "hs ged diploma high-school-diploma",
        "associate": "associates aa as aas 2-year two-year",
        "bachelor": "bachelors ba bs 4-year four-year",
        "master": "masters ma ms",
        "doctoral": "doctorate phd professional",
        "certificate": "cert postsecondary-certificate",
    },
    StakeholderCategory: {
        "k-12": "k12 school schools secondary high-school district school-district",
        "postsecondary": "college colleges university higher-education higher-ed community-college",
        "adult-education": "adult-ed abe ged",
        "business-industry-workforce": "employer employers company companies private-sector",
        "policymaker-legislative": "government state policy legislature politics policymakers",
        "individuals-community": "parents students family families nonprofit public citizens cbo",
        "cte": "career-and-technical vocational career-technical career-tech",
    },
    Role: {"decision-maker": "decider", "connector": "networker", "champion": "advocate supporter",
           "doer": "worker"},
    AgendaPurpose: {
        "inform": "information update report presentation share informational",
        "discuss": "discussion review dialogue input talk",
        "decide": "decision vote approve approval action",
    },
    MeetingKind: {"kickoff": "kick-off", "team": "team-meeting regular check-in staff",
                  "sector-launch": "launch"},
    MeasureCategory: {"workforce": "employment jobs", "long-term": "long-term-success longterm"},
    Guide: {
        "grades-9-14": "9-14 grades-9-to-14 grades9-14 grade-9-14",
        "sector": "17-steps 17-step sector-partnership sectors",
        "ccrs": "career-pathways-system",
    },
    MotionResult: {
        "adopted": "passed carried approved accepted yes",
        "defeated": "failed rejected lost no",
        "postponed": "tabled deferred",
    },
    KeyChoice: {
        "sequencing": "sequence order incremental full-transformation",
        "new-courses": "course-development new-course-development new-course",
        "employers-and-work": "employer-engagement work-based-learning wbl",
        "dual-enrollment": "acceleration dual-credit dual-enrollment-and-acceleration early-college",
    },
    Component: {},
    FocusArea: {},
}  # fmt: skip
"""Other words that people write for the same, as slugs."""
_ONLY_ALIKE: Final = frozenset({"biweekly", "bi-weekly", "bimonthly", "bi-monthly"})
"""Words that look like another and say something else."""
_WEEK: Final = tuple(Weekday)
_KNOWN: Final = {
    "weekdays": _WEEK[:5],
    "weekends": _WEEK[5:],
    "daily": _WEEK,
    "every day": _WEEK,
    "all": _WEEK,
}
_RANGE: Final = re.compile(r"([a-z]+)\.?\s*(?:-|–|—|\bto\b|\bthrough\b|\bthru\b|\buntil\b)\s*([a-z]+)\.?")
_LISTED: Final = re.compile(r"[\s,;&+/.]+(?:and\b\s*)?")


def understood_word(value: object, vocabulary: type[Word]) -> Word | None:
    """The word that a value means, or ``None``; a spelling that is only near is no meaning."""
    if not isinstance(value, str | int | float):
        return None
    key = slug(str(value))
    if not key:
        return None
    for word in vocabulary:
        same = _SAME.get(vocabulary, {}).get(word.value, "").split()
        if key in (word.value, slug(word.label), *same):
            return word
    found = [word for word in vocabulary if _holds(word, key)]
    return found[0] if len(found) == 1 else None


def near_word(value: object, vocabulary: type[Word]) -> Word | None:
    """The word spelled nearly like a value, or ``None``."""
    if slug(str(value)) in _ONLY_ALIKE:
        return None
    by_spelling = {text: word for word in vocabulary for text in (slug(word.label), word.value)}
    near = nearest(slug(str(value)), by_spelling)
    return by_spelling[near] if near else None


def understood_words(text: str, vocabulary: type[Word], *, near: bool = True) -> tuple[Word, ...]:
    """The words that a text means: several with commas, or days of the week such as ``Monday-Friday``.

    Without ``near``, a spelling that is only near is no meaning.
    """
    if vocabulary is Weekday and (week := week_meant(text)):
        return week
    parts = [part for part in re.split(r"\s*(?:[,;/&]|\band\b)\s*", text.strip("[]() ")) if part]
    found: list[Word] = []
    for part in parts:
        word = understood_word(part, vocabulary) or (near_word(part, vocabulary) if near else None)
        if word is None or (vocabulary is Weekday and _RANGE.fullmatch(part.lower())):
            return ()
        found.append(word)
    return tuple(dict.fromkeys(found))


def week_meant(text: str) -> tuple[Weekday, ...]:
    """The days of ``Monday-Friday``, ``weekdays``, or ``Mondays and Thursdays``, in their order in a week."""
    written = text.strip("[]() ").lower()
    ends = _RANGE.fullmatch(written)
    if ends:
        first, last = (_day(end) for end in ends.groups())
        return _WEEK[_WEEK.index(first) : _WEEK.index(last) + 1] if first and last else ()
    days = [_day(word) for word in _LISTED.split(written) if word]
    return _KNOWN.get(written) or (tuple(day for day in _WEEK if day in days) if None not in days else ())


def _day(word: str) -> Weekday | None:
    """The day whose name, or the beginning of it, is a word; a letter that two days begin with is neither."""
    found = [day for day in _WEEK if day.label.lower().startswith(word.removesuffix("s") or word)]
    return found[0] if len(found) == 1 else None


def _holds(word: Word, key: str) -> bool:
    """Whether all words of a slug, single letters aside, are in the word or its label."""
    words = {*word.value.split("-"), *slug(word.label).split("-")}
    wanted = key.split("-")
    return max(map(len, wanted)) > 2 and words.issuperset(wanted)
