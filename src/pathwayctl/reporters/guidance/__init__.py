"""What to do next, guide by guide, in every format."""
