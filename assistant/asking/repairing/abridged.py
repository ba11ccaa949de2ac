"""What letters typed for short may stand for in the stored text: names, phrases, words.

Each way of shortening is undone only where the documents, or the vocabulary, know the result.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rapidfuzz.distance import OSA

from assistant.asking.finding.corpus import Corpus
from assistant.asking.repairing.beside import Beside, bond
from assistant.asking.repairing.spelling import is_syllable
from assistant.asking.words import Word, contains, words_of
from ingest.text.normal import strip_accents

_NUMERAL = re.compile(r"[ivx]+")
_HELD = re.compile(r"([^\W\d_])\1+")
_VOWEL = re.compile(r"[aeiouy]")
_ONSET = re.compile(r"ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx]")
_AND = "va"
_HEADS, _PAIR = 3, 2
"""Words that may open a unit's name and be left out of its initials ("Phòng", "Trung tâm")."""
_FEWEST, _MISTYPED, _GLUED = 3, 5, 3
_OFTEN, _LOOSE, _BOUND, _ALWAYS = 2, 0.1, 0.25, 0.8
_MOST_FIT, _MOST_SEEN = 5, 20


def written_whole(key: str, beside: Beside, corpus: Corpus) -> str | None:
    """What letters that no list knows stand for; ``None`` where they stand for themselves."""
    plain = strip_accents(key)
    if len(plain) < _FEWEST or is_known(key, plain, corpus):
        return None
    once = _let_go(key, corpus)
    if once is not None and beside.fit([strip_accents(once)], corpus):
        return once
    return (
        _unit(key.replace("&", ""), corpus)
        or (None if is_syllable(plain) else _by_syllables(key, beside, corpus))
        or once
    )


def is_known(key: str, plain: str, corpus: Corpus) -> bool:
    """Whether a word stands in a document or the vocabulary as it is typed."""
    if "&" in key:
        words = words_of(key)
        return corpus.lexicon.abbreviations.at(words, 0)[0] == len(words)
    return (
        corpus.word_counts[plain] > 0
        or plain in corpus.lexicon.syllables
        or plain in corpus.lexicon.fillers
        or plain in corpus.headed_words
        or plain in corpus.issuers.words
    )


def _by_syllables(key: str, beside: Beside, corpus: Corpus) -> str | None:
    """What letters that make no syllable may stand for in the stored text."""
    letters = key.replace("&", "")
    if len(key) >= _GLUED and (found := _joined(key, corpus)):
        return found
    if len(key) >= _GLUED and _VOWEL.search(strip_accents(letters)):
        found = _glued(key, beside, corpus)
    else:
        found = _mistyped(letters, corpus)
    return found or _phrase(letters, beside, corpus)


def _mistyped(letters: str, corpus: Corpus) -> str | None:
    """The abbreviation of the vocabulary of which one letter was dropped ("ttc" for "tthc")."""
    plain = strip_accents(letters)
    near = {
        " ".join(word.accented for word in meaning)
        for short, meaning in corpus.lexicon.short_forms.items()
        if len(short) == len(plain) + 1
        and short[0] == plain[0]
        and OSA.distance(short, plain, score_cutoff=1) <= 1
        and all(corpus.together(pair) for pair in pairwise(word.plain for word in meaning))
    }
    return near.pop() if len(near) == 1 else None


def _joined(key: str, corpus: Corpus) -> str | None:
    """An abbreviation and the word after it typed as one ("vpsở")."""
    for at in range(2, len(key) - 1):
        meaning = corpus.lexicon.short_forms.get(strip_accents(key[:at]))
        rest = strip_accents(key[at:])
        if meaning and is_syllable(rest) and corpus.together((meaning[-1].plain, rest)):
            return f"{_written(meaning)} {key[at:]}"
    return None


def by_neighbour(key: str, beside: Beside, corpus: Corpus) -> str | None:
    """What stands beside the neighbours with these letters: two words, or the ends of one."""
    if len(key) != _PAIR:
        return None
    counts: Counter[str] = Counter()
    for shelf in corpus.shelves:
        for entry in shelf.entries:
            plain, spelt = entry.body.plain, entry.body.spelt
            if beside.left in entry.body.words:
                counts.update(
                    spelt[place]
                    for place in range(1, len(plain))
                    if plain[place - 1] == beside.left and _frames(spelt[place], key)
                )
            if beside.right in entry.body.words:
                counts.update(
                    " ".join(spelt[place - _PAIR : place])
                    for place in range(_PAIR, len(plain))
                    if plain[place] == beside.right
                    and same(spelt[place - 2][0] + spelt[place - 1][0], key)
                )
    found = [one for one, count in counts.items() if _keeps(one, count, beside, corpus)]
    return found[0] if len(found) == 1 else None


def _keeps(found: str, count: int, beside: Beside, corpus: Corpus) -> bool:
    """Whether what was found is one word, with its neighbour or in itself."""
    words = words_of(found)
    pair = (words[0].plain if len(words) > 1 else beside.left, words[-1].plain)
    weightless = corpus.lexicon.function.at(words, len(words) - 1)[0]
    return corpus.bond(*pair) >= _BOUND or (count >= _OFTEN and not weightless)


def _frames(word: str, key: str) -> bool:
    """Whether a word of three letters or more begins and ends with the two typed of it."""
    return len(word) >= _FEWEST and same(word[0] + word[-1], key)


def initials(words: Sequence[Word]) -> str:
    """The first letters of the words of a name, "và" left out."""
    return "".join(word.accented[0] for word in words if word.plain != _AND)


def same(written: str, typed: str) -> bool:
    """Whether initials are those typed; "đ" may be typed "d"."""
    return typed in (written, strip_accents(written))


def _unit(letters: str, corpus: Corpus) -> str | None:
    """The name of the unit with these initials, its head left out; long ones may be mistyped."""
    near: str | None = None
    for phrase, _ in corpus.units:
        for start in range(min(_HEADS, len(phrase) - 1)):
            tail = phrase[start:]
            first = initials(tail)
            if len(first) < _FEWEST:
                continue
            if same(first, letters):
                return _usual(tail, corpus)
            mistyped = min(len(letters), len(first)) >= _MISTYPED
            if near is None and mistyped and first[0] == letters[0]:
                plain = strip_accents(first)
                if OSA.distance(plain, strip_accents(letters), score_cutoff=1) <= 1:
                    near = _usual(tail, corpus)
    return near


def _usual(words: Sequence[Word], corpus: Corpus) -> str:
    """A name as most texts spell it: one that was misread has the same letters elsewhere."""
    plain = tuple(word.plain for word in words)
    spelt: Counter[tuple[str, ...]] = Counter()
    for shelf in corpus.shelves:
        for entry in shelf.entries:
            at = contains(entry.body.plain, plain)
            if at >= 0:
                spelt[entry.body.spelt[at : at + len(plain)]] += 1
    return " ".join(spelt.most_common(1)[0][0]) if spelt else _written(words)


def _written(words: Sequence[Word]) -> str:
    return " ".join(word.accented for word in words)


def _phrase(letters: str, beside: Beside, corpus: Corpus) -> str | None:
    """The phrase of the documents with these initials, whose words keep together."""
    plain = strip_accents(letters)
    counts: Counter[tuple[str, ...]] = Counter()
    for shelf in corpus.shelves:
        for words, initials in shelf.spelt_lines:
            at = initials.find(plain)
            while at >= 0:
                counts[words[at : at + len(plain)]] += 1
                at = initials.find(plain, at + 1)
    found: list[tuple[float, tuple[str, ...]]] = []
    for phrase, count in counts.items():
        if not same("".join(word[:1] for word in phrase), letters):
            continue
        bare = [strip_accents(word) for word in phrase]
        fit = beside.fit(bare, corpus)
        inner = min(corpus.bond(left, right) for left, right in pairwise(bare))
        if count + fit >= _OFTEN and inner >= _least(len(phrase), fit):
            score = inner + min(fit, _MOST_FIT) + min(count, _MOST_SEEN) / _MOST_SEEN
            found.append((score, phrase))
    ordered = sorted(found, key=lambda one: -one[0])
    return next((" ".join(one) for _, one in ordered if not _goes_on(one, corpus)), None)


def _least(letters: int, fit: int) -> float:
    """How firmly the words must keep together: few initials meet by chance, many hardly ever."""
    if letters > _FEWEST:
        return _LOOSE
    return _BOUND if fit else 2 * _BOUND


def _goes_on(phrase: tuple[str, ...], corpus: Corpus) -> bool:
    """Whether the stored text nearly always has one same word behind: the phrase is torn off."""
    behind: Counter[str] = Counter()
    for shelf in corpus.shelves:
        for words, _ in shelf.spelt_lines:
            at = contains(words, phrase)
            if at >= 0:
                behind[words[at + len(phrase)] if at + len(phrase) < len(words) else ""] += 1
    word, most = behind.most_common(1)[0]
    return bool(word) and most >= _FEWEST and most >= _ALWAYS * behind.total()


def _let_go(key: str, corpus: Corpus) -> str | None:
    """The word with each letter once that was held down ("nhaaa"), if that is one."""
    if _NUMERAL.fullmatch(key):
        return None
    short = _HELD.sub(r"\1", key)
    return short if short != key and is_known(short, strip_accents(short), corpus) else None


def _glued(key: str, beside: Beside, corpus: Corpus) -> str | None:
    """A word of two syllables of which one or both are written out, without a blank between."""
    best: tuple[float, str] | None = None
    for pair in _splits(key, corpus):
        bare = [strip_accents(word) for word in pair]
        fit = beside.fit(bare, corpus)
        seen = fit + corpus.together((bare[0], bare[1]))
        whole = corpus.lexicon.compounds.at(words_of(" ".join(pair)), 0)[0] == len(pair)
        score = bond(bare[0], bare[1], corpus) + whole + 2 * seen / (seen + _MOST_FIT)
        if best is None or score > best[0]:
            best = (score, " ".join(pair))
    return best[1] if best else None


def _splits(key: str, corpus: Corpus) -> Iterator[tuple[str, str]]:
    """The stored pairs of words that a token may stand for."""
    plain = strip_accents(key)
    for at in range(1, len(plain) - 1):
        first, rest = plain[:at], plain[at:]
        if not is_syllable(rest):
            continue
        whole = is_syllable(first) and _VOWEL.search(first) is not None
        if whole or _ONSET.fullmatch(first):
            for pair in (*corpus.pairs_ending(rest), *corpus.lexicon.spelt_pairs.get(rest, ())):
                opens = _opens(pair[0], key[:at], whole=whole)
                if opens and key[at:] in (pair[1], strip_accents(pair[1])):
                    yield pair


def _opens(word: str, typed: str, *, whole: bool) -> bool:
    """Whether a word is the one typed, or begins with the letters typed of it."""
    forms = (word, strip_accents(word))
    return typed in forms if whole else any(form.startswith(typed) for form in forms)
