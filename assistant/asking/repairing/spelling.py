"""Mends typing errors in a question against the words that are stored.

Only a word that occurs nowhere is touched, or whose spelling does. One that is a well-formed
Vietnamese syllable, or bears accents, may be meant, so it is replaced only where its neighbours say
so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz.distance import OSA

from assistant.asking.finding.corpus import Corpus
from assistant.asking.repairing.familiar import is_listed
from assistant.asking.repairing.tokens import is_ordinal
from assistant.asking.words import Word
from ingest.text.normal import strip_accents

_SYLLABLE = re.compile(
    r"^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|b|c|d|g|h|k|l|m|n|p|r|s|t|v|x)?"
    r"(?:uye|uya|ieu|yeu|oai|oay|uoi|uou|uay|uyu|ie|ye|uo|ua|ia|oa|oe|ue|ui|uu|uy|ai|ao|au|ay|eo"
    r"|eu|iu|oi|oo|a|e|i|o|u|y)(?:ch|ng|nh|c|m|n|p|t)?$"
)
_SOUND = re.compile(
    r"^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|b|c|d|g|h|k|l|m|n|p|r|s|t|v|x)?"
    r"(?:(?:a|e|i|y|oa|ue|uy|ie)(?:ch|nh)"
    r"|(?:uye|uya|ieu|yeu|oai|oay|uoi|uou|uay|uyu|ie|ye|uo|ua|ia|oa|oe|ue|ui|uu|uy|ai|ao|au|ay|eo"
    r"|eu|iu|oi|oo|a|e|i|o|u|y)(?:ng|c|m|n|p|t)?)$"
)
"""A syllable that the language allows, not only one of the right letters."""
_VOWELS = frozenset("aeiouy")
_ROMAN = re.compile(r"^[ivx]+$")
_SHORTEST = 3
_LONG = 6
_STRONG, _SURE = 0.5, 0.6


def is_syllable(plain: str) -> bool:
    """Whether letters without accents make a well-formed Vietnamese syllable."""
    return bool(_SYLLABLE.match(plain))


def mend(words: Sequence[Word], corpus: Corpus, *, typed: str = "") -> tuple[Word, ...]:
    """``words`` with unknown ones replaced by the stored word that was most likely meant.

    ``typed`` is the question in the writer's own letters: its capitals tell names.
    """
    mended = list(words)
    accented = _is_accented(words)
    for index, word in enumerate(words):
        better = None
        meant = word.has_accent and is_listed(word.accented)
        if index and is_ordinal(words[index - 1].accented, word.accented):
            continue  # "thứ chín" is no slip for "thứ chính", whatever the documents hold
        if _is_unknown(word.plain, corpus) and not meant:
            better = _better(index, mended, corpus) or _slipped(index, mended, corpus)
        elif (word.has_accent or accented) and _is_misspelt(index, mended, corpus):
            better = _slipped(index, mended, corpus)
        if better and not _is_likely(index, mended, better, corpus):
            better = None
        if better and not _keeps_vowels(word, better, corpus):
            better = None
        stands = better is not None and any(
            corpus.together(pair) for pair in _pairs(index, mended, better)
        )
        if better and (stands or not _is_named(index, words, typed)):
            spelt = _as_spelt(better, word, corpus) if stands else better
            mended[index] = replace(word, plain=better, accented=spelt, written=spelt)
        elif word.has_accent and (other := _respelt(index, mended, corpus)):
            mended[index] = replace(word, accented=other, written=other)
    return tuple(mended)


def _is_named(index: int, words: Sequence[Word], typed: str) -> bool:
    """Whether a word inside a sentence is one syllable of a name ("cửa khẩu Cốc Nam").

    Two capitals side by side: what no document holds is a name that none holds, not a slip.
    """
    capitals = [
        word.start > 0 and typed[word.start : word.start + 1].isupper()
        for word in words[max(0, index - 1) : index + 2]
    ]
    own = min(index, 1)
    named = capitals[own] and sum(capitals) > 1 and not typed.isupper()
    return named and words[index].has_accent and _SYLLABLE.match(words[index].plain) is not None


def _is_accented(words: Sequence[Word]) -> bool:
    """Whether most words were typed with their accents: one without may be a slip."""
    letters = [word for word in words if word.written and word.plain.isalpha()]
    return 2 * sum(word.has_accent for word in letters) >= max(1, len(letters))


def _respelt(index: int, words: Sequence[Word], corpus: Corpus) -> str | None:
    """The spelling of a word beside its neighbour, where its own accents stand nowhere."""
    word = words[index]
    known = word.accented in corpus.spelt or word.accented in corpus.lexicon.spelt
    if known or not corpus.word_counts[word.plain]:
        return None
    if corpus.lexicon.function.at(words, index)[0]:
        return None
    beside = {
        place
        for place in (index - 1, index + 1)
        if 0 <= place < len(words) and not corpus.lexicon.function.at(words, place)[0]
    }  # beside a particle ("có nắng không") any word may stand
    found = {
        spelt[int(place < index)]
        for place in beside
        for spelt in corpus.spelt_as(
            (words[min(place, index)].plain, words[max(place, index)].plain)
        )
    }
    return min(found, key=lambda form: (OSA.distance(form, word.accented), form), default=None)


def _is_likely(index: int, words: Sequence[Word], better: str, corpus: Corpus) -> bool:
    """Whether a word that is one may still be a slip: the other one then fits both neighbours."""
    if words[index].accented not in corpus.lexicon.spelt:
        return True
    return all(corpus.together(pair) for pair in _pairs(index, words, better))


def _keeps_vowels(typed: Word, better: str, corpus: Corpus) -> bool:
    """Whether a sound accented syllable is spelt with the same vowels and tone once mended.

    A slip drops letters, it does not change them: "tiền" is none of "thiện", "vòng" of "mong".
    """
    if not (typed.has_accent and _SOUND.match(typed.plain)):
        return True
    vowels = _vowels(typed.accented)
    known = (*corpus.spellings.get(better, ()), *corpus.lexicon.spellings.get(better, ()))
    forms = (iter(_vowels(form)) for form in known or (better,))
    return any(all(letter in form for letter in vowels) for form in forms)


def _vowels(spelt: str) -> str:
    return "".join(letter for letter in spelt if strip_accents(letter) in _VOWELS)


def _as_spelt(plain: str, typed: Word, corpus: Corpus) -> str:
    """The stored spelling of a mended word that is nearest to what was typed."""
    if not typed.has_accent:
        forms = corpus.spellings.get(plain, ())
        return forms[0] if len(forms) == 1 else plain
    return min(
        corpus.spellings.get(plain, (plain,)),
        key=lambda form: (OSA.distance(form, typed.accented), form),
    )


def _is_unknown(plain: str, corpus: Corpus) -> bool:
    return (
        len(plain) >= _SHORTEST
        and plain.isalpha()
        and not _ROMAN.match(plain)
        and not corpus.word_counts[plain]
        and plain not in corpus.headed_words
        and plain not in corpus.unit_words
        and plain not in corpus.lexicon.syllables
        and plain not in corpus.lexicon.fillers
        and plain not in corpus.issuers.words
    )


def _is_misspelt(index: int, words: Sequence[Word], corpus: Corpus) -> bool:
    """Whether a word of known letters is spelt as nowhere else and has unusual neighbours."""
    word = words[index]
    lexicon = corpus.lexicon
    return (
        len(word.plain) >= _SHORTEST
        and word.written.isalpha()
        and word.accented not in corpus.spelt
        and not lexicon.cues.at(words, index)[0]
        and not (word.has_accent and lexicon.function.at(words, index)[0])
        and not any(corpus.together(pair) for pair in _pairs(index, words, word.plain))
    )


def _slipped(index: int, words: Sequence[Word], corpus: Corpus) -> str | None:
    """The one stored word that a slip of the finger makes of this: a letter lost or two swapped.

    It must stand beside a neighbour somewhere, as it would stand here.
    """
    plain = words[index].plain
    found = {
        candidate: best
        for candidate in corpus.alphabet(len(plain) + 1, 1)
        if _is_slip(plain, candidate)
        and (
            best := max(
                (_pair(*pair, corpus) for pair in _pairs(index, words, candidate)), default=0.0
            )
        )
    }
    if not found:
        return None
    return max(found, key=lambda candidate: (found[candidate], corpus.word_counts[candidate]))


def _is_slip(typed: str, meant: str) -> bool:
    if len(meant) == len(typed):
        return sorted(meant) == sorted(typed) and OSA.distance(typed, meant) == 1
    return len(meant) == len(typed) + 1 and OSA.distance(typed, meant) == 1


def _pairs(index: int, words: Sequence[Word], candidate: str) -> list[tuple[str, str]]:
    pairs = []
    if index:
        pairs.append((words[index - 1].plain, candidate))
    if index + 1 < len(words):
        pairs.append((candidate, words[index + 1].plain))
    return pairs


def _better(index: int, words: Sequence[Word], corpus: Corpus) -> str | None:
    plain = words[index].plain
    well_formed = is_syllable(plain)
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
