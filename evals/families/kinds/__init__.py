"""Kinds of documents beside plan and statistics: each file draws facts, writes a page and asks."""
