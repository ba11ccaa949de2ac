"""Drafting: records -> a report whose every figure is locked to its source."""
