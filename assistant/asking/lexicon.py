"""The vocabulary files of asking as typed tables. Built once; the words themselves are data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from assistant.asking.words import Phrase, PhraseTable, Word, plain_phrase, words_of
from ingest.model import DocumentKind
from ingest.text.normal import match_key, strip_accents
from ingest.vocabulary import load

_PAIR = 2


@dataclass(frozen=True, slots=True)
class Cue:
    """What a phrase means to the reader of questions: ``group`` and ``name`` as in the file."""

    group: str
    name: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All word tables. ``cues`` reads questions; the others serve matching."""

    cues: PhraseTable[Cue]
    accented_only: PhraseTable[str]
    cells: tuple[Phrase, ...]
    order: tuple[str, ...]
    kinds: dict[str, tuple[DocumentKind, ...]]
    kind_leads: frozenset[str]
    followups: PhraseTable[str]
    count: PhraseTable[str]
    countable: PhraseTable[str]
    quantity: PhraseTable[str]
    totals: PhraseTable[str]
    weak_leads: PhraseTable[str]
    counted_units: PhraseTable[str]
    target_words: PhraseTable[str]
    pairs: frozenset[tuple[str, str]]
    abbreviations: PhraseTable[tuple[Word, ...]]
    short_forms: dict[str, tuple[Word, ...]]
    synonyms: dict[Phrase, tuple[tuple[Word, ...], ...]]
    weak: PhraseTable[str]
    degrees: PhraseTable[str]
    joining: frozenset[str]
    function: PhraseTable[str]
    helping: PhraseTable[str]
    compounds: PhraseTable[str]
    provinces: PhraseTable[str]
    levels: dict[Phrase, tuple[str, ...]]
    cities: tuple[str, ...]
    governing: tuple[Phrase, ...]
    bodies: tuple[Phrase, ...]
    before: frozenset[Phrase]
    after: frozenset[Phrase]
    soon_days: int
    offices: frozenset[Phrase]
    syllables: frozenset[str]
    spelt: frozenset[str]
    spelt_pairs: dict[str, tuple[tuple[str, str], ...]]
    fillers: frozenset[str]
    talk: frozenset[str]
    spellings: dict[str, frozenset[str]]
    reason_marks: tuple[str, ...]
    departments: PhraseTable[str]
    asked_verbs: PhraseTable[str]
    ref_types: PhraseTable[str]
    grouped: PhraseTable[str]
    sent_to: PhraseTable[str]
    classifiers: PhraseTable[str]
    standing: PhraseTable[str]
    apart: dict[str, tuple[frozenset[str], str]]
    apart_spelt: dict[str, frozenset[str]]
    reason_columns: tuple[Phrase, ...]
    states: dict[str, tuple[Phrase, ...]]
    state_words: PhraseTable[str]


def _cues(intents: dict[str, Any], time: dict[str, Any]) -> Iterator[tuple[str, Cue]]:
    for name, phrases in intents["cues"].items():
        yield from ((phrase, Cue("intent", name)) for phrase in phrases)
    for group, key in (("subject", "subjects"), ("fact", "facts"), ("extreme", "extremes")):
        for name, phrases in intents[key].items():
            yield from ((phrase, Cue(group, name)) for phrase in phrases)
    for name, entry in intents["kinds"].items():
        yield from ((phrase, Cue("kind", name)) for phrase in entry["words"])
    for name, phrases in intents["sides"].items():
        yield from ((phrase, Cue("side", name)) for phrase in phrases)
    alone = (
        "count",
        "askers",
        "blanks",
        "nolead",
        "nohelp",
        "differ",
        "confirm",
        "prose",
        "prose_topics",
        "origins",
        "says",
        "wholes",
        "adding_up",
    )
    for name in alone:
        yield from ((phrase, Cue(name, name)) for phrase in intents[name])
    for group, key in (("window", "windows"), ("year", "years")):
        for name, phrases in time[key].items():
            yield from ((phrase, Cue(group, name)) for phrase in phrases)


def _apart(extremes: dict[str, list[str]]) -> dict[str, tuple[frozenset[str], str]]:
    """Extremes of two words by name: the first words, of which the last one may stand apart."""
    table: dict[str, tuple[frozenset[str], str]] = {}
    for name, phrases in extremes.items():
        pairs = [plain for phrase in phrases if len(plain := plain_phrase(phrase)) == _PAIR]
        if pairs:
            table[name] = (frozenset(first for first, _ in pairs), pairs[0][1])
    return table


def _synonyms(
    groups: list[list[str]], kinds_of: dict[str, list[str]]
) -> dict[Phrase, tuple[tuple[Word, ...], ...]]:
    """What may stand for a phrase: the others of its group, and the kinds of what it names."""
    table: dict[Phrase, tuple[tuple[Word, ...], ...]] = {}
    for group in groups:
        for phrase in group:
            key = plain_phrase(phrase)
            others = tuple(words_of(other) for other in group if other != phrase)
            table[key] = table.get(key, ()) + others
    for name, kinds in kinds_of.items():
        key = plain_phrase(name)
        table[key] = table.get(key, ()) + tuple(words_of(one) for one in kinds)
    return table


def _spellings(phrases: Iterable[str]) -> dict[str, frozenset[str]]:
    """How the words of cues and particles are spelt, by their letters without accents."""
    found: dict[str, set[str]] = {}
    for phrase in phrases:
        for word in words_of(str(phrase)):
            found.setdefault(word.plain, set()).add(word.accented)
    return {plain: frozenset(spelt) for plain, spelt in found.items()}


def _compounds(words: dict[str, Any]) -> Iterator[str]:
    """Phrases of several words that are read whole: compounds, and those with synonyms."""
    yield from words["compounds"]
    yield from words["degrees"]
    for group in words["synonyms"]:
        yield from (phrase for phrase in group if " " in phrase)
    yield from words["kinds_of"]
    for short, meaning in words["abbreviations"].items():
        if " " not in str(short) and " " in str(meaning):
            yield str(meaning)


class _Built:
    files: tuple[dict[str, Any], ...] = ()
    lexicon: Lexicon | None = None


def lexicon() -> Lexicon:
    """The lexicon of the vocabulary files in force; rebuilt when they change."""
    asking = (load(f"asking_{name}") for name in ("intents", "words", "places", "time"))
    files = (
        *asking,
        load("documents"),
        load("organisations"),
        load("asking_questions"),
        load("asking_chat"),
    )
    same = len(_Built.files) == len(files) and all(
        one is other for one, other in zip(files, _Built.files, strict=True)
    )
    if _Built.lexicon is None or not same:
        _Built.lexicon, _Built.files = _build(*files), files
    return _Built.lexicon


def _build(
    intents: dict[str, Any],
    words: dict[str, Any],
    places: dict[str, Any],
    time: dict[str, Any],
    documents: dict[str, Any],
    organisations: dict[str, Any],
    questions: dict[str, Any],
    chat: dict[str, Any],
) -> Lexicon:
    abbreviations = words["abbreviations"] | questions["abbreviations"]
    groups = [*words["synonyms"], *questions["synonyms"]]
    words = words | {"abbreviations": abbreviations, "synonyms": groups}
    asking = load("asking_sentences")  # "qua kênh nào" names no channel
    weightless = [
        *intents["function"], *chat["fillers"], *asking["means"], *asking["purposes"]
    ]  # fmt: skip
    cues = [phrase for phrase, _ in _cues(intents, time)]
    single = (*abbreviations.values(), *abbreviations, *words["weak"], *words["compounds"])
    joined = (*cues, *single, *intents["function"], *intents["helping"], *places["provinces"])
    grouped = [phrase for group in words["synonyms"] for phrase in group]
    phrases = [str(phrase) for phrase in (*joined, *grouped, *organisations["heads"])]
    known = {word for phrase in phrases for word in plain_phrase(phrase)}
    pairs = {pair for phrase in joined for pair in pairwise(plain_phrase(str(phrase)))}
    spelt_pairs: dict[str, list[tuple[str, str]]] = {}
    for phrase in joined:
        for one, other in pairwise(words_of(str(phrase))):
            spelt_pairs.setdefault(other.plain, []).append((one.accented, other.accented))
    spelt = {word.accented for phrase in phrases for word in words_of(phrase)}
    return Lexicon(
        cues=PhraseTable(_cues(intents, time)),
        accented_only=PhraseTable((phrase, phrase) for phrase in intents["accented_only"]),
        cells=tuple(plain_phrase(title) for title in intents["cells"]),
        order=tuple(intents["order"]),
        kinds={
            name: tuple(DocumentKind(kind) for kind in entry["kinds"])
            for name, entry in intents["kinds"].items()
        },
        kind_leads=frozenset(word for lead in intents["kind_leads"] for word in plain_phrase(lead)),
        followups=PhraseTable((phrase, phrase) for phrase in intents["followups"]),
        count=PhraseTable((phrase, phrase) for phrase in intents["count"]),
        quantity=PhraseTable(
            (phrase, name) for name, phrases in intents["quantity"].items() for phrase in phrases
        ),
        totals=PhraseTable((phrase, phrase) for phrase in intents["totals"]),
        weak_leads=PhraseTable((phrase, phrase) for phrase in intents["weak_leads"]),
        counted_units=PhraseTable((phrase, phrase) for phrase in intents["units"]),
        target_words=PhraseTable((phrase, phrase) for phrase in intents["target_words"]),
        pairs=frozenset(pairs),
        countable=PhraseTable((phrase, phrase) for phrase in intents["countable"]),
        abbreviations=PhraseTable(
            (str(short), words_of(meaning)) for short, meaning in abbreviations.items()
        ),
        short_forms={
            strip_accents(match_key(str(short))): words_of(meaning)
            for short, meaning in abbreviations.items()
            if str(short).isalpha() and " " in meaning
        },
        synonyms=_synonyms(words["synonyms"], words["kinds_of"]),
        weak=PhraseTable((phrase, phrase) for phrase in words["weak"]),
        degrees=PhraseTable((phrase, phrase) for phrase in words["degrees"]),
        joining=frozenset(words["joining"]),
        function=PhraseTable((str(phrase), str(phrase)) for phrase in weightless),
        helping=PhraseTable((phrase, phrase) for phrase in intents["helping"]),
        compounds=PhraseTable((phrase, phrase) for phrase in _compounds(words)),
        provinces=PhraseTable((place, place) for place in places["provinces"]),
        levels={plain_phrase(level): tuple(short) for level, short in places["levels"].items()},
        cities=tuple(places["cities"]),
        governing=tuple(plain_phrase(name) for name in places["governing"]),
        bodies=tuple(plain_phrase(name) for name in places["bodies"]),
        before=frozenset(plain_phrase(phrase) for phrase in time["before"]),
        after=frozenset(plain_phrase(phrase) for phrase in time["after"]),
        offices=frozenset(plain_phrase(office) for office in intents["offices"]),
        soon_days=int(time["soon_days"]),
        syllables=frozenset(known),
        spelt=frozenset(spelt),
        spelt_pairs={second: tuple(found) for second, found in spelt_pairs.items()},
        talk=frozenset(map(str, chat["fillers"])) - frozenset(intents["function"]),
        fillers=frozenset(word for one in chat["fillers"] for word in plain_phrase(str(one))),
        spellings=_spellings(
            (*(phrase for phrase, _ in _cues(intents, time)), *intents["function"])
        ),
        reason_marks=tuple(match_key(mark) for mark in intents["reason_marks"]),
        asked_verbs=PhraseTable((phrase, phrase) for phrase in intents["asked_verbs"]),
        standing=PhraseTable((phrase, phrase) for phrase in intents["standing"]),
        classifiers=PhraseTable((word, word) for word in intents["classifiers"]),
        sent_to=PhraseTable((verb, verb) for verb in intents["sent_to"]),
        grouped=PhraseTable((name, name) for name in intents["grouped"]),
        apart=_apart(intents["extremes"]),
        apart_spelt={
            name: frozenset(words_of(phrase)[0].accented for phrase in phrases)
            for name, phrases in intents["extremes"].items()
        },
        reason_columns=tuple(plain_phrase(title) for title in intents["reason_columns"]),
        states={
            state: tuple(plain_phrase(phrase) for phrase in phrases)
            for state, phrases in intents["states"].items()
            if state != "unfinished"
        },
        state_words=PhraseTable(
            (phrase, state)
            for state, phrases in intents["states"].items()
            for phrase in phrases
            if phrase not in intents["helping"]
        ),
        ref_types=PhraseTable((name, name) for name in intents["ref_types"]),
        departments=PhraseTable((name, name) for name in documents["departments"]),
    )
