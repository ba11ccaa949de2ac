"""A coded answer against its note: "Có" where the note says that it is still to be done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.answer import Finding
from assistant.checking.facts import Material
from assistant.checking.model import Judgement
from assistant.checking.wording import quoted, where
from assistant.checking.words import holds
from ingest.model import Indicator, Source
from ingest.text.normal import match_key
from ingest.vocabulary import load


def findings(material: Material, judgements: Sequence[Judgement]) -> Iterator[Finding]:
    """Rows with a coded unit whose note says the contrary."""
    del judgements
    rules = load("checking_rules")
    yes = {match_key(word) for word in rules["positive"]}
    no = {match_key(word) for word in rules["negative"]}
    for row in material.reading.indicators:
        if row.meaning is None or not row.note:
            continue
        meaning = match_key(row.meaning)
        word = None
        if meaning in yes:
            word = holds(row.note, rules["not_yet"])
        elif meaning in no and holds(row.note, rules["not_yet"]) is None:
            word = holds(row.note, rules["done"])
        if word is not None:
            yield Finding(
                code="note_conflict",
                severity="warning",
                message=f"{quoted(row.name)} ghi {quoted(f'{row.value_text} ({row.meaning})')} "
                f"nhưng ghi chú nêu {quoted(_around(row.note, word))} ({where(row.source)}).",
                left=row.source.facing(row.value_text or ""),
                right=_note_part(row, word),
            )


def _around(note: str, word: str) -> str:
    at = match_key(note).find(match_key(word))
    start = max(note.rfind(mark, 0, at) for mark in ",;.") + 1 if at >= 0 else 0
    return note[start : start + 110]


def _note_part(row: Indicator, word: str) -> Source:
    for part in (row.source, *row.source.parts):
        if match_key(word) in match_key(part.quote):
            return part.model_copy(update={"parts": ()})
    return row.source.model_copy(update={"parts": ()})
