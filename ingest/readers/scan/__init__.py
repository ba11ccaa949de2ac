"""Scanned pages: ruling lines, two readers, and a mark on whatever is not certain."""
