"""Answers from running text: a section as it stands, or the sentences that answer, in order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.asking import texts
from assistant.asking.labels import document_labels, shortened, tidy
from assistant.asking.page import Composed, Page
from assistant.asking.passages import (
    Section,
    Sentence,
    sections_about,
    sentences_about,
    split_sentences,
)
from assistant.asking.quoting import within
from assistant.asking.retrieval import Search, allowed
from assistant.asking.words import contains, plain_phrase
from ingest.model import EvidenceUnit, Source
from ingest.text.normal import fold

_MOST_UNITS = 14
_MOST_CHARACTERS = 3500
_MOST_SECTIONS = 3
_NEAR = 0.08
_MOST_LISTED = 12
_YEARLY, _YEAR_DIGITS = frozenset({"nam"}), 4
_GOES_ON = (":", ";", ",")
_LOOKED_AT = 8
_FEWEST, _LONGEST_ITEM = 2, 200
_NUMBERED = re.compile(r"^\s*(?:[-+•*]\s*)*(?:\d{1,2}|[a-zđ])[.)]\s")
_WHEN = re.compile(
    r"\b(?:ngay|thang|quy (?:i|ii|iii|iv|[1-4])\b|hang|dinh ky|thuong xuyen|gio|tuan"
    r"|(?:trong|truoc|cuoi|dau|het) nam)\b"
)
_LIST_MARKS = ("-", "+", "*", "•")


def compose_prose(search: Search) -> Composed | None:
    """The section whose heading is asked for, else the sentences about the topic."""
    return compose_sections(search) or compose_sentences(search)


def compose_sections(search: Search) -> Composed | None:
    """The sections whose heading is asked for."""
    sections = sections_about(search)
    if not sections:
        return None
    best = sections[0].score
    near = [section for section in sections if section.score >= best - _NEAR]
    return page_of_sections(search, _without_nested(near)[:_MOST_SECTIONS])


def compose_section_of_window(search: Search) -> Composed | None:
    """The section headed by the months asked about ("NHIỆM VỤ 6 THÁNG CUỐI NĂM")."""
    window = search.query.limits.window
    if window is None or search.topic.terms:
        return None
    months = [word for word in plain_phrase(window.text) if word not in _YEARLY]
    months = [word for word in months if len(word) != _YEAR_DIGITS]
    free = replace(search.query, limits=replace(search.query.limits, window=None))
    found: dict[tuple[str, str], list[EvidenceUnit]] = {}
    for entry in allowed(replace(search, query=free, _ranked={}), ("passages",)):
        for title in entry.headings:
            if entry.unit is not None and contains(plain_phrase(title), months) >= 0:
                found.setdefault((entry.document.id, title), []).append(entry.unit)
    documents = {document.id: document for document in search.documents}
    sections = [
        Section(title, documents[key], tuple(units), 1.0) for (key, title), units in found.items()
    ]
    return (
        page_of_sections(search, _without_nested(sections)[:_MOST_SECTIONS]) if sections else None
    )


def compose_counted_section(search: Search) -> Composed | None:
    """How many items the section has whose heading is asked for ("nêu mấy giải pháp")."""
    sections = sections_about(search)
    if not search.query.of_text or not sections:
        return None
    best = sections[0]
    items = [
        (line, unit)
        for unit in best.units
        for line in unit.text.split("\n")
        if _NUMBERED.match(line)
    ]
    if len(items) < _FEWEST:
        return None
    label = document_labels(search.documents)[best.document.id]
    said = texts.SECTION_COUNT.format(document=label, title=tidy(best.title), count=len(items))
    page = Page()
    page.add(said, [unit.source for _, unit in items], bullet="")
    page.gap()
    for line, unit in items:
        page.add(shortened(line, _LONGEST_ITEM), [within(unit.source, line)])
    return Composed(page, path="passages")


def compose_sentences(search: Search) -> Composed | None:
    """The sentences about the topic, in reading order, document by document."""
    return _said(search, sentences_about(search, notes=True))


def compose_dated_sentences(search: Search) -> Composed | None:
    """The sentences about the topic that say when or how often."""
    found = sentences_about(search, notes=True, limit=_LOOKED_AT)
    return _said(search, [one for one in found if _WHEN.search(fold(one.text))])


def _said(search: Search, sentences: Sequence[Sentence]) -> Composed | None:
    sentences = [one for one in sentences if not one.text.isupper()]
    if not sentences:
        return None
    labels = document_labels(search.documents)
    page = Page()
    last = None
    several = len({sentence.document.id for sentence in sentences}) > 1
    shown = {sentence.text for sentence in sentences}
    for sentence in sentences:
        label = f"**{labels[sentence.document.id]}**: " if several or last is None else ""
        last = sentence.document.id
        page.add(f"{label}{tidy(sentence.text)}", [sentence.source])
        for text, source in _listed_after(search, sentence, shown):
            page.add(tidy(text), [source])
    return Composed(page, path="passages")


def _listed_after(
    search: Search, sentence: Sentence, shown: set[str]
) -> Iterator[tuple[str, Source]]:
    """What a sentence that ends with a colon goes on to list, up to the full stop."""
    if not sentence.text.rstrip().endswith(_GOES_ON):
        return
    following = [
        (text, entry.unit)
        for entry in search.corpus.entries
        if entry.unit is not None
        and entry.document.id == sentence.document.id
        and sentence.unit.order <= entry.unit.order <= sentence.unit.order + _MOST_LISTED
        for text in split_sentences(entry.unit.text)
    ]
    own = next(
        (
            place
            for place, (text, unit) in enumerate(following)
            if unit.id == sentence.unit.id and text == sentence.text
        ),
        len(following),
    )
    for text, unit in following[own + 1 : own + 1 + _MOST_LISTED]:
        if text in shown or unit.headings != sentence.unit.headings:
            return
        shown.add(text)
        yield text, within(unit.source, text)
        if not text.rstrip().endswith(_GOES_ON):
            return


def _without_nested(sections: list[Section]) -> list[Section]:
    """Leave out a section that stands inside another one that is shown."""
    shown: list[Section] = []
    for section in sections:
        own = {unit.id for unit in section.units}
        if not any(own <= {unit.id for unit in other.units} for other in shown):
            shown.append(section)
    return shown


def page_of_sections(search: Search, sections: list[Section]) -> Composed:
    """The sections as they stand, under their titles."""
    labels = document_labels(search.documents)
    page = Page()
    for section in sections:
        page.gap()
        head = f"**{labels[section.document.id]}** – {tidy(section.title)}"
        page.add(head, [section.units[0].source], bullet="")
        page.gap()
        written = 0
        shown_units = 0
        for unit in section.units[:_MOST_UNITS]:
            if written > _MOST_CHARACTERS:
                break
            shown_units += 1
            for line in unit.text.split("\n"):
                shown = tidy(line)
                if shown:
                    bullet = "- " if line.strip().startswith(_LIST_MARKS) else ""
                    page.add(shown, [within(unit.source, line)], bullet=bullet)
                    page.gap()
            written += len(unit.text)
        left = len(section.units) - shown_units
        if left > 0:
            last = section.units[-1]
            page.add(texts.MORE_BELOW.format(count=left), [last.source], bullet="")
    return Composed(page, path="passages")
