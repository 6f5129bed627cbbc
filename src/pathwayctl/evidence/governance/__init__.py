"""What the files show of how partners work together: partnership, teams, responsibilities, agreements."""
