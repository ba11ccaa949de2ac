"""Names the premise of a "why not" that the document's own figure contradicts.

"Vì sao chưa hoàn thành kế hoạch?" has no reason to be found where the row "Tỷ lệ hoàn thành kế
hoạch" says 100 %.
"""

from __future__ import annotations

from decimal import Decimal

from assistant.asking import texts
from assistant.asking.composers.figures_told import add_value
from assistant.asking.finding.corpus import Entry
from assistant.asking.finding.retrieval import Search, fitting
from assistant.asking.labels import document_labels
from assistant.asking.page import Composed, Page
from assistant.asking.words import Phrase, contains, plain_phrase
from ingest.model import Indicator

_NOT = frozenset({"khong", "chua"})
_BETWEEN = frozenset({"duoc", "the", "kip", "he"})
_OTHER = frozenset({"co", "phai", "con"})
"""Behind "không" these make another thing of it ("không có", "không phải", "không còn")."""
_SHARE, _ALL = "%", Decimal(100)
_VERB = 2


def compose_fulfilled(search: Search) -> Composed | None:
    """The refusal with the row, where all shares of just what is denied are whole."""
    denied = _denied(search.query.words)
    if not denied:
        return None
    rows = [
        found.entry
        for found in fitting(search, ("indicators",))
        if _is_share_of(found.entry, denied)
    ]
    if not rows or not all(_is_whole(entry) for entry in rows):
        return None
    page = Page()
    labels = document_labels(search.documents)
    for entry in rows:
        add_value(search, page, entry, label=labels[entry.document.id])
    return Composed(page, "refused", "records", texts.REFUSE_PREMISE)


def _denied(words: Phrase) -> Phrase:
    """The verb behind the "không" or "chưa" of a question; empty where none is denied."""
    for place, word in enumerate(words):
        if word not in _NOT:
            continue
        behind = [one for one in words[place + 1 :] if one not in _BETWEEN][:_VERB]
        if len(behind) == _VERB and behind[0] not in _OTHER:
            return tuple(behind)
    return ()


def _is_share_of(entry: Entry, verb: Phrase) -> bool:
    """Whether a row says which share of something is done, in the words of the question."""
    record = entry.record
    return (
        isinstance(record, Indicator)
        and (record.unit or "").startswith(_SHARE)
        and contains(plain_phrase(record.name), verb) >= 0
    )


def _is_whole(entry: Entry) -> bool:
    record = entry.record
    told = record.value if isinstance(record, Indicator) else None
    return told is not None and Decimal(told) >= _ALL
