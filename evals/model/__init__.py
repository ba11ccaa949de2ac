"""Runs with a chat model: what of its text is kept, what is replaced, and what it costs.

The program tells an observer what came of each reply; :mod:`evals.model.kept` adds that up.
"""
