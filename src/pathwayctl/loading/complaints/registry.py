"""Which function answers for which kind of pydantic's errors."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from pathwayctl.loading import rules
from pathwayctl.loading.complaints import groups, how_often, texts, values, work
from pathwayctl.loading.complaints.case import Case, Complaint

_TOLD: Final[dict[str, Callable[[Case], Complaint]]] = {
    "string_type": texts.not_a_text,
    "string_pattern_mismatch": texts.bad_pattern,
    "string_too_short": texts.bad_length,
    "string_too_long": texts.bad_length,
    "too_short": texts.bad_length,
    "enum": values.unknown_word,
    "model_type": groups.not_a_group,
    "dict_type": groups.not_a_group,
    "tuple_type": groups.not_a_list,
    "int_type": values.not_a_number,
    "float_type": values.not_a_number,
    "greater_than": values.out_of_bounds,
    "greater_than_equal": values.out_of_bounds,
    "less_than": values.out_of_bounds,
    "less_than_equal": values.out_of_bounds,
    "bool_type": values.not_a_flag,
    "literal_error": values.unknown_version,
    "day": values.not_a_day,
    "time": values.not_a_time,
    "duration": work.bad_length_of_time,
    "estimate": work.bad_estimate,
    "link": work.bad_link,
    "assigned": work.bad_assignment,
    "recurrence": how_often.bad_rule,
    "window": how_often.bad_window,
}


def complaint_of(case: Case) -> Complaint:
    """The rule, the message, and the hint for a value that does not fit."""
    told = _TOLD.get(str(case.error["type"]))
    if told:
        return told(case)
    return rules.WRONG_KIND, f"“{case.name}” cannot hold {case.shown}", case.described
