"""What the published guides say, in our own words and cited: a data file and its records for each."""
