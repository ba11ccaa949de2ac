"""Reads a query into what is sought: weighted terms with what may stand for them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from ingest.model import UnitKind
from vectorstore.ranking.lexicon import Cue, Lexicon, Words
from vectorstore.tokens import Token, tokenise

_YEAR = re.compile(r"(?:19|20)\d\d")
_WEAK, _YEAR_WEIGHT = 0.35, 0.4


def between_blanks(words: Words) -> str:
    """Words as one text in which a phrase is found by its letters."""
    return f" {' '.join(words)} "


@dataclass(frozen=True, slots=True)
class Known:
    """What the index knows of a folded word: its rarity (0..1), and the words it may be typed for.

    ``meant`` is the word itself where some unit holds it.
    """

    rarity: float
    meant: tuple[str, ...]


@dataclass(frozen=True)
class Term:
    """A word or phrase of the query. ``accented`` is ``None`` where it was typed without accents.

    ``others`` are phrases that say the same. ``weight`` is how much it tells units apart.
    """

    words: Words
    accented: Words | None
    others: tuple[Words, ...]
    weight: float

    @cached_property
    def said(self) -> str:
        """The words between blanks, as texts are looked through for them."""
        return between_blanks(self.words)

    @cached_property
    def spelt(self) -> str | None:
        """The words with their accents between blanks."""
        return None if self.accented is None else between_blanks(self.accented)

    @cached_property
    def others_said(self) -> tuple[str, ...]:
        """What says the same, between blanks."""
        return tuple(map(between_blanks, self.others))

    @cached_property
    def each_said(self) -> tuple[str, ...]:
        """Every word for itself, between blanks."""
        return tuple(f" {word} " for word in self.words)


@dataclass(frozen=True, slots=True)
class Sought:
    """What a query is after.

    ``kinds`` are the kinds of units that answer it, best first, ``named`` the kinds it names.
    ``folded`` is the whole query as folded syllables between blanks.
    """

    terms: tuple[Term, ...]
    years: frozenset[int]
    kinds: tuple[UnitKind, ...]
    named: tuple[UnitKind, ...]
    folded: str

    def names(self, phrase: Words) -> bool:
        """Whether the query holds ``phrase`` word for word."""
        return bool(phrase) and f" {' '.join(phrase)} " in self.folded


def read(query: str, words: Lexicon, known: Callable[[str], Known]) -> Sought:
    """Cut ``query`` into terms; ``known`` looks a folded word up in the index."""
    tokens = tokenise(query)
    plain = [token for token in tokens if not token.whole]
    folded = [token.folded for token in plain]
    wholes = (
        Term((token.folded,), None, (), known(token.folded).rarity)
        for token in tokens
        if token.whole
    )
    joined = f" {' '.join(folded)} "
    return Sought(
        terms=(*_terms(plain, words, known), *wholes),
        years=frozenset(int(word) for word in folded if _YEAR.fullmatch(word)),
        kinds=_kinds(joined, words.cues),
        named=_kinds(joined, words.subjects),
        folded=joined,
    )


def is_english(plain: Sequence[Token], words: Lexicon) -> bool:
    """Whether a query is English: it holds a word that is one and no Vietnamese letter."""
    return any(token.folded in words.english_marks for token in plain) and all(
        token.accented == token.folded for token in plain
    )


def _terms(
    plain: Sequence[Token], words: Lexicon, known: Callable[[str], Known]
) -> tuple[Term, ...]:
    english = is_english(plain, words)
    accents = any(token.accented != token.folded for token in plain)
    terms: list[Term] = []
    at = 0
    while at < len(plain):
        tokens = plain[at : at + _length(plain, at, words, english=english)]
        at += len(tokens)
        piece = tuple(token.folded for token in tokens)
        if english and len(piece) == 1 and piece[0] in words.english_function:
            continue
        if piece in words.empty and not (english and piece in words.english):
            continue
        own = words.english.get(piece, piece) if english else piece
        share = _WEAK if own in words.weak else _YEAR_WEIGHT if _is_year(own) else 1.0
        rarity = sum(known(word).rarity for word in own) / len(own) ** 0.5
        terms.append(
            Term(
                words=own,
                accented=tuple(token.accented for token in tokens) if accents else None,
                others=(*words.others.get(own, ()), *_retyped(own, known)),
                weight=share * rarity,
            )
        )
    return tuple(terms)


def _is_year(words: Words) -> bool:
    return len(words) == 1 and _YEAR.fullmatch(words[0]) is not None


def _retyped(words: Words, known: Callable[[str], Known]) -> tuple[Words, ...]:
    """What a lone word with a mistyped letter may have been meant as."""
    if len(words) > 1:
        return ()
    return tuple((word,) for word in known(words[0]).meant if word != words[0])


def _length(plain: Sequence[Token], at: int, words: Lexicon, *, english: bool) -> int:
    """Length of the longest phrase of the vocabulary that begins here, else 1."""
    for length in range(min(words.longest, len(plain) - at), 1, -1):
        piece = tuple(token.folded for token in plain[at : at + length])
        tables = (words.others, words.weak, words.empty, *([words.english] if english else []))
        if any(piece in table for table in tables):
            return length
    return 1


def _kinds(joined: str, cues: Sequence[Cue]) -> tuple[UnitKind, ...]:
    for cue, kinds in cues:
        if f" {' '.join(cue)} " in joined:
            return kinds
    return ()
