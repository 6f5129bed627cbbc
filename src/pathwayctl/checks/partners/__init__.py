"""Checks of who takes part: people, organizations, roles, engagement, invitations."""
