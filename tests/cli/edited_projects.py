"""A small project for the tests of the commands that change one."""

from __future__ import annotations

WORK = """\
organizations:
  - {id: college, name: The College, category: postsecondary}
people:
  - {id: dana, name: Dana Ruiz, category: k-12, organization: college}
  - {id: lee, name: Lee Wong, category: k-12}
tasks:
  # What comes first
  - id: draft
    title: Draft the agreement
    duration: 2d
    owner: dana
  - id: review
    title: Review the draft
    duration: 3d
    owner: lee
    assigned: {dana: 0.5, lee: 1}
    depends_on: [draft, kickoff SS+2d]
  - id: kickoff
    title: Hold the kickoff
    duration: 0d
    informed: [dana, lee]
"""
