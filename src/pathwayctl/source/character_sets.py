"""Sets of characters that cannot be seen or that look like others: what the searches for them are made of."""

from __future__ import annotations

from typing import Final

FALSE_SPACES: Final = "\xa0\u1680\u2000-\u200b\u202f\u205f\u3000"
"""Spaces that are not the one on the keyboard, for a set of a pattern."""
DASHES: Final = "‐‑‒–—―−﹘﹣－"
BULLETS: Final = "•‣⁃◦▪▫●○■□·∙\uf0b7\uf0a7"
COLONS: Final = "：﹕꞉"
UNSEEN: Final = "\xad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069"
"""Characters of no width, for a set of a pattern; joiners are left out, as some scripts need them."""
LONE_JOINER: Final = "(?:(?<=[\\x00-\\x7f])|^)[\u200c\u200d]|[\u200c\u200d](?=[\\x00-\\x7f]|$)"
"""A zero width joiner beside a Latin letter, where it joins nothing."""
LETTERS: Final = dict(
    zip(
        "авеорсухіјѕһԁӏкАВЕКМНОРСТУХІЈЅοΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
        "abeopcyxijshdlkABEKMHOPCTYXIJSoABEZHIKMNOPTYX",
        strict=True,
    )
)
"""Cyrillic and Greek letters that look like Latin ones."""
ALIKE_LETTERS: Final = "".join(letter for letter in LETTERS if letter not in "вк")
"""Those of them that cannot be taken for another letter."""
