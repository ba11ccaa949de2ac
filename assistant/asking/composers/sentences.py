"""Roles named in running text: the sentence about the topic that says who does it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.asking import texts
from assistant.asking.finding.limiting import has_unit
from assistant.asking.finding.retrieval import Search
from assistant.asking.labels import document_labels, shortened, tidy
from assistant.asking.page import Composed, Page
from assistant.asking.query import Intent
from assistant.asking.sentences.meeting import NUMBERING, UPPER
from assistant.asking.sentences.passages import Sentence, sentences_about
from assistant.asking.words import contains, plain_phrase
from ingest.text.normal import fold
from ingest.text.organisations import begins_unit
from ingest.vocabulary import load

_LEADS = re.compile(
    r"\b(?:chu tri|phu trach|(?<!giam )(?<!bot )dau moi(?! trung gian)"
    r"|(?<!tu )chiu trach nhiem|giao cho)\b"
)
_HELPS = re.compile(r"\bphoi hop\b")
_LONGEST = 600
_LOOKED_AT = 8
_MOST_BESIDE = 3
_SURE = 0.95
_IS, _FEWEST_NAMED, _LONGEST_SUBJECT = "la", 3, 14
_MOST_SAID = 3
_OPENING = 60
_NUMBERING = re.compile(r"^\s*(?:\d{1,2}|[a-zđ])[.)]\s+|^\s*[-+•]\s*")
_FULL_STOP = re.compile(r"(?<=[.!?])\s|\n")
_OFFICE = r"(?:pho |quyen )?(?:giam doc|chu tich|truong|chanh|thu truong|bo truong)"
_BODY = r"(?:so|phong|ban|uy ban|ubnd|chi cuc|cuc|trung tam|van phong|lanh dao|bo phan|cong an)"
_WHO = re.compile(
    rf"(?:\bla|:)\s+(?:cac\s+)?(?:{_BODY}|{_OFFICE})\b|\b{_OFFICE}\b.*\bphai\b"
    r"|^(?:nguoi|doi tuong|ca nhan|tap the)\b"
)
_IS_BODY = re.compile(
    rf"\b(?:đơn vị|cơ quan|bộ phận|nơi|địa phương) (?:là|gồm|sau)[: ]+(?:\d+[.)] )?[{UPPER}]"
)
"""How a sentence says which bodies they are ("ở hai đơn vị là Chi bộ …")."""
_WHEN = re.compile(
    r"\b(?:khi|sau|ke tu|trong|dinh ky|moi|hang|lan|ngay|gio|phut|thang|nam|tuan"
    r"|quy (?:[ivx]+|\d))\b"
)
_SAYS = {Intent.LEAD: (_WHO, 0.95), Intent.DEADLINE: (_WHEN, 0.8)}


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
    told = [_from_subject(one) for one in found]
    verdicts = _verdicts(search, told) if role is _LEADS else [""] * len(told)
    for sentence, verdict in zip(told, verdicts, strict=True):
        said = f"{verdict}{said_by(sentence)}"
        page.add(f"**{labels[sentence.document.id]}**: {said}", [sentence.source])
    return Composed(page, path="passages")


def _verdicts(search: Search, sentences: Sequence[Sentence]) -> list[str]:
    """Whether the unit that the question takes for the lead is it, by the headings of sentences.

    Where one of them bears it out, the others are no denial.
    """
    supposed = search.query.supposed
    heads = [_heading_unit(one) for one in sentences]
    if supposed is None or supposed.unit is None or not all(heads):
        return [""] * len(heads)
    unit = supposed.unit
    same = [has_unit((head,), (), unit) for head in heads]
    denied = "" if any(same) else texts.DENIED.format(supposed=unit)
    return [texts.CONFIRMED if one else denied for one in same]


def _heading_unit(sentence: Sentence) -> str:
    """The unit that a sentence stands under; empty where its heading names none."""
    heading = sentence.unit.headings[-1] if sentence.unit.headings else ""
    named = begins_unit(heading) and not heading.isupper()
    return NUMBERING.sub("", tidy(heading)).strip(" .:;") if named else ""


def _from_subject(sentence: Sentence) -> Sentence:
    """A piece behind a semicolon with the beginning of its sentence ("A; B chịu trách nhiệm")."""
    before, found, _ = sentence.unit.text.partition(sentence.text)
    if not found or not before.rstrip(" ").endswith(";"):
        return sentence
    opening = _FULL_STOP.split(before)[-1]
    opening = _NUMBERING.sub("", opening.lstrip())
    if not begins_unit(opening) or "\n" in opening.strip():
        return sentence
    return replace(sentence, text=f"{opening}{sentence.text}")


def said_by(sentence: Sentence) -> str:
    """The sentence, after the unit whose heading it stands under."""
    said = texts.SENTENCE_LEAD.format(text=shortened(sentence.text, _LONGEST))
    named = _heading_unit(sentence)
    return f"{tidy(sentence.unit.headings[-1])}: {said}" if named else said


def lead_sentences(search: Search) -> list[Sentence]:
    """Sentences of the running text that give the topic a lead."""
    return [
        sentence
        for sentence in sentences_about(search, limit=_MOST_BESIDE)
        if _LEADS.search(fold(sentence.text)) and sentence.coverage >= _SURE
    ]


def _acts(search: Search, text: str) -> bool:
    """Whether the sentence begins with the body that does what the rest says.

    A few words may stand before it: "Định kỳ 6 tháng, Sở X tổng hợp".
    """
    if search.query.intent is not Intent.LEAD:
        return False
    bare = _NUMBERING.sub("", text)
    opening, _, rest = bare.partition(", ")
    return begins_unit(bare) or (len(opening) <= _OPENING and begins_unit(rest))


def compose_predicated(search: Search) -> Composed | None:
    """The sentence that answers "X là gì" in the same words: "X … là …"."""
    words = search.query.words
    asked = (plain_phrase(one) for one in load("asking_sentences")["is_what"])
    if not any(contains(words, one) >= 0 for one in asked) or search.topic.empty:
        return None
    named = [entry.word.plain for entry in search.query.required]
    if len(named) < _FEWEST_NAMED:
        return None
    labels = document_labels(search.documents)
    page = Page()
    for sentence in sentences_about(search, limit=_LOOKED_AT):
        told = plain_phrase(_NUMBERING.sub("", sentence.text))
        ends = told.index(_IS) if _IS in told[:_LONGEST_SUBJECT] else 0
        if told[:1] == (named[0],) and set(named) <= set(told[:ends]):
            page.add_of(labels[sentence.document.id], tidy(sentence.text), [sentence.source])
    return Composed(page, path="passages") if page.lines else None


def compose_said(search: Search) -> Composed | None:
    """Sentences that hold the whole topic and say what is asked: who, when, under what terms.

    For questions that nothing else answers; a sentence about the topic alone is no answer.
    """
    if search.query.intent not in _SAYS or search.topic.empty:
        return None
    said, wholly = _SAYS[search.query.intent]
    found = [
        sentence
        for sentence in sentences_about(search, limit=_MOST_SAID)
        if sentence.coverage >= wholly
        and not sentence.text.isupper()  # a title says of nobody what he does
        and (
            said.search(fold(sentence.text))
            or _acts(search, sentence.text)
            or (search.query.intent is Intent.LEAD and _IS_BODY.search(sentence.text))
        )
    ]
    if not found:
        return None
    labels = document_labels(search.documents)
    page = Page()
    for sentence in found:
        page.add_of(labels[sentence.document.id], said_by(sentence), [sentence.source])
    return Composed(page, path="passages")
