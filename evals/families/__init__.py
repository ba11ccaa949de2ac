"""Invented document families: random facts, written down in many layouts, and asked about."""
