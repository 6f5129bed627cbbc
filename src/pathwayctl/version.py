"""The version of pathwayctl, for whatever names the program that made it."""

__version__ = "0.1.0"
