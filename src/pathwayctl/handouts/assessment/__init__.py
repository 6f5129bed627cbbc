"""Handouts about self-assessment, and about programs that prepare for Workforce Pell."""
