"""Gives Vietnamese names and terms typed without accents the spelling that the documents have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from assistant.asking.english.pieces import Piece
from assistant.asking.finding.corpus import Corpus
from assistant.asking.words import contains, words_of
from ingest.text.normal import strip_accents

_FEWEST = 2


def respelt(pieces: Sequence[Piece], corpus: Corpus) -> list[Piece]:
    """The pieces with runs of unaccented Vietnamese words spelt as a stored text spells them."""
    result = [*pieces]
    for start, end in _runs(pieces):
        typed = " ".join(piece.text for piece in pieces[start:end])
        stored = _stored(typed, corpus)
        if stored:
            result[start] = replace(pieces[start], text=stored, part="name")
            result[start + 1 : end] = [Piece("", "dropped")] * (end - start - 1)
    return result


def strange(pieces: Sequence[Piece], corpus: Corpus) -> list[Piece]:
    """The pieces with lone English words that only look Vietnamese ("map") marked as unknown."""
    return [
        replace(piece, part="unknown") if _is_strange(pieces, at, corpus) else piece
        for at, piece in enumerate(pieces)
    ]


def unstored(pieces: Sequence[Piece], corpus: Corpus) -> tuple[str, ...]:
    """The names of places, bodies and people that no stored text and no document bears."""
    return tuple(
        piece.text for piece in pieces if piece.part == "name" and not _is_borne(piece.text, corpus)
    )


def _is_borne(name: str, corpus: Corpus) -> bool:
    plain = tuple(word.plain for word in words_of(name))
    told = (
        " · ".join(filter(None, (one.title, one.issuer, one.province, one.file)))
        for one in corpus.documents
    )
    units = (tuple(word.plain for word in phrase) for phrase, _ in corpus.units)
    if any(contains(unit, plain) >= 0 for unit in units):
        return True
    return any(contains(corpus.features(text).plain, plain) >= 0 for text in told) or any(
        contains(features.plain, plain) >= 0
        for entry in corpus.entries
        if plain[0] in entry.body.words or plain[0] in entry.context.words
        for features in (entry.body, entry.context)
    )


def _is_strange(pieces: Sequence[Piece], at: int, corpus: Corpus) -> bool:
    piece = pieces[at]
    if piece.part != "kept" or not piece.english.isalpha() or not piece.english.islower():
        return False
    if not piece.english.isascii() or piece.english in corpus.spelt:
        return False
    beside = [pieces[place] for place in (at - 1, at + 1) if 0 <= place < len(pieces)]
    return not any(one.part == "kept" and one.english.isalpha() for one in beside)


def _runs(pieces: Sequence[Piece]) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(pieces):
        end = start
        while end < len(pieces) and _is_bare(pieces[end]):
            end += 1
        if end > start:
            yield start, end
        start = end + 1


def _is_bare(piece: Piece) -> bool:
    if piece.part not in {"name", "kept"}:
        return False
    letters = piece.text.replace(" ", "")
    return letters.isalpha() and piece.text == strip_accents(piece.text)


def _stored(typed: str, corpus: Corpus) -> str:
    """The spelling of the first stored text that holds these words in a row; empty if none."""
    plain = tuple(word.plain for word in words_of(typed))
    if len(plain) < _FEWEST or not all(corpus.together(pair) for pair in pairwise(plain)):
        return ""
    for entry in corpus.entries:
        place = contains(entry.body.plain, plain)
        if place < 0:
            continue
        words = words_of(entry.body.text)
        place = contains([word.plain for word in words], plain)
        if place >= 0:
            spelt = [word.shown for word in words[place : place + len(plain)]]
            return " ".join(word.title() if typed.istitle() else word for word in spelt)
    return ""
