"""A new project as it is when everything that the comments of its files ask for is filled in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

import yaml
from scaffold_projects import with_samples

from pathwayctl.model.vocabulary import StakeholderCategory

LEAD: Final = "dana-ruiz"
_LATER: Final = re.compile(r"^ *# status_date:.*\n", re.MULTILINE)
"""The status date is set once work has started, as its comment says."""

_SAMPLE_TASKS: Final = ("write-internship-guide", "print-map", "order-tools", "book-bus")
"""The new tasks among the samples, which no other task waits for."""
_TIME: Final = re.compile(r"\b\d\d:\d\d$", re.MULTILINE)


def filled(files: Mapping[str, str]) -> dict[str, str]:
    """The files with all samples, and with the fields that the comments name."""
    sections: dict[str, Any] = {}
    for text in files.values():
        for section, content in yaml.safe_load(with_samples(_LATER.sub("", text))).items():
            if isinstance(content, list):
                sections.setdefault(section, []).extend(content)
            elif content is not None:
                sections[section] = content
    for section, fill in _FILLS.items():
        for entry in sections.get(section, ()):
            fill(entry)
    sections["people"] += list(_everybody())
    sections["organizations"] += [
        {
            "id": "service-center",
            "name": "Service Center",
            "category": "k-12",
            "group": "Regional service center",
        },
        {"id": "workforce-board", "name": "Workforce Board", "category": "business-industry-workforce"},
        {"id": "community-house", "name": "Community House", "category": "individuals-community"},
    ]
    _join(sections)
    for person, organization in zip(sections["people"][-21:], _places(sections), strict=False):
        person["organization"] = organization
    if "ksas" in sections:
        for program in sections["programs"]:
            program.update(teaches=[{"ksa": "read-drawings", "level": "working"}], occupations=["machinist"])
    text = yaml.safe_dump(sections, allow_unicode=True, sort_keys=False, width=1000)
    return {"pathway.yaml": _TIME.sub(r'"\g<0>"', text)}


def _join(sections: dict[str, Any]) -> None:
    """Let the last milestone wait for the sample task, and each risk delay a task."""
    leaves = list(_leaves(sections["tasks"]))
    last = next(one for one in reversed(leaves) if one.get("duration") == "0d")
    waited = {str(link).split()[0] for one in leaves for link in one.get("depends_on", ())}
    new = [one["id"] for one in leaves if one["id"] in _SAMPLE_TASKS and one["id"] not in waited]
    last["depends_on"] = [*last.get("depends_on", ()), *new]
    for risk in sections["risks"]:
        risk.setdefault("delays", [{"task": leaves[0]["id"], "by": "5d"}])


def _leaves(tasks: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The tasks without tasks of their own, in the order of the files."""
    for task in tasks:
        yield from _leaves(task["tasks"]) if task.get("tasks") else (task,)


def _places(sections: Mapping[str, Any]) -> Iterator[str]:
    """The organizations, which each need a contact person."""
    yield from (one["id"] for one in sections["organizations"])


def _everybody() -> Iterator[dict[str, Any]]:
    """Three people for each category, with all roles and stages."""
    for category in StakeholderCategory:
        for number in (1, 2, 3):
            yield {
                "id": f"{category}-{number}",
                "name": f"Person {number} of {category}",
                "category": category.value,
                "title": "Grant administrator" if number == 1 else "Member",
                "email": f"{category}-{number}@example.org",
                "decision_authority": True,
                "does_the_work": True,
                "roles": ["champion", "connector", "decision-maker", "doer"],
                "key_champion": number == 1,
                "stages": ["process-and-logistics", "policy-development", "capacity-building", "evaluation"],
                "confirmation": "verbal",
                "engagement": {"current": "supportive", "desired": "leading"},
            }


def _task(task: dict[str, Any]) -> None:
    for inner in task.get("tasks", ()):
        _task(inner)
    if not task.get("tasks"):
        task.update(owner=LEAD, cost=0)
        task.pop("assigned", None)


def _risk(risk: dict[str, Any]) -> None:
    risk.update(
        likelihood="low", impact="low", probability=0.1, tolerance="A week", measure="None", owner=LEAD
    )


def _measure(measure: dict[str, Any]) -> None:
    rising = measure["direction"] == "up"
    measure.update(
        baseline=10, target=20 if rising else 5, due="2028-06-30", source="The register", cadence="yearly",
        owner=LEAD, readings=[],
    )  # fmt: skip


def _seat(seat: dict[str, Any]) -> None:
    person = f"{seat['group']}-1" if seat["group"] in tuple(StakeholderCategory) else LEAD
    seat.update(person=person, data="Its own records", role="Brings the figures each June")


def _meeting(meeting: dict[str, Any]) -> None:
    meeting.update(facilitator=LEAD, invited=["wes-harlan"])
    for item in meeting.get("agenda", ()):
        item.setdefault("lead", LEAD)
    for thing in meeting.get("logistics", ()):
        thing["owner"] = LEAD


def _person(person: dict[str, Any]) -> None:
    person.setdefault("email", f"{person['id']}@example.org")
    person.setdefault("engagement", {"current": "supportive", "desired": "leading"})
    person.setdefault("confirmation", "verbal")


def _assessment(assessment: dict[str, Any]) -> None:
    for rating in assessment["ratings"]:
        rating.setdefault("next_step", "Agree on what to do first")


def _grant(grant: dict[str, Any]) -> None:
    grant["administrator"] = LEAD
    for report in (*grant["deliverables"], *grant["reports"]):
        report["owner"] = LEAD


def _credential(credential: dict[str, Any]) -> None:
    credential.update(portable=True, recognized_by=["harrow-ridge"])


def _agreement(agreement: dict[str, Any]) -> None:
    agreement.update(parties=["bluestem-college", "cedar-valley"], owner=LEAD)


def _team(team: dict[str, Any]) -> None:
    members = [
        "bluestem-college", "cedar-valley", "harrow-ridge", "service-center", "workforce-board",
        "community-house", "k-12-1",
    ]  # fmt: skip
    team.update(lead="bluestem-college", members=members)


_FILLS: Final[Mapping[str, Callable[[dict[str, Any]], None]]] = {
    "people": _person,
    "assessments": _assessment,
    "grants": _grant,
    "credentials": _credential,
    "beliefs": lambda entry: entry.update(priorities=["entry-and-exit-points"]),
    "occupations": lambda entry: entry.update(ratings=[{"criterion": "retirements", "points": 4}]),
    "tasks": _task,
    "risks": _risk,
    "measures": _measure,
    "evaluation": _seat,
    "meetings": _meeting,
    "agreements": _agreement,
    "teams": _team,
    "communications": lambda entry: entry.update(owner=LEAD),
    "considerations": lambda entry: entry.update(met=True),
    "duties": lambda entry: entry.update(holders=["bluestem-college"]),
    "work_plan": lambda entry: entry.update(owner=LEAD),
    "requirements": lambda entry: entry.update(owner=LEAD),
    "goals": lambda entry: entry.update(owner=LEAD),
}
