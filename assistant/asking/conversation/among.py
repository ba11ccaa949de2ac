"""A turn that asks for a part of what was spoken of ("Trong đó quá hạn bao nhiêu?"), in full."""

from __future__ import annotations

import re

from assistant.asking import restated
from assistant.asking.finding.corpus import Corpus
from assistant.asking.query import Intent, Query
from assistant.asking.questions.topic import build_topic
from assistant.asking.words import plain_phrase

_AMONG = re.compile(
    r"^\s*(?:và\s+)?trong (?:số |các việc |những việc )?(?:đó|này|ấy)[\s,]*", re.IGNORECASE
)
_HOW_MANY = re.compile(r"\b(?:có |là )*(?:bao nhiêu|mấy)\b(?P<what>\s+(?!phần trăm)\w+)?", re.I)
_ABOUT = " về "
_FIGURES = frozenset({Intent.VALUE, Intent.COUNT})


def asks_among(text: str) -> bool:
    """Whether a turn asks of what was spoken of before."""
    return _AMONG.match(text) is not None


def among_them(text: str, last: Query, corpus: Corpus) -> str:
    """The turn; where it opens with "trong đó", with what was listed or counted before."""
    among = _AMONG.match(text)
    if among is None:
        return text
    rest = text[among.end() :]
    counts = _HOW_MANY.search(text) if last.intent in _FIGURES else None
    if counts is not None:
        return rest if counts["what"] else _of_figure(rest, last, corpus)
    listed = last.topic_text and last.intent in (Intent.LIST, Intent.COUNT)
    return f"{rest.rstrip(' ?.!')}{_ABOUT}{last.topic_text}?" if listed else text


def _of_figure(rest: str, last: Query, corpus: Corpus) -> str:
    """The part asked for, with what the question before counted ("hồ sơ", "kinh phí")."""
    own = _HOW_MANY.sub(" ", rest).strip(" ?.!,")
    head = counted_head(last, corpus)
    if not head or not set(plain_phrase(head)).isdisjoint(plain_phrase(own)):
        return rest
    return f"{head} {own}{restated.HOW_MUCH}"


def counted_head(last: Query, corpus: Corpus) -> str:
    """What a question counts ("hồ sơ"), else the first thing that it names."""
    counted = [entry.word.shown for entry in last.required if entry.counted]
    terms = build_topic(last, corpus).terms
    return " ".join(counted) or (terms[0].text if terms else "")
