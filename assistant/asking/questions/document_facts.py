"""Which data of a document are asked for, and of which document, where its title names it."""

from __future__ import annotations

from assistant.asking.finding.corpus import Corpus
from assistant.asking.query import FactName, Intent
from assistant.asking.questions.marking import Marked
from assistant.asking.words import plain_phrase
from ingest.model import DocumentKind
from ingest.vocabulary import load

_FACTS: tuple[FactName, ...] = (
    "stored",
    "signer",
    "recipients",
    "date",
    "issuer",
    "number",
    "period",
    "province",
)
_FEWEST_OF_TITLE = 2
_OF_KIND = ("date", "number", "issuer")


def decide_facts(reading: Marked) -> tuple[FactName, ...]:
    """The document facts that are asked, if nothing else is the topic.

    "Ai ký ..., ngày nào" asks for the date as well, however the day is asked for.
    """
    if not reading.has("fact") or any(state == "topic" for state in reading.state):
        return ()
    dated = reading.has("fact", "signer") and reading.has("intent", "deadline")
    return tuple(name for name in _FACTS if reading.has("fact", name) or (dated and name == "date"))


def documents_by_title(reading: Marked, corpus: Corpus) -> tuple[str, ...]:
    """Ids of the documents whose title is all that a question about their data names.

    Its words then name the document ("ai ký kết luận thanh tra ở X") and are no topic. A day or a
    number may be that of a paper still to be made: there the question opens with the kind.
    """
    told_of = any(reading.has("fact", name) for name in ("signer", "recipients"))
    if not (told_of or any(reading.has("fact", name) for name in _OF_KIND)):
        return ()
    places = [place for place, state in enumerate(reading.state) if state == "topic"]
    told = {reading.words[place].plain for place in places}
    if len(told) < _FEWEST_OF_TITLE:
        return ()
    found = tuple(
        document.id
        for document in corpus.documents
        if told <= corpus.features(document.title or "").words
        and (not reading.places or document.province in reading.places)
        and (told_of or _opens_with_kind(reading, document.kind))
    )
    for place in places if found else ():
        reading.state[place] = "soft"
    return found


def _opens_with_kind(reading: Marked, kind: DocumentKind) -> bool:
    """Whether a question begins with the kind of a document ("Chỉ thị về …")."""
    plain = tuple(word.plain for word in reading.words)
    names = load("documents")["kinds"].get(kind.value, ())
    return any(plain[: len(one)] == one for one in map(plain_phrase, names))


def intent_of_fact(reading: Marked) -> Intent:
    """What a question about a date or issuer asks when it has a topic of its own."""
    if reading.has("fact", "date"):
        return Intent.DEADLINE
    if reading.has("fact", "issuer") or reading.has("fact", "recipients"):
        return Intent.LEAD
    return Intent.OPEN
