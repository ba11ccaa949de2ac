"""Number checkers side by side: the program's own, and public ones that install from a registry.

``python -m evals.checkers`` installs the public ones into a folder of their own and runs all on
the thirteen cases and on mutated texts.
"""
