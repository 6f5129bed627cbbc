"""What has moved since a baseline was saved, by how many working days, and because of what."""
