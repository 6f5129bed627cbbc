"""Variance, earned value, and the reasons for dates, as pure functions of a schedule."""
