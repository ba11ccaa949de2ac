"""Questions answered from records and passages, by rules, with citations."""
