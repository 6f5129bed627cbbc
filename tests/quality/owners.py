"""Which package has which owner, and which module names are shared on purpose."""

from __future__ import annotations

from typing import Final

OWNERS: Final[dict[str, tuple[str, ...]]] = {
    "_ruamel_yaml": ("source/parser.py",),
    "docx": ("rendering/office/",),
    "holidays": ("scheduling/public_holidays.py",),
    "jinja2": (
        "rendering/environment.py",  # the sandbox that handout templates run in
        "rendering/loader.py",  # where their files come from
        "rendering/template_phrases.py",  # their phrases, as they are compiled
        "rendering/template_errors.py",  # what can go wrong in them
        "rendering/plain_text.py",  # a missing name among the values to show
        "rendering/html_blocks.py",  # the frame of a page, from built-in templates only
    ),
    "markdown_it": ("rendering/prose.py",),
    "markupsafe": ("rendering/markup.py",),
    "networkx": ("scheduling/",),
    "numpy": ("simulation/",),
    "pptx": ("rendering/office/",),
    "pydantic": ("model/", "loading/", "catalog/", "baselines/", "schema/"),
    "pydantic_core": ("model/",),
    "python_calamine": ("exchange/spreadsheets.py",),
    "rich": ("reporters/",),
    "tinycss2": ("rendering/styles.py",),
    "typer": ("cli/",),
    "typst": ("rendering/pdf.py",),
    "xlsxwriter": ("exchange/workbook/",),
}
"""Each third-party package, and where alone it may be imported: modules (``.py``) or rooms."""

TOPIC_ROOMS: Final = (
    "catalog/",
    "checks/",
    "evidence/",
    "guidance/",
    "handouts/",
    "model/",
    "rendering/charts/",
    "reporters/",
)
"""Rooms filed by topic: a topic has the same name in all of them, and so has a part that each plays."""

SHARED_NAMES: Final = {
    "arrows": "the arrows of the bar chart, and of the network diagram",
    "boxes": "the boxes of the charts, and of the network diagram",
    "causes": "why a date is what it is, and why it moved: found in analysis, worded in reporters",
    "chain": "the chain of drivers: found in analysis, worded in reporters",
    "codes": "codes of published standards: checked in checks, and what was meant by another spelling",
    "floats": "float of a plain schedule, and of a leveled one",
    "gantt": "the bar chart: drawn in rendering, an output format in reporters",
    "link_constraints": "the same constraints, for one schedule and for many runs",
    "links": "links between tasks: checked in checks, and what was meant by another spelling",
    "recurrence": "rules for what recurs: read in model, and worked out in scheduling",
    "markdown": "Markdown of pages, and of reports",
    "mermaid": "Mermaid of pages, and of reports",
    "minutes": "the minutes of a meeting: their handout, and the command that takes them",
    "moments": "where milestones fall in a day, for one schedule and for many runs",
    "network": "the network of tasks: built in scheduling, a diagram in reporters",
    "project": "the project's own section in the model, and the loaded project",
    "reading": "the one function of a room that reads its files: of a project, the catalog, and baselines",
    "references": "what refers to what: declared in the model, checked in checks, understood in loading",
    "registry": "the declared list of what a room has: commands, formats, checks, handouts, guides",
    "rules": "the rules that a room reports itself: about files, and about baselines",
    "schedule": "the schedule, and the command that shows it",
    "simulate": "the simulation, and the command that runs it",
    "values": "the types of single values, and the complaints about them",
    "vocabulary": "the fixed words of the model, and what was meant by another word",
    "waiting": "what a task waits for: found in analysis, worded in reporters",
    "work": "tasks: the topic's model and guidance, and the complaints about their values",
    "terms": "terms that projects define, and those of Microsoft Project XML",
}
"""Names that rooms share outside the topics, with what the modules have in common."""

ROOM_RINGS: Final = (
    "pathwayctl.handouts.outreach <-> pathwayctl.handouts.partners <-> pathwayctl.handouts.schedule",
)
"""Topics that still use each other's words both ways, though no two of their modules do."""
