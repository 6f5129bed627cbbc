"""Variances of a schedule from its baseline, and their causes."""
