"""Composing by rules: outline and material to text with locked slots."""
