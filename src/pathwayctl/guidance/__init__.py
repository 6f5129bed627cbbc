"""Per guide, how far a project has come and what to do next, worded from the gaps that the evidence knows."""
