"""Looks at what stands in the files, by topic; the guides put them together into proofs of their parts."""
