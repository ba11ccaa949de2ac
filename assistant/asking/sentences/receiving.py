"""Who is given something, where a line says so: "Đối tượng được ủy quyền: …" for "ai được …"."""

from __future__ import annotations

import re

from assistant.asking.finding.corpus import Corpus
from assistant.asking.finding.retrieval import allowed
from assistant.asking.query import Query
from assistant.asking.sentences.meeting import NUMBERING
from assistant.asking.sentences.quotation import Quotation
from assistant.asking.sentences.sought import opened
from assistant.asking.words import contains, plain_phrase
from ingest.text.normal import match_key

_ASKED = re.compile(
    r"\b(?:ai|những ai|(?:đối tượng|người|tổ chức|đơn vị|cơ quan|cá nhân|tập thể) nào)"
    r"(?: sẽ| đã| đang)? được ([^\W\d_]+ [^\W\d_]+)"
)
_PASSIVE = "duoc"
_WHO = frozenset({"doi", "nguoi", "to", "don", "co", "ca", "tap", "chu"})
"""First syllables of "đối tượng", "người", "tổ chức", "đơn vị", "cơ quan", "cá nhân" …"""
_LONGEST_LABEL, _MOST = 14, 3


def receivers(query: Query, corpus: Corpus) -> list[Quotation]:
    """The lines labelled with just what is asked, in documents that are about the rest of it."""
    asked = _ASKED.search(match_key(query.standalone))
    if asked is None or not query.accented:
        return []
    label = (_PASSIVE, *plain_phrase(asked.group(1)))
    wanted = {entry.word.plain for entry in query.required}
    found: list[Quotation] = []
    for entry in allowed(opened(query, corpus), ("passages",)):
        unit = entry.unit
        if unit is None:
            continue
        before, colon, rest = NUMBERING.sub("", unit.text).partition(":")
        words = plain_phrase(before)
        if not (colon and rest.strip() and words[:1]) or len(words) > _LONGEST_LABEL:
            continue
        if words[0] not in _WHO:
            continue
        around = (entry.document.title, entry.document.province, unit.text, *unit.headings)
        told = corpus.features(" · ".join(filter(None, around))).words
        if contains(words, label) >= 0 and wanted <= told:
            found.append(Quotation(unit.text, entry.document, unit, 1.0))
    return found[:_MOST]
