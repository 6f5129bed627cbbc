"""The records of lists that are no guide's own: published codes, and the federal key elements."""

from __future__ import annotations

from pathwayctl.catalog.catalog_entry import CatalogLine, NamedLine
from pathwayctl.catalog.data_records import Record
from pathwayctl.model.vocabulary import Component


class Code(Record):
    """A published code and its name: ``51``, Production."""

    code: str
    name: str


class StandardCluster(Record):
    """A career cluster. States rename them, so nothing else in the catalog depends on this list."""

    id: str
    name: str


class FormerCluster(Record):
    """A cluster of the framework before 2024, by the id that its name makes, and the one of today."""

    id: str
    now: str


class Crossing(CatalogLine):
    """Our own reading of where a key element is met: components, and steps of the 17, by number."""

    components: tuple[Component, ...]
    steps: tuple[int, ...]


class Standards(Record):
    """Published lists that planning data refers to."""

    clusters: tuple[StandardCluster, ...]
    former_clusters: tuple[FormerCluster, ...]
    perkins_indicators: tuple[Code, ...]
    soc_major_groups: tuple[Code, ...]
    soc_occupations: tuple[Code, ...]
    soc_aggregates: tuple[Code, ...]
    cip_families: tuple[Code, ...]
    naics_sectors: tuple[Code, ...]
    key_elements: tuple[NamedLine, ...]
    workforce_pell: tuple[NamedLine, ...]
    crosswalk: tuple[Crossing, ...]
