"""Who heads a group: "Trưởng đoàn giám sát là ai?" where a text sets up "Đoàn giám sát".

The office and the group share a word ("trưởng **đoàn** giám sát"), which no text writes twice: it
names the group in one place and in another who has the office in it ("do … làm Trưởng đoàn").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.asking.finding.corpus import Corpus, Entry
from assistant.asking.finding.limiting import in_scope, timely
from assistant.asking.labels import document_labels
from assistant.asking.page import Composed, Page
from assistant.asking.query import Query
from assistant.asking.sentences.passages import split_sentences
from assistant.asking.sentences.quoting import within
from assistant.asking.words import Phrase, contains, plain_phrase
from ingest.model import Source
from ingest.text.normal import fold
from ingest.vocabulary import load, remembered

_WHO = re.compile(
    r"\b(?:la ai|ai la|ai lam|ai giu|la nguoi nao|do ai|gom (?:nhung )?ai|ai dung dau)\b"
)
_DEPUTY = "pho"
_CLAUSE = re.compile(r"(?<=;)\s+")
_GIVEN = re.compile(r"^(?:\s*(?:[:–(-]|là\b))")
_BEFORE = re.compile(r"(?:\blàm|\blà|\bgiữ (?:chức|vai trò)|[:–(,-])\s*$", re.IGNORECASE)
_NEAR = 3


@remembered()
def _groups() -> dict[Phrase, str]:
    """What each office is of ("trưởng đoàn": "đoàn"), the longest first; empty where of any."""
    offices: dict[str, str] = load("asking_sentences")["heading"]["offices"]
    told = {plain_phrase(office): " ".join(plain_phrase(of)) for office, of in offices.items()}
    return dict(sorted(told.items(), key=lambda one: -len(one[0])))


@remembered()
def _kinds() -> frozenset[str]:
    """The words that groups are called by."""
    return frozenset(plain_phrase(one)[0] for one in load("asking_sentences")["heading"]["groups"])


@remembered()
def _around() -> frozenset[str]:
    phrases: list[str] = load("asking_sentences")["heading"]["around"]
    return frozenset(word for one in phrases for word in plain_phrase(one))


def compose_heading(query: Query, corpus: Corpus) -> Composed | None:
    """The clauses that say who has the office in the group; ``None`` where none does."""
    words = plain_phrase(query.standalone)
    limits = query.limits
    if not _WHO.search(" ".join(words)) or query.supposed is not None or limits.unknown_places:
        return None
    office = next((one for one in _groups() if contains(words, one) >= 0), None)
    if office is None:
        return None
    group = _named(query, office)
    if not group:
        return None
    labels = document_labels(corpus.documents)
    page = Page()
    ids = {document.id for document in in_scope(limits, corpus)}
    entries = [
        entry
        for entry in corpus.entries
        if entry.kind == "passages" and entry.document.id in ids and timely(entry, limits)
    ]
    for place, entry in enumerate(entries):
        before = entries[max(0, place - _NEAR) : place]
        above = [one for one in before if one.document.id == entry.document.id]
        for clause, source in _clauses(entry, office, group, above):
            page.add(f"**{labels[entry.document.id]}**: {clause}", [source])
    return Composed(page, path="passages") if page.lines else None


def _named(query: Query, office: Phrase) -> Phrase:
    """The group in plain words, beginning with what it is ("đoàn giám sát"); empty if unnamed."""
    head = _groups()[office]
    told = [entry.word.plain for entry in query.required]
    at = contains(tuple(told), office)
    rest = [*told[:at], *told[at + len(office) :]] if at >= 0 else told
    rest = [word for word in rest if word not in _around() and word != head]
    if not head:
        return tuple(rest) if len(rest) > 1 and rest[0] in _kinds() else ()
    return (head, *rest) if rest else ()


def _clauses(
    entry: Entry, office: Phrase, group: Phrase, above: Sequence[Entry]
) -> Iterator[tuple[str, Source]]:
    """What a passage says of the office, if it, its headings or what it follows name the group."""
    unit = entry.unit
    if unit is None or contains(entry.body.plain, office) < 0:
        return
    texts = [entry.body.plain, entry.context.plain, *(one.body.plain for one in above)]
    if not any(_holds(text, group) for text in texts):
        return
    for sentence in split_sentences(unit.text):
        for clause in _CLAUSE.split(sentence):
            if _tells(clause, office):
                said = clause.strip()
                yield said.rstrip(" ;"), within(unit.source, said)


def _holds(text: Phrase, group: Phrase) -> bool:
    """Whether a text names the group: its first two words together, the others anywhere."""
    return contains(text, group[:2]) >= 0 and set(group[2:]) <= set(text)


def _tells(clause: str, office: Phrase) -> bool:
    """Whether a clause gives the office to somebody, not only to a deputy."""
    folded = fold(clause)
    if len(folded) != len(clause):
        return False
    pattern = r"\b" + r"\s+".join(map(re.escape, office)) + r"\b"
    for found in re.finditer(pattern, folded):
        before, after = clause[: found.start()], clause[found.end() :]
        deputy = plain_phrase(before)[-1:] == (_DEPUTY,) and office[0] != _DEPUTY
        if not deputy and (_GIVEN.match(after) or _BEFORE.search(before)):
            return True
    return False
