"""Charts of a plan as SVG, a module for each: people, risks, measures, coverage, pathways, teams."""
