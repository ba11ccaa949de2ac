"""What a sentence leads up to: the list below its colon, the rest of what it only announces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.asking.finding.retrieval import Search
from assistant.asking.sentences.passages import Sentence, split_sentences
from assistant.asking.sentences.quoting import within
from assistant.asking.words import Phrase, contains, plain_phrase
from ingest.model import Source
from ingest.vocabulary import load

_MOST_LISTED = 12
_GOES_ON = (":", ";", ",")
_MOST_ANNOUNCED = 8
"""Words of a sentence's end that may name what it announces."""
_ITEM = re.compile(r"^\s*(?:[-+•*]|(?:\d{1,2}|[a-zđ])[.)])\s")


def listed_after(
    search: Search, sentence: Sentence, shown: set[str]
) -> Iterator[tuple[str, Source]]:
    """What a sentence that ends with a colon goes on to list, up to the full stop."""
    text = sentence.text.rstrip()
    if not text.endswith(_GOES_ON):
        for told in _told_below(search, sentence):
            if told not in shown:
                shown.add(told)
                yield told, within(sentence.unit.source, told)
        return
    item = bool(_ITEM.match(text)) and not text.endswith(":")
    following = [
        (text, entry.unit)
        for entry in search.corpus.entries
        if entry.unit is not None
        and entry.document.id == sentence.document.id
        and sentence.unit.order <= entry.unit.order <= sentence.unit.order + _MOST_LISTED
        for text in split_sentences(entry.unit.text)
    ]
    own = next(
        (
            place
            for place, (text, unit) in enumerate(following)
            if unit.id == sentence.unit.id and text == sentence.text
        ),
        len(following),
    )
    if text.endswith(":") and own + 1 < len(following):
        items = [*_items_below(search, sentence)]
        if items:
            yield from ((line, at) for line, at in items if line not in shown)
            shown.update(line for line, _ in items)
            return
    for text, unit in following[own + 1 : own + 1 + _MOST_LISTED]:
        if text in shown or unit.headings != sentence.unit.headings:
            return
        if item and _ITEM.match(text):
            return
        shown.add(text)
        yield text, within(unit.source, text)
        if not text.rstrip().endswith(_GOES_ON):
            return


def _items_below(search: Search, sentence: Sentence) -> Iterator[tuple[str, Source]]:
    """The numbered paragraphs right below a paragraph that ends with a colon."""
    if not sentence.unit.text.rstrip().endswith(sentence.text.rstrip()):
        return
    below = [
        entry.unit
        for entry in search.corpus.entries
        if entry.unit is not None
        and entry.document.id == sentence.document.id
        and sentence.unit.order < entry.unit.order <= sentence.unit.order + _MOST_LISTED
    ]
    for unit in below:
        if unit.headings != sentence.unit.headings or not _ITEM.match(unit.text):
            return
        yield unit.text, unit.source


def _told_below(search: Search, sentence: Sentence) -> Iterator[str]:
    """The rest of a paragraph whose sentence only announces what follows ("một số hạn chế.")."""
    rest = sentence.unit.text.partition(sentence.text)[2]
    if rest.strip() and _announces(sentence.text, search.query.words):
        yield from split_sentences(rest)


def _announces(text: str, asked: Phrase) -> bool:
    """Whether a sentence ends by naming things of the kind asked for, with none of them told."""
    told = plain_phrase(text)
    words = load("asking_sentences")["announced"]
    nouns = {plain_phrase(one) for one in words["things"]}
    several = {plain_phrase(one) for one in words["several"]}
    for size in range(1, _MOST_ANNOUNCED):
        tail = told[-size:]
        if any(tail[: len(one)] == one for one in several):
            behind = tail[next(len(one) for one in several if tail[: len(one)] == one) :]
            return bool(behind) and any(
                contains(behind, noun) >= 0 and contains(asked, noun) >= 0 for noun in nouns
            )
    return False
