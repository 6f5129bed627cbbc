"""What is wrong or missing in a plan: rules with their reasons, and the functions that look for them."""
