"""One builder a sample document."""
