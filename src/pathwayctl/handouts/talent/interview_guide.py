"""Questions for an interview with an employer, with room to write (step 7).

Source: Creating Career Pathways in Colorado (2014), known to us by its published summary; the questions are
our own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pathwayctl.handouts.handout import COLORADO, one_page
from pathwayctl.language import marked, phrase
from pathwayctl.model.vocabulary import Audience, Guide
from pathwayctl.quick_dataclass import dataclass

if TYPE_CHECKING:
    from pathwayctl.handouts.context import Context

ABOUT: Final = (marked("Employer"), marked("People interviewed"), marked("Interviewer"), marked("Date"))
QUESTIONS: Final = (
    marked("Which jobs are hard to fill, and how long do they stay open?"),
    marked("How many people do you plan to hire for each of them in the next year?"),
    marked("What do you pay at the start, and after two years?"),
    marked("Which skills do applicants lack most often?"),
    marked("What must a person be able to do on the first day, and what do you teach?"),
    marked("Which credentials do you look for when you hire?"),
    marked("What is the next job for someone who does well, and what does the move need?"),
    marked("Which schools, colleges, or programs do you hire from now?"),
    marked("What could you offer: visits, job shadowing, internships, or an apprenticeship?"),
    marked("Is our list of occupations right? What would you add, change, or take out?"),
)


@dataclass(frozen=True, slots=True)
class InterviewGuide:
    """The page; ``occupations`` is the list that the employer is asked to correct."""

    about: tuple[str, ...]
    questions: tuple[str, ...]
    occupations: tuple[str, ...]


def view(context: Context) -> InterviewGuide:
    """Return the questions, and the critical occupations of the plan."""
    return InterviewGuide(
        tuple(map(phrase, ABOUT)),
        tuple(map(phrase, QUESTIONS)),
        tuple(one.title for one in context.plan.occupations),
    )


HANDOUT: Final = one_page(
    "interview-guide",
    "Interview guide",
    COLORADO.format("step 7"),
    "Questions for a talk with one employer about jobs and skills, with room to write.",
    view,
    guides=(Guide.SECTOR,),
    sections=("interviews",),
    audience=Audience.PARTNERS,
)
