"""Answers and conversations as files that a person keeps: tables, Word."""
