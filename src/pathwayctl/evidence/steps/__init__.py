"""How far each of the 17 steps has come."""
