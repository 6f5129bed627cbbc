"""Evidence about outreach."""
