"""Of the targets that one sentence sets for several levels, those of the level asked about.

"90% hồ sơ cấp tỉnh, 80% hồ sơ cấp huyện": a question on districts wants the second figure alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.asking.finding.corpus import Entry
from assistant.asking.query import Query
from assistant.asking.words import Phrase, contains, plain_phrase
from ingest.model import Target
from ingest.vocabulary import load

_Sentence = tuple[str, str, str]


def of_asked_division(query: Query, entries: Sequence[Entry]) -> list[Entry]:
    """``entries`` without targets of other levels, where a sibling is of the level named."""
    words = plain_phrase(query.standalone)
    levels = [plain_phrase(level) for level in load("asking_sentences")["levels_apart"]]
    asked = [level for level in levels if contains(words, level) >= 0]
    groups: dict[_Sentence, list[Entry]] = {}
    for entry in entries:
        if isinstance(entry.record, Target):
            record = entry.record
            groups.setdefault((entry.document.id, record.key, record.text), []).append(entry)
    dropped: set[str] = set()
    for group in groups.values():
        own = [entry for entry in group if _is_of(_metric(entry), asked, words)]
        if 0 < len(own) < len(group):
            kept = {entry.record.id for entry in own if entry.record is not None}
            dropped |= {entry.record.id for entry in group if entry.record is not None} - kept
    return [one for one in entries if one.record is None or one.record.id not in dropped]


def _is_of(metric: Phrase, asked: Sequence[Phrase], words: Phrase) -> bool:
    """Whether a metric names a level that is asked about, or is one that the question names."""
    if asked:
        return any(contains(metric, level) >= 0 for level in asked)
    return bool(metric) and contains(words, metric) >= 0


def _metric(entry: Entry) -> Phrase:
    return plain_phrase((entry.record.metric or "") if isinstance(entry.record, Target) else "")
