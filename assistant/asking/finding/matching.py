"""How well a record or passage is about the topic of a question.

A term counts fully where it stands as written, less where only a synonym, its syllables apart, or
other accents are found. Coverage is the weighted share of the topic that is found.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.asking.finding.corpus import Corpus, Entry
from assistant.asking.finding.features import Features
from assistant.asking.questions.topic import STRONG, Term, Topic
from assistant.asking.words import Phrase, Word, contains

COVERED = 0.66
"""Least coverage for an entry to count as being about the topic."""
_MISSING = 0.5
IMPORTANT = 0.3
"""Share of the topic from which on a term must be found, in a question of few terms."""
_APART, _SYNONYM, _OTHER_ACCENTS, _ABOVE = 0.6, 0.9, 0.5, 0.85
_CONTEXT_ONLY = 0.7
_BESIDE, _IN_NAME = 0.65, 0.9
_LONE_OTHER_ACCENTS = 0.25
_SCATTERED = 0.6
_REACH = 4
_ONE_NAME = 20
"""Words up to which the name of a figure is one statement, however far apart in it they stand."""
_FEWEST_OF_NAME = 3
_MANY = 4
"""Terms from which on a row that holds them all as written is about them, wherever they stand."""
_SOLID_APART = 0.4


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


def match(entry: Entry, topic: Topic, *, accented: bool) -> Match:
    """Score one entry against the topic. ``accented``: the question was typed with accents."""
    if topic.empty:
        return Match(entry, 1.0, 1.0, ())
    coverage = 0.0
    in_body = 0.0
    missing: list[Term] = []
    levels: list[float] = []
    bodies: list[float] = []
    owns: list[float] = []
    beside = _IN_NAME if entry.kind == "indicators" else _BESIDE
    own = entry.focus if entry.kind == "tasks" else entry.body
    for term in topic.terms:
        body = found_in(term, entry.body, accented=accented)
        above = found_in(term, entry.context, accented=accented) * _ABOVE
        found = max(body, above)
        coverage += term.weight * found
        in_body += term.weight * body
        itself = body if own is entry.body else found_in(term, own, accented=accented)
        bodies.append(body)
        owns.append(itself)
        levels.append(max(itself, beside * found))
        important = term.key or term.weight >= IMPORTANT * _fair(topic)
        if found < _MISSING and important:
            missing.append(term)
    if in_body < 0.4 * coverage and not _is_said(entry, topic):
        coverage *= _CONTEXT_ONLY
    named = entry.kind == "indicators" and len(entry.body.plain) <= _ONE_NAME
    row = entry.kind != "passages" and len(levels) >= _MANY
    told = named or (row and min(levels) >= 1.0)
    if coverage >= COVERED and topic.has_lone_word and not (told or _together(topic, entry.body)):
        coverage *= _SCATTERED
    extra = sum(
        found_in(term, entry.body, accented=accented)
        + 0.5 * found_in(term, entry.context, accented=accented)
        for term in topic.extra
    ) / (len(topic.extra) or 1)
    short = owns if own is entry.focus else bodies
    if short is bodies and entry.focus is not entry.body:
        short = [found_in(term, entry.focus, accented=accented) for term in topic.terms]
    joined = sum(pair in entry.body.pairs for pair in topic.bridges) / (len(topic.bridges) or 1)
    focus = sum([term.weight * level for term, level in zip(topic.terms, short, strict=True)])
    asked = sum(len(term.words) for term in (*topic.terms, *topic.extra))
    brevity = min(1.0, asked / (len(entry.focus.plain) or 1))
    score = coverage + 0.06 * extra + 0.12 * joined + 0.08 * focus + 0.08 * brevity
    naming = tuple(found_in(term, own, accented=accented) for term in topic.naming)
    return Match(entry, coverage, score, tuple(missing), focus, tuple(levels), naming)


def _is_said(entry: Entry, topic: Topic) -> bool:
    """Whether the question says the whole name of a figure, and its heading besides."""
    if entry.kind != "indicators" or len(entry.focus.plain) < _FEWEST_OF_NAME:
        return False
    said = {word for pair in topic.bridges for word in pair}
    return entry.focus.words <= said


def unknown_terms(topic: Topic, corpus: Corpus) -> tuple[Term, ...]:
    """Terms whose words stand together in no stored text, and that have no synonym."""
    return tuple(
        term
        for term in topic.terms
        if not (term.others or _stands(term.plain, corpus) or _names_unit(term.plain, corpus))
    )


def _names_unit(phrase: Phrase, corpus: Corpus) -> bool:
    """Whether a unit that documents charge with something bears the words in its name."""
    names = (tuple(word.plain for word in words) for words, _ in corpus.units)
    return len(phrase) > 1 and any(contains(name, phrase) >= 0 for name in names)


def _stands(phrase: Phrase, corpus: Corpus) -> bool:
    if len(phrase) == 1:
        return corpus.word_counts[phrase[0]] > 0
    return all(corpus.together(pair) for pair in pairwise(phrase))


def _together(topic: Topic, features: Features) -> bool:
    """Whether the topic's words stand near one another, not scattered over a long text."""
    strong = [
        term for term in topic.terms if not term.weak and term.weight >= STRONG / len(topic.terms)
    ]
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


def found_in(term: Term, features: Features, *, accented: bool) -> float:
    """How surely a term stands in a text, 0..1. ``accented``: the question was typed so."""
    best = _phrase_found(term.words, features, accented)
    if term.solid and best and not _adjacent(term.words, features):
        best *= _SOLID_APART
    for other in term.others:
        if best >= _SYNONYM:
            break
        best = max(best, _SYNONYM * _whole(other, features))
    return best


def _whole(words: Sequence[Word], features: Features) -> float:
    accented = features.accented
    for word in words:
        if word.accented not in accented:
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
