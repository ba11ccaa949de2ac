"""Whether an answer gives a thing of the kind that its question asks for.

A row on the same matter is no answer where it lacks what is asked: "theo quyết định nào" wants a
decision, "sản phẩm gì" what a task makes, "mục tiêu X" a figure, "ai" more than the name of the
office that the question says itself. Such a row is what comes nearest where the row that has it
is missing from the documents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.asking import texts
from assistant.asking.composers.prose import CLOSING
from assistant.asking.finding.corpus import Corpus
from assistant.asking.finding.features import Features
from assistant.asking.finding.matching import found_in
from assistant.asking.labels import tidy
from assistant.asking.page import Composed
from assistant.asking.query import Intent, Query
from assistant.asking.questions.topic import Term, build_topic
from assistant.asking.questions.wanted import asks_class
from assistant.asking.refusing.day_told import tells_day
from assistant.asking.refusing.slight import unsaid
from assistant.asking.sentences.meeting import NO_FIGURE, NUMBERING
from assistant.asking.words import (
    Phrase,
    PhraseTable,
    Word,
    contains,
    plain_phrase,
    spelt_phrase,
    words_of,
)
from ingest.model import AnyRecord, Indicator, Source, Target, Task
from ingest.text.normal import fold, match_key, strip_accents
from ingest.vocabulary import load, remembered

_PAPER = re.compile(r"\d+\s*/\s*(?:\d{4}\s*/\s*)?[A-ZĐ]{1,6}\d*")
_NUMBER_OF = re.compile(r"\bso (?:may|bao nhieu)\W*$")
_DRAFT = re.compile(r"\bdu thao [^.;:–\n]*")
"""What is still to be drafted is no basis."""
_LABEL = re.compile(r"\*\*[^*\n]+\*\*(?=:|\s+–)")
_WHICH = frozenset({"nao", "gi", "may", "dau", "nhieu"})
_OTHER_PAPER = re.compile(
    r"\b(?:theo|can cu|dua (?:tren|vao|theo)|co so|thay the|bai bo|huy bo|sua doi|vien dan|dan)\b"
)
"""Words behind which another document is asked for than the one that is cited."""
_ABOUT = re.compile(
    r"\b(?:nao|may|nhieu|so (?:quyet dinh|cong van|ke hoach|nghi dinh|nghi quyet|thong tu))\b"
    r"(?: (?:so|cua|do) [^,?]{2,40}?)? (?:ve viec|ve|huong dan|quy dinh) (?P<about>[^,?]+)"
)
_ENDS = re.compile(
    r"\b(?:duoc (?:nhac|neu|vien dan|ke)|trong (?:ke hoach|bao cao|phu luc|van ban)|ma|can cu"
    r"|lam can cu|nam \d{4}|giai doan|o|tai|khong|la gi)\b"
)
_ONE = "nao"
_NO_PLACE = frozenset({("co", "quan"), ("dia", "phuong")})
"""Without accents "cơ quan" ends like "quận", "địa phương" like "phường"."""
_CHOSEN = (frozenset({"phong"}), frozenset({"xa", "phuong", "huyen", "quan", "tran", "pho"}))
_CHOSEN_TIMES = (frozenset({"thang"}), frozenset({"quy"}))
_ANY_TYPE = "van ban"
_ANY_DOCUMENT = "văn bản"
_ARTICLE = re.compile(r"^\W*(?:Điều|Mục|Chương|Phần|Khoản)\s+\w+\s*[.:]?\s*", re.IGNORECASE)
_TITLE = re.compile(r"(?:[IVX]{1,4}|\d{1,2}(?:\.\d{1,2})*|[a-zđ])[.)]\s+\w[^.;:?!]{0,110}$")
_MARKS = re.compile(r"\s*(?:\[\d+\])+(?:–\[\d+\])?\s*$")
_HEAD = re.compile(r"\*\*[^*]+\*\*(?:\s+–.*)?")
_HINT = texts.ROWS_TOO.partition("{")[0]
_NOTE = ("ghi", "chu")
_HELD = 0.6
_OPENING = 3
"""Words within which a question begins with what it asks for ("Cho biết số ...")."""
_FIGURE = re.compile(r"\d")
_VALUE = re.compile(r"\*\*([^*\n]+)\*\*")
_KINDS_TOLD = frozenset({Intent.LEAD, Intent.COORDINATING, Intent.DEADLINE, Intent.PRODUCT})


def not_given(query: Query, corpus: Corpus, composed: Composed) -> str | None:
    """Why an answer gives nothing of the kind asked for, ``{scope}`` to be filled in.

    Empty where the usual refusal says it, ``None`` where the answer does give it.
    """
    if not _names_paper(query, composed):
        types = " hoặc ".join(query.ref_types) or _ANY_DOCUMENT
        return texts.REFUSE_NAMES_NO_PAPER.format(types=types, scope="{scope}")
    given = (
        not says_nothing(query, composed)
        and _names_chosen(query, composed)
        and _gives_product(query, corpus, composed)
        and _tells_amount(query, corpus, composed)
        and _tells_cause(query, composed)
        and _says_more(query, composed)
        and tells_day(query, composed)
    )
    return None if given else ""


def unnamed_paper(query: Query, corpus: Corpus, composed: Composed) -> str | None:
    """What the document asked for is about, where none that the answer names is about that.

    "Quyết định nào về kế hoạch đào tạo" is not any other decision of the same body.
    """
    if query.intent is not Intent.BASIS:
        return None
    typed = match_key(query.standalone)
    told = strip_accents(typed)
    found = _ABOUT.search(told)
    if found is None or len(typed) != len(told):
        return None
    start = found.start("about")
    end = start + len(_ENDS.split(found.group("about"), maxsplit=1)[0].rstrip())
    words = {one.word.plain for one in query.topic if start <= one.word.start < end}
    said = words_of(typed[start:end])
    words -= {one.plain for one in said} - _telling(said)
    words -= {plain for phrase in _making() for plain in phrase}
    if not words or any(words <= corpus.features(text).words for text in _told(composed)):
        return None
    return typed[start:end]


@remembered()
def _making() -> frozenset[Phrase]:
    return frozenset(plain_phrase(verb) for verb in load("asking_papers")["making"])


def _names_chosen(query: Query, composed: Composed) -> bool:
    """Whether what has most or least is of the kind asked for ("phòng nào ... nhất")."""
    words = query.words
    if query.extreme is None or _ONE not in words:
        return True
    place = words.index(_ONE)
    noun = words[place - 1] if place else ""
    if words[max(0, place - 2) : place] in _NO_PLACE:
        return True
    told = set(plain_phrase(composed.page.text))
    kinds_told = (*_CHOSEN, *_CHOSEN_TIMES)
    return all(noun not in kinds or not kinds.isdisjoint(told) for kinds in kinds_told)


def _names_paper(query: Query, composed: Composed) -> bool:
    """Whether an answer to "theo quyết định nào" names a document of that type."""
    if query.intent is not Intent.BASIS or _WHICH.isdisjoint(query.words):
        return True
    quoted = [piece.quote for piece in _pieces(composed)]
    shown = "\n".join(composed.page.lines)
    if _OTHER_PAPER.search(strip_accents(match_key(query.standalone))):
        shown = _LABEL.sub(" ", shown)
    told = "\n".join((*quoted, shown))
    types = {fold(name) for name in query.ref_types} - {_ANY_TYPE}
    if _NUMBER_OF.search(strip_accents(match_key(query.standalone))):
        bare = _LABEL.sub(" ", told)  # the number of the paper that the answer is from is another
        return bool(_PAPER.search(bare))
    if not types and shown == "\n".join(composed.page.lines):
        return True  # "văn bản nào nói về ..." asks which of the documents stored
    if not types:
        return bool(_PAPER.search(told)) or any(name in fold(told) for name in _types())
    codes = {code for code, name in load("documents")["codes"].items() if fold(name) in types}
    bare = _DRAFT.sub(" ", fold(told))
    named = any(name in bare for name in types)
    return named or any(re.search(rf"/{code}\b", told) for code in codes)


@remembered()
def _types() -> tuple[str, ...]:
    names = (*load("asking_intents")["ref_types"], *load("references")["types"])
    return tuple(sorted({fold(name) for name in names} - {_ANY_TYPE}))


def says_nothing(query: Query, composed: Composed) -> bool:
    """Whether sentences only close a document, or only repeat the heading of what is asked."""
    if composed.path != "passages" or composed.status != "answered":
        return False
    asked = set(query.words)
    written = {
        NUMBERING.sub("", tidy(piece.quote)): tidy(piece.quote) for piece in _pieces(composed)
    }
    said = [written.get(NUMBERING.sub("", line), line) for line in _said(composed)]
    return bool(said) and all(CLOSING.match(line) or _is_title(line, asked) for line in said)


def _said(composed: Composed) -> Iterator[str]:
    """The lines of a page without headings of documents, labels, marks and hints."""
    for line in composed.page.lines:
        bare = _MARKS.sub("", line).strip()
        if not bare or _HEAD.fullmatch(bare) or bare.startswith(_HINT):
            continue
        yield _LABEL.sub("", bare).strip(" -*:«»")


def _is_title(line: str, asked: set[str]) -> bool:
    """Whether a numbered line without an end is a heading of what is asked about."""
    if not _TITLE.match(line):
        return False
    words = _telling(words_of(NUMBERING.sub("", line)))
    return bool(words) and 2 * len(words & asked) + 1 >= len(words)


def _gives_product(query: Query, corpus: Corpus, composed: Composed) -> bool:
    """Whether an answer to "sản phẩm gì" holds what is made, and not merely the work.

    A row whose product alone speaks of what is asked about makes it by other work.
    """
    if query.intent is not Intent.PRODUCT or composed.by_cells:
        return True
    work = [record for record in _records(corpus, composed) if isinstance(record, Task)]
    if work and composed.path == "records" and not _works_on(query, corpus, work):
        return False
    shown = _LABEL.sub(" ", composed.page.text)
    told = plain_phrase("\n".join((shown, *(piece.quote for piece in _pieces(composed)))))
    return any(contains(told, phrase) >= 0 for phrase in _made())


def _works_on(query: Query, corpus: Corpus, work: Sequence[Task]) -> bool:
    """Whether every telling term stands outside the products of the rows, or in none of them."""
    terms = [term for term in build_topic(query, corpus).terms if not term.weak]
    made = [corpus.features(one) for task in work for one in task.products]
    ids = {task.id for task in work}
    done = [
        side
        for entry in corpus.entries
        if isinstance(entry.record, Task) and entry.record.id in ids
        for side in (
            corpus.features(entry.record.text),
            *(corpus.features(activity.text) for activity in entry.record.activities),
            entry.context,
        )
    ]

    def stands(term: Term, texts_: Sequence[Features]) -> bool:
        return any(found_in(term, one, accented=query.accented) > _HELD for one in texts_)

    return not any(stands(term, made) and not stands(term, done) for term in terms)


def _records(corpus: Corpus, composed: Composed) -> list[AnyRecord]:
    """The tasks, targets and figures whose rows are cited."""
    places = {(p.document_id, p.table, p.row) for p in _pieces(composed) if p.row}
    return [
        entry.record
        for entry in corpus.entries
        if isinstance(entry.record, Task | Target | Indicator)
        and (entry.document.id, entry.source.table, entry.source.row) in places
    ]


@remembered()
def _made() -> tuple[Phrase, ...]:
    """What is made, and the words for it."""
    named = ("sản phẩm", "kết quả", "đầu ra")
    return tuple(plain_phrase(one) for one in (*named, *load("asking_papers")["kinds"]))


def _tells_amount(query: Query, corpus: Corpus, composed: Composed) -> bool:
    """Whether rows that answer "mục tiêu X", "số Y" hold any amount: work for X tells none.

    Nor does the meaning of a code tell a number ("Phát phiếu = 1").
    """
    if query.intent not in (Intent.VALUE, Intent.COUNT) or composed.path != "records":
        return True
    cited = _records(corpus, composed)
    coded = cited and all(isinstance(one, Indicator) and one.meaning is not None for one in cited)
    if coded and _asks_number(query):
        return False
    if composed.by_cells or composed.page.figures or query.intent is not Intent.VALUE:
        return True
    work = [record.text for record in cited if isinstance(record, Task)]
    shown = _VALUE.findall(_LABEL.sub(" ", composed.page.text))
    if not cited or len(work) < len(cited) or any(map(_FIGURE.search, shown)):
        return True
    return any(_FIGURE.search(NO_FIGURE.sub(" ", NUMBERING.sub("", text))) for text in work)


def _asks_number(query: Query) -> bool:
    """Whether a number of things or money is asked for, not which of the options it is."""
    counts = contains(query.words, ("bao", "nhieu")) >= 0 or "may" in query.words
    counts = counts or (query.quantity == "count" and "so" in query.words[:_OPENING])
    return counts and not asks_class(query)


def _tells_cause(query: Query, composed: Composed) -> bool:
    """Whether notes that answer "vì sao" tell of anything that may be a cause.

    "Có công văn xin lỗi" only adds something to the row.
    """
    notes = [
        spelt_phrase(citation.source.quote)
        for citation in composed.page.citations
        if contains(plain_phrase(citation.source.column or ""), _NOTE) >= 0
    ]
    if query.intent is not Intent.REASON or len(notes) < len(composed.page.citations):
        return True
    causes = [spelt_phrase(one) for one in load("asking_sentences")["causing"]]
    return any(contains(note, one) >= 0 for note in notes for one in causes)


def _says_more(query: Query, composed: Composed) -> bool:
    """Whether sentences that say who or when hold any word that the question does not.

    A heading that is asked for by its own words says nothing of what stands below it.
    """
    if query.intent not in _KINDS_TOLD or composed.path != "passages":
        return True
    asked = set(query.words)
    return any(
        _telling(words_of(_ARTICLE.sub("", NUMBERING.sub("", piece.quote)))) - asked
        for piece in _pieces(composed)
    )


def _telling(words: Sequence[Word]) -> set[str]:
    """The words that say anything, without accents."""
    found: set[str] = set()
    place = 0
    while place < len(words):
        idle = max(_light().at(words, place)[0], unsaid().at(words, place)[0])
        if not idle:
            found.add(words[place].plain)
        place += idle or 1
    return found


@remembered()
def _light() -> PhraseTable[str]:
    return PhraseTable((str(one), str(one)) for one in load("asking_intents")["function"])


def _told(composed: Composed) -> Iterator[str]:
    yield from (piece.quote for piece in _pieces(composed))
    yield from (_LABEL.sub(" ", line) for line in composed.page.lines)


def _pieces(composed: Composed) -> Iterator[Source]:
    for citation in composed.page.citations:
        yield citation.source
        yield from citation.source.parts
