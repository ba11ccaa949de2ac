"""Answers from running text: a section as it stands, or the sentences that answer, in order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from assistant.asking import texts
from assistant.asking.finding.retrieval import Search, allowed
from assistant.asking.labels import document_labels, shortened, tidy
from assistant.asking.page import Composed, Page
from assistant.asking.questions.wanted import Wanted, asked_for
from assistant.asking.sentences.following import listed_after
from assistant.asking.sentences.passages import (
    Section,
    Sentence,
    sections_about,
    sentences_about,
)
from assistant.asking.sentences.quoting import within
from assistant.asking.sentences.telling import adds, giving
from assistant.asking.words import contains, plain_phrase
from ingest.model import EvidenceUnit
from ingest.text.normal import fold, match_key
from ingest.text.organisations import begins_unit

_MOST_UNITS = 14
_MOST_CHARACTERS = 3500
MOST_SECTIONS = 3
"""How many sections are shown at most."""
_PARTS = ("mục tiêu chung", "mục tiêu", "chỉ tiêu", "nhiệm vụ", "giải pháp", "yêu cầu")
_NEAR = 0.08
_YEARLY, _YEAR_DIGITS = frozenset({"nam"}), 4
_LOOKED_AT = 8
_FEWEST, _LONGEST_ITEM = 2, 200
_NUMBERED = re.compile(r"^\s*(?:[-+•*]\s*)*(?:\d{1,2}|[a-zđ])[.)]\s")
CLOSING = re.compile(
    r"\W*(?:Trên đây là\b|Trong quá trình (?:tổ chức |triển khai )*thực hiện,? nếu\b)",
    re.IGNORECASE,
)
"""How the last paragraph of a document begins, whatever heading it stands under."""
"""How the last paragraph of a plan or report begins; it belongs to no section."""
_DENYING = re.compile(r"\b(?:không|chưa|trừ|cấm|chẳng)\b")
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
    near = _in_its_words(search, _without_nested(_part_of_title(near, sections)))
    return page_of_sections(search, [_part_meant(search, one) for one in near[:MOST_SECTIONS]])


def _in_its_words(search: Search, sections: list[Section]) -> list[Section]:
    """Of several sections of a document those whose titles hold most of the question's pairs.

    "Cải cách thể chế" is not "cải cách chế độ công vụ", though that has all of its words.
    """
    asked = set(pairwise(search.query.words))

    def held(section: Section) -> int:
        depth = section.units[0].headings.index(section.title) + 1
        told = " · ".join(section.units[0].headings[:depth])
        return len(asked & search.corpus.features(told).pairs)

    most: dict[str, int] = {}
    for one in (one for one in sections if one.title in one.units[0].headings):
        most[one.document.id] = max(most.get(one.document.id, 0), held(one))
    return [
        one
        for one in sections
        if one.title not in one.units[0].headings or held(one) == most[one.document.id]
    ]


def _part_meant(search: Search, section: Section) -> Section:
    """Of a section the parts headed by the kind of thing and the year that the question names.

    "Mục tiêu đến năm 2030 về cải cách tài chính công" is one part of that section.
    """
    told = search.query.words
    kinds = [plain_phrase(phrase) for phrase in _PARTS]
    kinds = [one for one in kinds if contains(told, one) >= 0]
    years = {str(year) for year in search.query.limits.years}
    units = section.units
    for wanted in (kinds, [(year,) for year in years]):
        own = tuple(
            unit
            for unit in units
            if any(
                contains(plain_phrase(title), one) >= 0
                for title in _below(unit, section.title)
                for one in wanted
            )
        )
        units = own or units
    if units == section.units:
        return section
    shared = [title for title in units[0].headings if all(title in one.headings for one in units)]
    inner = [title for title in shared if title in _below(units[0], section.title)]
    return replace(section, title=" – ".join((section.title, *inner)), units=units)


def _below(unit: EvidenceUnit, title: str) -> tuple[str, ...]:
    """The headings of a passage below the one with this title."""
    if title not in unit.headings:
        return ()
    return unit.headings[unit.headings.index(title) + 1 :]


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
    return page_of_sections(search, _without_nested(sections)[:MOST_SECTIONS]) if sections else None


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
    sentences = [one for one in sentences if not one.text.isupper() and adds(search, one)]
    if asked_for(search.query).denied:
        sentences = [one for one in sentences if _DENYING.search(match_key(one.text))] or sentences
    if not sentences:
        return None
    sentences = giving(search, sentences)
    labels = document_labels(search.documents)
    page = Page()
    last = None
    several = len({sentence.document.id for sentence in sentences}) > 1
    shown = {sentence.text for sentence in sentences}
    once = {(one.document.id, one.text): one for one in reversed(sentences)}
    for sentence in (one for one in sentences if once[one.document.id, one.text] is one):
        label = f"**{labels[sentence.document.id]}**: " if several or last is None else ""
        last = sentence.document.id
        page.add(f"{label}{_acting(search, sentence)}{tidy(sentence.text)}", [sentence.source])
        for text, source in listed_after(search, sentence, shown):
            page.add(tidy(text), [source])
    return Composed(page, path="passages")


def _acting(search: Search, sentence: Sentence) -> str:
    """The unit whose heading a sentence stands under, where it is asked who acts."""
    if asked_for(search.query).wanted is not Wanted.WHO or not sentence.unit.headings:
        return ""
    heading = sentence.unit.headings[-1]
    named = begins_unit(heading) and not heading.isupper() and heading not in sentence.text
    return f"{tidy(heading)}: " if named else ""


def _part_of_title(near: Sequence[Section], sections: Sequence[Section]) -> list[Section]:
    """Sections whose title names more than is asked for give way to the one inside that does not.

    "Mục đích" is asked for: of "I. MỤC ĐÍCH, YÊU CẦU" only "1. Mục đích" answers.
    """
    shown: list[Section] = []
    for section in near:
        held = {unit.id for unit in section.units}
        words = set(plain_phrase(section.title))
        inner = [
            other
            for other in sections
            if {unit.id for unit in other.units} < held and set(plain_phrase(other.title)) < words
        ]
        if inner:
            best = max(other.score for other in inner)
            shown.extend(one for one in inner if one.score >= best - _NEAR and one not in shown)
        elif section not in shown:
            shown.append(section)
    return shown


def _without_nested(sections: list[Section]) -> list[Section]:
    """Leave out a section that stands inside another one that is shown."""
    shown: list[Section] = []
    for section in sections:
        own = {unit.id for unit in section.units}
        if not any(own <= {unit.id for unit in other.units} for other in shown):
            shown.append(section)
    return shown


def _add_inner(
    page: Page, section: Section, unit: EvidenceUnit, last: tuple[str, ...]
) -> tuple[str, ...]:
    """The headings inside a section, where they change; not those that are items shown anyway."""
    inner = _below(unit, section.title)
    items = [one.text for one in section.units]
    for depth, title in enumerate(inner):
        if last[: depth + 1] != inner[: depth + 1] and not any(title in text for text in items):
            page.add(f"*{tidy(title)}*", [unit.source], bullet="")
            page.gap()
    return inner


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
        above: tuple[str, ...] = ()
        for unit in section.units[:_MOST_UNITS]:
            if shown_units and CLOSING.match(unit.text):
                shown_units += 1
                continue
            if written > _MOST_CHARACTERS:
                break
            shown_units += 1
            above = _add_inner(page, section, unit, above)
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
