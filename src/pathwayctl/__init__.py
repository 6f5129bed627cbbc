"""Plan, check, schedule and print a career pathways project kept in plain YAML."""

__version__ = "0.1.0"
