"""Handouts about the industry frameworks and the requirements drawn from them."""
