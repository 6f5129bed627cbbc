"""The published lists that are no guide's own."""

from __future__ import annotations

from itertools import pairwise

import pytest

from pathwayctl.catalog.reading import sector, standards
from pathwayctl.catalog.standards import Code
from pathwayctl.model.vocabulary import Component

LISTS = standards()
CODES = {
    "soc": LISTS.soc_major_groups,
    "cip": LISTS.cip_families,
    "naics": LISTS.naics_sectors,
}


def test_the_14_career_clusters() -> None:
    assert len(LISTS.clusters) == 14
    assert LISTS.clusters[8].name == "Healthcare & Human Services"
    assert len({cluster.name for cluster in LISTS.clusters}) == 14


def test_perkins_indicators() -> None:
    codes = " ".join(one.code for one in LISTS.perkins_indicators)
    assert codes == "1S1 1S2 2S1 2S2 2S3 3S1 4S1 5S1 5S2 5S3 5S4 1P1 2P1 3P1"


def test_soc_major_groups_are_the_odd_numbers() -> None:
    assert [one.code for one in LISTS.soc_major_groups] == [str(number) for number in range(11, 56, 2)]
    assert len(LISTS.soc_major_groups) == 23


def test_the_20_naics_sectors() -> None:
    assert len(LISTS.naics_sectors) == 20
    ranges = [one.code for one in LISTS.naics_sectors if "-" in one.code]
    assert ranges == ["31-33", "44-45", "48-49"]


def test_the_48_cip_families() -> None:
    assert len(LISTS.cip_families) == 48
    assert all(len(one.code) == 2 and one.code.isdigit() for one in LISTS.cip_families)


@pytest.mark.parametrize("codes", CODES.values(), ids=CODES)
def test_codes_stand_once_and_in_their_order(codes: tuple[Code, ...]) -> None:
    assert all(before.code < after.code for before, after in pairwise(codes))
    assert len({one.name for one in codes}) == len(codes)


def test_the_six_key_elements_are_crossed_one_by_one() -> None:
    assert len(LISTS.key_elements) == 6
    assert [row.id for row in LISTS.crosswalk] == [element.id for element in LISTS.key_elements]


def test_the_crosswalk_says_that_it_is_our_own_reading() -> None:
    assert all(row.source.startswith("Our own reading") for row in LISTS.crosswalk)


def test_the_crosswalk_reaches_every_component_and_every_step() -> None:
    assert {one for row in LISTS.crosswalk for one in row.components} == set(Component)
    assert {one for row in LISTS.crosswalk for one in row.steps} == {step.number for step in sector().steps}
