"""All rules of all rooms, in the order of their codes."""

from __future__ import annotations

from pathwayctl.diagnostics import Rule


def all_rules() -> tuple[Rule, ...]:
    """Every rule there is."""
    from pathwayctl.baselines.rules import RULES as BASELINES
    from pathwayctl.checks.registry import RULES as CHECKED
    from pathwayctl.loading.logos import BAD_PICTURE
    from pathwayctl.loading.packet_names import RULES as NAMED
    from pathwayctl.loading.rules import RULES as SHAPE
    from pathwayctl.rendering.mistakes import BAD_TEMPLATE
    from pathwayctl.source.rules import RULES as TEXT

    apart = (*NAMED, BAD_PICTURE, BAD_TEMPLATE)
    return tuple(sorted((*TEXT, *SHAPE, *BASELINES, *CHECKED, *apart), key=lambda rule: rule.code))
