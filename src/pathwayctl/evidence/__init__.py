"""What the files of a plan show: every look-up made once, and per topic what is there and what is missing."""
