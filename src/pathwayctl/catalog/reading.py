"""The catalog's one door: each guide is read from its data file when it is first asked for, and kept.

``sector().steps[4].leaves_behind`` is the result of step 5. Importing this module reads nothing
and costs next to nothing: the records of a guide, and YAML, are imported with the guide.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from pathwayctl.language import Phrases, keyed, spoken

if TYPE_CHECKING:
    from pathwayctl.catalog.ccrs import CcrsGuide
    from pathwayctl.catalog.components import ComponentsGuide
    from pathwayctl.catalog.data_records import Record
    from pathwayctl.catalog.grades_9_14 import WorkPlanGuide
    from pathwayctl.catalog.sector import SectorGuide
    from pathwayctl.catalog.standards import Standards

GUIDE_FILES: Final = ("ccrs.yaml", "components.yaml", "grades-9-14.yaml", "sector.yaml", "standards.yaml")
Guide = TypeVar("Guide", bound="Record")


def _kept(read: Callable[[], Guide]) -> Callable[[], Guide]:
    """Read a guide once for each language."""
    known: dict[Phrases | None, Guide] = {}

    @wraps(read)
    def guide() -> Guide:
        language = spoken()
        if language not in known:
            known[language] = read()
        return known[language]

    return guide


@_kept
def ccrs() -> CcrsGuide:
    """Designing a Career Pathways System, chapters 1 and 4 (CCRS Center, 2016)."""
    from pathwayctl.catalog.ccrs import CcrsGuide

    return _read(CcrsGuide, "ccrs.yaml")


@_kept
def components() -> ComponentsGuide:
    """Stakeholders' responsibilities in seven components (Texas Regional Pathways Network)."""
    from pathwayctl.catalog.components import ComponentsGuide

    return _read(ComponentsGuide, "components.yaml")


@_kept
def grades_9_14() -> WorkPlanGuide:
    """The one-year work plan for grades 9-14 (Pathways to Prosperity Network)."""
    from pathwayctl.catalog.grades_9_14 import WorkPlanGuide

    return _read(WorkPlanGuide, "grades-9-14.yaml")


@_kept
def sector() -> SectorGuide:
    """The 17 steps of Creating Career Pathways in Colorado (2014)."""
    from pathwayctl.catalog.sector import SectorGuide

    return _read(SectorGuide, "sector.yaml")


@_kept
def standards() -> Standards:
    """Lists that are no guide's own: clusters, indicators, codes of occupations and industries."""
    from pathwayctl.catalog.standards import Standards

    return _read(Standards, "standards.yaml")


def _read(kind: type[Guide], name: str) -> Guide:
    from pathwayctl.source.reading import read

    reading = read((Path(__file__).parent / name).read_bytes())
    if reading.spots:
        raise ValueError(f"{name} is not clean YAML: {reading.spots}")
    return kind.model_validate(keyed(reading.value) if spoken() else reading.value)
