"""Documents that a question names by words of their title: "kế hoạch kiểm soát TTHC 2023"."""

from __future__ import annotations

from assistant.asking.finding.corpus import Corpus
from assistant.asking.finding.features import expanded_words
from assistant.asking.records.vocabulary import Taking, phrases
from assistant.asking.words import Phrase, contains, plain_phrase

_FEWEST = 2


def take_titled(taking: Taking, corpus: Corpus) -> tuple[str, ...]:
    """Ids of the documents whose title holds the words behind a kind of document.

    The words are taken away; so are those that every title holds, which then choose nothing.
    """
    leads = {plain_phrase(word)[-1] for word in phrases("document_leads")}
    for kind in taking.find("document_kinds"):
        before = taking.words[kind.start - 1] if kind.start else None
        if before is not None and kind.start - 1 not in taking.taken and before.plain not in leads:
            continue
        end, ids = _titled(taking, kind.start, kind.end, corpus)
        if ids:
            taking.taken.update(range(kind.end, end))
            return ids if len(ids) < len(corpus.documents) else ()
    return ()


def _titled(taking: Taking, first: int, start: int, corpus: Corpus) -> tuple[int, tuple[str, ...]]:
    """The end of the longest run of words from ``start`` that a title holds, and whose title."""
    end = start
    while end < len(taking.words) and end not in taking.taken:
        end += 1
    kind = tuple(taking.plain[first:start])
    titles = [(doc.id, corpus.features(doc.title or "").plain) for doc in corpus.documents]
    while end > start:
        words = expanded_words(taking.said(start, end), corpus.lexicon)
        phrase: Phrase = tuple(word.plain for word in words)
        if len(phrase) >= _FEWEST and not phrase[-1].isdigit():
            whole = [key for key, title in titles if contains(title, (*kind, *phrase)) >= 0]
            ids = whole or [key for key, title in titles if contains(title, phrase) >= 0]
            if ids:
                return end, tuple(ids)
        end -= 1
    return start, ()
