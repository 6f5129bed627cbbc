"""All rules about the YAML itself (PW1xx), in the order of their codes."""

from __future__ import annotations

from typing import Final

from pathwayctl.diagnostics import Rule
from pathwayctl.source.entry_rules import ENTRY_RULES
from pathwayctl.source.file_rules import FILE_RULES
from pathwayctl.source.text_rules import TEXT_RULES
from pathwayctl.source.value_rules import VALUE_RULES
from pathwayctl.source.writing_rules import WRITING_RULES

RULES: Final[tuple[Rule, ...]] = (
    *FILE_RULES,
    *WRITING_RULES,
    *TEXT_RULES,
    *ENTRY_RULES,
    *VALUE_RULES,
)
