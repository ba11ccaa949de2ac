"""Names of units that a question gives only in part."""

from __future__ import annotations

from assistant.asking.finding.corpus import Corpus
from ingest.text.normal import fold

_FEWEST = 3
_DEPARTMENTS = frozenset({"phong", "trung", "chi", "bo"})


def name_in_full(unit: str, corpus: Corpus) -> str:
    """The one stored name that begins with these words ("Phòng VB" of "Phòng Văn bản, Lưu trữ")."""
    plain = corpus.features(unit).plain
    if len(plain) < _FEWEST or plain[0] not in _DEPARTMENTS:
        return unit  # "UBND" is not the one of a commune
    size = len(plain)
    stored = {
        name: len(words)
        for words, name in corpus.units
        if tuple(word.plain for word in words[:size]) == plain
    }
    alike = {fold(name) for name in stored}
    return next(iter(stored)) if len(alike) == 1 and size not in stored.values() else unit
