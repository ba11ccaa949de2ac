"""How well a record or passage is about the topic of a question.

The topic is cut into terms: phrases that have synonyms, words whose syllables keep together in the
stored text, single syllables. A term counts fully where it stands as written, less where only a
synonym, its syllables apart, or other accents are found. Coverage is the weighted share of the
topic that is found; the weight of a term is how rare its syllables are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.asking.corpus import Corpus, Entry, Features
from assistant.asking.query import Query, TopicWord
from assistant.asking.words import Phrase, Word

COVERED = 0.66
"""Least coverage for an entry to count as being about the topic."""
_MISSING = 0.5
IMPORTANT = 0.3
"""Share of the topic from which on a term must be found, in a question of few terms."""
_BOUND = 0.3
_WEAK = 0.3
_APART, _SYNONYM, _OTHER_ACCENTS, _ABOVE = 0.6, 0.9, 0.5, 0.85
_CONTEXT_ONLY = 0.7
_BESIDE, _IN_NAME = 0.65, 0.9
_LONE_OTHER_ACCENTS = 0.25
_SCATTERED = 0.6
_REACH = 4
_STRONG = 0.5
_LONGEST_TERM = 4
_PAIR = 2
_SOLID_APART = 0.4


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
            len(term.words) == 1 and term.weight >= _STRONG / len(self.terms) for term in self.terms
        )

    def touches(self, entry: Entry) -> bool:
        """Whether an entry shares any word with the topic; quick, to leave the others out."""
        return not self.words.isdisjoint(entry.body.words) or not self.words.isdisjoint(
            entry.context.words
        )


@dataclass(frozen=True, slots=True)
class Match:
    """An entry with its coverage (0..1), its ranking score, and the terms it lacks.

    ``focus`` is the coverage by the entry's own short name (a target's metric) alone. ``levels``
    say of every term how surely the entry's own words hold it; what only its products, activities
    or headings hold counts for less. ``named`` says the same of the naming terms.
    """

    entry: Entry
    coverage: float
    score: float
    missing: tuple[Term, ...]
    focus: float = 0.0
    levels: tuple[float, ...] = ()
    named: tuple[float, ...] = ()

    @property
    def fits(self) -> bool:
        """Whether the entry is about the topic, with nothing important left out."""
        return self.coverage >= COVERED and not self.missing


def build_topic(query: Query, corpus: Corpus) -> Topic:
    """Cut the query's topic words into weighted terms."""
    required = query.required
    counted = frozenset(entry.word for entry in required if entry.counted)
    terms = tuple(term for run in _runs(required) for term in _cut(run, corpus, counted))
    soft = [entry for entry in query.topic if not entry.required]
    extra = tuple(term for run in _runs(soft) for term in _cut(run, corpus))
    named = _runs([entry for entry in soft if entry.naming])
    naming = tuple(term for run in named for term in _cut(run, corpus))
    bridges = tuple(pairwise(query.words))
    words = frozenset(
        word.plain for term in terms for phrase in (term.words, *term.others) for word in phrase
    )
    return Topic(_scaled(terms), extra, naming, bridges, words)


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
        key = any(word in counted for word in words)
        weak = corpus.lexicon.weak.at(words, 0)[0] == length
        others = corpus.lexicon.synonyms.get(plain, ())
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


def _is_compound(words: Sequence[Word], corpus: Corpus) -> bool:
    return corpus.lexicon.compounds.at(words, 0)[0] == len(words)


def _phrase_length(run: Sequence[Word], index: int, corpus: Corpus) -> int:
    synonyms = corpus.lexicon.synonyms
    longest = min(5, len(run) - index)
    for length in range(longest, 1, -1):
        if tuple(word.plain for word in run[index : index + length]) in synonyms:
            return length
    weak, _ = corpus.lexicon.weak.at(run, index)
    compound, _ = corpus.lexicon.compounds.at(run, index)
    if max(weak, compound) > 1 and max(weak, compound) <= _LONGEST_TERM:
        return max(weak, compound)
    if weak > 1:
        return weak
    if index + 1 < len(run):
        here = corpus.bond(run[index].plain, run[index + 1].plain)
        onward = (
            corpus.bond(run[index + 1].plain, run[index + 2].plain) if index + 2 < len(run) else 0.0
        )
        if here >= _BOUND and here >= onward * 0.6:
            return 2
        alone = weak or _known_at(run, index, corpus, 1) or _known_at(run, index + 1, corpus, 2)
        if not here and not onward and not alone:
            return 2
    return 1


def _known_at(run: Sequence[Word], index: int, corpus: Corpus, fewest: int) -> bool:
    """Whether a phrase of the vocabulary begins here that must not be torn apart."""
    plain = tuple(word.plain for word in run[index : index + _LONGEST_TERM])
    lengths = range(fewest, len(plain) + 1)
    return (
        any(plain[:length] in corpus.lexicon.synonyms for length in lengths)
        or corpus.lexicon.compounds.at(run, index)[0] >= fewest
    )


def match(entry: Entry, topic: Topic, *, accented: bool) -> Match:
    """Score one entry against the topic. ``accented``: the question was typed with accents."""
    if topic.empty:
        return Match(entry, 1.0, 1.0, ())
    coverage = 0.0
    in_body = 0.0
    missing: list[Term] = []
    levels: list[float] = []
    beside = _IN_NAME if entry.kind == "indicators" else _BESIDE
    own = entry.focus if entry.kind == "tasks" else entry.body
    for term in topic.terms:
        body = _found(term, entry.body, accented)
        above = _found(term, entry.context, accented) * _ABOVE
        found = max(body, above)
        coverage += term.weight * found
        in_body += term.weight * body
        itself = body if own is entry.body else _found(term, own, accented)
        levels.append(max(itself, beside * found))
        important = term.key or term.weight >= IMPORTANT * _fair(topic)
        if found < _MISSING and important:
            missing.append(term)
    if in_body < 0.4 * coverage:
        coverage *= _CONTEXT_ONLY
    if coverage >= COVERED and topic.has_lone_word and not _together(topic, entry.body):
        coverage *= _SCATTERED
    extra = sum(
        _found(term, entry.body, accented) + 0.5 * _found(term, entry.context, accented)
        for term in topic.extra
    ) / (len(topic.extra) or 1)
    joined = sum(pair in entry.body.pairs for pair in topic.bridges) / (len(topic.bridges) or 1)
    focus = sum(term.weight * _found(term, entry.focus, accented) for term in topic.terms)
    asked = sum(len(term.words) for term in (*topic.terms, *topic.extra))
    brevity = min(1.0, asked / (len(entry.focus.plain) or 1))
    score = coverage + 0.06 * extra + 0.12 * joined + 0.08 * focus + 0.08 * brevity
    named = tuple(_found(term, own, accented) for term in topic.naming)
    return Match(entry, coverage, score, tuple(missing), focus, tuple(levels), named)


def unknown_terms(topic: Topic, corpus: Corpus) -> tuple[Term, ...]:
    """Terms whose words stand together in no stored text, and that have no synonym."""
    return tuple(
        term for term in topic.terms if not term.others and not _stands(term.plain, corpus)
    )


def _stands(phrase: Phrase, corpus: Corpus) -> bool:
    if len(phrase) == 1:
        return corpus.word_counts[phrase[0]] > 0
    return all(corpus.pair_counts[pair] for pair in pairwise(phrase))


def _together(topic: Topic, features: Features) -> bool:
    """Whether the topic's words stand near one another, not scattered over a long text."""
    strong = [term for term in topic.terms if term.weight >= _STRONG / len(topic.terms)]
    wanted = {term.plain[0]: _bigram(term) for term in strong if term.plain[0] in features.words}
    if len(wanted) < 2:
        return True
    reach = _REACH + 2 * sum(len(term.words) for term in topic.terms)
    last: dict[str, int] = {}
    for position, word in enumerate(features.plain):
        if word in wanted:
            pair = wanted[word]
            following = features.plain[position + 1 : position + 2]
            if pair in features.pairs and (word, *following) != pair:
                continue
            last[word] = position
            if len(last) == len(wanted) and position - min(last.values()) <= reach:
                return True
    return False


def _bigram(term: Term) -> tuple[str, str]:
    """The first two words of a term; a lone word twice, which stands nowhere."""
    return (term.plain[0], term.plain[1] if len(term.plain) > 1 else term.plain[0])


def _fair(topic: Topic) -> float:
    """A term is important at 30 % of the topic, or less in a long question."""
    return min(1.0, 2.4 / max(1, len(topic.terms)))


def _found(term: Term, features: Features, accented: bool) -> float:
    """How surely ``term`` stands in the text: 1 as written, 0 not at all."""
    best = _phrase_found(term.words, features, accented)
    if term.solid and best and not _adjacent(term.words, features):
        best *= _SOLID_APART
    for other in term.others:
        if best >= _SYNONYM:
            break
        best = max(best, _SYNONYM * _whole(other, features))
    return best


def found_in(term: Term, features: Features, *, accented: bool) -> float:
    """How surely a term stands in a text, 0..1. ``accented``: the question was typed so."""
    return _found(term, features, accented)


def _whole(words: Sequence[Word], features: Features) -> float:
    if not all(word.accented in features.accented for word in words):
        return 0.0
    return 1.0 if _adjacent(words, features) else 0.0


def _adjacent(words: Sequence[Word], features: Features) -> bool:
    return all((left.plain, right.plain) in features.pairs for left, right in pairwise(words))


def _phrase_found(words: Sequence[Word], features: Features, accented: bool) -> float:
    here = [word for word in words if word.plain in features.words]
    if not here:
        return 0.0
    agreeing = sum(
        1.0
        if word.accented in features.accented or not (accented or word.has_accent)
        else _OTHER_ACCENTS
        for word in here
    )
    share = agreeing / len(words)
    if len(words) == 1:
        return share if share == 1.0 else _LONE_OTHER_ACCENTS
    if len(here) < len(words):
        return 0.4 * share
    return share if _adjacent(words, features) else _APART * share
