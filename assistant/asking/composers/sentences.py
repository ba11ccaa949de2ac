"""Roles named in running text: the sentence about the topic that says who does it."""

from __future__ import annotations

import re

from assistant.asking import texts
from assistant.asking.labels import document_labels, shortened, tidy
from assistant.asking.page import Composed, Page
from assistant.asking.passages import Sentence, sentences_about
from assistant.asking.retrieval import Search
from ingest.text.normal import fold
from ingest.text.organisations import begins_unit

_LEADS = re.compile(r"\b(?:chu tri|phu trach|dau moi|chiu trach nhiem|giao cho)\b")
_HELPS = re.compile(r"\bphoi hop\b")
_LONGEST = 600
_LOOKED_AT = 8
_MOST_BESIDE = 3
_SURE = 0.95


def compose_lead_sentence(search: Search) -> Composed | None:
    """The sentences that name a lead for the topic."""
    return _compose(search, _LEADS)


def compose_coordinating_sentence(search: Search) -> Composed | None:
    """The sentences that name who takes part."""
    return _compose(search, _HELPS)


def _compose(search: Search, role: re.Pattern[str]) -> Composed | None:
    found = [
        sentence
        for sentence in sentences_about(search, limit=_LOOKED_AT)
        if role.search(fold(sentence.text))
    ]
    if not found:
        return None
    labels = document_labels(search.documents)
    page = Page()
    for sentence in found:
        page.add(f"**{labels[sentence.document.id]}**: {said_by(sentence)}", [sentence.source])
    return Composed(page, path="passages")


def said_by(sentence: Sentence) -> str:
    """The sentence, after the unit whose heading it stands under."""
    said = texts.SENTENCE_LEAD.format(text=shortened(sentence.text, _LONGEST))
    heading = sentence.unit.headings[-1] if sentence.unit.headings else ""
    named = begins_unit(heading) and not heading.isupper()
    return f"{tidy(heading)}: {said}" if named else said


def lead_sentences(search: Search) -> list[Sentence]:
    """Sentences of the running text that give the topic a lead."""
    return [
        sentence
        for sentence in sentences_about(search, limit=_MOST_BESIDE)
        if _LEADS.search(fold(sentence.text)) and sentence.coverage >= _SURE
    ]
