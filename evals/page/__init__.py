"""``docs/results.md``, written from a run: ``python -m evals.page``."""
