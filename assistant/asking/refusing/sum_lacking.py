"""A sum of money asked for in its unit, where the section on money gives none."""

from __future__ import annotations

import re

from assistant.asking import texts
from assistant.asking.finding.corpus import Corpus
from assistant.asking.labels import scope_text
from assistant.asking.page import Composed
from assistant.asking.query import Query
from ingest.text.normal import fold, match_key
from ingest.vocabulary import load

_SUM = re.compile(r"\d\**\s*(?:nghìn |ngàn |triệu |tỷ |tỉ )*(?:đồng|triệu|tỷ|tỉ)\b")


def without_sum(query: Query, corpus: Corpus, told: Composed) -> Composed:
    """``told``, or a refusal that shows it where "bao nhiêu triệu đồng" finds no sum in it."""
    units = {fold(unit) for unit in load("asking_intents")["money"]} - {"tien"}
    asked = fold(query.asked_unit or "") in units
    if told.status != "answered" or not asked or _SUM.search(match_key(told.page.text)):
        return told
    cited = {one.source.document_id for one in told.page.citations}
    scope = scope_text([one for one in corpus.documents if one.id in cited])
    reason = texts.REFUSE_NO_FIGURE.format(topic=query.topic_text, scope=scope)
    return Composed(told.page, "refused", told.path, reason)
