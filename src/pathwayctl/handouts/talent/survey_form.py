"""A survey form for employers: a row for each critical occupation to fill in (step 7).

Source: Creating Career Pathways in Colorado (2014), known to us by its published summary; the questions are
our own.
"""

from __future__ import annotations

from typing import Final

from pathwayctl.handouts.context import Context
from pathwayctl.handouts.handout import COLORADO, one_page
from pathwayctl.handouts.tables import HandoutTable, Head, table
from pathwayctl.language import marked, phrase
from pathwayctl.model.vocabulary import Audience, Guide
from pathwayctl.quick_dataclass import dataclass

ROWS: Final = (
    Head(marked("Job"), width="wide"),
    marked("Open jobs today"),
    marked("Hires planned in the next year"),
    marked("Hard to fill? (yes or no)"),
    Head(marked("Skills that are hardest to find"), width="wide"),
)
ABOUT: Final = (marked("Employer"), marked("Name and title"), marked("How many people work here"))
QUESTIONS: Final = (
    marked("Which other jobs are hard to fill?"),
    marked("Which credentials help an applicant to be hired?"),
    marked("What could you offer students: visits, job shadowing, internships, or an apprenticeship?"),
)
MORE: Final = 3
"""Rows for jobs that are not on the list."""


@dataclass(frozen=True, slots=True)
class SurveyForm:
    """The page, to be filled in by an employer."""

    about: tuple[str, ...]
    jobs: HandoutTable
    questions: tuple[str, ...]


def view(context: Context) -> SurveyForm:
    """Return a row for each critical occupation, and empty rows for others."""
    rows = [(one.title, *("",) * (len(ROWS) - 1)) for one in context.plan.occupations]
    rows += [(phrase("Another job:"), *("",) * (len(ROWS) - 1))] * MORE if rows else []
    return SurveyForm(ABOUT, table(ROWS, rows, blank=10), QUESTIONS)


HANDOUT: Final = one_page(
    "survey-form",
    "Survey of employers",
    COLORADO.format("step 7"),
    "A form that employers fill in: open jobs, hires planned, and the skills that are hard to find.",
    view,
    guides=(Guide.SECTOR,),
    sections=("surveys",),
    audience=Audience.PARTNERS,
)
