"""What has come of a target that stands above its result under the same heading.

"Chỉ tiêu luân chuyển" and "kết quả thực tế" share the heading that says of what: a question for
what was done shares more words with the first row and means the second.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.asking.composers.figures_meant import has_value
from assistant.asking.finding.corpus import Corpus, Entry
from assistant.asking.finding.retrieval import Search
from assistant.asking.query import Query
from assistant.asking.questions.planned import asks_planned, says_planned
from assistant.asking.words import contains, plain_phrase
from ingest.model import Indicator
from ingest.vocabulary import load

_DONE = (("da",), ("thuc", "te"))
_AHEAD = frozenset({"can", "se", "du"})


def carried_out(search: Search, entries: Sequence[Entry]) -> list[Entry]:
    """The entries; of what was planned, where no plan is asked for, the result beside it."""
    query = search.query
    done = any(contains(query.words, one) >= 0 for one in _DONE)
    ahead = says_planned(query.words) or not _AHEAD.isdisjoint(query.words)
    if asks_planned(query) or (ahead and not done):
        return [*entries]
    kept = [(_result_of(one, query, search.corpus) or one) for one in entries]
    return [*{id(one): one for one in kept}.values()]


def _result_of(planned: Entry, query: Query, corpus: Corpus) -> Entry | None:
    """The row of the same heading and unit whose whole name says that it tells the result."""
    record = planned.record
    if not isinstance(record, Indicator) or not record.parent:
        return None
    if not says_planned(plain_phrase(record.name), but=query.words):
        return None
    results = {plain_phrase(one) for one in load("drafting_names")["results"]}
    beside = [
        other
        for other in corpus.entries
        if isinstance(other.record, Indicator)
        and (other.document.id, other.source.table) == (planned.document.id, planned.source.table)
        and (other.record.parent, other.record.unit) == (record.parent, record.unit)
        and plain_phrase(other.record.name) in results
        and has_value(other)
    ]
    return beside[0] if len(beside) == 1 else None
