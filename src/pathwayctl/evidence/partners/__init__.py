"""What the files show of who takes part: people, organizations, roles, engagement, invitations."""
