"""Prompt texts as files with declared inputs, and their loader."""
