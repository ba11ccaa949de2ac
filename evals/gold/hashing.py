"""The normal forms that cell texts are compared in, and their short hashes.

Written apart from ``ingest.text`` on purpose: a fault there must not hide itself here.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

_LENGTH = 16
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_BOOKMARK = re.compile(r"\[bookmark:[^\]]*\]")
_SPACE = re.compile(r"\s+")
_MARK = re.compile(r"(?:(?<=\s)|^)[-+•](?=\s)")
_LABEL = re.compile(r"^(?:[-+•]\s+|\d+(?:\.\d+)+\.?\s+|\d{1,2}[.)]\s+|[a-zđ][.)]\s+)")


def normal(text: str) -> str:
    """NFC, tags and bookmarks gone, white space collapsed, case kept."""
    text = _BOOKMARK.sub("", _TAG.sub("", unicodedata.normalize("NFC", text)))
    return _SPACE.sub(" ", text).strip()


def without_label(text: str) -> str:
    """The normal form of ``text`` without its own number or list mark, which is in the key."""
    return _LABEL.sub("", normal(text), count=1)


def list_words(*items: str) -> str:
    """The words of a list, whatever divides it: dashes, semicolons and the last stop are gone."""
    text = _MARK.sub(" ", normal(" ".join(items))).replace(";", " ")
    return _SPACE.sub(" ", text).strip().rstrip(". ")


def text_hash(text: str) -> str:
    """First 16 hexadecimal digits of the SHA-256 of the normal form."""
    return _digest(normal(text))


def list_hash(*items: str) -> str:
    """The hash of a list's words: the same for one cell and for the items it was split into."""
    return _digest(list_words(*items))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:_LENGTH]
