"""How a schedule differs from its baseline: what moved, by how much, and why."""
