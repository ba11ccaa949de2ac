"""Drafts of invented annexes, read back and judged by what was invented."""
