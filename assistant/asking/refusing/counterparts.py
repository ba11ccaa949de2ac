"""Which telling words of a question have no counterpart in what an answer cites.

The rows and sentences cited count with the headings above them, the titles of their columns and
the particulars of their documents.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.asking import texts
from assistant.asking.finding.corpus import Corpus
from assistant.asking.finding.features import Features
from assistant.asking.finding.matching import found_in
from assistant.asking.grid.wording import DEGREES
from assistant.asking.page import Composed
from assistant.asking.query import Intent, Query
from assistant.asking.questions.topic import Term, build_topic
from assistant.asking.refusing.departments import departments_in, named_in
from assistant.asking.refusing.evidence import evidence
from assistant.asking.refusing.issuer_named import is_own_level, issuers_named
from assistant.asking.refusing.parts import apart
from assistant.asking.refusing.slight import heads_section, unsaid
from assistant.asking.refusing.unit_cited import stands_near, unit_left_out
from assistant.asking.sentences.otherwise import asking_tail, said_otherwise
from assistant.asking.words import PhraseTable, Word, contains
from ingest.model import Indicator
from ingest.vocabulary import load, remembered

_DONE_TO = "duoc"
_NOMINAL = frozenset({"cuoc", "viec"})
_HELD = 0.7
"""From here on a term stands in a text: as written or in other words."""
_APART = 0.55
"""From here on all its syllables do, which then have to stand near one another."""
_WORKED = ("weightless", "compares", "wholes", "lacking", "unwritten", "unchanged")
_WORKED_FURTHER = ("falls_short", "goes_beyond", "comes_up_to", "row_kinds", "group_words")
_WORKED_ALSO = (
    "having",
    "only",
    "which_times",
    "averages",
    "from_to",
    "grows",
    "times",
    "starts",
    "shortfalls",
)
_BOUNDS = ("above", "at_least", "below", "at_most", "onward")


def passed_over(query: Query, corpus: Corpus, composed: Composed) -> tuple[Term, ...]:
    """The telling terms of the question that stand nowhere in what the answer cites."""
    if texts.BY_MEANING.partition("{")[0] in composed.page.text:
        return ()
    terms = [
        term
        for term in build_topic(query, corpus).terms
        if _tells(term, by_cells=composed.by_cells) and not heads_section(term, composed.page.text)
    ]
    departments = [*departments_in(query, corpus)]
    asks = bool(terms or departments) or query.limits.unit is not None
    told = [*evidence(corpus, composed)] if asks else []
    if told and query.intent is Intent.REASON:
        told += _rows_beside(corpus, composed)
    if not told:
        return ()
    if composed.path == "passages":  # sentences are looked for by these words too
        asking = asking_tail(query.standalone)
        terms = [
            term
            for term in terms
            if not said_otherwise(term.words, told)
            and not {word.accented for word in term.words} <= asking
        ]
    missing = [
        term
        for whole in terms
        if not _stands(whole, told, accented=query.accented) or _is_torn(whole, query, told)
        for term in apart(whole, corpus)
        if _tells(term, by_cells=composed.by_cells)
        and (term is whole or not _stands(term, told, accented=query.accented))
    ]
    if composed.by_cells:
        idle = _idle_places(query)
        missing = [
            term for term in missing if term.solid or not _cut_wrongly(term, query, told, idle)
        ]
    if (unit := unit_left_out(query, corpus, composed, told)) is not None:
        missing.append(unit)
    bodies = (term for term in departments if not named_in(term, told))
    issuers = [*issuers_named(query, corpus, composed)]
    missing = [term for term in missing if not is_own_level(term, corpus, composed)]
    return tuple(
        term
        for term in (*missing, *bodies)
        if not any(contains(issuer, term.plain) >= 0 for issuer in issuers)
    )


def leaves_out_department(query: Query, corpus: Corpus, composed: Composed) -> bool:
    """Whether a department that the question names stands nowhere in what an answer cites."""
    named = [*departments_in(query, corpus)]
    told = [*evidence(corpus, composed)] if named and composed.status == "answered" else []
    return bool(told) and not all(named_in(term, told) for term in named)


def _idle_places(query: Query) -> frozenset[int]:
    """The places of phrases by which a question may mean a column or work with its cells."""
    words = [Word(plain, plain) for plain in query.words]
    return frozenset(
        place
        for start in range(len(words))
        for place in range(start, start + _of_columns().at(words, start)[0])
    )


def _cut_wrongly(term: Term, query: Query, told: Sequence[Features], idle: frozenset[int]) -> bool:
    """Whether the syllables of a term belong to the words around it ("Ngô | mây nhận")."""
    size = len(term.plain)
    for start in range(len(query.words) - size + 1):
        end = start + size
        if query.words[start:end] != term.plain:
            continue
        if idle >= set(range(start, end)):
            return True
        before = start - 1 if start and start - 1 not in idle else start
        behind = end + 1 if end < len(query.words) and end not in idle else end
        for cut in range(start + 1, end):
            sides = ((start, cut, before, cut), (cut, end, cut, behind))
            known = [idle >= set(range(first, last)) for first, last, _, _ in sides]
            if all(
                one or _stands_in(told, query.words[slice(*(side[:2] if any(known) else side[2:]))])
                for one, side in zip(known, sides, strict=True)
            ):
                return True
    return False


def _stands_in(told: Sequence[Features], phrase: Sequence[str]) -> bool:
    return any(contains(one.plain, tuple(phrase)) >= 0 for one in told)


def _tells(term: Term, *, by_cells: bool) -> bool:
    """Whether a term must be accounted for: no figure, no word that any sentence may leave out.

    Where rows and columns were chosen by it, words that may mean a column say nothing else.
    """
    if term.weak or any(character.isdigit() for word in term.plain for character in word):
        return False
    if unsaid().at(term.words, 0)[0] == len(term.words):
        return False
    return not by_cells or not _means_column(term.words, whole=term.solid)


def _means_column(words: Sequence[Word], *, whole: bool = False) -> bool:
    """Whether words are phrases by which a question may mean a column or work with its cells.

    A ``whole`` word is not pieced together from two of them ("trễ", "hạn").
    """
    place = 0
    while place < len(words):
        length, _ = _of_columns().at(words, place)
        if not length or (whole and length < len(words)):
            return False
        place += length
    return True


@remembered()
def _of_columns() -> PhraseTable[str]:
    vocabulary = load("asking_tables")
    names = (*_WORKED, *_WORKED_FURTHER, *_WORKED_ALSO, *_BOUNDS)
    phrases = [phrase for name in names for phrase in vocabulary[name]]
    phrases += [phrase for group in vocabulary["columns"].values() for phrase in group["asked"]]
    return PhraseTable((phrase, phrase) for phrase in (*phrases, *DEGREES))


def _stands(term: Term, told: Sequence[Features], *, accented: bool) -> bool:
    for one in told:
        found = found_in(term, one, accented=accented)
        if found >= _HELD or (found >= _APART and stands_near(term.plain, one.plain)):
            return True
    if term.plain[0] == _DONE_TO and len(term.plain) > 1:  # "được giao" where "giao" is said
        return any(contains(one.plain, term.plain[1:]) >= 0 for one in told)
    if term.plain[0] in _NOMINAL and len(term.plain) > 1:  # "cuộc họp" where "họp" is said
        return any(contains(one.plain, term.plain[1:]) >= 0 for one in told)
    bare = not any(word.has_accent for word in term.words)  # typed in haste without its accents
    return bare and any(set(term.plain) <= one.words for one in told)


def _is_torn(term: Term, query: Query, told: Sequence[Features]) -> bool:
    """Whether a lone syllable stands only inside other words ("tổ" in "tổ chức")."""
    if len(term.words) != 1 or term.others or not query.accented:
        return False
    plain, words = term.plain[0], query.words
    beside = {
        (words[place - 1] if place else "", words[place + 1] if place + 1 < len(words) else "")
        for place, word in enumerate(words)
        if word == plain
    }
    seen = False
    for one in told:
        for place, word in enumerate(one.plain):
            if word != plain:
                continue
            before = one.plain[place - 1] if place else ""
            behind = one.plain[place + 1] if place + 1 < len(one.plain) else ""
            bound = (before and _is_bound((before, plain))) or (
                behind and _is_bound((plain, behind))
            )
            if not bound or any(left == before or right == behind for left, right in beside):
                return False
            seen = True
    return seen


def _is_bound(pair: tuple[str, str]) -> bool:
    """Whether two syllables are one word of the vocabulary."""
    return _whole().at([Word(one, one) for one in pair], 0)[0] == len(pair)


@remembered()
def _whole() -> PhraseTable[str]:
    return PhraseTable((phrase, phrase) for phrase in load("asking_sentences")["whole"])


def _rows_beside(corpus: Corpus, composed: Composed) -> Iterator[Features]:
    """The figures that stand with those cited under one heading: a note may speak of them."""
    cited = {one.source.document_id: set[str]() for one in composed.page.citations}
    rows = {(one.source.document_id, one.source.row) for one in composed.page.citations}
    figures = [
        (entry, entry.record) for entry in corpus.entries if isinstance(entry.record, Indicator)
    ]
    for entry, record in figures:
        if record.parent and (entry.document.id, entry.source.row) in rows:
            cited[entry.document.id].add(record.parent)
    for entry, record in figures:
        if record.parent in cited.get(entry.document.id, ()):
            yield entry.body
