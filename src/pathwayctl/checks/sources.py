"""Where the rules come from, as they are cited on the rules' pages."""

from __future__ import annotations

from typing import Final

OURS: Final = "pathwayctl"
CHAPTER_1: Final = "Designing a Career Pathways System (CCRS Center, 2016), chapter 1"
CHAPTER_4: Final = "Designing a Career Pathways System (CCRS Center, 2016), chapter 4"
WORK_PLAN: Final = "Pathways to Prosperity Network, Grades 9-14 Career Pathways work plan template"
COMPONENTS: Final = "Key stakeholders of a high-quality pathway"
STEPS: Final = "Creating Career Pathways in Colorado: A Step-by-Step Guide (2014)"
GAO: Final = "GAO Schedule Assessment Guide (GAO-16-89G, 2015)"
DCMA: Final = "DCMA 14-point assessment"
