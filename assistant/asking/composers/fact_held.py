"""Whether what a question takes for a document's day, issuer or signer is so."""

from __future__ import annotations

from assistant.asking import texts
from assistant.asking.query import FactName, Supposed
from assistant.asking.words import contains, plain_phrase
from ingest.model import Document

_LEVELS = frozenset({"tinh", "thanh", "pho"})
_HEADS = frozenset({"giam", "doc", "chu", "tich"})
"""Whoever heads an issuer signs for it."""


def held(supposed: Supposed | None, fact: FactName, value: str | None, document: Document) -> str:
    """The verdict to put before the fact as it stands; empty where nothing was supposed of it."""
    if supposed is None or value is None:
        return ""
    if fact == "date" and supposed.window is not None and supposed.window.start is not None:
        same = document.date == supposed.window.start.isoformat()
        return texts.CONFIRMED if same else texts.DENIED.format(supposed=supposed.window.text)
    if fact not in ("issuer", "signer") or supposed.name is None:
        return ""
    named, known = plain_phrase(supposed.name), plain_phrase(value)
    same = contains(named, known) >= 0 or contains(known, named) >= 0
    if fact == "issuer" and document.province and same:
        further = plain_phrase(document.province)
        rest = set(named) - set(known) - _LEVELS
        same = not rest or rest <= {*further, *_HEADS}
    return texts.CONFIRMED if same else texts.DENIED.format(supposed=supposed.name)
