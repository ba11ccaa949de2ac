"""Figures that running text states, found by their names and reckoned with."""
