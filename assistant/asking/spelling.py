"""Mends typing errors in a question against the words that are stored.

Only a word that occurs nowhere is touched. One that is a well-formed Vietnamese syllable, or bears
accents, may be meant, so it is replaced only where its neighbours say so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz.distance import OSA

from assistant.asking.corpus import Corpus
from assistant.asking.words import Word

_SYLLABLE = re.compile(
    r"^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|b|c|d|g|h|k|l|m|n|p|r|s|t|v|x)?"
    r"(?:uye|uya|ieu|yeu|oai|oay|uoi|uou|uay|uyu|ie|ye|uo|ua|ia|oa|oe|ue|ui|uu|uy|ai|ao|au|ay|eo"
    r"|eu|iu|oi|oo|a|e|i|o|u|y)(?:ch|ng|nh|c|m|n|p|t)?$"
)
_SHORTEST = 3
_LONG = 6
_STRONG, _SURE = 0.5, 0.6


def mend(words: Sequence[Word], corpus: Corpus) -> tuple[Word, ...]:
    """``words`` with unknown ones replaced by the stored word that was most likely meant."""
    mended = list(words)
    for index, word in enumerate(words):
        if _is_unknown(word.plain, corpus):
            better = _better(index, mended, corpus)
            if better:
                mended[index] = replace(word, plain=better, accented=better, written=better)
    return tuple(mended)


def _is_unknown(plain: str, corpus: Corpus) -> bool:
    return (
        len(plain) >= _SHORTEST
        and plain.isalpha()
        and not corpus.word_counts[plain]
        and plain not in corpus.lexicon.syllables
    )


def _better(index: int, words: Sequence[Word], corpus: Corpus) -> str | None:
    plain = words[index].plain
    well_formed = bool(_SYLLABLE.match(plain))
    allowed = 2 if len(plain) >= _LONG and not well_formed else 1
    best: tuple[float, str] | None = None
    for candidate in corpus.alphabet(len(plain), allowed):
        distance = OSA.distance(plain, candidate, score_cutoff=allowed)
        if distance > allowed:
            continue
        bond = _bond(index, words, candidate, corpus)
        if well_formed and bond < _STRONG:
            continue
        if words[index].has_accent and bond < _SURE:
            continue
        score = bond * 2 - distance + corpus.word_counts[candidate] * 1e-4
        if best is None or score > best[0]:
            best = (score, candidate)
    return best[1] if best else None


def _bond(index: int, words: Sequence[Word], candidate: str, corpus: Corpus) -> float:
    """How firmly the candidate belongs to the neighbours, 0..1."""
    bonds = [0.0]
    if index > 0:
        bonds.append(_pair(words[index - 1].plain, candidate, corpus))
    if index + 1 < len(words):
        bonds.append(_pair(candidate, words[index + 1].plain, corpus))
    return max(bonds)


def _pair(left: str, right: str, corpus: Corpus) -> float:
    return 1.0 if (left, right) in corpus.lexicon.pairs else corpus.bond(left, right)
