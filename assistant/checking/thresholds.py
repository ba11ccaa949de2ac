"""How well words have to fit. Measured on the samples and on generated pairs of text and annex."""

from __future__ import annotations

SURE = 0.62
"""From this fit on, the indicator is the one meant: another value is a contradiction."""
LIKELY = 0.5
"""From this fit on a person should look at another value; below it nothing is compared."""
MARGIN = 0.06
"""Candidates this close to the best one cannot be told apart by words."""
ELSEWHERE = 0.86
"""The fit that a fact under another title needs to be the one meant."""
CLEARER, TAKEN = 0.12, 0.7
"""A fact that another figure of the paragraph states this much more clearly loses weight."""
MISTAKEN = 0.25
"""How far below the best candidate one of another role, period or unit may lie."""
COVERED, COVERED_AGAINST, LEAST_COVERED = 0.75, 0.6, 6
"""The share of figures (alone, and against given documents) and their number from which the sources
cover a text, so that a figure without one stands out."""
