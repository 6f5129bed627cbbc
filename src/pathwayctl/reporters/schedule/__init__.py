"""The master schedule in every format."""
