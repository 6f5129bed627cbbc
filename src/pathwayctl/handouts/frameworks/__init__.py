"""Handouts about the framework of each industry and the requirements drawn from it."""
