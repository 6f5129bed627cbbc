"""What the files show of the talent landscape: occupations, skills, programs, credentials."""
