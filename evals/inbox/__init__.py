"""What readers said about answers, waiting to become cases: ``python -m evals.inbox``."""
