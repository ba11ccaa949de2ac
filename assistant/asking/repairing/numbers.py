"""Writes the numbers of documents as the documents do, however their parts were typed together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from assistant.asking.finding.corpus import Corpus
from ingest.model import Ref
from ingest.text.normal import fold

_TYPED = re.compile(
    r"(?<![\w/.,-])0*(\d+)(?:\s?[/.-]\s?(\d{4}))?\s?[/ .-]?\s?"
    r"([^\W\d_]{2,6})(?:\s?[/ .&-]?\s?([^\W\d_]{2,8}))?(?:\s?[/ .&-]\s?([^\W\d_]{2,6}))?"
    r"(?![\w-]|/\w)"
)
_PARTS = re.compile(r"[^\W_]+")


def with_numbers(text: str, corpus: Corpus) -> str:
    """The text with every number of a stored document, or of one that it names, as it is written.

    "588kh-stp" and "588-KH-STP" are 588/KH-STP where there is such a number and no other like it.
    """
    if not any(map(str.isdigit, text)):
        return text
    known: dict[str, set[str]] | None = None
    for found in reversed([*_TYPED.finditer(text)]):
        if known is None:
            known = _known(corpus)
        for end in sorted({found.end(place) for place in (5, 4, 3)} - {-1}, reverse=True):
            typed = text[found.start() : end]
            if "\n" in typed or (end < len(text) and text[end].isalnum()):
                continue
            written = known.get(_bare(typed), set())
            if len(written) == 1:
                (one,) = written
                if fold(one) not in fold(text[max(0, found.start() - 2) : end + 2]):
                    text = f"{text[: found.start()]}{one}{text[end:]}"
                break
    return text


class _Last:
    corpus: Corpus | None = None
    known: ClassVar[dict[str, set[str]]] = {}


def _known(corpus: Corpus) -> dict[str, set[str]]:
    """The numbers by their letters and figures; kept until another corpus is asked."""
    if _Last.corpus is not corpus:
        _Last.corpus, _Last.known = corpus, {}
        for number in _numbers(corpus):
            _Last.known.setdefault(_bare(number), set()).add(number)
    return _Last.known


def _numbers(corpus: Corpus) -> Iterator[str]:
    for document in corpus.documents:
        if document.number:
            yield document.number
    for entry in corpus.entries:
        if isinstance(entry.record, Ref) and entry.record.number:
            yield entry.record.number


def _bare(number: str) -> str:
    """Its letters and figures alone, without leading noughts."""
    return "".join(_PARTS.findall(fold(number))).lstrip("0")
