"""Speed and quality beside a plain pipeline, and speed with very many documents.

Everything here prints; nothing gates.
"""
