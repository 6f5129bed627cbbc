"""A project before and after a month's work: a change of every kind that has words of its own."""

from __future__ import annotations

OLD = {
    "pathway.yaml": """\
pathwayctl: 1
project:
  name: Example
  start: 2027-01-04
  status_date: 2027-05-12
calendar:
  closures: [{name: Spring break, from: 2027-03-22, to: 2027-03-26}]
""",
    "people.yaml": """\
organizations:
  - {id: college, name: Front Range College, category: postsecondary}
people:
  - {id: dana, name: Dana Ruiz, organization: college, roles: [doer], email: dana@example.org}
  - id: lee
    name: Lee Park
    category: k-12
    engagement: {current: neutral, desired: leading}
  - {id: max, name: Max Stone, category: cte}
  - {id: ann, name: Ann Secret, category: cte, private: true}
""",
    "work.yaml": """\
tasks:
  - id: plan
    title: Plan it
    tasks:
      - {id: draft, title: Draft the agreement, duration: 3d, owner: dana, status: in-progress,
        started: 2027-05-03}
      - {id: review, title: Review the draft, duration: 2d, depends_on: [draft]}
      - {id: sign, title: Agreement signed, duration: 0d, depends_on: [review]}
  - {id: visit, title: Visit the plant, duration: 1d, owner: lee}
  - {id: hire, title: Hire a coordinator, duration: 5d, private: true}
""",
    "records.yaml": """\
risks:
  - {id: staff, title: Staff leave, kind: internal, category: People, likelihood: low, impact: high}
  - {id: funds, title: Funds are late, kind: external, category: Money, likelihood: high, impact: high}
meetings:
  - id: april
    title: April board
    kind: board
    date: 2027-04-14
    decisions: [Meet every month]
    actions:
      - {title: Call the plant, owner: lee, due: 2027-04-20}
      - {title: Book a room, owner: dana}
measures:
  - {id: credits, title: Students with credits, category: secondary-postsecondary}
agreements:
  - {id: mou, title: The agreement, kind: mou, parties: [college]}
goals:
  - {id: open, title: Open one pathway, due: 2027-12-01}
""",
}

NEW = {
    "pathway.yaml": OLD["pathway.yaml"],
    "people.yaml": """\
organizations:
  - {id: college, name: Front Range College, category: postsecondary}
  - {id: plant, name: Machine Works, category: business-industry-workforce}
people:
  - {id: dana, name: Dana Ruiz, organization: college, roles: [doer, champion], email: ruiz@example.org}
  - id: lee
    name: Lee Park
    category: k-12
    until: 2027-06-30
    engagement: {current: supportive, desired: leading}
  - {id: kim, name: Kim Lane, organization: plant}
  - {id: ann, name: Ann Secret, category: k-12, private: true}
""",
    "work.yaml": """\
tasks:
  - id: plan
    title: Plan it
    tasks:
      - {id: draft, title: Draft the agreement, duration: 8d, owner: [dana, kim], status: in-progress,
        started: 2027-05-03}
      - {id: check, title: Review the draft, duration: 2d, depends_on: [draft]}
      - {id: sign, title: Agreement signed, duration: 0d, depends_on: [check]}
      - {id: launch, title: Launch, duration: 0d, depends_on: [sign FS+10d]}
  - {id: visit, title: Visit the plant with students, duration: 1d, owner: kim, status: done,
    started: 2027-05-06, finished: 2027-05-06}
  - {id: hire, title: Hire a secret coordinator, duration: 6d, private: true}
  - {id: print, title: Print the guide for Ann Secret, duration: 4d}
""",
    "records.yaml": """\
risks:
  - {id: staff, title: Staff leave, kind: internal, category: People, likelihood: high, impact: high}
  - id: funds
    title: Funds are late
    kind: external
    category: Money
    likelihood: high
    impact: high
    closed: 2027-05-10
    result: The grant came in time.
  - {id: rooms, title: No rooms, kind: internal, category: Space, likelihood: medium}
meetings:
  - id: april
    title: April board
    kind: board
    date: 2027-04-14
    decisions: [Meet every month, Start with one pathway]
    actions:
      - {title: Call the plant, owner: lee, due: 2027-04-20, done: true}
      - {title: Book a room, owner: dana, due: 2027-05-20}
      - {title: Write to parents, owner: kim}
  - {id: june, title: June board, kind: board, date: 2027-06-09}
measures:
  - id: credits
    title: Students with credits
    category: secondary-postsecondary
    readings: [{date: 2027-05-01, value: 24, of: 40}]
agreements:
  - {id: mou, title: The agreement, kind: mou, parties: [college, plant], signed: 2027-05-11}
goals:
  - {id: open, title: Open two pathways, due: 2027-12-01, detail: One of them in health care.}
""",
}
