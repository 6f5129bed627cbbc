"""Evidence about risks."""
