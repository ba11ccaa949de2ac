"""The topic of a question, cut into terms that are looked for.

A term is a phrase that has synonyms, words whose syllables keep together in the stored text, or a
single syllable; its weight is how rare its syllables are. How well an entry holds the terms is
judged in :mod:`assistant.asking.finding.matching`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.asking.finding.corpus import Corpus, Entry
from assistant.asking.query import Query, TopicWord
from assistant.asking.words import Phrase, Word

STRONG = 0.5
"""A term carries much where it weighs this share of what it would weigh among equals."""
_BOUND = 0.3
_WEAK = 0.3
_LONGEST_TERM = 4
_LONGEST_SYNONYM = 6
_PAIR = 2


@dataclass(frozen=True, slots=True)
class Term:
    """One unit of the topic. ``others`` are synonyms; ``weight`` is its share of the topic.

    A ``key`` term is what is counted ("bao nhiêu vụ việc"): without it nothing fits. A ``weak``
    term says little about the topic. The syllables of a ``solid`` term mean nothing apart.
    """

    words: tuple[Word, ...]
    weight: float
    others: tuple[tuple[Word, ...], ...] = ()
    key: bool = False
    weak: bool = False
    solid: bool = False

    @property
    def text(self) -> str:
        """As the question writes it."""
        return " ".join(word.shown for word in self.words)

    @property
    def plain(self) -> Phrase:
        """Without accents."""
        return tuple(word.plain for word in self.words)


@dataclass(frozen=True, slots=True)
class Topic:
    """The terms of a question. ``extra`` terms only help ranking.

    ``naming`` are those of them that name what a task makes ("báo cáo", "kế hoạch").
    """

    terms: tuple[Term, ...]
    extra: tuple[Term, ...] = ()
    naming: tuple[Term, ...] = ()
    bridges: tuple[tuple[str, str], ...] = ()
    words: frozenset[str] = frozenset()

    @property
    def empty(self) -> bool:
        """Whether the question names no topic."""
        return not self.terms

    @property
    def has_lone_word(self) -> bool:
        """Whether a single syllable carries much of the topic: it may be part of another word."""
        return any(
            len(term.words) == 1 and not term.weak and term.weight >= STRONG / len(self.terms)
            for term in self.terms
        )

    def touches(self, entry: Entry) -> bool:
        """Whether an entry shares any word with the topic; quick, to leave the others out."""
        return not self.words.isdisjoint(entry.body.words) or not self.words.isdisjoint(
            entry.context.words
        )


def build_topic(query: Query, corpus: Corpus) -> Topic:
    """Cut the query's topic words into weighted terms."""
    required = query.required
    counted = frozenset(entry.word for entry in required if entry.counted)
    terms = tuple(term for run in _runs(required) for term in _cut(run, corpus, counted))
    terms = _without_faint(terms, corpus)
    soft = [entry for entry in query.topic if not entry.required]
    extra = tuple(term for run in _runs(soft) for term in _cut(run, corpus))
    named = _runs([entry for entry in soft if entry.naming])
    naming = tuple(term for run in named for term in _cut(run, corpus))
    bridges = tuple(pairwise(query.words))
    words = frozenset(
        word.plain for term in terms for phrase in (term.words, *term.others) for word in phrase
    )
    return Topic(_scaled(terms), extra, naming, bridges, words)


def _without_faint(terms: tuple[Term, ...], corpus: Corpus) -> tuple[Term, ...]:
    """The terms; a word of two syllables that say little each is weak beside two that tell more.

    "Quy trình" tells what is asked about "quy trình cấp phép", and hardly in a longer topic.
    """
    weak = corpus.lexicon.weak
    faint = [
        len(term.words) == _PAIR and term.solid and all(weak.at((one,), 0)[0] for one in term.words)
        for term in terms
    ]
    telling = sum(not term.weak and not each for term, each in zip(terms, faint, strict=True))
    if not any(faint) or telling < _PAIR:
        return terms
    return tuple(
        replace(term, weak=True, key=False, weight=term.weight * _WEAK)
        if each and not term.weak
        else term
        for term, each in zip(terms, faint, strict=True)
    )


def _scaled(terms: tuple[Term, ...]) -> tuple[Term, ...]:
    total = sum(term.weight for term in terms) or 1.0
    return tuple(replace(term, weight=term.weight / total) for term in terms)


def _runs(words: Sequence[TopicWord]) -> list[list[Word]]:
    runs: list[list[Word]] = []
    last = None
    for entry in words:
        if last is None or entry.place != last + 1:
            runs.append([])
        runs[-1].append(entry.word)
        last = entry.place
    return runs


def _cut(run: Sequence[Word], corpus: Corpus, counted: frozenset[Word] = frozenset()) -> list[Term]:
    terms: list[Term] = []
    index = 0
    while index < len(run):
        spelt = _spelt_out(run, index, corpus)
        length = spelt or _phrase_length(run, index, corpus)
        words = tuple(run[index : index + length])
        plain = tuple(word.plain for word in words)
        weight = sum(corpus.idf(word) for word in plain) / (1 if length == 1 else length**0.5)
        if _only_stresses(words, corpus):
            index += length
            continue
        key = any(word in counted for word in words)
        weak = corpus.lexicon.weak.at(words, 0)[0] == length
        weak = weak or (length == 1 and words[0].accented in corpus.lexicon.joining)
        others = corpus.lexicon.synonyms.get(plain, ())
        others += corpus.long_names.get(plain, ()) if length == 1 else ()
        solid = bool(spelt) or (length == _PAIR and _is_compound(words, corpus))
        weighed = weight * (_WEAK if weak else 1)
        terms.append(Term(words, weighed, others, key and not weak, weak, solid))
        index += length
    return terms


def _spelt_out(run: Sequence[Word], index: int, corpus: Corpus) -> int:
    """Length of an abbreviation written out in words that each say little: they are one name."""
    end = index
    while end < len(run) and not run[end].written and run[end].start == run[index].start:
        end += 1
    weak = corpus.lexicon.weak
    first, _ = weak.at(run, index)
    if not first or index + first >= end:
        return 0
    second, _ = weak.at(run, index + first)
    return end - index if index + first + second == end else 0


def _only_stresses(words: Sequence[Word], corpus: Corpus) -> bool:
    """Whether words only say how fully something is so, and no stored text tells by them."""
    if corpus.lexicon.degrees.at(words, 0)[0] != len(words):
        return False
    return not all(corpus.together((one.plain, other.plain)) for one, other in pairwise(words))


def _is_compound(words: Sequence[Word], corpus: Corpus) -> bool:
    return corpus.lexicon.compounds.at(words, 0)[0] == len(words)


def _phrase_length(run: Sequence[Word], index: int, corpus: Corpus) -> int:
    synonyms = corpus.lexicon.synonyms
    longest = min(_LONGEST_SYNONYM, len(run) - index)
    for length in range(longest, 1, -1):
        if tuple(word.plain for word in run[index : index + length]) in synonyms:
            return length
    weak, _ = corpus.lexicon.weak.at(run, index)
    compound, _ = corpus.lexicon.compounds.at(run, index)
    if max(weak, compound) > 1 and max(weak, compound) <= _LONGEST_TERM:
        return max(weak, compound)
    if weak > 1:
        return weak
    if index + 1 < len(run) and corpus.lexicon.compounds.at(run, index + 1)[0] >= _PAIR:
        return 1  # the next word is whole: "gửi thành viên" is no "gửi thành"
    if index + 1 < len(run) and not _is_initials(run[index : index + 2], corpus):
        here = _bond(run[index], run[index + 1], corpus)
        onward = (
            corpus.bond(run[index + 1].plain, run[index + 2].plain) if index + 2 < len(run) else 0.0
        )
        torn = corpus.lexicon.compounds.at(run, index + 1)[0] == _PAIR and not compound
        if here >= _BOUND and here >= onward * 0.6 and not torn:
            return 2
        alone = weak or _known_at(run, index, corpus, 1) or _known_at(run, index + 1, corpus, 2)
        alone = alone or run[index].accented in corpus.lexicon.joining
        alone = alone or _ends_pair(run, index, corpus)
        if not here and not onward and not alone:
            return 2
    return 1


def _bond(one: Word, other: Word, corpus: Corpus) -> float:
    """How firmly two words belong together, spelt as the question spells them.

    Without accents "sử" of "sử dụng" would be counted with every "sự".
    """
    pair = (one.plain, other.plain)
    bare = corpus.bond(*pair)
    if not bare or bare >= _BOUND or not (one.has_accent or other.has_accent):
        return bare
    texts = [entry.body for entry in corpus.entries]
    left = [text for text in texts if one.accented in text.accented]
    right = sum(other.accented in text.accented for text in texts)
    together = sum(pair in text.pairs and other.accented in text.accented for text in left)
    return max(bare, together / max(1, min(len(left), right)))


def _ends_pair(run: Sequence[Word], index: int, corpus: Corpus) -> bool:
    """Whether a word is the second half of a pair of the stored text: it begins no unknown one."""
    return index > 0 and bool(corpus.together((run[index - 1].plain, run[index].plain)))


def _is_initials(words: Sequence[Word], corpus: Corpus) -> bool:
    """Whether one of two words is initials that a document introduces: it stands alone."""
    return any((word.plain,) in corpus.long_names for word in words)


def _known_at(run: Sequence[Word], index: int, corpus: Corpus, fewest: int) -> bool:
    """Whether a phrase of the vocabulary begins here that must not be torn apart."""
    plain = tuple(word.plain for word in run[index : index + _LONGEST_TERM])
    lengths = range(fewest, len(plain) + 1)
    return (
        any(plain[:length] in corpus.lexicon.synonyms for length in lengths)
        or corpus.lexicon.compounds.at(run, index)[0] >= fewest
    )
