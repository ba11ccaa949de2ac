"""Whether the title of a section is what a question is about ("cải cách thể chế")."""

from __future__ import annotations

from assistant.asking.finding.corpus import Corpus
from assistant.asking.questions.topic import Term, Topic
from assistant.asking.words import Phrase, plain_phrase
from ingest.vocabulary import load, remembered

_FEWEST, _FEWEST_OPENING = 2, 3
_MOSTLY = 0.6
INSIDE = frozenset({"thuoc", "trong"})
"""What stands before a word for a part of a text ("thuộc nhóm")."""


@remembered()
def _openings() -> tuple[Phrase, ...]:
    """What titles begin with that questions leave out, the longest first."""
    found = (plain_phrase(one) for one in load("asking_questions")["title_openings"])
    return tuple(sorted(found, key=len, reverse=True))


def is_titled(title: str, topic: Topic, corpus: Corpus, *, accented: bool) -> bool:
    """Whether the words asked about are those of the title, its number and opening left out.

    Words that say little ("lĩnh vực", "Sở") need not stand in it where others do.
    """
    features = corpus.features(title)
    words = _numberless(features.plain)
    told = [word for term in topic.terms if not _says_little(term) for word in term.words]
    terms = [word for term in topic.terms for word in term.words]
    terms = told if len(told) >= _FEWEST else terms
    asked = [word.plain for word in terms]
    if len(words) < _FEWEST or len(asked) < _FEWEST:
        return False
    if accented and any(
        word.plain in words and word.accented not in features.accented for word in terms
    ):
        return False  # "Sở Xây dựng" is no "Xây dựng chính quyền số"
    wordings = (words, _unopened(words))
    if len(asked) >= _FEWEST_OPENING and any([*one[: len(asked)]] == asked for one in wordings):
        return True  # "áp dụng ISO" of "Áp dụng ISO trong hoạt động nội bộ"
    if not all(word in words for word in asked):
        return False
    return any(len(asked) >= _MOSTLY * len(one) for one in wordings)


def _says_little(term: Term) -> bool:
    """Whether a term is weak, or only a word for a part of a text ("lĩnh vực")."""
    said = term.plain[1:] if term.plain[0] in INSIDE else term.plain
    return term.weak or said in {plain_phrase(one) for one in _parts()}


def _parts() -> list[str]:
    return [*load("asking_tables")["group_words"]]


def topic_said(topic: Topic) -> str:
    """The topic as a title has it, without the words that say little."""
    return " ".join(term.text for term in topic.terms if not _says_little(term))


def _numberless(words: Phrase) -> Phrase:
    while words and (len(words[0]) <= 3 and (words[0].isdigit() or set(words[0]) <= set("ivx"))):
        words = words[1:]
    return words


def _unopened(words: Phrase) -> Phrase:
    size = next((len(one) for one in _openings() if words[: len(one)] == one), 0)
    return words[size:] if len(words) - size >= _FEWEST else words
