"""Which data of a document are asked for, and of which document, where its title names it."""

from __future__ import annotations

from assistant.asking.finding.corpus import Corpus
from assistant.asking.query import FactName, Intent
from assistant.asking.questions.marking import Marked
from assistant.asking.words import Phrase, contains, plain_phrase
from ingest.model import Document, DocumentKind
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
_STILL_TO_BE = plain_phrase("phải ban hành")
_OF_KIND = ("date", "number", "issuer")


def decide_facts(reading: Marked) -> tuple[FactName, ...]:
    """The document facts that are asked, if nothing else is the topic.

    "Ai ký ..., ngày nào" asks for the date as well, however the day is asked for.
    """
    if not reading.has("fact") or any(state == "topic" for state in reading.state):
        return ()
    if contains(tuple(word.plain for word in reading.words), _STILL_TO_BE) >= 0:
        return ()  # "phải ban hành khi nào" asks for the day by which the work is due
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
        if (not reading.places or document.province in reading.places)
        and _is_called(document, told, reading, corpus)
        and (told_of or _opening_kind(reading, document.kind))
    )
    for place in places if found else ():
        reading.state[place] = "soft"
    return found


def _is_called(document: Document, told: set[str], reading: Marked, corpus: Corpus) -> bool:
    """Whether a document's title holds all that is told, beside the kind and the body it is of."""
    title = corpus.features(document.title or "").words
    if told <= title:
        return True
    rest = told - set(_opening_kind(reading, document.kind, anywhere=True))
    named = bool(reading.places or reading.issuers)
    return rest <= title and (len(rest) >= _FEWEST_OF_TITLE or (not rest and named))


def _opening_kind(reading: Marked, kind: DocumentKind, *, anywhere: bool = False) -> Phrase:
    """The kind of a document that a question begins with ("Chỉ thị về …"); empty if none."""
    plain = tuple(word.plain for word in reading.words)
    names = map(plain_phrase, load("documents")["kinds"].get(kind.value, ()))
    places = ((contains(plain, one), one) for one in names)
    return next((one for place, one in places if place == 0 or (anywhere and place > 0)), ())


def intent_of_fact(reading: Marked) -> Intent:
    """What a question about a date or issuer asks when it has a topic of its own."""
    if reading.has("fact", "date"):
        return Intent.DEADLINE
    if reading.has("fact", "issuer") or reading.has("fact", "recipients"):
        return Intent.LEAD
    return Intent.OPEN
