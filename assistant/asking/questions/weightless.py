"""Which words of a question say nothing of what is looked for: particles, talk, lone letters.

The class is closed (``function`` of asking_intents.yaml, ``fillers`` of asking_chat.yaml); what is
decided here is whether a word of it is meant, or half of another word that is typed like it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.asking.finding.corpus import Corpus
from assistant.asking.words import Word, words_of

if TYPE_CHECKING:
    from assistant.asking.questions.marking import Marked

_SEEN, _PAIR = 2, 2
_BOUND, _HALF_WORD = 0.5, 0.3
_OPENERS = (".", "?", "!", ":", ";", "«", "“", '"', "(", "-", "–")
_VOWELS = frozenset("aeiouy")


def is_noise(reading: Marked, position: int, corpus: Corpus) -> bool:
    """Whether a word is a lone letter, or two that make no syllable and stand nowhere."""
    plain = reading.words[position].plain
    if not plain.isalpha() or _in_compound(reading, position, corpus):
        return False
    if len(plain) == 1:
        return True
    start = reading.words[position].start
    shouted = start >= 0 and reading.typed[start : start + 1].isupper()
    vowel = any(letter in _VOWELS for letter in plain)
    return len(plain) == _PAIR and not (vowel or shouted or corpus.word_counts[plain])


def _in_compound(reading: Marked, position: int, corpus: Corpus) -> bool:
    """Whether a word is the first or second of a compound ("y tế", "góp ý")."""
    table = corpus.lexicon.compounds
    here = table.at(reading.words, position)[0]
    return here > 1 or (position > 0 and table.at(reading.words, position - 1)[0] > 1)


def function_length(reading: Marked, index: int, corpus: Corpus) -> int:
    """Length of words without weight here.

    Typed without accents, a lone syllable that keeps to its neighbour in the stored text is part
    of a word ("ra" in "ra soat"), not a particle.
    """
    length, written = corpus.lexicon.function.at(reading.words, index)
    if length > 1 and _runs_on(reading, index + length - 1, corpus):
        length, written = corpus.lexicon.function.at(reading.words[: index + 1], index)
    if length != 1:
        return length
    if _ends_name(reading, index) or _begins_name(reading, index):
        return 0
    plain = reading.words[index].plain
    if reading.accented:
        same = [phrase for phrase in written if _same(reading.words[index], phrase)]
        talk = bool(same) and corpus.lexicon.talk.issuperset(same)
        return 0 if not same or (talk and _is_part(reading, index, corpus)) else 1
    neighbours = []
    named = (
        index + 1 < len(reading.words)
        and (corpus.lexicon.provinces.at(reading.words, index + 1)[0])
    )
    if index + 1 < len(reading.words) and not named:
        neighbours.append((plain, reading.words[index + 1].plain))
    taken = index >= _SEEN and corpus.bond(*(one.plain for one in reading.words[index - 2 : index]))
    if index and reading.state[index - 1] == "topic" and (taken or 0.0) < _BOUND:
        neighbours.append((reading.words[index - 1].plain, plain))
    bound = any(_is_bound(pair, plain, corpus) for pair in neighbours)
    return 0 if bound else length


def _ends_name(reading: Marked, index: int) -> bool:
    """Whether a word with a capital goes on from one that has one too ("xã Viên An")."""
    if not index or reading.typed.isupper():
        return False
    starts = [word.start for word in reading.words[index - 1 : index + 1]]
    return reading.state[index - 1] == "topic" and all(
        start >= 0 and reading.typed[start : start + 1].isupper() for start in starts
    )


def _begins_name(reading: Marked, index: int) -> bool:
    """Whether a word with a capital inside a sentence leads another one ("phường An Hòa")."""
    pair = [word.start for word in reading.words[index : index + 2]]
    typed = reading.typed
    if not index or len(pair) < _PAIR or min(pair) < 0 or typed.isupper():
        return False
    before = typed[: pair[0]].rstrip()
    opens = before.endswith(_OPENERS) or not before
    return not opens and all(typed[start : start + 1].isupper() for start in pair)


def _is_part(reading: Marked, index: int, corpus: Corpus) -> bool:
    """Whether a word of talk is here one half of another word ("khoản" in "tài khoản")."""
    words = reading.words
    after = index > 0 and reading.state[index - 1] == "topic"
    if after and _spelt_so(words[index - 1], words[index], corpus):
        return True
    if index + 1 >= len(words) or not _spelt_so(words[index], words[index + 1], corpus):
        return False
    return corpus.bond(words[index].plain, words[index + 1].plain) >= _HALF_WORD


def _spelt_so(one: Word, other: Word, corpus: Corpus) -> bool:
    return (one.accented, other.accented) in corpus.spelt_as((one.plain, other.plain))


def _runs_on(reading: Marked, last: int, corpus: Corpus) -> bool:
    """Whether the last word of a turn of speech typed without accents begins another word.

    "Cac chi tieu" is no address ("các chị").
    """
    if reading.accented or last + 1 >= len(reading.words):
        return False
    known = (corpus.lexicon.cues, corpus.lexicon.compounds, corpus.lexicon.weak)
    if any(table.at(reading.words, last)[0] > 1 for table in known):
        return True
    plain = reading.words[last].plain
    return _is_bound((plain, reading.words[last + 1].plain), plain, corpus)


def _is_bound(pair: tuple[str, str], plain: str, corpus: Corpus) -> bool:
    """Whether a word keeps to its neighbour in the stored text, spelt there as another word.

    "Ra soat" is written "rà soát", which "ra" is not; "đang còn" is a particle there too.
    """
    if corpus.together(pair) < _SEEN or corpus.bond(*pair) < _BOUND:
        return False
    place = pair.index(plain)
    spelt = [written[place] for written in corpus.spelt_as(pair)]
    return not spelt or not all(_is_weightless(word, corpus) for word in spelt)


def _is_weightless(spelt: str, corpus: Corpus) -> bool:
    length, _ = corpus.lexicon.function.at(words_of(spelt), 0)
    return bool(length)


def _same(word: Word, phrase: str) -> bool:
    return any(word.accented == other.accented for other in words_of(phrase))
