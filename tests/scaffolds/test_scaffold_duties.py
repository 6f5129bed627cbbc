"""The list of duties in a new project is the catalog's: every assignment once, by role and component."""

from __future__ import annotations

import textwrap
from collections import Counter
from pathlib import Path

from scaffold_projects import examined, files_of

from pathwayctl.assets import templates
from pathwayctl.catalog.reading import components
from pathwayctl.loading.project import load
from pathwayctl.model.vocabulary import Component
from snapshots import check_snapshot

HEAD = """\
# Who does what: six roles in seven components, 146 duties. Begin with the role of your own organization.
#
# A duty:
#   responsibility   its short name; the line above says what it is
#   role             the role it is held in
#   holders          the people and organizations that hold it: [dana-ruiz, bluestem-college]
#   state            not-begun, under-way, done, or not-applicable; an entry for each holder at another stage
#   due              the day by which it should be met
#   note             anything to remember
# Take a duty out, with its lines, where your region has no use for it, or write state: not-applicable.
# For a duty of your own: a new short name, text: (what it is), and component: (such as advising).
duties:
"""
AREAS = """\

# The areas in which the convener leads, and the person who leads each:
#   area   strategic-alignment, work-based-learning, infrastructure, or communications
leadership_areas: []
# - {area: strategic-alignment, lead: dana-ruiz}
"""


def test_the_file_of_duties_is_made_from_the_catalog() -> None:
    """``UPDATE_SNAPSHOTS=1`` writes it anew after a change in the catalog."""
    guide = components()
    lines = []
    for role in guide.roles:
        for component in Component:
            held = guide.held_by(role.id, component)
            lines += [f"  # == {role.name}: {component.label} ==", ""] if held else []
            for duty in held:
                lines += [f"  # {line}" for line in textwrap.wrap(duty.text, 100, break_on_hyphens=False)]
                lines += [f"  - responsibility: {duty.id}", f"    role: {role.id}", "    holders: []", ""]
    text = HEAD + "\n".join(lines).rstrip() + "\n" + AREAS
    check_snapshot(templates() / "scaffolds" / "components" / "duties.yaml", text)


def test_every_assignment_stands_there_once(tmp_path: Path) -> None:
    examined(tmp_path / "new", files_of("components"))
    duties = Counter((duty.responsibility, str(duty.role)) for duty in load(tmp_path / "new").plan.duties)
    asked = [(duty.id, role) for duty in components().responsibilities for role in duty.roles]
    assert len(asked) == 146
    assert duties == Counter(asked)
