"""Decides from the marked words what is asked, about what, and within which unit."""

from __future__ import annotations

from typing import cast, get_args

from assistant.asking.lexicon import Lexicon
from assistant.asking.marking import Marked
from assistant.asking.query import FactName, Intent, Quantity, TopicWord
from assistant.asking.words import words_of
from ingest.model import DocumentKind, RecordKind
from ingest.text.normal import match_key

_ASKING_FIGURES = (("quantity",), ("subject", "indicators"), ("subject", "targets"))
_WHICH = "nao"
_ROWS = frozenset({Intent.LEAD, Intent.COORDINATING, Intent.DEADLINE, Intent.PRODUCT})


def decide_intent(reading: Marked, lexicon: Lexicon, question: str) -> tuple[Intent, bool]:
    """What is asked, and whether the question says so itself rather than by default."""
    found = reading.cues.get("intent", set())
    if reading.has("origins"):
        return Intent.PROSE, True
    if _asks_difference(reading):
        return Intent.DIFFERENCE, True
    if reading.has("blanks") or reading.has("nolead"):
        return (Intent.COUNT if reading.has("counted") else Intent.LIST), True
    if reading.has("counted") and not found & {"compare", "basis"}:
        return Intent.COUNT, True
    if "greeting" in found and not any(state == "topic" for state in reading.state):
        return Intent.GREETING, True
    if _asks_meaning(reading, lexicon, question):
        return Intent.DEFINITION, True
    for name in lexicon.order:
        if name in found and name not in {"greeting", "definition"}:
            return Intent(name), True
    if reading.has("count"):
        return Intent.VALUE, True
    if reading.has("prose_topics"):
        return Intent.PROSE, True
    if reading.has("askers"):
        return Intent.LEAD, True
    if reading.window is not None and not any(state == "topic" for state in reading.state):
        return Intent.LIST, True
    return _by_default(reading), False


def _by_default(reading: Marked) -> Intent:
    """What is asked where no cue says it."""
    if reading.has("prose"):
        return Intent.PROSE
    if reading.has("plural"):
        return Intent.LIST
    if any(reading.has(*group) for group in _ASKING_FIGURES):
        return Intent.VALUE
    return Intent.OPEN


def _asks_difference(reading: Marked) -> bool:
    """Whether the text of a report is held against its annex."""
    differ = reading.has("differ") or reading.has("intent", "compare")
    return differ and reading.has("side", "text") and reading.has("side", "annex")


def _asks_meaning(reading: Marked, lexicon: Lexicon, question: str) -> bool:
    if abbreviation_in(question, lexicon) is None:
        return False
    if reading.has("intent", "definition"):
        return True
    raw = words_of(question)
    rest = [word.plain for word in raw]
    size = len(rest)
    for index in range(size):
        length, _ = lexicon.abbreviations.at(raw, index)
        if length and rest[index + length :] == ["la", "gi"] and index <= 1:
            return True
    return False


def abbreviation_in(question: str, lexicon: Lexicon) -> str | None:
    """The first abbreviation of the question as typed, in capitals."""
    raw = words_of(question)
    key = match_key(question)
    for index in range(len(raw)):
        length, _ = lexicon.abbreviations.at(raw, index)
        if length:
            last = raw[index + length - 1]
            return key[raw[index].start : last.start + len(last.accented)].upper()
    return None


def decide_fact(reading: Marked) -> FactName | None:
    """The document fact that is asked, if nothing else is the topic."""
    if not reading.has("fact"):
        return None
    if any(state == "topic" for state in reading.state):
        return None
    for name in ("stored", "signer", "date", "issuer", "number", "period", "province"):
        if reading.has("fact", name):
            return name
    return None


def intent_of_fact(reading: Marked) -> Intent:
    """What a question about a date or issuer asks when it has a topic of its own."""
    if reading.has("fact", "date"):
        return Intent.DEADLINE
    if reading.has("fact", "issuer"):
        return Intent.LEAD
    return Intent.OPEN


def kinds_of(reading: Marked, lexicon: Lexicon) -> tuple[DocumentKind, ...]:
    """The document kinds the question restricts itself to."""
    return tuple(dict.fromkeys(kind for name in reading.kind_words for kind in lexicon.kinds[name]))


def subject_of(reading: Marked) -> RecordKind | None:
    """Which kind of record the question names."""
    for name in ("indicators", "targets", "tasks"):
        if reading.has("subject", name):
            return name
    return None


def quantity_of(reading: Marked) -> Quantity | None:
    """Whether a count or a share is asked for."""
    for name in get_args(Quantity):
        if reading.has("quantity", name):
            return cast("Quantity", name)
    return None


def topic_of(reading: Marked, intent: Intent) -> tuple[TopicWord, ...]:
    """The words of the topic, optional ones included, in order."""
    if intent in _ROWS and not any(state == "topic" for state in reading.state):
        _promote(reading)
    answered = _described_after(reading) if intent is Intent.BASIS else len(reading.words)
    topic = [
        TopicWord(
            word,
            place,
            required=state == "topic" and place < answered,
            counted=place in reading.counted,
            naming=state == "kind" and not reading.kind_words,
        )
        for place, (word, state) in enumerate(zip(reading.words, reading.state, strict=True))
        if state in {"topic", "soft", "kind"}
    ]
    return tuple(topic)


def _described_after(reading: Marked) -> int:
    """Where the words begin that describe the document asked for ("quyết định nào của Bộ ...")."""
    plain = [word.plain for word in reading.words]
    if _WHICH not in plain:
        return len(plain)
    place = len(plain) - 1 - plain[::-1].index(_WHICH)
    before = any(state == "topic" for state in reading.state[:place])
    return place if before else len(plain)


def _promote(reading: Marked) -> None:
    """Make "báo cáo" in "thời hạn báo cáo" the topic, where it limits nothing."""
    if not reading.has("kind") or reading.kind_words or reading.numbers:
        return
    for index, state in enumerate(reading.state):
        if state == "kind":
            reading.state[index] = "topic"
