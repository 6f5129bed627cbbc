"""Checks of the industry frameworks and of the requirements drawn from them."""
