"""The rows whose work rests on a document that the question names by its number.

"Ai chủ trì thực hiện Nghị quyết số 45/NQ-XY?" asks for the row that carries it out, not for what
the documents say of the resolution.
"""

from __future__ import annotations

from dataclasses import replace

from assistant.asking.finding.corpus import Corpus, Entry
from assistant.asking.finding.papers_named import ending, paper_words
from assistant.asking.finding.retrieval import Search, allowed, start_search
from assistant.asking.finding.rows_alone import rows_alone
from assistant.asking.query import Intent, Query, TopicWord
from assistant.asking.questions.limits import compact
from assistant.asking.words import Phrase, contains
from ingest.model import Target, Task

_OF_WORK = frozenset({Intent.LEAD, Intent.COORDINATING, Intent.DEADLINE, Intent.PRODUCT})
_MOST_ROWS = 6
_NUMBER = "so"


def work_by_number(query: Query, corpus: Corpus) -> Search | None:
    """The search in the rows alone that name the number; ``None`` where few enough do not."""
    numbers = query.limits.ref_numbers
    if query.intent not in _OF_WORK or len(numbers) != 1 or query.limits.unit:
        return None
    words = corpus.words(numbers[0])
    if _asks_author(query, tuple(word.plain for word in words)):
        return None
    limits = replace(query.limits, ref_numbers=(), kinds=(), kind_words=(), entitled=())
    last = max((entry.place for entry in query.topic), default=0)
    named = tuple(TopicWord(word, last + 2 + place) for place, word in enumerate(words))
    told = tuple(replace(entry, required=False) for entry in query.topic)
    search = start_search(replace(query, limits=limits, topic=(*told, *named)), corpus)
    rows = [one for one in allowed(search, ("tasks", "targets")) if _names(one, numbers[0])]
    said = {entry.word.plain for entry in query.required}
    rows = [one for one in rows if said <= one.body.words | one.context.words] or rows
    if not 0 < len(rows) <= _MOST_ROWS:
        return None
    return replace(search, corpus=rows_alone(corpus, rows), _ranked={})


def _asks_author(query: Query, number: Phrase) -> bool:
    """Whether a question is for who wrote or issued the numbered paper, which no row tells."""
    words, known = query.words, paper_words()
    at = contains(words, number)
    at -= 1 if at > 0 and words[at - 1] == _NUMBER else 0
    kinds = [len(kind) for kind in known.kinds if words[max(0, at - len(kind)) : at] == kind]
    return bool(kinds) and bool(ending(words, at - max(kinds), known.authoring))


def _names(entry: Entry, number: str) -> bool:
    record = entry.record
    return isinstance(record, Task | Target) and compact(number) in compact(record.text)
