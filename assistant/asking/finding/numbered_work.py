"""The rows whose work rests on a document that the question names by its number.

"Ai chủ trì thực hiện Nghị quyết số 45/NQ-XY?" asks for the row that carries it out, not for what
the documents say of the resolution.
"""

from __future__ import annotations

from dataclasses import replace

from assistant.asking.finding.corpus import Corpus, Entry
from assistant.asking.finding.retrieval import Search, allowed, start_search
from assistant.asking.finding.rows_alone import rows_alone
from assistant.asking.query import Intent, Query, TopicWord
from assistant.asking.questions.limits import compact
from ingest.model import Target, Task

_OF_WORK = frozenset({Intent.LEAD, Intent.COORDINATING, Intent.DEADLINE, Intent.PRODUCT})
_MOST_ROWS = 6


def work_by_number(query: Query, corpus: Corpus) -> Search | None:
    """The search in the rows alone that name the number; ``None`` where few enough do not."""
    numbers = query.limits.ref_numbers
    if query.intent not in _OF_WORK or len(numbers) != 1 or query.limits.unit:
        return None
    limits = replace(query.limits, ref_numbers=(), kinds=(), kind_words=(), entitled=())
    last = max((entry.place for entry in query.topic), default=0)
    words = corpus.words(numbers[0])
    named = tuple(TopicWord(word, last + 2 + place) for place, word in enumerate(words))
    told = tuple(replace(entry, required=False) for entry in query.topic)
    search = start_search(replace(query, limits=limits, topic=(*told, *named)), corpus)
    rows = [one for one in allowed(search, ("tasks", "targets")) if _names(one, numbers[0])]
    said = {entry.word.plain for entry in query.required}
    rows = [one for one in rows if said <= one.body.words | one.context.words] or rows
    if not 0 < len(rows) <= _MOST_ROWS:
        return None
    return replace(search, corpus=rows_alone(corpus, rows), _ranked={})


def _names(entry: Entry, number: str) -> bool:
    record = entry.record
    return isinstance(record, Task | Target) and compact(number) in compact(record.text)
