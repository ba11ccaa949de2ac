"""What can go wrong with the evals themselves, apart from what they measure."""

from __future__ import annotations


class EvalError(Exception):
    """Root of this folder's errors."""


class BadCase(EvalError):
    """A case cannot be read, or contradicts itself."""


class GoldLost(EvalError):
    """A gold unit is not (or no longer) in its document: the case needs another look."""


class DocumentsMissing(EvalError):
    """The documents that cases are asked of are not on this machine."""
