"""Which files belong to a project by their names, and which were meant to."""

from __future__ import annotations

import re
from typing import Final

_YAML: Final = re.compile(r"\.ya?ml", re.IGNORECASE)
_AFTER_ENDING: Final = re.compile(
    r"(?P<name>.+\.ya?ml)(?:\.txt|\.docx?|\.rtf|\.ya?ml_| ?\(\d+\)| ?- ?copy(?: ?\(\d+\))?)", re.IGNORECASE
)
"""What Notepad, Word, and copies add to a name, often where Windows does not show it."""
_LETTERS: Final = (frozenset("yaml"), frozenset("yml"), frozenset("yam"))
_LONGEST_ENDING: Final = 5
_COPY: Final = re.compile(
    r"\bcop(?:y|ies)\b|\bconflict|\(\d+\)$|\bduplicate\b|\bbackup\b|\bold$", re.IGNORECASE
)


def is_yaml(name: str) -> bool:
    """Whether a file is read: by its ending, which Windows takes alike in capitals and small letters."""
    _, dot, ending = name.rpartition(".")
    return bool(_YAML.fullmatch(dot + ending))


def name_meant(name: str) -> str:
    """The name that a file should have to be read; empty if it does not look like a part of a project.

    ``partners.yaml.txt``, ``partners.yalm`` and ``partners_yaml`` are ``partners.yaml``. What says of
    itself that it is a backup, such as ``partners.yaml.bak``, is left alone.
    """
    found = _AFTER_ENDING.fullmatch(name)
    if found:
        return found["name"]
    stem, dot, ending = name.rpartition(".")
    letters = ending.lower()
    if is_yaml(name):
        return ""
    is_misspelled = letters[:1] == "y" and len(letters) <= _LONGEST_ENDING and frozenset(letters) in _LETTERS
    if dot and stem and is_misspelled:
        return f"{stem}.yaml"
    joined = re.fullmatch(r"(.+)[ ,_-]ya?ml", name, re.IGNORECASE)
    return f"{joined[1]}.yaml" if joined else ""


def named_like_copy(name: str, other: str) -> bool:
    """Whether a file has a name that a copy of the other gets: from a person, OneDrive, or Dropbox."""
    stem, other_stem = name.rpartition(".")[0], other.rpartition(".")[0]
    return bool(_COPY.search(stem)) or (len(stem) > len(other_stem) and stem.startswith(other_stem))
