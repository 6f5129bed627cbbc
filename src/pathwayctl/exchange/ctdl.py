"""Career pathways as JSON-LD in the Credential Transparency Description Language (CTDL).

Each pathway leads to one destination (Credential Engine, Schema-Development issue 1059), so a pathway with
several occupations at its end is a set of pathways. Its components are courses, credentials, work-based
learning, and the job; courses precede those of later grades. Dates, tasks, and people are not part of it.
An identifier is that of the entry (``ctid``), or follows from the names of the project and the entry.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from pathwayctl.model.pathways import Pathway
from pathwayctl.quick_dataclass import dataclass
from pathwayctl.wording import listed
from pathwayctl.writing import safe_name

if TYPE_CHECKING:
    from pathwayctl.exchange.export_source import ExportOrder, ExportSource
    from pathwayctl.model.plan import Plan
    from pathwayctl.model.talent import Occupation

CONTEXT: Final = "https://credreg.net/ctdl/schema/context/json"
_LANGUAGE: Final = "en-US"
_REGISTRY: Final = "https://credentialengineregistry.org/resources/"
Node = dict[str, Any]


def write(source: ExportSource, order: ExportOrder) -> bytes:  # noqa: ARG001 - all formats are called alike
    """A graph with the pathways that the audience may see, and their components, in the order of the plan."""
    graph = [
        node for pathway in source.shown.plan.pathways for node in _Graph(source.shown.plan, pathway).nodes()
    ]
    return f"{json.dumps({'@context': CONTEXT, '@graph': graph}, indent=2, ensure_ascii=False)}\n".encode()


@dataclass(frozen=True)
class _Graph:
    """One pathway of a plan, with its components."""

    plan: Plan
    pathway: Pathway

    def nodes(self) -> Iterator[Node]:
        """The pathway to each of its destinations with all components, then the set if there are several."""
        jobs = self._jobs() or (None,)
        made = [self._pathway(job, len(jobs)) for job in jobs]
        for nodes in made:
            yield from nodes
        if len(made) > 1:
            own = self._node(
                "PathwaySet", "set", self.pathway.title, f"All pathways of {self.pathway.title}."
            )
            yield {**own, "ceterms:hasPathway": [nodes[0]["@id"] for nodes in made]}

    def _jobs(self) -> tuple[str, ...]:
        """The ids of the occupations that its credentials lead to, each once."""
        mine = [one for one in self.plan.credentials if one.id in self.pathway.credentials]
        known = {one.id for one in self.plan.occupations}
        return tuple(dict.fromkeys(job for one in mine for job in one.leads_to if job in known))

    def _pathway(self, job: str | None, of: int) -> list[Node]:
        way = job or "end"
        occupation = next((one for one in self.plan.occupations if one.id == job), None)
        parts = [*self._courses(way), *self._experiences(way), *self._credentials(way)]
        title = self.pathway.title
        if occupation is not None:
            code = {"ceterms:occupationType": [_soc(occupation)]} if occupation.soc else {}
            end = self._node("JobComponent", f"{way}-job", occupation.title, f"Work as {occupation.title}.")
            parts.append({**end, **code})
            title = f"{title}: {occupation.title}" if of > 1 else title
        about = f"{self.pathway.title}, from school to work."
        own = self._node("Pathway", way, title, about)
        if of == 1 and self.pathway.ctid:
            own = {**own, "@id": f"{_REGISTRY}{self.pathway.ctid}", "ceterms:ctid": self.pathway.ctid}
        inside = [{**part, "ceterms:isPartOf": [own["@id"]]} for part in parts]
        if inside:
            own["ceterms:hasPart"] = [part["@id"] for part in inside]
            own["ceterms:hasDestinationComponent"] = [inside[-1]["@id"]]
        return [own, *_in_sequence(inside)]

    def _courses(self, way: str) -> Iterator[Node]:
        names = {one.id: one.name for one in self.plan.organizations}
        for number, course in enumerate(self.pathway.courses, start=1):
            by = [names[one] for one in course.taught_by if one in names]
            code = f" School course code (SCED) {course.sced}." if course.sced else ""
            about = f"{course.title}, grade {course.grade}" + (f", at {listed(by)}." if by else ".") + code
            yield self._node("CourseComponent", f"{way}-course-{number}", course.title, about)

    def _experiences(self, way: str) -> Iterator[Node]:
        for number, one in enumerate(self.pathway.work_based, start=1):
            about = f"Work-based learning: {one.title}."
            yield self._node("WorkExperienceComponent", f"{way}-work-{number}", one.title, about)

    def _credentials(self, way: str) -> Iterator[Node]:
        found = {one.id: one for one in self.plan.credentials}
        for credential in (found[key] for key in self.pathway.credentials if key in found):
            by = f", awarded by {credential.issuer}" if credential.issuer else ""
            about = f"{credential.kind.label}: {credential.title}{by}."
            node = self._node("CredentialComponent", f"{way}-{credential.id}", credential.title, about)
            proxy = {"ceterms:proxyFor": f"{_REGISTRY}{credential.ctid}"} if credential.ctid else {}
            yield {**node, "ceterms:credentialType": _TYPES[credential.kind.value], **proxy}

    def _node(self, kind: str, part: str, name: str, about: str) -> Node:
        home = f"{safe_name(self.plan.project.name)}/{self.pathway.id}/{part}"
        ctid = f"ce-{UUID(bytes=sha256(home.encode()).digest()[:16], version=4)}"
        return {
            "@id": f"{_REGISTRY}{ctid}",
            "@type": f"ceterms:{kind}",
            "ceterms:ctid": ctid,
            "ceterms:name": {_LANGUAGE: name},
            "ceterms:description": {_LANGUAGE: about},
        }


_TYPES: Final = {
    "industry-certification": "ceterms:Certification",
    "level-1-certificate": "ceterms:Certificate",
    "level-2-certificate": "ceterms:Certificate",
    "associate-degree": "ceterms:AssociateDegree",
    "bachelor-degree": "ceterms:BachelorDegree",
    "advanced-credential": "ceterms:Credential",
    "diploma": "ceterms:SecondarySchoolDiploma",
    "apprenticeship": "ceterms:ApprenticeshipCertificate",
    "license": "ceterms:License",
}
"""The class of each kind of credential."""


def _soc(occupation: Occupation) -> Node:
    """The code of an occupation, as an alignment with the classification that it comes from."""
    return {
        "@type": "ceterms:CredentialAlignmentObject",
        "ceterms:frameworkName": {_LANGUAGE: "Standard Occupational Classification 2018"},
        "ceterms:codedNotation": occupation.soc,
        "ceterms:targetNodeName": {_LANGUAGE: occupation.title},
    }


def _in_sequence(parts: Iterable[Node]) -> list[Node]:
    """The parts, each naming the next and the one before; both directions, as the validator asks."""
    found = list(parts)
    for one, after in pairwise(found):
        one["ceterms:precedes"] = [after["@id"]]
        after["ceterms:precededBy"] = [one["@id"]]
    return found
