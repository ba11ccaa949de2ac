"""What can go wrong with the evals themselves, apart from what they measure."""

from __future__ import annotations

from pydantic import ValidationError


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


def in_words(error: Exception) -> str:
    """The first thing wrong with a file that a person wrote, on one line, with where it stands."""
    if not isinstance(error, ValidationError):
        return " ".join(str(error).split())
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"])
    said = first["msg"].removeprefix("Value error, ")
    return f"{where}: {said}" if where else said
