"""Figures that count only a part of what is asked, or its opposite, beside one that counts it all.

"Bao nhiêu lãnh đạo" does not ask for those who were disciplined; "hồ sơ trực tuyến" not for what
came in by every way. Such rows are left out where others remain.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.asking.finding.matching import Match
from assistant.asking.finding.retrieval import Search
from assistant.asking.words import Phrase, contains, plain_phrase
from ingest.model import Indicator
from ingest.vocabulary import load, remembered

_FEWEST, _FEWEST_NAMED = 2, 4


@remembered()
def _contrasts() -> tuple[tuple[tuple[Phrase, ...], ...], ...]:
    """Lines of ways that exclude one another; a lone syllable may be part of another word."""
    return tuple(
        tuple(
            tuple(plain for phrase in group if len(plain := plain_phrase(phrase)) >= _FEWEST)
            for group in line
        )
        for line in load("asking_tables")["contrasts"]
    )


@remembered()
def _events() -> tuple[Phrase, ...]:
    return tuple(plain_phrase(phrase) for phrase in load("asking_tables")["events"])


def without_parts(search: Search, group: Sequence[Match]) -> list[Match]:
    """The figures without those that say more than is asked; all where nothing else remains."""
    if len(group) < _FEWEST:
        return [*group]
    asked = _asked(search)
    kept = _uncontrasted(asked, _so_named(search, group))
    barred = [event for event in _events() if not any(contains(one, event) >= 0 for one in asked)]
    plain = [found for found in kept if not any(_says(found, event) for event in barred)]
    return plain or kept


def _so_named(search: Search, group: Sequence[Match]) -> list[Match]:
    """The figures whose name has the question's own wording, from its first word to its last.

    All where another has more of the words that only help to choose ("thực tế").
    """
    helping = {one.word.plain for one in search.query.topic if not one.required}
    places = [entry.place for entry in search.query.required]
    span = search.query.words[min(places) : max(places) + 1] if places else ()
    named = [found for found in group if contains(found.entry.focus.plain, span) >= 0]
    told = max((len(helping & one.entry.focus.words) for one in named), default=0)
    further = any(len(helping & one.entry.focus.words) > told for one in group)
    return named if named and not further and len(span) >= _FEWEST_NAMED else [*group]


def _asked(search: Search) -> tuple[Phrase, ...]:
    """The question's words, and what may stand for its terms."""
    others = (
        tuple(word.plain for word in other) for term in search.topic.terms for other in term.others
    )
    return (search.query.words, *others)


def _uncontrasted(asked: Sequence[Phrase], group: Sequence[Match]) -> list[Match]:
    """The figures that say nothing against what the question says of a line of contrasts."""
    kept = [*group]
    for line in _contrasts():
        said = [
            each
            for each in line
            if any(contains(words, one) >= 0 for words in asked for one in each)
        ]
        if len(said) != 1:
            continue
        others = [one for each in line if each not in said for one in each]
        fitting = [found for found in kept if not any(_says(found, one) for one in others)]
        if any(_says(found, one) for found in fitting for one in said[0]):
            kept = fitting
    return kept


def _says(found: Match, phrase: Phrase) -> bool:
    record = found.entry.record
    return isinstance(record, Indicator) and contains(found.entry.body.plain, phrase) >= 0
