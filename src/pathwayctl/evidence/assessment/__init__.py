"""What the files show of self-assessments, and of programs that prepare for Workforce Pell."""
