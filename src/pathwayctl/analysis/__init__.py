"""What follows from a plan: grids, gaps, tallies and figures, as pure functions that judge nothing."""
