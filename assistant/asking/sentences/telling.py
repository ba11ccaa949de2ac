"""Which of the sentences about a topic tell what is asked, and more than a document's name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.asking.finding.retrieval import Search
from assistant.asking.questions.described import head_words
from assistant.asking.questions.wanted import Asked, Wanted, asked_for
from assistant.asking.sentences.meeting import meets
from assistant.asking.sentences.passages import Sentence, split_sentences
from assistant.asking.words import words_of

_PARTICULAR = frozenset({Wanted.WHO, Wanted.WHEN, Wanted.WHERE, Wanted.LENGTH, Wanted.MEANS,
                         Wanted.AIM})  # fmt: skip
_GOING_ON = frozenset({Wanted.MEANS, Wanted.AIM})
"""What the sentence behind tells as often as the one that names the thing."""
_FURTHER = 2
_GOES_DOWN = re.compile(r"(?<!như sau):\s*$")
_GOES_ON = (":", ";", ",")
_NEW_WORDS = 2


def adds(search: Search, sentence: Sentence) -> bool:
    """Whether a sentence says more than the names of its document do."""
    corpus = search.corpus
    shelf = next(one for one in corpus.shelves if one.document.id == sentence.document.id)
    known = head_words(shelf, corpus)
    titled = bool(sentence.document.title)  # else its names are its first lines
    weightless = corpus.lexicon.function
    told = {
        word.plain
        for word in words_of(sentence.text)
        if word.plain not in known and not weightless.at([word], 0)[0]
    }
    goes_on = sentence.text.rstrip().endswith(_GOES_ON)
    return not titled or goes_on or len(told) >= _NEW_WORDS


def giving(search: Search, sentences: Sequence[Sentence]) -> Sequence[Sentence]:
    """The sentences that have the body, day or place asked for; all where none of them has.

    How or what for something is done may be told by a sentence behind the one that names it.
    """
    asked = asked_for(search.query)
    counted = asked.wanted is Wanted.FIGURE and bool(asked.noun)
    if asked.wanted not in _PARTICULAR and not counted:
        return sentences
    above = [one.unit.headings[-1] if one.unit.headings else "" for one in sentences]
    met = [
        one
        for one, heading in zip(sentences, above, strict=True)
        if meets(asked, one.text, heading=heading) or _GOES_DOWN.search(one.text)
    ]
    return met or (asked.wanted in _GOING_ON and _going_on(search, asked, sentences)) or sentences


def _going_on(search: Search, asked: Asked, sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences with what is asked for, right behind others of their passage on the topic."""
    found: list[Sentence] = []
    for one in sentences:
        pieces = split_sentences(one.unit.text)
        at = pieces.index(one.text) if one.text in pieces else len(pieces)
        for text in pieces[at + 1 : at + 1 + _FURTHER]:
            shared = search.topic.words & search.corpus.features(text).words
            if shared and meets(asked, text):
                found.append(replace(one, text=text, before=""))
    return found
