"""The pages of packets, and the whole plan as text for a project's own templates."""
