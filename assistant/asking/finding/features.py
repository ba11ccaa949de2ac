"""The words of one text in the forms that matching compares, kept while questions come back."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import ClassVar

from assistant.asking.lexicon import Lexicon
from assistant.asking.words import Phrase, Word, forms_of, words_of
from ingest.text.misread import mended_key

_MOST_KEPT = 20_000


@dataclass(frozen=True)
class Features:
    """The words of one text, abbreviations written out and reading errors mended.

    They are worked out when they are first looked at: few texts of very many documents are.
    """

    text: str
    lexicon: Lexicon = field(compare=False, repr=False)

    @property
    def plain(self) -> Phrase:
        """The words without accents."""
        return self._forms[0]

    @cached_property
    def words(self) -> frozenset[str]:
        """The plain words."""
        return frozenset(self.plain)

    @property
    def spelt(self) -> Phrase:
        """The words as they are spelt, in order."""
        return self._forms[1]

    @cached_property
    def accented(self) -> frozenset[str]:
        """The words as they are spelt."""
        return frozenset(self.spelt)

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Neighbouring plain words."""
        return frozenset(pairwise(self.plain))

    @cached_property
    def _forms(self) -> tuple[Phrase, Phrase]:
        """The words without accents and as many with them."""
        forms = forms_of(mended_key(self.text))
        if not forms:
            return (), ()
        short = self.lexicon.abbreviations
        words, written = zip(*forms, strict=True)
        if short.heads.isdisjoint(words):
            return words, written
        plain: list[str] = []
        spelt: list[str] = []
        index = 0
        for start, word in enumerate(words):
            if start < index or word not in short.heads or not short.may_stand(words, start):
                continue
            piece = [Word(*form) for form in forms[start : start + short.begins(word)]]
            length, meanings = short.at(piece, 0)
            if length:
                plain += (*words[index:start], *(meant.plain for meant in meanings[0]))
                spelt += (*written[index:start], *(meant.accented for meant in meanings[0]))
                index = start + length
        plain += words[index:]
        spelt += written[index:]
        return tuple(plain), tuple(spelt)


class _Kept:
    """What comes back: headings stand over many rows, and questions ask for them again."""

    lexicon: Lexicon | None = None
    features: ClassVar[dict[str, Features]] = {}


def features_of(text: str, lexicon: Lexicon) -> Features:
    """The words of ``text``; kept for some time, whoever asks for them."""
    if _Kept.lexicon is not lexicon or len(_Kept.features) >= _MOST_KEPT:
        _Kept.lexicon, _Kept.features = lexicon, {}
    kept = _Kept.features
    found = kept.get(text)
    if found is None or found.lexicon is not lexicon:
        found = kept[text] = Features(text, lexicon)
    return found


def mended_words(text: str, lexicon: Lexicon) -> tuple[Word, ...]:
    """The words of ``text`` with abbreviations written out and reading errors mended."""
    return expanded_words(mended_key(text), lexicon)


def expanded_words(text: str, lexicon: Lexicon) -> tuple[Word, ...]:
    """The words of ``text`` with abbreviations written out."""
    words = words_of(text)
    result: list[Word] = []
    index = 0
    while index < len(words):
        length, meanings = lexicon.abbreviations.at(words, index)
        if length:
            result.extend(
                Word(word.plain, word.accented, words[index].start) for word in meanings[0]
            )
            index += length
        else:
            result.append(words[index])
            index += 1
    return tuple(result)
