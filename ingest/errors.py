"""Errors of reading. Each class is something a caller can act on; all are the file's fault."""

from __future__ import annotations


class ReadingError(Exception):
    """A file could not be read. ``str()`` is one Vietnamese sentence with value and remedy."""

    code = "unreadable"


class UnsupportedFile(ReadingError):
    """The file type is not one that can be read."""

    code = "unsupported"


class EmptyFile(ReadingError):
    """The file holds no text."""

    code = "empty"


class ProtectedFile(ReadingError):
    """The file asks for a password."""

    code = "protected"


class BrokenFile(ReadingError):
    """The file's bytes are not a valid file of its type."""

    code = "broken"


class OversizedFile(ReadingError):
    """The file, or what it unpacks to, is larger than the limits allow."""

    code = "oversized"


class ScannedFile(ReadingError):
    """The file holds pictures of pages and no text."""

    code = "scanned"


class SecretFile(ReadingError):
    """The file bears a mark of state secrets (MẬT, TỐI MẬT, TUYỆT MẬT): nothing of it is kept."""

    code = "secret"
