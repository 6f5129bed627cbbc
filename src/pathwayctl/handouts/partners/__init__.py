"""Handouts about who takes part: people, organizations, roles, engagement, invitations."""
