"""Reads a question into a :class:`Query`, by rules and vocabulary files only.

Every word of the question ends up as one of: a cue (what is asked), a limit (which document, year,
unit ...), a word without weight, or the topic. Cues that may also be subject matter stay in the
topic as optional words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import cast, get_args

from assistant.asking.corpus import Corpus, expanded_words
from assistant.asking.lexicon import Cue, Lexicon
from assistant.asking.limits import (
    KeySpan,
    NumberSpan,
    key_spans,
    length_span,
    number_spans,
    place_at,
    stored_issuers,
    stored_places,
    unit_at,
)
from assistant.asking.periods import Span, named_window, time_spans
from assistant.asking.query import (
    FactName,
    Intent,
    Limits,
    Quantity,
    Query,
    TopicWord,
    UnitRole,
    Window,
)
from assistant.asking.spelling import mend
from assistant.asking.words import PhraseTable, Word, words_of
from ingest.model import DocumentKind, Period, RecordKind
from ingest.text.normal import clean, fold, match_key

_SOFT = frozenset({"subject", "kind"})
_KEPT = frozenset({"prose_topics"})
_ASKING_FIGURES = (("quantity",), ("subject", "indicators"), ("subject", "targets"))
_SEEN = 2
_ACCENTED_SHARE = 0.4
_BOUND = 0.5
_BY_UNIT = frozenset({Intent.LEAD, Intent.COORDINATING, Intent.OPEN, Intent.DEADLINE})
_ROWS = frozenset({Intent.LEAD, Intent.COORDINATING, Intent.DEADLINE, Intent.PRODUCT})
_RECORDS = frozenset(
    {Intent.LIST, Intent.COUNT, Intent.LEAD, Intent.COORDINATING, Intent.DEADLINE, Intent.PRODUCT}
)


@dataclass(slots=True)
class _Reading:
    """What has been found so far; ``state`` per word: topic, soft (optional) or gone."""

    words: tuple[Word, ...]
    state: list[str]
    accented: bool = True
    cues: dict[str, set[str]] = field(default_factory=dict)
    places: list[str] = field(default_factory=list)
    issuers: list[str] = field(default_factory=list)
    unknown_places: list[str] = field(default_factory=list)
    units: list[tuple[str, int, int]] = field(default_factory=list)
    years: list[int] = field(default_factory=list)
    period: Period | None = None
    window: Window | None = None
    window_words: list[int] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)
    refs: list[str] = field(default_factory=list)
    key: str | None = None
    length: int | None = None
    kind_words: list[str] = field(default_factory=list)

    def mark(self, start: int, length: int, state: str) -> None:
        for index in range(start, min(start + length, len(self.words))):
            self.state[index] = state

    def has(self, group: str, name: str | None = None) -> bool:
        return bool(self.cues.get(group)) if name is None else name in self.cues.get(group, set())


@dataclass(frozen=True, slots=True)
class _Tables:
    """Names that depend on what is stored."""

    places: PhraseTable[str]
    issuers: PhraseTable[str]


def understand(question: str, *, corpus: Corpus, today: date, chosen: Sequence[str] = ()) -> Query:
    """Understand one question on its own (see :mod:`assistant.asking.followup` for dialogue)."""
    lexicon = corpus.lexicon
    folded = fold(question)
    words = mend(expanded_words(question, lexicon), corpus)
    reading = _Reading(words, ["topic"] * len(words), accented=_is_accented(words))
    follows = _opens_as_followup(reading, lexicon)
    _read_numbers(reading, number_spans(folded, corpus.documents), key_spans(folded))
    _read_time(reading, time_spans(folded, default_year=today.year), _as_typed(question))
    if span := length_span(folded):
        reading.length = span.years
        for index in _indices(words, span.start, span.end):
            reading.state[index] = "gone"
    _read_phrases(reading, corpus, today)
    intent, explicit = _intent(reading, lexicon, question)
    unit, role, intent = _unit_limit(reading, intent)
    fact = _fact(reading)
    if fact is not None:
        intent, explicit = Intent.FACT, True
    elif reading.has("fact") and not explicit:
        intent = _intent_of_fact(reading)
    limits = Limits(
        length=reading.length,
        chosen=tuple(chosen),
        places=tuple(dict.fromkeys(reading.places)),
        issuers=tuple(dict.fromkeys(reading.issuers)),
        unknown_places=tuple(dict.fromkeys(reading.unknown_places)),
        numbers=tuple(dict.fromkeys(reading.numbers)),
        ref_numbers=tuple(dict.fromkeys(reading.refs)),
        kind_words=tuple(dict.fromkeys(reading.kind_words)),
        kinds=_kinds(reading, lexicon),
        years=tuple(dict.fromkeys(reading.years)),
        period=reading.period,
        window=reading.window,
        key=reading.key,
        unit=unit,
        unit_role=role,
    )
    return Query(
        question=question,
        standalone=" ".join(question.split()),
        intent=intent,
        topic=_topic(reading, intent),
        limits=limits,
        subject=_subject(reading),
        fact=fact,
        quantity=_quantity(reading),
        abbreviation=_abbreviation(question, lexicon) if intent is Intent.DEFINITION else None,
        blanks=reading.has("blanks"),
        without_lead=reading.has("nolead"),
        follows_on=follows,
        explicit_intent=explicit,
        accented=reading.accented,
        words=tuple(word.plain for word in words),
    )


def _as_typed(question: str) -> str:
    """The question with the offsets of its normal form, in the writer's own letters if possible."""
    typed, key = " ".join(clean(question).split()), match_key(question)
    return typed if len(typed) == len(key) else key


def _is_accented(words: Sequence[Word]) -> bool:
    """Whether the question was typed with accents throughout, not only here and there."""
    letters = [word for word in words if word.plain.isalpha()]
    return sum(word.has_accent for word in letters) >= _ACCENTED_SHARE * max(1, len(letters))


def _opens_as_followup(reading: _Reading, lexicon: Lexicon) -> bool:
    length, found = lexicon.followups.at(reading.words, 0)
    tail = any(
        lexicon.followups.at(reading.words, index)[1] == ("thì sao",)
        for index in range(len(reading.words))
    )
    return bool(length and found) or tail


def _indices(words: Sequence[Word], start: int, end: int) -> list[int]:
    return [index for index, word in enumerate(words) if start <= word.start < end]


def _read_numbers(
    reading: _Reading, numbers: Sequence[NumberSpan], keys: Sequence[KeySpan]
) -> None:
    for number in numbers:
        (reading.numbers if number.stored else reading.refs).append(number.number)
        for index in _indices(reading.words, number.start, number.end):
            reading.state[index] = "gone"
    for key in keys:
        reading.key = reading.key or key.key
        for index in _indices(reading.words, key.start, key.end):
            reading.state[index] = "gone"


def _read_time(reading: _Reading, spans: Sequence[Span], written: str) -> None:
    for span in spans:
        inside = [
            index
            for index in _indices(reading.words, span.start, span.end)
            if reading.state[index] != "gone"
        ]
        if not inside:
            continue
        reading.years.extend(year for year in span.years if year not in reading.years)
        reading.period = reading.period or span.period
        if span.window:
            window = replace(span.window, text=written[span.start : span.end].strip())
            reading.window = reading.window or window
            reading.window_words.extend(inside)
        for index in inside:
            numeric = reading.words[index].plain.isdigit()
            reading.state[index] = "soft" if numeric or span.window else "gone"
            if not numeric and span.window is None:
                reading.state[index] = "gone"


def _read_phrases(reading: _Reading, corpus: Corpus, today: date) -> None:
    lexicon = corpus.lexicon
    tables = _Tables(stored_places(corpus.documents), stored_issuers(corpus.documents))
    index = 0
    while index < len(reading.words):
        if reading.state[index] != "topic":
            index += 1
            continue
        index += max(1, _read_at(reading, index, corpus, tables, today))
    for position, word in enumerate(reading.words):
        if reading.state[position] == "topic" and len(word.plain) == 1 and word.plain.isalpha():
            reading.state[position] = "gone"
    _count_cue(reading, lexicon)
    _, quantity = lexicon.quantity.at(reading.words, 0)
    if quantity:
        reading.cues["quantity"] = {quantity[0]}
    _settle_overdue(reading)


def _read_at(
    reading: _Reading,
    index: int,
    corpus: Corpus,
    tables: _Tables,
    today: date,
) -> int:
    lexicon, words = corpus.lexicon, reading.words
    place_length, place = place_at(words, index, tables.places, lexicon.provinces)
    issuer_length, issuers = tables.issuers.at(words, index)
    unit_length, unit = unit_at(words, index, corpus.units)
    cue_length, cues = lexicon.cues.at(words, index)
    function_length = _function_length(reading, index, corpus)
    compound_length, _ = lexicon.compounds.at(words, index)
    helping_length, _ = lexicon.helping.at(words, index)
    if place_length and place_length >= max(cue_length, unit_length):
        known = place is not None
        name = (
            place or " ".join(word.accented for word in words[index : index + place_length]).title()
        )
        (reading.places if known else reading.unknown_places).append(name)
        reading.mark(index, place_length, "gone")
        return place_length
    if issuer_length and issuer_length >= max(unit_length, cue_length):
        reading.issuers.append(issuers[0])
        reading.mark(index, issuer_length, "gone")
        return issuer_length
    if unit_length > cue_length:
        reading.units.append((unit, index, unit_length))
        reading.mark(index, unit_length, "unit")
        return unit_length
    if compound_length > max(cue_length, helping_length) and compound_length >= function_length:
        return compound_length
    if cue_length and cue_length >= function_length:
        for cue in cues:
            _take_cue(reading, cue, index, cue_length, lexicon, today)
        return cue_length
    if helping_length:
        reading.mark(index, helping_length, "soft")
        return helping_length
    if function_length:
        reading.mark(index, function_length, "gone")
        return function_length
    return 1


def _function_length(reading: _Reading, index: int, corpus: Corpus) -> int:
    """Length of words without weight here.

    Typed without accents, a lone syllable that keeps to its neighbour in the stored text is part
    of a word ("ra" in "ra soat"), not a particle.
    """
    length, written = corpus.lexicon.function.at(reading.words, index)
    if length != 1:
        return length
    plain = reading.words[index].plain
    if reading.accented:
        return 1 if any(_same(reading.words[index], phrase) for phrase in written) else 0
    neighbours = []
    if index + 1 < len(reading.words):
        neighbours.append((plain, reading.words[index + 1].plain))
    if index and reading.state[index - 1] == "topic":
        neighbours.append((reading.words[index - 1].plain, plain))
    bound = any(
        corpus.pair_counts[pair] >= _SEEN and corpus.bond(*pair) >= _BOUND for pair in neighbours
    )
    return 0 if bound else length


def _same(word: Word, phrase: str) -> bool:
    return any(word.accented == other.accented for other in words_of(phrase))


def _settle_overdue(reading: _Reading) -> None:
    """Read "quá hạn" as a window only where nothing else is the topic (not "hồ sơ quá hạn")."""
    window = reading.window
    if window is None or not window.overdue:
        return
    if any(state == "topic" for state in reading.state):
        reading.window = None
        for index in reading.window_words:
            reading.state[index] = "topic"


def _take_cue(
    reading: _Reading, cue: Cue, index: int, length: int, lexicon: Lexicon, today: date
) -> None:
    words = reading.words[index : index + length]
    text = " ".join(word.accented for word in words)
    if cue.group == "year":
        offset = {"this_year": 0, "last_year": -1, "next_year": 1}[cue.name]
        reading.years.append(today.year + offset)
        reading.mark(index, length, "gone")
        return
    if cue.group == "window":
        window = named_window(cue.name, text, today=today, soon_days=lexicon.soon_days)
        reading.window = reading.window or window
        reading.window_words.extend(range(index, index + length))
        reading.mark(index, length, "soft")
        return
    reading.cues.setdefault(cue.group, set()).add(cue.name)
    if cue.group == "kind":
        before = reading.words[index - 1].plain if index else ""
        after = reading.words[index + length].plain if index + length < len(reading.words) else ""
        if before in lexicon.kind_leads or after == "so" or after.isdigit():
            reading.kind_words.append(cue.name)
    if cue.group in _KEPT:
        return
    if reading.state[index] in {"topic", "soft"}:
        soft = cue.group in _SOFT or (cue.group == "intent" and cue.name in {"product", "list"})
        state = "kind" if cue.group == "kind" else "soft"
        reading.mark(index, length, state if soft else "gone")


def _count_cue(reading: _Reading, lexicon: Lexicon) -> None:
    """Keep the counting cue only where records are counted ("bao nhiêu nhiệm vụ")."""
    if not reading.has("count"):
        return
    words = reading.words
    counted = any(
        length and lexicon.countable.at(words, index + length)[0]
        for index in range(len(words))
        for length in (lexicon.count.at(words, index)[0],)
    )
    if counted:
        reading.cues.setdefault("counted", set()).add("counted")


def _intent(reading: _Reading, lexicon: Lexicon, question: str) -> tuple[Intent, bool]:
    found = reading.cues.get("intent", set())
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
    if reading.has("prose"):
        return Intent.PROSE, False
    if any(reading.has(*group) for group in _ASKING_FIGURES):
        return Intent.VALUE, False
    return Intent.OPEN, False


def _asks_meaning(reading: _Reading, lexicon: Lexicon, question: str) -> bool:
    if _abbreviation(question, lexicon) is None:
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


def _abbreviation(question: str, lexicon: Lexicon) -> str | None:
    raw = words_of(question)
    key = match_key(question)
    for index in range(len(raw)):
        length, _ = lexicon.abbreviations.at(raw, index)
        if length:
            last = raw[index + length - 1]
            return key[raw[index].start : last.start + len(last.accented)].upper()
    return None


def _unit_limit(reading: _Reading, intent: Intent) -> tuple[str | None, UnitRole, Intent]:
    """The unit as a filter, or its words given back to the topic."""
    if not reading.units:
        return None, "any", intent
    unit, start, length = reading.units[0]
    asked = reading.has("askers")
    has_topic = any(state == "topic" for state in reading.state)
    if intent not in _RECORDS and not (intent is Intent.OPEN and not has_topic):
        reading.mark(start, length, "topic")
        return None, "any", intent
    role: UnitRole = "any"
    if reading.has("intent", "coordinating"):
        role = "coordinating"
    elif reading.has("intent", "lead"):
        role = "lead"
    if intent in _BY_UNIT and not asked and not (intent is Intent.DEADLINE and has_topic):
        return unit, role, Intent.LIST
    return unit, role, intent


def _fact(reading: _Reading) -> FactName | None:
    """The document fact that is asked, if nothing else is the topic."""
    if not reading.has("fact"):
        return None
    if any(state == "topic" for state in reading.state):
        return None
    for name in ("stored", "date", "issuer", "number", "period", "province"):
        if reading.has("fact", name):
            return name
    return None


def _intent_of_fact(reading: _Reading) -> Intent:
    if reading.has("fact", "date"):
        return Intent.DEADLINE
    if reading.has("fact", "issuer"):
        return Intent.LEAD
    return Intent.OPEN


def _kinds(reading: _Reading, lexicon: Lexicon) -> tuple[DocumentKind, ...]:
    return tuple(dict.fromkeys(kind for name in reading.kind_words for kind in lexicon.kinds[name]))


def _subject(reading: _Reading) -> RecordKind | None:
    for name in ("indicators", "targets", "tasks"):
        if reading.has("subject", name):
            return name
    return None


def _quantity(reading: _Reading) -> Quantity | None:
    for name in get_args(Quantity):
        if reading.has("quantity", name):
            return cast("Quantity", name)
    return None


def _topic(reading: _Reading, intent: Intent) -> tuple[TopicWord, ...]:
    if intent in _ROWS and not any(state == "topic" for state in reading.state):
        _promote(reading)
    topic = [
        TopicWord(word, place, required=state == "topic")
        for place, (word, state) in enumerate(zip(reading.words, reading.state, strict=True))
        if state in {"topic", "soft", "kind"}
    ]
    return tuple(topic)


def _promote(reading: _Reading) -> None:
    """Make "báo cáo" in "thời hạn báo cáo" the topic, where it limits nothing."""
    if not reading.has("kind") or reading.kind_words or reading.numbers:
        return
    for index, state in enumerate(reading.state):
        if state == "kind":
            reading.state[index] = "topic"


def with_chosen(query: Query, chosen: Sequence[str]) -> Query:
    """The query restricted to documents the caller chose."""
    return replace(query, limits=replace(query.limits, chosen=tuple(chosen)))
