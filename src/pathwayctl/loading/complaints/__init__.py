"""What to say of a value that does not fit: a function for each kind of mistake that pydantic names."""
