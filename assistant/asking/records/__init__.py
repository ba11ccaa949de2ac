"""Questions that choose, count, group or compare the rows of plans."""
