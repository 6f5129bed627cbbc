"""Handouts about money: the budget, and the reports of grants."""
