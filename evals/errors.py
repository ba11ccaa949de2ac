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


class NeedsEmbeddings(EvalError):
    """A baseline compares vectors, and the run has no embedding model."""


class NotInstalled(EvalError):
    """Something that is measured beside the program is not on this machine."""


class BadStanding(EvalError):
    """A file of the stored baseline cannot be read."""


class BadFolder(EvalError):
    """A folder of one's own documents and questions cannot be used."""


class ModelUnusable(EvalError):
    """The chat model that a run was asked to use cannot be built."""


class BadFeedback(EvalError):
    """A piece of feedback cannot be read, or cannot become a case yet."""
